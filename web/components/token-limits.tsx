/** What else narrows a token, and what to remember of it. All of it may stay empty. */
import { TextInput } from '@mantine/core';

import type { WheelhouseError } from '../../client/errors.ts';
import { fieldError } from '../action.ts';
import { earliestDate } from '../rules/token-expiry.ts';
import { Disclosure } from './disclosure.tsx';

interface TokenLimitsProps {
  /** Projects are in indexes: without these there is nothing to choose from. */
  hasIndexes: boolean;
  failure: WheelhouseError | null;
}

export const limitFields = ['description', 'projects', 'addresses', 'notBefore'];

/** The fields are the form's: `description`, `projects`, `addresses` and `notBefore`. */
export function TokenLimits({ hasIndexes, failure }: TokenLimitsProps) {
  return (
    <Disclosure
      title="Advanced"
      hint="Projects, addresses, a first day, a description."
      mustOpen={fieldError(failure, ...limitFields) !== null}
    >
      {hasIndexes ? (
        <TextInput
          name="projects"
          label="Only these projects"
          description="Names, or their beginning and *, with commas between them. Empty: every project."
          placeholder="acme-tools, acme-internal-*"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          error={fieldError(failure, 'projects')}
        />
      ) : null}
      <TextInput
        name="addresses"
        label="Only from these addresses"
        description="Addresses or networks, with commas between them. Empty: from everywhere."
        placeholder="192.0.2.7, 10.0.0.0/8"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        error={fieldError(failure, 'addresses')}
      />
      <TextInput
        name="notBefore"
        type="date"
        label="First day"
        description="Empty: it works at once."
        min={earliestDate(new Date())}
        maw="12rem"
        error={fieldError(failure, 'notBefore')}
      />
      <TextInput
        name="description"
        label="Description"
        description="For whoever looks at it later. At most 500 characters."
        autoComplete="off"
        error={fieldError(failure, 'description')}
      />
    </Disclosure>
  );
}
