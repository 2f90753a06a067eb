/** One mutation as a form uses it: whether it is under way, and what came back instead of a payload. */
import { useCallback, useState } from 'react';
import { type AnyVariables, type TypedDocumentNode, useClient } from 'urql';

import { WheelhouseError } from '../client/errors.ts';
import { useConfirmPassword } from './password-confirmation.ts';
import { asFailure } from './urql.ts';

export interface Action<Variables, Payload> {
  busy: boolean;
  /** The last refusal or failure; null once the next attempt begins. */
  failure: WheelhouseError | null;
  /** The payload; null when it was refused or failed. */
  run: (variables: Variables) => Promise<Payload | null>;
  /** Forgets the last failure, for a dialog that opens anew. */
  reset: () => void;
}

/** `read` takes the payload out of the data and throws a WheelhouseError for a refusal, as `unwrap` does. */
export function useAction<Data, Variables extends AnyVariables, Payload>(
  document: TypedDocumentNode<Data, Variables>,
  read: (data: Data) => Payload,
): Action<Variables, Payload> {
  const client = useClient();
  const confirmPassword = useConfirmPassword();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<WheelhouseError | null>(null);

  const run = async (variables: Variables): Promise<Payload | null> => {
    setBusy(true);
    setFailure(null);
    const send = async (): Promise<Payload> => {
      const { data, error } = await client.mutation(document, variables).toPromise();
      if (error) throw asFailure(error);
      return read(data as Data);
    };
    try {
      return await send().catch(async (thrown: unknown) => {
        if (!isStaleSignIn(thrown) || !(await confirmPassword())) throw thrown;
        return send();
      });
    } catch (thrown) {
      if (!(thrown instanceof WheelhouseError)) throw thrown;
      setFailure(thrown);
      return null;
    } finally {
      setBusy(false);
    }
  };

  return { busy, failure, run, reset: useCallback(() => setFailure(null), []) };
}

function isStaleSignIn(thrown: unknown): boolean {
  return thrown instanceof WheelhouseError && thrown.code === 'FRESH_SIGN_IN_REQUIRED';
}

/** The refusal's sentence if it is about this field of the input. */
export function fieldError(failure: WheelhouseError | null, ...fields: string[]): string | null {
  return failure !== null && isAbout(failure, fields) ? failure.message : null;
}

/** The failure if it is about none of these fields, and so belongs above the form. */
export function formFailure(failure: WheelhouseError | null, ...fields: string[]): WheelhouseError | null {
  return failure !== null && !isAbout(failure, fields) ? failure : null;
}

function isAbout({ path }: WheelhouseError, fields: string[]): boolean {
  const field = path[0] === 'input' ? path[1] : path[0];
  return field !== undefined && fields.includes(field);
}
