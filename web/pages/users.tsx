/** Everybody who has an account here, for administrators; creating another. */
import { Badge, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';

import type { UsersPageQuery } from '../_generated/graphql.ts';
import { graphql } from '../_generated/gql.ts';
import { AdminsOnly } from '../components/admins-only.tsx';
import { CreateUserDialog } from '../components/create-user-dialog.tsx';
import { Failure } from '../components/failure.tsx';
import { textOf } from '../components/form.tsx';
import { LinkReveal, type MadeLink } from '../components/link-reveal.tsx';
import { ButtonLink, TextLink } from '../components/links.tsx';
import { LoadingRows } from '../components/loading.tsx';
import { Moment } from '../components/moment.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { SearchForm } from '../components/search-form.tsx';
import { type Column, Table } from '../components/table.tsx';
import { pageVariables } from '../rules/page-bounds.ts';
import { readUserState } from '../rules/user-states.ts';
import { asFailure } from '../urql.ts';

const route = getRouteApi('/signed-in/users');

const UsersDocument = graphql(/* GraphQL */ `
  query UsersPage($first: Int, $after: String, $last: Int, $before: String, $filter: UserFilterInput) {
    users(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      totalCount
      nodes {
        id
        name
        displayName
        email
        kind
        role
        createdAt
        deactivatedAt
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`);

type ListedUser = UsersPageQuery['users']['nodes'][number];

export function UsersPage() {
  return (
    <AdminsOnly>
      <Users />
    </AdminsOnly>
  );
}

function Users() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [link, setLink] = useState<MadeLink | null>(null);
  const closeDialog = () => void navigate({ search: { ...search, create: undefined }, replace: true });

  return (
    <Page
      title="Users"
      lead="People and service accounts."
      actions={
        <ButtonLink to="." search={{ ...search, create: true }}>
          Create a user
        </ButtonLink>
      }
    >
      {link ? <LinkReveal link={link} onDone={() => setLink(null)} /> : null}
      <SearchForm
        label="Users"
        onSearch={(values) =>
          void navigate({
            search: {
              text: textOf(values, 'text').trim() || undefined,
              state: readUserState(textOf(values, 'state')),
            },
          })
        }
      >
        <TextInput
          name="text"
          label="Name or address"
          defaultValue={search.text ?? ''}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
        />
        <NativeSelect name="state" label="State" defaultValue={search.state ?? ''} data={states} />
      </SearchForm>
      <List />
      <CreateUserDialog
        opened={search.create === true}
        onClose={closeDialog}
        onCreated={(made) => {
          setLink(made);
          closeDialog();
        }}
      />
    </Page>
  );
}

function List() {
  const search = route.useSearch();
  const filter = { text: search.text ?? null, state: search.state ?? null };
  const [{ data, error }, execute] = useQuery({
    query: UsersDocument,
    variables: { ...pageVariables(search), filter },
    requestPolicy: 'cache-and-network',
  });
  if (error && !data) {
    return <Failure failure={asFailure(error)} retry={() => execute({ requestPolicy: 'network-only' })} />;
  }
  if (!data) return <LoadingRows />;
  const { nodes, pageInfo } = data.users;
  if (nodes.length === 0) return <Text>Nobody here is like that.</Text>;
  return (
    <>
      <Table label="Users" columns={columns} rows={nodes} />
      <Pager of="Users" bounds={search} ends={pageInfo} />
    </>
  );
}

const columns: Column<ListedUser>[] = [
  {
    title: 'User',
    cell: ({ name, displayName }) => (
      <Stack gap={0}>
        <TextLink to="/users/$user" params={{ user: name }} fw={600} underline="hover">
          {name}
        </TextLink>
        {displayName === null ? null : (
          <Text size="sm" c="dimmed">
            {displayName}
          </Text>
        )}
      </Stack>
    ),
  },
  { title: 'Email', cell: ({ email }) => email ?? '–' },
  {
    title: 'Role',
    cell: ({ role, kind }) => (
      <Group gap={6}>
        <Badge color={role === 'ADMIN' ? 'amber' : 'gray'}>{role.toLowerCase()}</Badge>
        {kind === 'SERVICE' ? <Badge color="gray">service</Badge> : null}
      </Group>
    ),
  },
  {
    title: 'State',
    cell: ({ deactivatedAt }) =>
      deactivatedAt === null ? <Badge>active</Badge> : <Badge color="gray">deactivated</Badge>,
  },
  { title: 'Created', cell: ({ createdAt }) => <Moment at={createdAt} />, atEnd: true },
];

const states = [
  { value: '', label: 'Any' },
  { value: 'ACTIVE', label: 'Active' },
  { value: 'DEACTIVATED', label: 'Deactivated' },
];
