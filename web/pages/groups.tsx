/** Named sets of users, for administrators; creating another. */
import { Stack, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from 'urql';

import type { GroupsPageQuery } from '../_generated/graphql.ts';
import { graphql } from '../_generated/gql.ts';
import { AdminsOnly } from '../components/admins-only.tsx';
import { CreateGroupDialog } from '../components/create-group-dialog.tsx';
import { Failure } from '../components/failure.tsx';
import { ButtonLink, TextLink } from '../components/links.tsx';
import { LoadingRows } from '../components/loading.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { type Column, Table } from '../components/table.tsx';
import { pageVariables } from '../rules/page-bounds.ts';
import { asFailure } from '../urql.ts';

const route = getRouteApi('/signed-in/groups');

const GroupsDocument = graphql(/* GraphQL */ `
  query GroupsPage($first: Int, $after: String, $last: Int, $before: String) {
    groups(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        id
        name
        description
        indexes
        members(first: 1) {
          totalCount
        }
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

type ListedGroup = GroupsPageQuery['groups']['nodes'][number];

export function GroupsPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <AdminsOnly>
      <Page
        title="Groups"
        lead="Named sets of users, which lists of package indexes may name."
        actions={
          <ButtonLink to="." search={{ ...search, create: true }}>
            Create a group
          </ButtonLink>
        }
      >
        <List />
        <CreateGroupDialog
          opened={search.create === true}
          onClose={() => void navigate({ search: { ...search, create: undefined }, replace: true })}
        />
      </Page>
    </AdminsOnly>
  );
}

function List() {
  const search = route.useSearch();
  const [{ data, error }, execute] = useQuery({
    query: GroupsDocument,
    variables: pageVariables(search),
    requestPolicy: 'cache-and-network',
  });
  if (error && !data) {
    return <Failure failure={asFailure(error)} retry={() => execute({ requestPolicy: 'network-only' })} />;
  }
  if (!data) return <LoadingRows />;
  const { nodes, pageInfo } = data.groups;
  if (nodes.length === 0) return <Text>No group yet. With one, a list lets in whoever is in it.</Text>;
  return (
    <>
      <Table label="Groups" columns={columns} rows={nodes} />
      <Pager of="Groups" bounds={search} ends={pageInfo} />
    </>
  );
}

const columns: Column<ListedGroup>[] = [
  {
    title: 'Group',
    cell: ({ name, description }) => (
      <Stack gap={0}>
        <TextLink to="/groups/$group" params={{ group: name }} fw={600} underline="hover">
          {name}
        </TextLink>
        {description === null ? null : (
          <Text size="sm" c="dimmed">
            {description}
          </Text>
        )}
      </Stack>
    ),
  },
  { title: 'Indexes', cell: ({ indexes }) => indexes.join(', ') || '–' },
  { title: 'Members', cell: ({ members }) => members.totalCount, atEnd: true },
];
