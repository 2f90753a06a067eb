// Every kind of damage that fsck knows: its name, which stays, and what to do. What exactly is wrong with which thing,
// whoever finds it says. Left-overs are no damage: a server that runs removes them by itself.

interface Kind {
  readonly weight: 'DAMAGE' | 'LEFTOVER';
  readonly advice: string;
}

const RESTORE_DATABASE = 'Stop the server and restore the database from a backup.';
const FOLLOWERS_STOP =
  'Whoever follows the change log stops here: restore the database from a backup, and let replicas take a new snapshot.';
const PAST_THE_SERVER =
  'Somebody changed the database past the server: change it back, or restore the database from a backup.';
const RESTORE_BLOB =
  'Upload the same file again to the same index, which stores its bytes anew; or restore them from a backup of the blobs folder.';
const REPLACE_BLOB =
  'Move it out of the blobs folder and upload the same file again to the same index; or restore it from a backup of that folder.';
/** What to do about the bytes of a blob that no file needs. */
export const NOTHING_IS_LOST =
  'No file needs it, so nothing is lost: a server that runs removes what is left of it within four days.';

export const DAMAGE = {
  DATABASE_CORRUPT: { weight: 'DAMAGE', advice: `${RESTORE_DATABASE} Nothing else was looked at.` },
  REFERENCE_BROKEN: { weight: 'DAMAGE', advice: RESTORE_DATABASE },
  CHANGE_MISSING: { weight: 'DAMAGE', advice: FOLLOWERS_STOP },
  CHANGE_ALTERED: { weight: 'DAMAGE', advice: FOLLOWERS_STOP },
  CHANGE_UNCHAINED: { weight: 'DAMAGE', advice: FOLLOWERS_STOP },
  HEAD_WRONG: { weight: 'DAMAGE', advice: FOLLOWERS_STOP },
  ROW_DIFFERS: { weight: 'DAMAGE', advice: PAST_THE_SERVER },
  ROW_UNLOGGED: { weight: 'DAMAGE', advice: PAST_THE_SERVER },
  ROW_MISSING: { weight: 'DAMAGE', advice: PAST_THE_SERVER },
  NAME_KEY_WRONG: {
    weight: 'DAMAGE',
    advice: 'It is not found under its name: restore the database from a backup.',
  },
  FILE_MISPLACED: { weight: 'DAMAGE', advice: 'Delete the file and upload it anew.' },
  FILE_SIZE_WRONG: {
    weight: 'DAMAGE',
    advice: 'Installers are told a wrong size: delete the file and upload it anew.',
  },
  PROVENANCE_BROKEN: { weight: 'DAMAGE', advice: 'Delete the file and promote its release anew.' },
  INDEX_KIND_WRONG: { weight: 'DAMAGE', advice: 'Delete the index and create it anew.' },
  BASES_IN_CIRCLE: {
    weight: 'DAMAGE',
    advice: 'Set the bases of one of these indexes anew, without the circle.',
  },
  BLOB_ROW_MISSING: {
    weight: 'DAMAGE',
    advice: 'Upload the same file once more to another index, which makes the row.',
  },
  BLOB_STATE_WRONG: {
    weight: 'DAMAGE',
    advice:
      'Its bytes would be removed: start the server, whose next collection keeps what is needed, and look again.',
  },
  BLOB_SIZE_WRONG: { weight: 'DAMAGE', advice: PAST_THE_SERVER },
  BLOB_MISSING: { weight: 'DAMAGE', advice: RESTORE_BLOB },
  BLOB_ALTERED: { weight: 'DAMAGE', advice: REPLACE_BLOB },
  BLOB_UNREADABLE: {
    weight: 'DAMAGE',
    advice:
      'Look at the disk and at the rights of the folder; what cannot be read there comes from a backup.',
  },
  BLOB_STRAY_FILE: {
    weight: 'DAMAGE',
    advice: 'Nothing reads it: look where it came from and move it away.',
  },
  SIDECAR_DIFFERS: {
    weight: 'DAMAGE',
    advice: 'Installers refuse the file: delete it and upload it anew.',
  },
  BLOB_WITHOUT_ROW: {
    weight: 'LEFTOVER',
    advice: 'Nothing needs it; a server that runs removes it within the hour.',
  },
  TOMBSTONE_KEEPS_BYTES: {
    weight: 'LEFTOVER',
    advice: 'Nothing needs them; a server that runs removes them within four days.',
  },
} as const satisfies Readonly<Record<string, Kind>>;

export type DamageCode = keyof typeof DAMAGE;

export interface Finding {
  readonly code: DamageCode;
  readonly weight: 'DAMAGE' | 'LEFTOVER';
  /** The thing, such as `alice/prod/acme-1.0-py3-none-any.whl` or `change 17`. */
  readonly subject: string;
  /** What is wrong, and what to do: full sentences. */
  readonly message: string;
}

export interface FsckResult {
  /** False when there is damage; left-overs are none. */
  readonly isClean: boolean;
  /** How many things each step looked at. */
  readonly looked: Readonly<Record<string, number>>;
  /** How many there are of each kind, also of those that are so many that not all were told. */
  readonly counts: Readonly<Record<string, number>>;
}

/** So many of one kind are told; of a lost folder there would be a million. */
export const TOLD_OF_A_KIND = 100;

/** Tells each finding once it is sure, and counts. */
export class Findings {
  readonly counts = new Map<DamageCode, number>();
  readonly #tell: (finding: Finding) => void;

  constructor(tell: (finding: Finding) => void) {
    this.#tell = tell;
  }

  add(code: DamageCode, subject: string, what: string, advice: string = DAMAGE[code].advice): void {
    const count = (this.counts.get(code) ?? 0) + 1;
    this.counts.set(code, count);
    const { weight } = DAMAGE[code];
    if (count <= TOLD_OF_A_KIND) this.#tell({ code, weight, subject, message: `${what} ${advice}` });
  }

  has(...codes: DamageCode[]): boolean {
    return codes.some((code) => this.counts.has(code));
  }

  get isClean(): boolean {
    return ![...this.counts.keys()].some((code) => DAMAGE[code].weight === 'DAMAGE');
  }
}
