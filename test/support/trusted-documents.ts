// The documents of the web page as it sends them with its cookie: named by their hash.

import documents from '../../web/_generated/persisted-documents.json' with { type: 'json' };

/** The body that asks for the page's operation of this name. */
export function trusted(operation: string, variables: object = {}) {
  const named = new RegExp(`^(query|mutation|subscription) ${operation}[ (]`);
  const [hash] = Object.entries(documents).find(([, text]) => named.test(text)) ?? [];
  if (hash === undefined) throw new Error(`The web page has no operation ${operation}.`);
  return {
    variables,
    extensions: { persistedQuery: { version: 1, sha256Hash: hash.replace('sha256:', '') } },
  };
}
