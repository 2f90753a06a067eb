// Every model has a class, and the database's own cascades never change replicated rows behind the log's back.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect, it } from 'vitest';

import { MODEL_CLASSES } from '../../server/storage/classes.ts';

const schema = readFileSync(fileURLToPath(new URL('../../schema.prisma', import.meta.url)), 'utf8');
const models = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name, body]) => ({
  name: name!,
  lines: body!
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
}));

it('every model of the schema is REPLICATED or LOCAL', () => {
  expect(Object.keys(MODEL_CLASSES).sort()).toEqual(models.map(({ name }) => name).sort());
});

it('every key names columns of its model', () => {
  for (const { name, lines } of models) {
    const rules = MODEL_CLASSES[name as keyof typeof MODEL_CLASSES];
    const columns = lines.map((line) => line.split(/\s+/)[0]);
    const key: readonly string[] = 'key' in rules ? rules.key : [];
    expect(
      key.every((column) => columns.includes(column)),
      name,
    ).toBe(true);
  }
});

it('no foreign key deletes or clears rows by itself', () => {
  for (const { name, lines } of models) {
    const references = lines.filter((line) => line.includes('@relation(') && line.includes('fields:'));
    for (const line of references) expect(`${name}: ${line}`).toContain('onDelete: Restrict');
  }
});

it('every model, enum and field has a sentence', () => {
  const blocks = [...schema.matchAll(/((?:^\/\/\/.*\n)*)^(model|enum) (\w+) \{/gm)];
  for (const [, comment, , name] of blocks) expect(comment, name).toMatch(/^\/\/\/ .+\.\n$/);
  for (const { name, lines } of models) {
    lines.forEach((line, place) => {
      if (line.startsWith('///') || line.startsWith('@@')) return;
      expect(lines[place - 1], `${name}: ${line}`).toMatch(/^\/\/\/ .+\.$/);
    });
  }
});
