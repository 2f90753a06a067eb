/** The package indexes one may see, and creating another. */
import { Badge, Group, Stack, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from 'urql';

import type { IndexesPageQuery } from '../_generated/graphql.ts';
import { graphql } from '../_generated/gql.ts';
import { CreateIndexDialog } from '../components/create-index-dialog.tsx';
import { Failure } from '../components/failure.tsx';
import { useSignedIn } from '../components/layout.tsx';
import { ButtonLink, TextLink } from '../components/links.tsx';
import { LoadingRows } from '../components/loading.tsx';
import { Moment } from '../components/moment.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Panel } from '../components/panel.tsx';
import { Snippet } from '../components/snippet.tsx';
import { type Column, Table } from '../components/table.tsx';
import { pageVariables } from '../rules/page-bounds.ts';
import { asFailure } from '../urql.ts';

const route = getRouteApi('/signed-in/');

const IndexesDocument = graphql(/* GraphQL */ `
  query IndexesPage($first: Int, $after: String, $last: Int, $before: String) {
    packageIndexes(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        id
        path
        name
        owner {
          id
          name
        }
        description
        createdAt
        viewerCanRead
        viewerCanUpload
        viewerCanAdminister
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

type ListedIndex = IndexesPageQuery['packageIndexes']['nodes'][number];

export function IndexesPage() {
  const { viewer } = useSignedIn();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const [{ data, error }, execute] = useQuery({ query: IndexesDocument, variables: pageVariables(search) });
  const indexes = data?.packageIndexes;
  const openDialog = (create: true | undefined) => void navigate({ search: { ...search, create } });

  return (
    <Page
      title="Package indexes"
      lead="Where distributions are uploaded to and installed from."
      actions={
        viewer.canCreateIndexes ? (
          <ButtonLink to="." search={{ ...search, create: true }}>
            Create an index
          </ButtonLink>
        ) : null
      }
    >
      {error ? (
        <Failure failure={asFailure(error)} retry={() => execute({ requestPolicy: 'network-only' })} />
      ) : null}
      {!indexes && !error ? <LoadingRows /> : null}
      {indexes && indexes.nodes.length === 0 ? <NoIndexes /> : null}
      {indexes && indexes.nodes.length > 0 ? (
        <>
          <Table label="Package indexes" columns={columns} rows={indexes.nodes} />
          <Pager of="Package indexes" bounds={search} ends={indexes.pageInfo} />
        </>
      ) : null}
      <CreateIndexDialog opened={search.create === true} onClose={() => openDialog(undefined)} />
    </Page>
  );
}

const columns: Column<ListedIndex>[] = [
  {
    title: 'Index',
    cell: ({ owner, name, path, description }) => (
      <Stack gap={0}>
        <TextLink to="/indexes/$owner/$name" params={{ owner: owner.name, name }} fw={600} underline="hover">
          {path}
        </TextLink>
        {description === null ? null : (
          <Text size="sm" c="dimmed">
            {description}
          </Text>
        )}
      </Stack>
    ),
  },
  { title: 'You may', cell: (index) => <Rights index={index} /> },
  { title: 'Created', cell: ({ createdAt }) => <Moment at={createdAt} />, atEnd: true },
];

function Rights({ index }: { index: ListedIndex }) {
  const rights = [
    ...(index.viewerCanRead ? ['read'] : []),
    ...(index.viewerCanUpload ? ['upload'] : []),
    ...(index.viewerCanAdminister ? ['administer'] : []),
  ];
  return (
    <Group gap={6}>
      {rights.map((right) => (
        <Badge key={right}>{right}</Badge>
      ))}
    </Group>
  );
}

function NoIndexes() {
  const { viewer, server } = useSignedIn();
  if (!viewer.canCreateIndexes) {
    return <Text>You may not see any package index yet. Ask an owner to add you to its readers.</Text>;
  }
  const commands = [
    `wheelhouse login --server ${server.publicUrl.replace(/\/$/, '')} --user ${viewer.name}`,
    `wheelhouse index create ${viewer.name}/dev`,
    '',
  ].join('\n');
  return (
    <Panel title="No package index yet">
      <Text>Create your first one with the button above, or from the command line:</Text>
      <Snippet title="Create an index" shown={commands} />
    </Panel>
  );
}
