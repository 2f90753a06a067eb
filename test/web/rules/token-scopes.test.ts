// The scopes that the form offers, against those that the server knows.
import { expect, test } from 'vitest';

import { type Scope, SCOPES } from '../../../server/domain/tokens/scope.ts';
import {
  areAboutIndexes,
  haveApi,
  scopesFor,
  scopeWord,
  tokenScopes,
} from '../../../web/rules/token-scopes.ts';

const values = (scopes: readonly { value: string }[]) => scopes.map(({ value }) => value);

test('the form knows every scope that there is', () => {
  expect(values(tokenScopes).sort()).toEqual(Object.keys(SCOPES).sort());
});

test.each(tokenScopes.map((scope) => [scope.value, scope] as const))(
  '%s is offered to whom the server allows it, asks for indexes where the server does, and warns where it is grave',
  (value, scope) => {
    const rules: { role: string; isAboutIndexes: boolean; isGrave?: true } = SCOPES[value satisfies Scope];
    expect({
      isAboutIndexes: scope.isAboutIndexes,
      isForAdmins: !values(scopesFor('MEMBER')).includes(value),
      warns: 'warning' in scope,
    }).toEqual({
      isAboutIndexes: rules.isAboutIndexes,
      isForAdmins: rules.role === 'ADMIN',
      warns: rules.isGrave === true,
    });
  },
);

test('an admin may choose from all of them', () => {
  expect(values(scopesFor('ADMIN'))).toEqual(values(tokenScopes));
});

test('one scope about indexes is enough to ask for them', () => {
  expect([
    areAboutIndexes([]),
    areAboutIndexes(['audit:read']),
    areAboutIndexes(['audit:read', 'index:read']),
  ]).toEqual([false, false, true]);
});

test('installing and uploading alone need no API', () => {
  expect([haveApi(['index:read', 'index:upload']), haveApi(['index:read', 'users:read'])]).toEqual([
    false,
    true,
  ]);
});

test('a scope that this page does not know is shown whole', () => {
  expect([scopeWord('index:upload'), scopeWord('index:polish')]).toEqual(['upload', 'index:polish']);
});
