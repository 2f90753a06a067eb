// What an operation costs and how deep it goes, measured once and before anything of it runs; and the moment at which
// it has taken too long. Each root field asks here after its permission was checked, so that strangers are refused for
// who they are. The numbers are in `limits.ts`.

import { complexityFromQuery } from '@pothos/plugin-complexity';
import {
  getOperationAST,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLError,
  type OperationDefinitionNode,
} from 'graphql';

import type { Actor } from '../domain/actor.ts';
import { countFields } from './expansion.ts';
import {
  MAX_COST,
  MAX_COST_OF_ADMIN,
  MAX_FIELDS,
  TIME_LIMIT_MILLISECONDS,
  tooCostly,
  tooDeep,
  tooLong,
  tooWide,
  whyUnfit,
  MAX_DEPTH,
} from './limits.ts';

/** What one request may take, and what it does take as far as that is known. */
export class Allowance {
  readonly #givingUp = new AbortController();
  readonly #limit: number;
  readonly #timer: NodeJS.Timeout;
  readonly #milliseconds: number;
  #cost: number | null = null;
  #refusal: unknown = null;

  constructor(actor: Actor, milliseconds = TIME_LIMIT_MILLISECONDS) {
    this.#limit = actor.kind === 'user' && actor.user.role === 'ADMIN' ? MAX_COST_OF_ADMIN : MAX_COST;
    this.#milliseconds = milliseconds;
    this.#timer = setTimeout(() => this.#givingUp.abort(tooLong(milliseconds)), milliseconds);
  }

  /** As `extensions.cost` tells it; null when nothing could be measured. */
  get told(): { requested: number; limit: number } | null {
    return this.#cost === null ? null : { requested: this.#cost, limit: this.#limit };
  }

  /** Gives what is wrong with the variables. What is too much is kept until a root field asks. */
  measure(args: ExecutionArgs): GraphQLError[] | null {
    const { schema, document, variableValues, operationName } = args;
    const operation = getOperationAST(document, operationName);
    if (operation === null || operation === undefined) return null;
    const unfit = whyUnfit(schema, operation, variableValues ?? {});
    if (unfit === null) this.#weigh(args, operation);
    return unfit;
  }

  #weigh(
    { schema, document, variableValues, contextValue }: ExecutionArgs,
    operation: OperationDefinitionNode,
  ): void {
    if (countFields(document, operation) > MAX_FIELDS) {
      this.#refusal = tooWide();
      return;
    }
    try {
      const { complexity, depth } = complexityFromQuery(withOneOperation(document, operation), {
        schema,
        variables: variableValues ?? {},
        ctx: contextValue as object,
      });
      this.#cost = complexity;
      if (depth > MAX_DEPTH) this.#refusal = tooDeep(depth);
      else if (complexity > this.#limit) this.#refusal = tooCostly(complexity, this.#limit);
    } catch (error) {
      this.#refusal = error;
    }
  }

  /** A query that takes too long is given up; a change that has begun is not, but none is begun after it. */
  signalFor({ document, operationName }: ExecutionArgs): AbortSignal | undefined {
    const operation = getOperationAST(document, operationName)?.operation;
    return operation === OperationTypeNode.QUERY ? this.#givingUp.signal : undefined;
  }

  /** @throws {GraphQLError} */
  check(): void {
    if (this.#refusal instanceof Error) throw this.#refusal;
    if (this.#givingUp.signal.aborted) throw tooLong(this.#milliseconds);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

/** The plugin measures the first operation that it finds. */
function withOneOperation(
  document: DocumentNode,
  operation: DocumentNode['definitions'][number],
): DocumentNode {
  if (document.definitions.length === 1) return document;
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return { ...document, definitions: [operation, ...fragments] };
}
