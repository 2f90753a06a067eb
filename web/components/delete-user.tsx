/** Deleting a user, whose name is typed first, because nothing brings the account back. */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';

import { unwrap } from '../../client/errors.ts';
import { graphql } from '../_generated/gql.ts';
import { fieldError, useAction } from '../action.ts';
import { useAnnounce } from './announcer.tsx';
import { Dialog } from './dialog.tsx';
import { Form, textOf } from './form.tsx';
import { Panel } from './panel.tsx';

const DeleteUserDocument = graphql(/* GraphQL */ `
  mutation DeleteUser_Delete($input: DeleteUserInput!) {
    deleteUser(input: $input) {
      __typename
      ... on DeleteUserPayload {
        deletedName
      }
      ... on UserError {
        message
        code
        path
      }
    }
  }
`);

export function DeleteUser({ name }: { name: string }) {
  const [opened, setOpened] = useState(false);
  return (
    <Panel title="Danger zone" danger>
      <Group justify="space-between">
        <Text>Deleting {name} is for good. The name is never used again.</Text>
        <Button color="red" variant="outline" onClick={() => setOpened(true)}>
          Delete this user
        </Button>
      </Group>
      <Dialog title={`Delete ${name}?`} opened={opened} onClose={() => setOpened(false)}>
        <Confirmation name={name} onClose={() => setOpened(false)} />
      </Dialog>
    </Panel>
  );
}

function Confirmation({ name, onClose }: { name: string; onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const remove = useAction(DeleteUserDocument, (data) => unwrap(data.deleteUser, 'DeleteUserPayload'));
  const navigate = useNavigate();
  const announce = useAnnounce();
  const submit = async (values: FormData): Promise<void> => {
    const input = { name, confirmName: textOf(values, 'confirmName') };
    if ((await remove.run({ input })) === null) return;
    announce(`${name} is deleted.`);
    await navigate({ to: '/users' });
  };
  return (
    <Form
      action={remove}
      fields={['confirmName']}
      submit="Delete for good"
      submitProps={{ color: 'red', disabled: typed !== name }}
      aside={
        <Button variant="default" onClick={onClose}>
          Keep the user
        </Button>
      }
      onSubmit={(values) => void submit(values)}
    >
      <Stack gap="md">
        <Text>
          This cannot be undone. All tokens of {name} are revoked, and lists and groups name {name} no more.
          Who still owns package indexes is not deleted.
        </Text>
        <TextInput
          name="confirmName"
          label={`Type ${name} to confirm`}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={fieldError(remove.failure, 'confirmName')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
        />
      </Stack>
    </Form>
  );
}
