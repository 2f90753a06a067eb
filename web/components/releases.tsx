/** The releases of one project, newest upload first, with their files. */
import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from 'urql';

import type { ReleasesQuery } from '../_generated/graphql.ts';
import { graphql } from '../_generated/gql.ts';
import { asFailure } from '../urql.ts';
import { CopyButton } from './copy-button.tsx';
import { Failure } from './failure.tsx';
import { TextLink } from './links.tsx';
import { LoadingRows } from './loading.tsx';
import { Moment } from './moment.tsx';
import classes from './releases.module.css';
import { Size } from './size.tsx';
import { type Column, Table } from './table.tsx';

const route = getRouteApi('/signed-in/indexes/$owner/$name');

const ReleasesDocument = graphql(/* GraphQL */ `
  query Releases($path: String!, $project: String!, $after: String) {
    packageIndex(path: $path) {
      id
      project(name: $project) {
        id
        releases(first: 20, after: $after) {
          nodes {
            id
            version
            summary
            files {
              id
              filename
              kind
              sizeBytes
              sha256
              requiresPython
              uploadedAt
              url
            }
          }
          pageInfo {
            hasNextPage
            endCursor
          }
        }
      }
    }
  }
`);

type Project = NonNullable<NonNullable<ReleasesQuery['packageIndex']>['project']>;
type Release = NonNullable<Project['releases']>['nodes'][number];
type ReleaseFile = Release['files'][number];

export function Releases({ path, project }: { path: string; project: string }) {
  const { releases: after } = route.useSearch();
  const [{ data, error }, execute] = useQuery({
    query: ReleasesDocument,
    variables: { path, project, after: after ?? null },
  });
  if (error)
    return <Failure failure={asFailure(error)} retry={() => execute({ requestPolicy: 'network-only' })} />;
  if (!data) return <LoadingRows rows={2} />;
  const releases = data.packageIndex?.project?.releases;
  if (!releases) return <Text>This project is not here any more.</Text>;
  return (
    <Stack gap="md" className={classes.releases}>
      {releases.nodes.map((release) => (
        <section key={release.id}>
          <Title order={3} size="h5">
            {release.version}
          </Title>
          <Table label={`Files of ${release.version}`} columns={columns} rows={release.files} />
        </section>
      ))}
      <Group gap="md">
        {after === undefined ? null : <ReleasesLink to={undefined}>Newest releases</ReleasesLink>}
        {releases.pageInfo.hasNextPage && releases.pageInfo.endCursor ? (
          <ReleasesLink to={releases.pageInfo.endCursor}>Older releases</ReleasesLink>
        ) : null}
      </Group>
    </Stack>
  );
}

function ReleasesLink({ to, children }: { to: string | undefined; children: string }) {
  return (
    <TextLink to="." search={(search: object) => ({ ...search, releases: to })} resetScroll={false}>
      {children}
    </TextLink>
  );
}

const kinds: Record<ReleaseFile['kind'], string> = { WHEEL: 'wheel', SDIST: 'sdist' };

const columns: Column<ReleaseFile>[] = [
  {
    title: 'File',
    cell: ({ filename, kind, requiresPython }) => (
      <Group gap="xs">
        <span className={classes.filename}>{filename}</span>
        <Badge>{kinds[kind]}</Badge>
        {requiresPython === null ? null : (
          <Text size="sm" c="dimmed" component="span">
            Python {requiresPython}
          </Text>
        )}
      </Group>
    ),
  },
  {
    title: 'SHA-256',
    cell: ({ filename, sha256 }) => (
      <Group gap={4} wrap="nowrap">
        <code title={sha256}>{sha256.slice(0, 12)}…</code>
        <CopyButton compact text={sha256} label={`Copy the SHA-256 of ${filename}`} />
      </Group>
    ),
  },
  { title: 'Uploaded', cell: ({ uploadedAt }) => <Moment at={uploadedAt} /> },
  { title: 'Size', cell: ({ sizeBytes }) => <Size bytes={sizeBytes} />, atEnd: true },
  {
    title: 'URL',
    cell: ({ filename, url }) => <CopyButton compact text={url} label={`Copy the URL of ${filename}`} />,
    atEnd: true,
  },
];
