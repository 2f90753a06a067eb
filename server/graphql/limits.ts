// What a document may ask for at all, checked before anything of it runs: its length, its depth, its cost, the size and
// direction of its pages, and texts that no database takes. Refused in words, where Pothos would clamp in silence.

import { parsePrismaCursor } from '@pothos/plugin-prisma';
import {
  getNamedType,
  getVariableValues,
  GraphQLError,
  isLeafType,
  Lexer,
  Source,
  TokenKind,
  visit,
  type DocumentNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

import type { ErrorCode } from '../domain/errors.ts';

export const MAX_TOKENS = 2_000;
export const MAX_DEPTH = 12;
/** Aliases ask the same again: a hundred guesses at a password in one document, or more fields than a type has. */
export const MAX_ALIASES = 30;
export const MAX_DIRECTIVES = 50;
export const MAX_COST = 2_000;
export const MAX_COST_OF_ADMIN = 10_000;
/** Of an operation whose fragments are spelled out. */
export const MAX_FIELDS = 10_000;
export const TIME_LIMIT_MILLISECONDS = 15_000;
export const PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 100;

interface MeasuredField {
  readonly name: string;
  readonly type: GraphQLOutputType;
  readonly args: readonly { readonly name: string }[];
}

/**
 * The complexity plugin calls this for every field of an operation. What has fields of its own or takes arguments costs
 * one, times the sizes of the pages around it; a plain value comes with the object that it belongs to, for nothing.
 */
export function costOfField(
  args: Record<string, unknown>,
  _context: object,
  { name: fieldName, type, args: taken }: MeasuredField,
): { field: number; multiplier: number } {
  if (taken.length === 0) return { field: isLeafType(getNamedType(type)) ? 0 : 1, multiplier: 1 };
  refuseNoText(args);
  const isPaged = taken.some(({ name }) => name === 'first');
  return { field: 1, multiplier: isPaged ? pageSize(fieldName, args) : 1 };
}

/** Before it is parsed: the parser calls itself for every bracket, and what it makes is hundreds of times as large. */
export function refuseLongDocument(text: string | Source): void {
  const lexer = new Lexer(typeof text === 'string' ? new Source(text) : text);
  for (let tokens = 0; lexer.advance().kind !== TokenKind.EOF; tokens += 1) {
    if (tokens < MAX_TOKENS) continue;
    throw refuse(
      'LIMIT_EXCEEDED',
      `This document has more than ${MAX_TOKENS} words and signs, which is the most allowed.`,
    );
  }
}

/** After it was parsed, and as it is written: once for a fragment, however often that is spread. */
export function refuseRepetition(document: DocumentNode): void {
  let aliases = 0;
  let directives = 0;
  visit(document, {
    Field: ({ alias }) => void (alias !== undefined && (aliases += 1)),
    Directive: () => void (directives += 1),
  });
  refuseAbove('aliases', aliases, MAX_ALIASES);
  refuseAbove('directives', directives, MAX_DIRECTIVES);
}

function refuseAbove(what: string, count: number, most: number): void {
  if (count <= most) return;
  throw refuse('LIMIT_EXCEEDED', `This document has ${count} ${what}; at most ${most} are allowed.`);
}

export function tooCostly(cost: number, limit: number): GraphQLError {
  return refuse(
    'LIMIT_EXCEEDED',
    `This operation costs ${cost}, and at most ${limit} is allowed. Ask for shorter pages, or for less of each entry.`,
  );
}

/** `spec` is not set: the status is 503 whatever the client accepts. */
export function tooLong(milliseconds: number): GraphQLError {
  return new GraphQLError(
    `This took longer than ${milliseconds / 1000} seconds and was given up. Ask for less at once.`,
    { extensions: { code: 'TIMEOUT' satisfies ErrorCode, http: { status: 503 } } },
  );
}

const MAX_VARIABLE_ERRORS = 3;
const LONGEST_MESSAGE = 300;

/**
 * What is wrong with the variables; null when they fit. GraphQL's own look at them writes the whole input into each of
 * its errors, of which a body of 256 KiB can hold tens of thousands: a few are enough, and they are cut.
 */
export function whyUnfit(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): GraphQLError[] | null {
  const { errors } = getVariableValues(schema, variableDefinitions, variables, {
    maxErrors: MAX_VARIABLE_ERRORS,
  });
  return (
    errors?.map(
      ({ message, nodes }) =>
        new GraphQLError(
          message.length > LONGEST_MESSAGE ? `${message.slice(0, LONGEST_MESSAGE)}…` : message,
          { nodes, extensions: { code: 'BAD_USER_INPUT', http: { spec: true, status: 400 } } },
        ),
    ) ?? null
  );
}

export function tooWide(): GraphQLError {
  return refuse(
    'LIMIT_EXCEEDED',
    `This operation asks for more than ${MAX_FIELDS} fields, counting those of each fragment wherever it is used.`,
  );
}

export function tooDeep(depth: number): GraphQLError {
  return refuse('LIMIT_EXCEEDED', `This document is ${depth} fields deep; at most ${MAX_DEPTH} are allowed.`);
}

interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** How many entries a connection is asked for. */
function pageSize(field: string, { first, after, last, before }: PageArguments): number {
  if ((first ?? after ?? null) !== null && (last ?? before ?? null) !== null) {
    throw refuse(
      'BAD_USER_INPUT',
      `${field}: give first and after to go forward, or last and before to go back.`,
    );
  }
  checkCursor(field, after ?? before ?? null);
  const size = first ?? last ?? PAGE_SIZE;
  if (size < 1) throw refuse('BAD_USER_INPUT', `${field}: a page has at least 1 entry, not ${size}.`);
  if (size > MAX_PAGE_SIZE) {
    throw refuse('LIMIT_EXCEEDED', `${field}: a page has at most ${MAX_PAGE_SIZE} entries, not ${size}.`);
  }
  return size;
}

/** Every list of ours ends its order with a row's text key, and that key is the cursor. */
function checkCursor(field: string, cursor: string | null): void {
  if (cursor === null) return;
  const key = keyIn(cursor);
  if (typeof key !== 'string' || key.includes('\0')) {
    throw refuse('BAD_USER_INPUT', `${field}: a cursor is what endCursor or startCursor of a page gave.`);
  }
}

function keyIn(cursor: string): unknown {
  try {
    return parsePrismaCursor(cursor);
  } catch {
    return undefined;
  }
}

/** PostgreSQL takes no NUL in a text, and fails; half a surrogate pair is no text on any engine. */
function refuseNoText(value: unknown): void {
  if (typeof value === 'string') {
    if (value.includes('\0')) throw refuse('BAD_USER_INPUT', 'A text holds a NUL character; leave it out.');
    if (/\p{Surrogate}/u.test(value))
      throw refuse('BAD_USER_INPUT', 'A text holds half of a surrogate pair, which is no character.');
  } else if (Array.isArray(value)) {
    value.forEach(refuseNoText);
  } else if (typeof value === 'object' && value !== null && !(value instanceof Date)) {
    Object.values(value).forEach(refuseNoText);
  }
}

function refuse(code: ErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}
