/** Creating a user: a person gets a link to set a password, a service account lives by tokens. */
import { NativeSelect, Stack, TextInput } from '@mantine/core';
import { useEffect } from 'react';

import { unwrap } from '../../client/errors.ts';
import type { Role, UserKind } from '../_generated/graphql.ts';
import { graphql } from '../_generated/gql.ts';
import { fieldError, useAction } from '../action.ts';
import { useAnnounce } from './announcer.tsx';
import { Dialog } from './dialog.tsx';
import { Form, textOf } from './form.tsx';
import type { MadeLink } from './link-reveal.tsx';

const CreateUserDocument = graphql(/* GraphQL */ `
  mutation CreateUserDialog_Create($input: CreateUserInput!) {
    createUser(input: $input) {
      __typename
      ... on CreateUserPayload {
        user {
          id
          name
        }
        setupLink
        emailSent
      }
      ... on UserError {
        message
        code
        path
      }
    }
  }
`);

interface CreateUserDialogProps {
  opened: boolean;
  onClose: () => void;
  /** Null for a service account, which needs no link. */
  onCreated: (link: MadeLink | null) => void;
}

export function CreateUserDialog({ opened, onClose, onCreated }: CreateUserDialogProps) {
  const create = useAction(CreateUserDocument, (data) => unwrap(data.createUser, 'CreateUserPayload'));
  const { reset } = create;
  const announce = useAnnounce();
  useEffect(() => {
    if (opened) reset();
  }, [opened, reset]);

  const submit = async (values: FormData): Promise<void> => {
    const payload = await create.run({
      input: {
        name: textOf(values, 'name').trim(),
        email: textOf(values, 'email').trim() || null,
        displayName: textOf(values, 'displayName').trim() || null,
        kind: textOf(values, 'kind') as UserKind,
        role: textOf(values, 'role') as Role,
      },
    });
    if (payload === null) return;
    const { user, setupLink, emailSent } = payload;
    announce(`${user.name} is created.`);
    onCreated(setupLink === null ? null : { user: user.name, url: setupLink, emailSent });
  };

  return (
    <Dialog title="Create a user" opened={opened} onClose={onClose}>
      <Form
        action={create}
        fields={['name', 'email', 'displayName']}
        submit="Create user"
        onSubmit={(values) => void submit(values)}
      >
        <Stack gap="md">
          <TextInput
            name="name"
            label="User name"
            description="Part of URLs; it cannot be changed, and is never used again."
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            error={fieldError(create.failure, 'name')}
            data-autofocus
            required
            withAsterisk={false}
          />
          <NativeSelect name="kind" label="Kind" data={kinds} />
          <TextInput
            name="email"
            label="Email (optional)"
            description="Where links to set a password go."
            autoComplete="off"
            spellCheck={false}
            error={fieldError(create.failure, 'email')}
          />
          <TextInput
            name="displayName"
            label="Display name (optional)"
            autoComplete="off"
            error={fieldError(create.failure, 'displayName')}
          />
          <NativeSelect name="role" label="Role" data={roles} />
        </Stack>
      </Form>
    </Dialog>
  );
}

const kinds = [
  { value: 'HUMAN', label: 'A person' },
  { value: 'SERVICE', label: 'A service account, such as a team' },
];

export const roles = [
  { value: 'MEMBER', label: 'Member: administers what is theirs' },
  { value: 'ADMIN', label: 'Admin: administers every user and index' },
];
