/** One package index: what it is for, where tools reach it, who may do what, and what it holds. */
import { Alert, Badge, Group, Stack, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from 'urql';

import type { PackageIndexPageQuery } from '../_generated/graphql.ts';
import { graphql } from '../_generated/gql.ts';
import { CopyButton } from '../components/copy-button.tsx';
import { DeleteIndex } from '../components/delete-index.tsx';
import { EditAccess } from '../components/edit-access.tsx';
import { Failure } from '../components/failure.tsx';
import { IndexSettings } from '../components/index-settings.tsx';
import { ButtonLink, TextLink } from '../components/links.tsx';
import { LoadingRows } from '../components/loading.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Panel } from '../components/panel.tsx';
import { ProjectList } from '../components/project-list.tsx';
import { Snippet } from '../components/snippet.tsx';
import { counted } from '../rules/amounts.ts';
import { offerOf } from '../rules/index-rights.ts';
import { pageVariables } from '../rules/page-bounds.ts';
import { twineCommand } from '../rules/snippets.ts';
import { asFailure } from '../urql.ts';
import classes from './package-index.module.css';

const route = getRouteApi('/signed-in/indexes/$owner/$name');

const PackageIndexDocument = graphql(/* GraphQL */ `
  query PackageIndexPage($path: String!, $first: Int, $after: String, $last: Int, $before: String) {
    packageIndex(path: $path) {
      id
      path
      kind
      description
      url
      simpleUrl
      readers {
        name
      }
      uploaders {
        name
      }
      bases {
        id
        path
        kind
      }
      isVolatile
      uploadChecks
      maxAgeSeconds
      quotaBytes
      sizeBytes
      rules {
        effect
        pattern
      }
      reservations {
        pattern
      }
      upstreamGrants {
        project
        mirror
        reason
      }
      mirror {
        upstreamUrl
        username
        hasPassword
        freshSeconds
        staleSeconds
        minAgeDays
        isOffline
        allowsPrivateAddresses
        fileHosts
      }
      retention {
        keepReleases
        keepDays
        prereleasesOnly
      }
      viewerCanRead
      viewerCanUpload
      viewerCanAdminister
      projects(first: $first, after: $after, last: $last, before: $before) {
        nodes {
          id
          name
          normalizedName
          releases(first: 1) {
            nodes {
              id
              version
              summary
              createdAt
            }
            totalCount
          }
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
        totalCount
      }
    }
  }
`);

type ShownIndex = NonNullable<PackageIndexPageQuery['packageIndex']>;

export function PackageIndexPage() {
  const { owner, name } = route.useParams();
  const path = `${owner}/${name}`;
  // Another index is another page: nothing of the one before may stand below its name.
  return <OneIndex key={path} path={path} />;
}

function OneIndex({ path }: { path: string }) {
  const search = route.useSearch();
  const [{ data, error }, execute] = useQuery({
    query: PackageIndexDocument,
    variables: { path, ...pageVariables(search) },
  });
  if (data?.packageIndex) return <Shown index={data.packageIndex} />;
  return (
    <Page title={path}>
      {error ? (
        <Failure failure={asFailure(error)} retry={() => execute({ requestPolicy: 'network-only' })} />
      ) : null}
      {!error && !data ? <LoadingRows /> : null}
      {data ? (
        <Text>
          There is no such index, or none that you may see.{' '}
          <TextLink to="/">See your package indexes</TextLink>.
        </Text>
      ) : null}
    </Page>
  );
}

function Shown({ index }: { index: ShownIndex }) {
  return (
    <Page
      title={index.path}
      lead={index.description ?? undefined}
      actions={
        index.viewerCanRead || index.viewerCanUpload ? (
          <ButtonLink to="/tokens" search={{ create: true, index: index.path }} variant="default">
            Create a token for it
          </ButtonLink>
        ) : null
      }
    >
      <div className={classes.facts}>
        <Panel title="Addresses">
          <Address label="Install from" url={index.simpleUrl} whyNot={offerOf('index:read', [index]).why} />
          {index.kind === 'STAGE' ? (
            <Address label="Upload to" url={index.url} whyNot={offerOf('index:upload', [index]).why} />
          ) : null}
        </Panel>
        <Panel title="Access">
          <Principals label="May read" principals={index.readers} />
          {index.kind === 'STAGE' ? <Principals label="May upload" principals={index.uploaders} /> : null}
          {index.viewerCanAdminister ? <EditAccess index={index} /> : null}
        </Panel>
      </div>
      <IndexSettings index={index} />
      <Projects index={index} />
      {index.viewerCanAdminister ? <DeleteIndex path={index.path} /> : null}
    </Page>
  );
}

interface AddressProps {
  label: string;
  url: string;
  /** Stands in the address's place where one may not use it. */
  whyNot: string | null;
}

function Address({ label, url, whyNot }: AddressProps) {
  return (
    <div className={classes.fact}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      {whyNot === null ? (
        <Group gap={4} wrap="nowrap">
          <code className={classes.url}>{url}</code>
          <CopyButton compact text={url} label={`Copy the address to ${label.toLowerCase()}`} />
        </Group>
      ) : (
        <Text size="sm">{whyNot}</Text>
      )}
    </div>
  );
}

const groups: Record<string, string> = {
  ':anonymous:': 'everybody, also without signing in',
  ':authenticated:': 'everybody who signs in',
};

function Principals({ label, principals }: { label: string; principals: { name: string }[] }) {
  return (
    <div className={classes.fact}>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      {principals.length === 0 ? <Text size="sm">nobody</Text> : null}
      <Group gap={6}>
        {principals.map(({ name }) => (
          <Badge key={name} title={name}>
            {groups[name] ?? name}
          </Badge>
        ))}
      </Group>
    </div>
  );
}

function Projects({ index }: { index: ShownIndex }) {
  const search = route.useSearch();
  const { projects } = index;
  if (projects === null) {
    return (
      <Alert title="You do not see what it holds">
        {index.viewerCanAdminister
          ? 'You administer it, but you are not among its readers.'
          : 'You are not among its readers. Whoever administers it can add you.'}
      </Alert>
    );
  }
  if (projects.totalCount === 0) return <Empty index={index} />;
  return (
    <Panel title={counted(projects.totalCount, 'project')}>
      <ProjectList path={index.path} projects={projects.nodes} />
      <Pager of="Projects" bounds={search} ends={projects.pageInfo} />
    </Panel>
  );
}

function Empty({ index }: { index: ShownIndex }) {
  if (index.kind === 'MIRROR') {
    return (
      <Panel title="A mirror holds no projects of its own">
        <Text>It copies what is asked of it. Whoever has it as a base installs through it.</Text>
      </Panel>
    );
  }
  return (
    <Panel title="No project yet">
      {index.viewerCanUpload ? (
        <Stack gap="md">
          <Text>
            The first upload of a name makes the project. Build your distribution, then send it; twine asks
            for the password, which is a token that may upload.
          </Text>
          <Snippet title="Upload with twine" shown={`${twineCommand(index)}\n`} />
        </Stack>
      ) : (
        <Text>Nothing was uploaded so far.</Text>
      )}
    </Panel>
  );
}
