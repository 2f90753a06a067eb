// What the calls of the walk of the audit trail are made of.

import type { Anonymous } from '../support/people.ts';
import type { Stage } from './walk-actors.ts';

export interface Call {
  readonly as: Anonymous;
  /** Absent for a mutation that takes none. */
  readonly input?: object;
}

export interface Done {
  readonly call: Call;
  readonly leaves: string[];
}

export interface Refused {
  readonly call: Call;
  readonly code: string;
  /** Absent: nothing. */
  readonly leaves?: string[];
}

export interface Audited {
  done(stage: Stage): Promise<Done>;
  refused(stage: Stage): Promise<Refused>;
}

export const PASSWORD = 'a password of the walk';

/** Bob, who is no admin. */
export function forbiddenTo(bob: Anonymous, input: object): Refused {
  return { call: { as: bob, input }, code: 'FORBIDDEN', leaves: ['bob credential.refused bob'] };
}

export async function newcomer(stage: Stage, kind: 'HUMAN' | 'SERVICE', password: string | null = PASSWORD) {
  const name = stage.fresh('newcomer');
  await must(stage.people.admin, 'createUser', 'CreateUserInput', { name, kind, password });
  return name;
}

export async function must(who: Anonymous, name: string, type: string, input: object, field = 'serial') {
  const payload = `${name[0]!.toUpperCase()}${name.slice(1)}Payload`;
  const answer = await who.graphql(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ... on UserError { message } ... on ${payload} { ${field} } } }`,
    { input },
  );
  const result = (answer.data as Record<string, Record<string, unknown>> | null)?.[name];
  if (result === undefined || 'message' in result)
    throw new Error(`${name}: ${JSON.stringify(answer.errors ?? result)}`);
  return result;
}
