// What a mirror copies and how, as its rows say. The password stays sealed until a request needs it (`sealing.ts`).

import type { Mirror } from '../../storage/_generated/sqlite/client.ts';

export interface MirrorSettings extends Readonly<Mirror> {
  /** `owner/name` of the index. */
  readonly path: string;
  /** The hosts from which it takes files, as in `URL.host`; empty: any. */
  readonly fileHosts: readonly string[];
}
