/** What an administrator changes of a user: display name, address, role. */
import { NativeSelect, Stack, TextInput } from '@mantine/core';

import { unwrap } from '../../client/errors.ts';
import type { Role } from '../_generated/graphql.ts';
import { graphql } from '../_generated/gql.ts';
import { fieldError, useAction } from '../action.ts';
import { useAnnounce } from './announcer.tsx';
import { roles } from './create-user-dialog.tsx';
import { Form, textOf } from './form.tsx';
import { Panel } from './panel.tsx';

const UpdateUserDocument = graphql(/* GraphQL */ `
  mutation UserDetails_Update($input: UpdateUserInput!) {
    updateUser(input: $input) {
      __typename
      ... on UpdateUserPayload {
        user {
          id
          displayName
          email
          role
        }
      }
      ... on UserError {
        message
        code
        path
      }
    }
  }
`);

interface UserDetailsProps {
  user: { name: string; displayName: string | null; email: string | null; role: Role };
  /** Nobody changes their own role. */
  isOneself: boolean;
}

export function UserDetails({ user, isOneself }: UserDetailsProps) {
  const update = useAction(UpdateUserDocument, (data) => unwrap(data.updateUser, 'UpdateUserPayload'));
  const announce = useAnnounce();
  const submit = async (values: FormData): Promise<void> => {
    const input = {
      name: user.name,
      displayName: textOf(values, 'displayName').trim() || null,
      email: textOf(values, 'email').trim() || null,
      ...(!isOneself && { role: textOf(values, 'role') as Role }),
    };
    if ((await update.run({ input })) !== null) announce(`${user.name} is saved.`);
  };
  return (
    <Panel title="Details">
      <Form
        action={update}
        fields={['displayName', 'email']}
        submit="Save"
        onSubmit={(values) => void submit(values)}
      >
        <Stack gap="md">
          <TextInput
            name="displayName"
            label="Display name"
            description="What people read. Empty: the user name."
            maw="24rem"
            autoComplete="off"
            defaultValue={user.displayName ?? ''}
            error={fieldError(update.failure, 'displayName')}
          />
          <TextInput
            name="email"
            label="Email"
            description="Where links to set a password go."
            maw="24rem"
            autoComplete="off"
            spellCheck={false}
            defaultValue={user.email ?? ''}
            error={fieldError(update.failure, 'email')}
          />
          <NativeSelect
            name="role"
            label="Role"
            description={
              isOneself ? 'Another admin can change yours.' : 'Another role ends the sessions of the user.'
            }
            maw="24rem"
            data={roles}
            defaultValue={user.role}
            disabled={isOneself}
          />
        </Stack>
      </Form>
    </Panel>
  );
}
