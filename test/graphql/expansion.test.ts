// The count of an operation's fields: the same as by spelling out, and at once for documents that stand for billions.

import fc from 'fast-check';
import { getOperationAST, parse } from 'graphql';
import { describe, expect, it } from 'vitest';

import { countFields } from '../../server/graphql/expansion.ts';

const count = (text: string) => {
  const document = parse(text);
  return countFields(document, getOperationAST(document)!);
};

/** Each fragment asks for the next one so many times. */
const tower = (levels: number, times: number) =>
  Array.from({ length: levels }, (_, level) => {
    const next = Array.from({ length: times }, (_, place) => `a${place}: x { ...f${level + 1} }`);
    return `fragment f${level} on T { ${next.join(' ')} }`;
  }).join(' ') + ` fragment f${levels} on T { y } { ...f0 }`;

describe('the fields of an operation', () => {
  it.each([
    ['{ a }', 1],
    ['{ a { b c } d }', 4],
    ['{ ... on T { a ... { b } } }', 2],
    ['fragment f on T { a b { c } } { x { ...f } y { ...f } }', 8],
    ['{ ...absent a }', 1],
    ['fragment f on T { a ...f } { ...f }', Infinity],
  ])('%s: %d', (text, fields) => {
    expect(count(text)).toBe(fields);
  });

  it('are as many as in the document that spells its fragments out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }), (levels, times) => {
        let fields = 1;
        for (let level = 0; level < levels; level += 1) fields = times * (1 + fields);
        expect(count(tower(levels, times))).toBe(fields);
      }),
    );
  });

  it('are counted at once where spelling them out would take for ever', () => {
    const began = performance.now();
    expect(count(tower(40, 20))).toBeGreaterThan(1e50);
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});
