/**
 * What outlasts a session needs a password that was shown in the last 15 minutes. An action that is refused for that
 * asks here, over whatever is open, and goes on where it was.
 */
import { Button, Text } from '@mantine/core';
import { type ReactNode, useCallback, useState } from 'react';

import { unwrap } from '../../client/errors.ts';
import { graphql } from '../_generated/gql.ts';
import { fieldError, useAction } from '../action.ts';
import { ConfirmPasswordContext } from '../password-confirmation.ts';
import { Dialog } from './dialog.tsx';
import { Form, textOf } from './form.tsx';
import { PasswordField } from './password-field.tsx';

const RenewSessionDocument = graphql(/* GraphQL */ `
  mutation ConfirmPassword_Renew($input: RenewSessionInput!) {
    renewSession(input: $input) {
      __typename
      ... on RenewSessionPayload {
        expiresAt
      }
      ... on UserError {
        message
        code
        path
      }
    }
  }
`);

export function PasswordConfirmation({ children }: { children: ReactNode }) {
  const [answer, setAnswer] = useState<((confirmed: boolean) => void) | null>(null);
  const ask = useCallback(() => new Promise<boolean>((resolve) => setAnswer(() => resolve)), []);
  const close = (confirmed: boolean): void => {
    answer?.(confirmed);
    setAnswer(null);
  };
  return (
    <ConfirmPasswordContext value={ask}>
      {children}
      <Dialog title="Confirm your password" opened={answer !== null} onClose={() => close(false)}>
        <Question onAnswer={close} />
      </Dialog>
    </ConfirmPasswordContext>
  );
}

function Question({ onAnswer }: { onAnswer: (confirmed: boolean) => void }) {
  const renew = useAction(RenewSessionDocument, (data) => unwrap(data.renewSession, 'RenewSessionPayload'));
  const submit = async (values: FormData): Promise<void> => {
    if ((await renew.run({ input: { password: textOf(values, 'password') } })) !== null) onAnswer(true);
  };
  return (
    <Form
      action={renew}
      fields={['password']}
      submit="Confirm"
      aside={
        <Button variant="default" onClick={() => onAnswer(false)}>
          Cancel
        </Button>
      }
      onSubmit={(values) => void submit(values)}
    >
      <Text>
        You signed in more than 15 minutes ago, and what you are about to do lasts longer than that.
      </Text>
      <PasswordField
        label="Your password"
        autoComplete="current-password"
        error={fieldError(renew.failure, 'password')}
        autoFocus
      />
    </Form>
  );
}
