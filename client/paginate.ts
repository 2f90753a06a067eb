/**
 * Asynchronous iteration over a connection, one page at a time and only as far as it is read. Which connection, and
 * how a page of it is fetched, is the generated method's affair.
 */
import { NotFound, WheelhouseError } from './errors.ts';

export interface Page<Node> {
  nodes: readonly Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Fetches the page behind a cursor, the first for undefined; null when there is nothing that has such pages. */
export type FetchPage<Node> = (after: string | undefined) => Promise<Page<Node> | null | undefined>;

/** `for await (const node of pages)`, or `await pages.toArray()`. Iterating again asks again. */
export class Pages<Node> implements AsyncIterable<Node> {
  readonly #fetchPage: FetchPage<Node>;
  readonly #parent: string;

  /** `parent` names, for the refusal, what the list belongs to, such as "package index". */
  constructor(fetchPage: FetchPage<Node>, parent = 'list') {
    this.#fetchPage = fetchPage;
    this.#parent = parent;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Node, void, undefined> {
    let after: string | undefined;
    for (;;) {
      const page = await this.#fetchPage(after);
      if (!page) throw notFound(this.#parent);
      yield* page.nodes;
      const { hasNextPage, endCursor } = page.pageInfo;
      if (!hasNextPage) return;
      // A server that repeats itself would be asked for ever.
      if (endCursor === null || endCursor === after) throw standingStill();
      after = endCursor;
    }
  }

  /** Every node of every page. */
  async toArray(): Promise<Node[]> {
    const nodes: Node[] = [];
    for await (const node of this) nodes.push(node);
    return nodes;
  }
}

function notFound(parent: string): NotFound {
  return new NotFound(`There is no such ${parent}, or none that you may read.`, { code: 'NOT_FOUND' });
}

function standingStill(): WheelhouseError {
  return new WheelhouseError('The server promises another page and does not say where it begins.', {
    code: 'INTERNAL',
  });
}
