/**
 * Puts each document where it is written. The generated `graphql` function looks its text up in a table of all
 * documents, and with that table the first page would carry the documents of every other page, twice.
 */
import type { Plugin } from 'vite';

import { graphql } from '../_generated/gql.ts';

const call = /\bgraphql\(\/\* GraphQL \*\/ `([^`]*)`\)/g;

export function documentsInPlace(): Plugin {
  return {
    name: 'documents-in-place',
    apply: 'build',
    // Before the compiler, which drops the comment.
    enforce: 'pre',
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || !code.includes('/* GraphQL */')) return;
      return {
        code: code.replace(call, (_call, source: string) => {
          const document = graphql(source) as { kind?: string };
          if (document.kind === undefined)
            this.error(`Run \`npm run codegen\`: ${id} has a document that is new.`);
          return `(${JSON.stringify(document)})`;
        }),
        map: null,
      };
    },
  };
}
