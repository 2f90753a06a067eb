// A project as an upstream tells it, cleaned: what a mirror contributes to a page. How it is read is
// `read-page.ts`, how it is remembered `pages.ts`.

import type { ProjectStatus } from '../../storage/_generated/sqlite/client.ts';
import type { PageFile } from '../packages/repository.ts';

export interface MirroredFile extends PageFile {
  /** Absolute, at the upstream or wherever that keeps its files. */
  readonly url: string;
}

export interface MirroredPage {
  readonly normalizedName: string;
  readonly status: ProjectStatus;
  /** Null when the upstream gave none. */
  readonly statusReason: string | null;
  /** In the upstream's order. */
  readonly files: readonly MirroredFile[];
  /** Those of the files and those that the upstream names without files, without duplicates. */
  readonly versions: readonly string[];
  /** When the upstream last said that this is its page. */
  readonly validatedAt: Date;
  /** Until then the upstream is not asked again. */
  readonly freshUntil: Date;
  /** The upstream failed, and this is what it said before. */
  readonly isStale: boolean;
  /** How many files its page has that are not offered: they lie at hosts that the mirror does not take files from. */
  readonly ofOtherHosts?: number;
  /** How many are not offered because the mirror is offline and did not copy them before. */
  readonly uncopied?: number;
}
