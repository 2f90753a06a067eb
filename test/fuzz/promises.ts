// What is promised of every made-up input: it ends within a time and within some memory, in one of the ways that its
// parser has. Each input has a seed of its own, so that one that breaks the promise can be had again by its number.

import { expect } from 'vitest';

import { seeded } from '../support/seeded.ts';

/** Together: each test takes a share of them. */
export const INPUTS = Number(process.env.WHEELHOUSE_TEST_FUZZ_INPUTS ?? 2_000);
const SEED = Number(process.env.WHEELHOUSE_TEST_FUZZ_SEED ?? 20_261_123);
const SECONDS_EACH = 2;
const MEMORY_BYTES = 384 * 1024 * 1024;
export const TIMEOUT = 60_000 + INPUTS * 20;

/** How many of the inputs end in which way; the text of an input that breaks the promise is in the failure. */
export async function run<Input extends Buffer | string>(
  share: number,
  input: (chance: () => number) => Input,
  use: (input: Input, chance: () => number) => Promise<string> | string,
): Promise<Record<string, number>> {
  const ends: Record<string, number> = {};
  const memory = process.memoryUsage().rss;
  for (let number = 0; number < INPUTS * share; number += 1) {
    const chance = seeded(SEED + number);
    const made = input(chance);
    const begun = performance.now();
    try {
      const end = await use(made, chance);
      ends[end] = (ends[end] ?? 0) + 1;
    } catch (error) {
      const shown = Buffer.from(made).toString('base64');
      throw new Error(`Input ${number} of seed ${SEED} broke it: ${shown}`, { cause: error });
    }
    expect(performance.now() - begun, `milliseconds of input ${number}`).toBeLessThan(SECONDS_EACH * 1000);
  }
  expect(process.memoryUsage().rss - memory).toBeLessThan(MEMORY_BYTES);
  return ends;
}
