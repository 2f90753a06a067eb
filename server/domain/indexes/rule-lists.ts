// The rules of an index as people write them, and as rows. What a rule means is in `rules.ts`.

import type { RuleEffect } from '../../storage/_generated/sqlite/client.ts';
import type { Write } from '../../storage/transact.ts';
import { InvalidInput } from '../errors.ts';
import { newId, type World } from '../world.ts';
import { parseRule } from './rules.ts';

const MOST_RULES = 500;

/** Makes the list what it should be, in this order; null when nothing changed. @throws {InvalidInput} INVALID_RULE */
export async function replaceRules(
  world: World,
  write: Write,
  indexId: string,
  effect: RuleEffect,
  rules: readonly string[],
): Promise<string[] | null> {
  const field = effect.toLowerCase();
  if (rules.length > MOST_RULES) {
    throw new InvalidInput('INVALID_RULE', `An index has at most ${MOST_RULES} rules to ${field}.`, [field]);
  }
  const wanted = [...new Set(rules.map((text) => parseRule(text, [field]).pattern))];
  const present = (await write.find('IndexRule', { indexId, effect })).sort(
    (a, b) => a.position - b.position,
  );
  if (wanted.length === present.length && present.every(({ pattern }, place) => pattern === wanted[place])) {
    return null;
  }
  for (const { id, pattern } of present)
    if (!wanted.includes(pattern)) await write.remove('IndexRule', { id });
  for (const [position, pattern] of wanted.entries()) {
    const row = present.find((each) => each.pattern === pattern);
    if (row === undefined) {
      await write.create('IndexRule', { id: newId(world), indexId, effect, pattern, position });
    } else if (row.position !== position) {
      await write.update('IndexRule', { id: row.id }, { position });
    }
  }
  return wanted;
}
