// The words and the nullability of everything that the relay plugin generates: ids, connections, edges, cursors.
// How long a page may be is decided in `limits.ts`.

import { MAX_PAGE_SIZE, PAGE_SIZE } from './limits.ts';

const size = `1 to ${MAX_PAGE_SIZE}. When neither first nor last is given it is ${PAGE_SIZE}.`;

export const paging = {
  clientMutationId: 'omit',
  cursorType: 'String',
  // Looking up any id at all waits until every type carries its own authorisation.
  nodeQueryOptions: false,
  nodesQueryOptions: false,
  nodeTypeOptions: { description: 'Whatever has an identity of its own, for caches.' },
  idFieldOptions: { description: 'Opaque, and unique over all types; stable as long as the thing exists.' },

  firstArgOptions: { description: `How many entries to read going forward, ${size}` },
  afterArgOptions: { description: 'Read from behind this cursor; absent reads from the beginning.' },
  lastArgOptions: { description: `How many entries to read going backward, ${size}` },
  beforeArgOptions: { description: 'Read up to this cursor; absent reads up to the end.' },

  defaultConnectionTypeOptions: { description: 'One page of a list.' },
  edgesFieldOptions: {
    nullable: false,
    description: 'The entries of this page with a cursor for each, in order.',
  },
  nodesOnConnection: { description: 'The entries of this page without their cursors, in order.' },
  pageInfoFieldOptions: { description: 'Where this page begins and ends.' },

  defaultEdgeTypeOptions: { description: 'An entry of a page, and where it stands in the list.' },
  nodeFieldOptions: { nullable: false, description: 'The thing at this place of the list.' },
  cursorFieldOptions: { description: 'Opaque; give it as after or before to read on from here.' },

  pageInfoTypeOptions: { description: 'Where a page begins and ends in its list.' },
  hasNextPageFieldOptions: {
    description: 'Whether entries follow. Going backward it is true when before was given, whatever follows.',
  },
  hasPreviousPageFieldOptions: {
    description: 'Whether entries precede. Going forward it is true when after was given, whatever precedes.',
  },
  startCursorFieldOptions: { description: 'The cursor of the first entry. Null when the page is empty.' },
  endCursorFieldOptions: { description: 'The cursor of the last entry. Null when the page is empty.' },
} as const;
