/** Who is in a group: taking users in, and taking them out again. */
import { Button, Text, TextInput } from '@mantine/core';
import { useState } from 'react';

import { unwrap } from '../../client/errors.ts';
import { graphql } from '../_generated/gql.ts';
import { fieldError, useAction } from '../action.ts';
import { useAnnounce } from './announcer.tsx';
import { Failure } from './failure.tsx';
import { Form, textOf } from './form.tsx';
import { TextLink } from './links.tsx';
import { Moment } from './moment.tsx';
import { Panel } from './panel.tsx';
import { type Column, Table } from './table.tsx';

const AddDocument = graphql(/* GraphQL */ `
  mutation GroupMembers_Add($input: AddGroupMembersInput!) {
    addGroupMembers(input: $input) {
      __typename
      ... on AddGroupMembersPayload {
        group {
          id
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

const RemoveDocument = graphql(/* GraphQL */ `
  mutation GroupMembers_Remove($input: RemoveGroupMembersInput!) {
    removeGroupMembers(input: $input) {
      __typename
      ... on RemoveGroupMembersPayload {
        group {
          id
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

export interface Member {
  id: string;
  createdAt: string;
  user: { name: string };
}

interface GroupMembersProps {
  name: string;
  members: Member[];
  total: number;
  /** Asks for the members anew. */
  onChanged: () => void;
}

export function GroupMembers({ name, members, total, onChanged }: GroupMembersProps) {
  const remove = useAction(RemoveDocument, (data) =>
    unwrap(data.removeGroupMembers, 'RemoveGroupMembersPayload'),
  );
  const announce = useAnnounce();
  const takeOut = async (user: string): Promise<void> => {
    if ((await remove.run({ input: { name, users: [user] } })) === null) return;
    announce(`${user} is not in ${name} any more.`);
    document.getElementById('content')?.focus({ preventScroll: true });
    onChanged();
  };
  const columns: Column<Member>[] = [
    {
      title: 'User',
      cell: ({ user }) => (
        <TextLink to="/users/$user" params={{ user: user.name }} underline="hover">
          {user.name}
        </TextLink>
      ),
    },
    { title: 'Since', cell: ({ createdAt }) => <Moment at={createdAt} /> },
    {
      title: 'Action',
      cell: ({ user }) => (
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          aria-label={`Take out ${user.name}`}
          disabled={remove.busy}
          onClick={() => void takeOut(user.name)}
        >
          Take out
        </Button>
      ),
      atEnd: true,
    },
  ];
  return (
    <Panel title="Members">
      {remove.failure === null ? null : <Failure failure={remove.failure} />}
      {members.length === 0 ? (
        <Text>Nobody is in it.</Text>
      ) : (
        <Table label="Members" columns={columns} rows={members} />
      )}
      {total > members.length ? (
        <Text size="sm" c="dimmed">
          The first {members.length} of {total}.
        </Text>
      ) : null}
      <AddMembers name={name} onChanged={onChanged} />
    </Panel>
  );
}

function AddMembers({ name, onChanged }: { name: string; onChanged: () => void }) {
  const add = useAction(AddDocument, (data) => unwrap(data.addGroupMembers, 'AddGroupMembersPayload'));
  const announce = useAnnounce();
  const [typed, setTyped] = useState('');
  const submit = async (values: FormData): Promise<void> => {
    const users = textOf(values, 'users')
      .split(/[\s,]+/)
      .filter((user) => user !== '');
    if ((await add.run({ input: { name, users } })) === null) return;
    announce(`${users.join(', ')} came into ${name}.`);
    setTyped('');
    onChanged();
  };
  return (
    <Form action={add} fields={['users']} submit="Take in" onSubmit={(values) => void submit(values)}>
      <TextInput
        name="users"
        label="Take users in"
        description="User names, with blanks or commas between them."
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        error={fieldError(add.failure, 'users')}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
      />
    </Form>
  );
}
