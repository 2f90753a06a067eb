// The change log: whole from serial 1 to the head, each part with the hash of its own text, chained to the part before
// it. On the way it is remembered what the log says of each row, for `rows.ts`.

import { createHash } from 'node:crypto';

import { canonicalJson } from '../../storage/canonical-json.ts';
import { FIRST_HASH, readImages, type ChangeImage, type ChangePart } from '../../storage/change-log.ts';
import type { ReplicatedModel } from '../../storage/classes.ts';
import type { Snapshot } from '../../storage/read-only.ts';
import { columnsOf } from '../../storage/sql/columns.ts';

import type { Look } from './fsck.ts';

const AT_A_TIME = 100;

/** What the log leaves behind: the last image of each row, as a digest over the columns that it named. */
export class LoggedRows {
  readonly #digests = new Map<string, string>();
  readonly #columns: (readonly string[])[] = [];
  readonly #places = new Map<string, number>();

  take({ model, op, key, row }: ChangeImage): void {
    const name = nameOf(model, key);
    if (op === 'delete' || row === undefined) {
      this.#digests.delete(name);
      return;
    }
    // A migration may have dropped columns since.
    const present = columnsOf(model).filter((column) => column.name in row);
    const columns = present.map((column) => column.name);
    this.#digests.set(name, `${this.#place(columns)}:${digestOf(columns, row)}`);
  }

  /** Forgets the row, so that those remain which the log alone has. */
  compare(
    model: ReplicatedModel,
    key: object,
    row: Readonly<Record<string, unknown>>,
  ): 'SAME' | 'OTHER' | 'UNKNOWN' {
    const name = nameOf(model, key);
    const known = this.#digests.get(name);
    if (known === undefined) return 'UNKNOWN';
    this.#digests.delete(name);
    const [place = '', digest] = known.split(':');
    // A migration may have added columns since; what it set there is no change.
    return digestOf(this.#columns[Number(place)]!, row) === digest ? 'SAME' : 'OTHER';
  }

  names(): IterableIterator<string> {
    return this.#digests.keys();
  }

  #place(columns: readonly string[]): number {
    const text = columns.join(' ');
    let place = this.#places.get(text);
    if (place === undefined) {
      place = this.#columns.push(columns) - 1;
      this.#places.set(text, place);
    }
    return place;
  }
}

/** Null when the log is damaged: then it says nothing of the rows. */
export async function checkChanges(look: Look, snapshot: Snapshot): Promise<LoggedRows | null> {
  const { findings, progress } = look;
  const head = await snapshot.read.logHead.findUnique({ where: { id: 'head' } });
  if (head === null) {
    findings.add('HEAD_WRONG', 'head', 'The change log has no head.');
    return null;
  }
  const logged = new LoggedRows();
  let last = { serial: 0n, position: 0, hash: FIRST_HASH };
  for await (const part of partsOf(snapshot)) {
    const subject = `change ${part.serial}`;
    const isNext = part.position === 0 ? part.serial === last.serial + 1n : followsInChange(part, last);
    const images = readImages(part);
    if (!isNext) {
      const what = `Behind part ${last.position} of change ${last.serial} comes part ${part.position} of change ${part.serial}.`;
      findings.add('CHANGE_MISSING', subject, what);
    } else if (images === null) {
      findings.add(
        'CHANGE_ALTERED',
        subject,
        `Part ${part.position} of change ${part.serial} is not what its hash says.`,
      );
    } else if (part.previousHash !== last.hash) {
      const what = `Part ${part.position} of change ${part.serial} names another part before it than the one that is there.`;
      findings.add('CHANGE_UNCHAINED', subject, what);
    }
    for (const image of images ?? []) logged.take(image);
    last = part;
    progress(Number(part.serial), Number(head.serial));
  }
  const isWhole = !findings.has('CHANGE_MISSING', 'CHANGE_ALTERED', 'CHANGE_UNCHAINED');
  // Where the last part is damaged, that has been said.
  if (isWhole && (head.serial !== last.serial || head.hash !== last.hash)) {
    const why = head.serial === last.serial ? 'has another hash' : `is at ${head.serial}`;
    findings.add('HEAD_WRONG', 'head', `The last change is ${last.serial}, but the head of the log ${why}.`);
    return null;
  }
  return isWhole ? logged : null;
}

const followsInChange = (part: ChangePart, last: Pick<ChangePart, 'serial' | 'position'>) =>
  part.serial === last.serial && part.position === last.position + 1;

async function* partsOf({ read }: Snapshot): AsyncGenerator<ChangePart> {
  let serial = 0n;
  let seenOfSerial = 0;
  for (;;) {
    const parts = await read.change.findMany({
      where: { serial: { gte: serial } },
      orderBy: [{ serial: 'asc' }, { position: 'asc' }],
      skip: seenOfSerial,
      take: AT_A_TIME,
    });
    for (const part of parts) {
      seenOfSerial = part.serial === serial ? seenOfSerial + 1 : 1;
      serial = part.serial;
      yield part;
    }
    if (parts.length < AT_A_TIME) return;
  }
}

function nameOf(model: string, key: object): string {
  return `${model} ${Object.values(key).join(' ')}`;
}

/** Short: a log may speak of millions of rows. */
function digestOf(columns: readonly string[], row: Readonly<Record<string, unknown>>): string {
  const values = columns.map((column) => row[column]);
  return createHash('sha256').update(canonicalJson(values)).digest('base64').slice(0, 22);
}
