/** My tokens: what each may do, until when, and its end; creating one, and the one time its text is shown. */
import { Badge, Group, Stack, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';

import type { TokensPageQuery } from '../_generated/graphql.ts';
import { graphql } from '../_generated/gql.ts';
import { CopyButton } from '../components/copy-button.tsx';
import { Failure } from '../components/failure.tsx';
import { useMayLeave } from '../components/leave-guard.tsx';
import { ButtonLink } from '../components/links.tsx';
import { LoadingRows } from '../components/loading.tsx';
import { Moment } from '../components/moment.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Panel } from '../components/panel.tsx';
import { RevokeToken } from '../components/revoke-token.tsx';
import { type Column, Table } from '../components/table.tsx';
import { type CreatedToken, TokenForm } from '../components/token-form.tsx';
import { TokenReveal } from '../components/token-reveal.tsx';
import { pageVariables } from '../rules/page-bounds.ts';
import { endsSoon } from '../rules/token-expiry.ts';
import { scopeWord } from '../rules/token-scopes.ts';
import { asFailure } from '../urql.ts';

const route = getRouteApi('/signed-in/tokens');

const TokensDocument = graphql(/* GraphQL */ `
  query TokensPage($first: Int, $after: String, $last: Int, $before: String) {
    tokens(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        id
        tokenId
        name
        scopes
        allIndexes
        indexes {
          id
          path
        }
        state
        createdAt
        expiresAt
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

type ListedToken = TokensPageQuery['tokens']['nodes'][number];

export function TokensPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const mayLeave = useMayLeave();
  // The text of a new token is here and nowhere else: not in the cache, not in the address, not in storage.
  const [created, setCreated] = useState<CreatedToken | null>(null);
  const closeForm = () =>
    navigate({ search: { ...search, create: undefined, index: undefined }, replace: true });

  const reveal = async (token: CreatedToken): Promise<void> => {
    await closeForm();
    setCreated(token);
  };
  const finish = async (): Promise<void> => {
    if (await mayLeave()) setCreated(null);
  };

  return (
    <Page
      title="My tokens"
      lead="A token lets a tool install or upload for you. It can do less than you, never more."
      actions={
        search.create === true || created !== null ? null : (
          <ButtonLink to="." search={{ ...search, create: true }}>
            Create a token
          </ButtonLink>
        )
      }
    >
      {created ? <TokenReveal created={created} onDone={() => void finish()} /> : null}
      {search.create && !created ? (
        <TokenForm
          index={search.index}
          onCreated={(token) => void reveal(token)}
          onCancel={() => void closeForm()}
        />
      ) : null}
      <Tokens />
    </Page>
  );
}

function Tokens() {
  const search = route.useSearch();
  const [{ data, error }, execute] = useQuery({ query: TokensDocument, variables: pageVariables(search) });
  if (error && !data) {
    return <Failure failure={asFailure(error)} retry={() => execute({ requestPolicy: 'network-only' })} />;
  }
  if (!data) return <LoadingRows />;
  const { nodes, pageInfo } = data.tokens;
  if (nodes.length === 0) return <NoTokens />;
  return (
    <>
      <Table label="My tokens" columns={columns} rows={nodes} />
      <Pager of="Tokens" bounds={search} ends={pageInfo} />
    </>
  );
}

function NoTokens() {
  return (
    <Panel title="No token yet">
      <Text>
        Create one for each place that needs it, such as a laptop or a job: then each can be revoked without
        touching the others.
      </Text>
    </Panel>
  );
}

const columns: Column<ListedToken>[] = [
  {
    title: 'Token',
    cell: ({ name, tokenId }) => (
      <Stack gap={0}>
        <Text fw={600}>{name}</Text>
        <Group gap={2} wrap="nowrap">
          <Text size="sm" c="dimmed" component="code">
            {tokenId}
          </Text>
          <CopyButton compact text={tokenId} label={`Copy the id of ${name}`} />
        </Group>
      </Stack>
    ),
  },
  {
    title: 'May',
    cell: ({ scopes }) => (
      <Group gap={6}>
        {scopes.map((scope) => (
          <Badge key={scope} title={scope}>
            {scopeWord(scope)}
          </Badge>
        ))}
      </Group>
    ),
  },
  { title: 'In', cell: ({ allIndexes, indexes }) => <Reach allIndexes={allIndexes} indexes={indexes} /> },
  { title: 'Expires', cell: (token) => <Expiry token={token} /> },
  { title: 'State', cell: ({ state }) => <State state={state} /> },
  {
    title: 'Action',
    cell: (token) => (isAlive(token) ? <RevokeToken tokenId={token.tokenId} name={token.name} /> : null),
    atEnd: true,
  },
];

function Reach({ allIndexes, indexes }: Pick<ListedToken, 'allIndexes' | 'indexes'>) {
  if (allIndexes) return <>all indexes</>;
  if (indexes.length === 0) return <>none any more</>;
  return (
    <Stack gap={0}>
      {indexes.map(({ id, path }) => (
        <span key={id}>{path}</span>
      ))}
    </Stack>
  );
}

function Expiry({ token }: { token: ListedToken }) {
  if (token.expiresAt === null) return <>never</>;
  if (isAlive(token) && endsSoon(new Date(token.expiresAt), new Date())) {
    return (
      <Badge color="amber">
        <Moment at={token.expiresAt} />
      </Badge>
    );
  }
  return <Moment at={token.expiresAt} />;
}

const states: Record<ListedToken['state'], { word: string; color: string }> = {
  PENDING: { word: 'not yet valid', color: 'gray' },
  ACTIVE: { word: 'active', color: 'sea' },
  EXPIRED: { word: 'expired', color: 'gray' },
  REVOKED: { word: 'revoked', color: 'gray' },
  DISABLED: { word: 'disabled', color: 'gray' },
};

function State({ state }: Pick<ListedToken, 'state'>) {
  const { word, color } = states[state];
  return <Badge color={color}>{word}</Badge>;
}

function isAlive({ state }: Pick<ListedToken, 'state'>): boolean {
  return state === 'ACTIVE' || state === 'PENDING';
}
