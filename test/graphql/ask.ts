// Asks one thing of the API and goes on with the answer, so that a test says in one line who asks for what.

import type { Anonymous } from '../support/people.ts';

/** What the first field of the document answered; a top-level error fails the test. */
export async function ask<Answer = unknown>(
  who: Anonymous,
  document: string,
  variables = {},
): Promise<Answer> {
  const answer = await who.graphql(document, variables);
  if (answer.errors !== undefined) throw new Error(answer.errors.map(({ message }) => message).join(' '));
  return Object.values(answer.data as Record<string, Answer>)[0]!;
}

/** The code of the top-level error that the document meets; null when it meets none. */
export async function codeOf(who: Anonymous, document: string, variables = {}): Promise<string | null> {
  const { errors } = await who.graphql(document, variables);
  return errors?.[0]?.extensions.code ?? null;
}
