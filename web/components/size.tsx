/** A size in IEC units; the exact count of bytes on hover. */
import { formatBytes, formatExactBytes } from '../rules/amounts.ts';

export function Size({ bytes }: { bytes: number }) {
  return (
    <data value={bytes} title={formatExactBytes(bytes)}>
      {formatBytes(bytes)}
    </data>
  );
}
