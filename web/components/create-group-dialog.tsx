/** Creating a group, with nobody in it. */
import { Stack, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';

import { unwrap } from '../../client/errors.ts';
import { graphql } from '../_generated/gql.ts';
import { fieldError, useAction } from '../action.ts';
import { useAnnounce } from './announcer.tsx';
import { Dialog } from './dialog.tsx';
import { Form, textOf } from './form.tsx';

const CreateGroupDocument = graphql(/* GraphQL */ `
  mutation CreateGroupDialog_Create($input: CreateGroupInput!) {
    createGroup(input: $input) {
      __typename
      ... on CreateGroupPayload {
        group {
          id
          name
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

export function CreateGroupDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const create = useAction(CreateGroupDocument, (data) => unwrap(data.createGroup, 'CreateGroupPayload'));
  const { reset } = create;
  const navigate = useNavigate();
  const announce = useAnnounce();
  useEffect(() => {
    if (opened) reset();
  }, [opened, reset]);

  const submit = async (values: FormData): Promise<void> => {
    const payload = await create.run({
      input: {
        name: textOf(values, 'name').trim(),
        description: textOf(values, 'description').trim() || null,
      },
    });
    if (payload === null) return;
    announce(`${payload.group.name} is created.`);
    await navigate({ to: '/groups/$group', params: { group: payload.group.name } });
  };

  return (
    <Dialog title="Create a group" opened={opened} onClose={onClose}>
      <Form
        action={create}
        fields={['name', 'description']}
        submit="Create group"
        onSubmit={(values) => void submit(values)}
      >
        <Stack gap="md">
          <TextInput
            name="name"
            label="Name"
            description="Lists of package indexes write it with a colon before it. It cannot be changed."
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            error={fieldError(create.failure, 'name')}
            data-autofocus
            required
            withAsterisk={false}
          />
          <TextInput
            name="description"
            label="Description (optional)"
            error={fieldError(create.failure, 'description')}
          />
        </Stack>
      </Form>
    </Dialog>
  );
}
