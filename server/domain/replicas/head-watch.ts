// On PostgreSQL other nodes write too (STATE 12): before a request is answered from memory, a look at the head
// serial that began after the request arrived must have ended, and what it found must have been applied. All
// requests that wait share one look. On SQLite this process is the only writer, and there is nothing to wait for.

import type { ReplicatedModel } from '../../storage/classes.ts';
import type { Commits } from '../../storage/commits.ts';
import type { Database } from '../../storage/database.ts';
import { RequestRefused } from '../errors.ts';

/** Beyond this many missed changes it is cheaper to forget everything. */
const READ_CHANGES = 200;

interface Image {
  readonly model: ReplicatedModel;
  readonly op: 'put' | 'delete';
  readonly row?: { readonly projectId?: string; readonly normalizedName?: string };
}

export class HeadWatch {
  readonly #database: Database;
  readonly #commits: Commits;
  readonly #report: (cause: unknown) => void;
  #look: Promise<void> | null = null;
  #nextLook: Promise<void> | null = null;

  /** `report` is told why a look failed, once for all that waited for it. */
  constructor(database: Database, commits: Commits, report: (cause: unknown) => void) {
    this.#database = database;
    this.#commits = commits;
    this.#report = report;
  }

  /** Undefined when there is nothing to wait for. @throws {RequestRefused} UNAVAILABLE when the look fails */
  caughtUp(): Promise<void> | undefined {
    if (this.#database.engine === 'sqlite') return undefined;
    if (this.#look === null) {
      this.#look = this.#applyMissed()
        .catch((cause: unknown) => this.#refuse(cause))
        .finally(() => (this.#look = null));
      return this.#look;
    }
    // The look under way began before this request did.
    this.#nextLook ??= this.#look
      .catch(() => {})
      .then(() => {
        this.#nextLook = null;
        return this.caughtUp();
      });
    return this.#nextLook;
  }

  /** What is remembered may be out of date, and nothing else can answer. */
  #refuse(cause: unknown): never {
    this.#report(cause);
    throw new RequestRefused('UNAVAILABLE', 'The database does not answer right now. Try again in a moment.');
  }

  async #applyMissed(): Promise<void> {
    const { readDb } = this.#database;
    const head = await readDb.logHead.findUniqueOrThrow({ where: { id: 'head' } });
    const known = this.#commits.lastSerial;
    if (head.serial <= known) return;
    const changes = await readDb.change.findMany({
      where: { serial: { gt: known, lte: head.serial } },
      orderBy: [{ serial: 'asc' }, { position: 'asc' }],
      select: { images: true },
      take: READ_CHANGES + 1,
    });
    const images = changes.flatMap(({ images: text }) => JSON.parse(text) as Image[]);
    const isUnbounded = changes.length > READ_CHANGES || images.some(({ op }) => op === 'delete');
    const projects = isUnbounded ? new Set<string>() : await this.#projectsOf(images);
    this.#commits.tellAllUpTo({
      serial: head.serial,
      models: new Set(images.map(({ model }) => model)),
      projects,
      isUnbounded,
    });
  }

  async #projectsOf(images: readonly Image[]): Promise<Set<string>> {
    const names = images.map(({ row }) => row?.normalizedName).filter((name) => name !== undefined);
    const ids = images.map(({ row }) => row?.projectId).filter((id) => id !== undefined);
    const projects = await this.#database.readDb.project.findMany({
      where: { id: { in: [...new Set(ids)] } },
      select: { normalizedName: true },
    });
    return new Set([...names, ...projects.map(({ normalizedName }) => normalizedName)]);
  }
}
