/** A time: relative to read, absolute with its zone on hover and on focus. */
import { Tooltip } from '@mantine/core';

import { formatAbsolute, formatRelative } from '../rules/moments.ts';

interface MomentProps {
  /** RFC 3339, as the API writes it. */
  at: string;
}

export function Moment({ at }: MomentProps) {
  const moment = new Date(at);
  return (
    <Tooltip label={formatAbsolute(moment)} events={{ hover: true, focus: true, touch: true }}>
      <time dateTime={at} tabIndex={0}>
        {formatRelative(moment, new Date())}
      </time>
    </Tooltip>
  );
}
