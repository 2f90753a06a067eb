/** Another password for myself. Whoever is signed in elsewhere as me is signed out by it. */
import { Box, Stack } from '@mantine/core';
import { useState } from 'react';

import { unwrap } from '../../client/errors.ts';
import { graphql } from '../_generated/gql.ts';
import { fieldError, useAction } from '../action.ts';
import { useAnnounce } from './announcer.tsx';
import { Form, textOf } from './form.tsx';
import { Panel } from './panel.tsx';
import { PasswordField } from './password-field.tsx';

const ChangePasswordDocument = graphql(/* GraphQL */ `
  mutation ChangePassword_Change($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      __typename
      ... on ChangePasswordPayload {
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

export function ChangePassword() {
  const change = useAction(ChangePasswordDocument, (data) =>
    unwrap(data.changePassword, 'ChangePasswordPayload'),
  );
  const announce = useAnnounce();
  // Another form is an empty one: no password stays in a field.
  const [changes, setChanges] = useState(0);
  const submit = async (values: FormData): Promise<void> => {
    const input = {
      currentPassword: textOf(values, 'currentPassword'),
      newPassword: textOf(values, 'newPassword'),
    };
    if ((await change.run({ input })) === null) return;
    setChanges((count) => count + 1);
    announce('Your password is changed. You are signed out everywhere else.');
  };
  return (
    <Panel title="Password">
      <Form
        key={changes}
        action={change}
        fields={['currentPassword', 'newPassword']}
        submit="Change password"
        onSubmit={(values) => void submit(values)}
      >
        <Box maw="24rem">
          <Stack gap="md">
            <PasswordField
              name="currentPassword"
              label="Current password"
              autoComplete="current-password"
              error={fieldError(change.failure, 'currentPassword')}
            />
            <PasswordField
              name="newPassword"
              label="New password"
              description="At least 12 characters. Several unrelated words are good."
              autoComplete="new-password"
              error={fieldError(change.failure, 'newPassword')}
            />
          </Stack>
        </Box>
      </Form>
    </Panel>
  );
}
