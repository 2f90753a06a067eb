// Scalars with a meaning: counts above 31 bits as JSON numbers, times in one spelling, digests.

import { GraphQLError } from 'graphql';

import { builder } from './builder.ts';

builder.scalarType('ByteCount', {
  description: 'A count of bytes: a JSON number, whole, below 2^53.',
  serialize: (value) => exactNumber(value),
  parseValue: (value) => wholeNumber(value, 'A ByteCount'),
});

builder.scalarType('Serial', {
  description: 'The number of a committed change: a JSON number, whole, below 2^53.',
  serialize: (value) => exactNumber(value),
  parseValue: (value) => wholeNumber(value, 'A Serial'),
});

builder.scalarType('DateTime', {
  description:
    'RFC 3339 in UTC with milliseconds, such as 2026-11-22T18:49:00.000Z; any offset is understood in an input.',
  serialize: (value) => value.toISOString(),
  parseValue: (value) => moment(value),
});

builder.scalarType('Sha256', {
  description: 'SHA-256, 64 lower-case hexadecimal digits.',
  serialize: (value) => value,
  parseValue: (value) => digest(value),
});

/** Loud where a rounded number would be a lie. */
function exactNumber(value: bigint | number): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is too large for a JSON number.`);
  return number;
}

function wholeNumber(value: unknown, what: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw new GraphQLError(`${what} is a whole number from 0 to 2^53 - 1.`);
}

/** RFC 3339, section 5.6; the offset is required, because a time without one means another moment elsewhere. */
const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;

function moment(value: unknown): Date {
  const time = typeof value === 'string' && RFC_3339.test(value) ? new Date(value) : null;
  if (time !== null && !Number.isNaN(time.getTime())) return time;
  throw new GraphQLError('A DateTime is written like 2026-11-22T18:49:00Z, with Z or an offset at its end.');
}

function digest(value: unknown): string {
  if (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)) return value;
  throw new GraphQLError('A Sha256 is written as 64 lower-case hexadecimal digits.');
}
