/** My tokens: what each may do, until when, and its end; creating one, and the one time its text is shown. */
import { Group, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';

import { graphql } from '../_generated/gql.ts';
import { Failure } from '../components/failure.tsx';
import { useSignedIn } from '../components/layout.tsx';
import { useMayLeave } from '../components/leave-guard.tsx';
import { ButtonLink } from '../components/links.tsx';
import { LoadingRows } from '../components/loading.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Panel } from '../components/panel.tsx';
import { RevokeTokens } from '../components/revoke-tokens.tsx';
import { TokenForm } from '../components/token-form.tsx';
import { type NewToken, TokenReveal } from '../components/token-reveal.tsx';
import { TokenTable } from '../components/token-table.tsx';
import { pageVariables } from '../rules/page-bounds.ts';
import { asFailure } from '../urql.ts';

const route = getRouteApi('/signed-in/tokens');

const TokensDocument = graphql(/* GraphQL */ `
  query TokensPage($first: Int, $after: String, $last: Int, $before: String) {
    tokens(first: $first, after: $after, last: $last, before: $before) {
      nodes {
        ...TokenRow
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

export function TokensPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const mayLeave = useMayLeave();
  // The text of a new token is here and nowhere else: not in the cache, not in the address, not in storage.
  const [created, setCreated] = useState<NewToken | null>(null);
  const closeForm = () =>
    navigate({ search: { ...search, create: undefined, index: undefined }, replace: true });

  const reveal = async (token: NewToken): Promise<void> => {
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
      {/* The text of one new token at a time, so that none is lost behind another. */}
      <Tokens onRotated={created === null ? (token) => void reveal(token) : undefined} />
    </Page>
  );
}

function Tokens({ onRotated }: { onRotated: ((token: NewToken) => void) | undefined }) {
  const { viewer } = useSignedIn();
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
      <TokenTable label="My tokens" tokens={nodes} onRotated={onRotated} />
      <Pager of="Tokens" bounds={search} ends={pageInfo} />
      <Group justify="flex-end">
        <RevokeTokens owner={viewer.name} whose="my tokens" />
      </Group>
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
