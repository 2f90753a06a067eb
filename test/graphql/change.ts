// One mutation with one input, by its name.

import type { Anonymous } from '../support/people.ts';
import { ask } from './ask.ts';

export interface Outcome {
  readonly __typename: string;
  readonly code?: string;
  readonly message?: string;
  readonly link?: string;
  readonly emailSent?: boolean;
  readonly user?: object;
}

/** What is selected of the payload, or the refusal with the indexes that it names. */
export function change(by: Anonymous, name: string, input: object, selection = 'serial'): Promise<Outcome> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const named = NAMES_INDEXES[name];
  return ask(
    by,
    `mutation ($input: ${type}Input!) { ${name}(input: $input) {
      __typename
      ... on ${type}Payload { ${selection} }
      ${named === undefined ? '' : `... on ${named} { indexes }`}
      ... on UserError { message code path }
    } }`,
    { input },
  );
}

/** The code of the refusal, in the payload or at the top level; null when it was done. */
export async function codeOfChange(by: Anonymous, name: string, input: object): Promise<string | null> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const answer = await by.graphql(
    `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ... on UserError { code } } }`,
    { input },
  );
  if (answer.errors !== undefined) return answer.errors[0]!.extensions.code;
  return (answer.data as Record<string, { code?: string }>)[name]!.code ?? null;
}

const NAMES_INDEXES: Record<string, string> = {
  deleteUser: 'OwnsIndexesError',
  deleteGroup: 'GroupInUseError',
};
