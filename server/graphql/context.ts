// What every resolver holds of its request. Built in `yoga.ts` from what `server/app.ts` knows of the caller.

import type { Actor, Caller } from '../domain/actor.ts';
import type { World } from '../domain/world.ts';
import type { Allowance } from './measure.ts';

export interface GraphQLContext {
  /** Handed whole to use cases; a resolver itself takes `readDb` and the clock from it, and nothing else. */
  readonly world: World;
  /** Who is asking; replaced by `actAs` alone. */
  caller: Caller;
  /** Where this server is reached, without a final slash: `https://host`. */
  readonly baseUrl: string;
  readonly requestId: string;
  setSessionCookie(value: string, expiresAt: Date): void;
  clearSessionCookie(): void;
  /** Tells the request's line of a code that the answer holds. */
  noteRefusal(code: string): void;
  readonly server: { readonly version: string };
  /** What the request may take. */
  readonly allowance: Allowance;
}

/** From here on the operation is somebody else's: whoever signs in reads the payload as themselves. */
export function actAs(context: GraphQLContext, actor: Actor): void {
  context.caller = { ...context.caller, actor };
}
