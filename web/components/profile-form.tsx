/** What others read of me, and where mail goes. The user name and the role are not mine to change. */
import { Stack, TextInput } from '@mantine/core';

import { unwrap } from '../../client/errors.ts';
import { graphql } from '../_generated/gql.ts';
import { fieldError, useAction } from '../action.ts';
import { useAnnounce } from './announcer.tsx';
import { Form, textOf } from './form.tsx';
import { Panel } from './panel.tsx';

const UpdateProfileDocument = graphql(/* GraphQL */ `
  mutation ProfileForm_Update($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      __typename
      ... on UpdateProfilePayload {
        user {
          id
          displayName
          email
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

interface ProfileFormProps {
  user: { displayName: string | null; email: string | null };
}

export function ProfileForm({ user }: ProfileFormProps) {
  const update = useAction(UpdateProfileDocument, (data) =>
    unwrap(data.updateProfile, 'UpdateProfilePayload'),
  );
  const announce = useAnnounce();
  const submit = async (values: FormData): Promise<void> => {
    const input = {
      displayName: textOf(values, 'displayName').trim() || null,
      email: textOf(values, 'email').trim() || null,
    };
    if ((await update.run({ input })) !== null) announce('Your profile is saved.');
  };
  return (
    <Panel title="Profile">
      <Form
        action={update}
        fields={['displayName', 'email']}
        submit="Save profile"
        onSubmit={(values) => void submit(values)}
      >
        <Stack gap="md">
          <TextInput
            name="displayName"
            label="Display name"
            description="What people read. Empty: your user name."
            autoComplete="name"
            maxLength={200}
            maw="24rem"
            defaultValue={user.displayName ?? ''}
            error={fieldError(update.failure, 'displayName')}
          />
          <TextInput
            name="email"
            label="Email"
            description="Where links to set a password go."
            autoComplete="email"
            spellCheck={false}
            maw="24rem"
            defaultValue={user.email ?? ''}
            error={fieldError(update.failure, 'email')}
          />
        </Stack>
      </Form>
    </Panel>
  );
}
