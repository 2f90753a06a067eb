// The rules that every type of the API keeps, held against the schema itself; and that schema.graphql is what the code
// says. `npm run codegen` prints it anew.

import { readFileSync } from 'node:fs';

import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isSpecifiedScalarType,
  isUnionType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLType,
} from 'graphql';
import { describe, expect, it } from 'vitest';

import { schemaText } from '../../server/graphql/schema-text.ts';
import { schema } from '../../server/graphql/schema.ts';

const types = Object.values(schema.getTypeMap()).filter(
  (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
);
const mutations = Object.values(schema.getMutationType()!.getFields());

describe('schema.graphql', () => {
  it('is what the code says', () => {
    expect(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8')).toBe(schemaText());
  });
});

describe('descriptions', () => {
  it('stand on everything', () => {
    expect(described.filter(({ text }) => !text)).toEqual([]);
  });

  it('are sentences', () => {
    expect(described.filter(({ text }) => !/^\S.*[.]$/s.test(text ?? ''))).toEqual([]);
  });

  it('do not repeat the name they explain', () => {
    const repeating = described.filter(
      ({ path, text }) => words(text ?? '') === words(path.split('.').at(-1)!),
    );
    expect(repeating).toEqual([]);
  });

  it('say what null means wherever a field can be null', () => {
    const silent = outputFields.filter(
      ({ field }) => !isNonNullType(field.type) && !/\bnull\b/i.test(field.description ?? ''),
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it('say what an input means that is left out', () => {
    const silent = inputs.filter(
      ({ type, text }) => !isNonNullType(type) && !/absent|left out|neither/i.test(text ?? ''),
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});

describe('mutations', () => {
  it('begin with a verb', () => {
    const verbs =
      /^(activate|add|apply|change|create|deactivate|delete|end|grant|narrow|pause|promote|redeem|refresh|release|remove|renew|report|reserve|reset|resume|revoke|rotate|set|sign|unpin|unreserve|unyank|update|yank)(?=[A-Z])/;
    expect(mutations.map(({ name }) => name).filter((name) => !verbs.test(name))).toEqual([]);
  });

  it('take one required argument called input, named after them, or none', () => {
    const shapes = mutations.map(({ name, args }) => [
      name,
      args.map((arg) => `${arg.name}: ${String(arg.type)}`),
    ]);
    expect(shapes).toEqual(
      mutations.map(({ name, args }) => [name, args.length === 0 ? [] : [`input: ${upper(name)}Input!`]]),
    );
  });

  it('answer with a union of their payload and user errors', () => {
    for (const { name, type } of mutations) {
      expect(String(type)).toBe(`${upper(name)}Result!`);
      const members = membersOf(type);
      expect(members.filter((member) => !isUserError(member)).map(String)).toEqual([`${upper(name)}Payload`]);
    }
  });

  it('carry a serial in every payload, whose members are never null unless it is said', () => {
    const payloads = mutations
      .flatMap(({ type }) => membersOf(type))
      // Whoever reports a leak learns from nothing whether something changed.
      .filter((member) => !isUserError(member) && member.name !== 'ReportLeakedTokenPayload');
    expect(payloads.map((payload) => String(payload.getFields().serial?.type))).toEqual(
      payloads.map(() => 'Serial!'),
    );
  });
});

describe('names and nullability', () => {
  it('end inputs in Input, errors in Error, and nothing else so', () => {
    const wrong = types.filter(
      (type) =>
        isInputObjectType(type) !== type.name.endsWith('Input') ||
        (isObjectType(type) && isUserError(type)) !== (isObjectType(type) && type.name.endsWith('Error')),
    );
    expect(wrong.map(String)).toEqual([]);
  });

  it('make no list of anything that may be null, and no list null in an answer', () => {
    const loose = [...outputFields.map(({ path, field }) => ({ path, type: field.type })), ...inputs].filter(
      ({ type }) => {
        const list = isNonNullType(type) ? (type.ofType as GraphQLType) : type;
        return isListType(list) && !isNonNullType(list.ofType);
      },
    );
    const absent = outputFields.filter(({ field }) => isListType(field.type));
    expect([...loose, ...absent].map(({ path }) => path)).toEqual([]);
  });

  it('offer lists that can grow as connections with nodes and a count', () => {
    const connections = types.filter(
      (type): type is GraphQLObjectType => type.name.endsWith('Connection') && isObjectType(type),
    );
    expect(connections.length).toBeGreaterThan(4);
    for (const connection of connections) {
      expect(Object.keys(connection.getFields()).sort()).toEqual([
        'edges',
        'nodes',
        'pageInfo',
        'totalCount',
      ]);
    }
  });

  it('never count in floating point', () => {
    expect(outputFields.filter(({ field }) => getNamedType(field.type).name === 'Float')).toEqual([]);
  });
});

const outputFields = types.flatMap((type) =>
  isObjectType(type) || isInterfaceType(type)
    ? Object.values(type.getFields()).map((field) => ({ path: `${type.name}.${field.name}`, field }))
    : [],
);

const inputs = [
  ...outputFields.flatMap(({ path, field }) => field.args.map((arg) => inputAt(path, arg))),
  ...types.flatMap((type) =>
    isInputObjectType(type) ? Object.values(type.getFields()).map((field) => inputAt(type.name, field)) : [],
  ),
];

const described = [
  ...types.map((type) => ({ path: type.name, text: type.description })),
  ...outputFields.map(({ path, field }) => ({ path, text: field.description })),
  ...inputs.map(({ path, text }) => ({ path, text })),
  ...types.flatMap((type) =>
    isEnumType(type)
      ? type.getValues().map(({ name, description }) => ({ path: `${type.name}.${name}`, text: description }))
      : [],
  ),
];

function inputAt(path: string, input: { name: string; type: GraphQLType; description?: string | null }) {
  return { path: `${path}.${input.name}`, type: input.type, text: input.description };
}

function membersOf(type: GraphQLField<unknown, unknown>['type']): readonly GraphQLObjectType[] {
  const union = getNamedType(type);
  return isUnionType(union) ? union.getTypes() : [];
}

function isUserError(type: GraphQLObjectType): boolean {
  return type.getInterfaces().some(({ name }) => name === 'UserError');
}

function upper(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Without articles, punctuation and case: "The owner." says no more than `owner`. */
function words(text: string): string {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/\b(the|a|an|of|its|this)\b/g, ' ')
    .replace(/[^a-z]+/g, '');
}
