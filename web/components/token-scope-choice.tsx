/**
 * What a token may do: packages first, then what scripts need. What changes who may do what, or takes something away,
 * is never preset, and whoever chooses it says that they know what it can do.
 */
import { Alert, Checkbox, Stack } from '@mantine/core';

import { type IndexRights, offerOf } from '../rules/index-rights.ts';
import { scopesFor } from '../rules/token-scopes.ts';
import { Disclosure } from './disclosure.tsx';
import { GroupError } from './group-error.tsx';

interface TokenScopeChoiceProps {
  role: 'ADMIN' | 'MEMBER';
  /** The indexes it is bound to so far. */
  indexes: IndexRights[];
  wanted: string[];
  /** Those with a warning that was ticked. */
  known: string[];
  onChange: (wanted: string[], known: string[]) => void;
  error: string | null;
}

export function TokenScopeChoice({ role, indexes, wanted, known, onChange, error }: TokenScopeChoiceProps) {
  const offers = scopesFor(role).map((scope) => ({ ...scope, ...offerOf(scope.value, indexes) }));
  const chosen = offers.filter(({ value, offered }) => offered && wanted.includes(value));
  const choose = (checked: string[]): void => {
    // What cannot be had now stays wanted, for when another index is chosen.
    const waiting = offers.filter(({ value, offered }) => !offered && wanted.includes(value));
    const next = [...checked, ...waiting.map(({ value }) => value)];
    onChange(
      next,
      known.filter((scope) => next.includes(scope)),
    );
  };
  const boxes = (opens: 'packages' | 'api') =>
    offers
      .filter((offer) => offer.opens === opens)
      .map(({ value, word, allows, offered, why }) => (
        <Checkbox
          key={value}
          value={value}
          label={word}
          description={why === null ? allows : `${allows} ${why}`}
          disabled={!offered}
        />
      ));

  return (
    <Stack gap="sm">
      <Checkbox.Group
        label="What it may do"
        value={chosen.map(({ value }) => value)}
        onChange={choose}
        error={error === null ? null : <GroupError sentence={error} />}
      >
        <Stack gap="sm" my="xs">
          {boxes('packages')}
          <Disclosure title="Automation" hint="For scripts and the command line, which use the API.">
            {boxes('api')}
          </Disclosure>
        </Stack>
      </Checkbox.Group>
      <Warnings
        scopes={chosen.flatMap(({ value, word, warning }) => (warning ? [{ value, word, warning }] : []))}
        known={known}
        onChange={(ticked) => onChange(wanted, ticked)}
      />
    </Stack>
  );
}

interface WarningsProps {
  scopes: { value: string; word: string; warning: string }[];
  known: string[];
  onChange: (known: string[]) => void;
}

function Warnings({ scopes, known, onChange }: WarningsProps) {
  if (scopes.length === 0) return null;
  return (
    <Alert color="amber" title="This can do harm in the wrong hands">
      <Stack gap="sm">
        {scopes.map(({ value, word, warning }) => (
          <Checkbox
            key={value}
            label={`I know what “${word}” can do`}
            description={warning}
            checked={known.includes(value)}
            onChange={({ currentTarget: { checked } }) =>
              onChange(checked ? [...known, value] : known.filter((scope) => scope !== value))
            }
          />
        ))}
      </Stack>
    </Alert>
  );
}
