/** A user's tokens, for administrators: to see what somebody may reach, and to end it. */
import { Group, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from 'urql';

import { graphql } from '../_generated/gql.ts';
import { pageVariables } from '../rules/page-bounds.ts';
import { asFailure } from '../urql.ts';
import { Failure } from './failure.tsx';
import { LoadingRows } from './loading.tsx';
import { Pager } from './pager.tsx';
import { Panel } from './panel.tsx';
import { RevokeTokens } from './revoke-tokens.tsx';
import { TokenTable } from './token-table.tsx';

const route = getRouteApi('/signed-in/users/$user');

const UserTokensDocument = graphql(/* GraphQL */ `
  query UserTokens($owner: String!, $first: Int, $after: String, $last: Int, $before: String) {
    tokens(filter: { owner: $owner }, first: $first, after: $after, last: $last, before: $before) {
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

export function UserTokens({ name }: { name: string }) {
  const search = route.useSearch();
  const [{ data, error }, execute] = useQuery({
    query: UserTokensDocument,
    variables: { owner: name, ...pageVariables(search) },
  });
  if (error && !data) {
    return <Failure failure={asFailure(error)} retry={() => execute({ requestPolicy: 'network-only' })} />;
  }
  return (
    <Panel title="Tokens">
      {data === undefined ? <LoadingRows rows={2} /> : null}
      {data?.tokens.nodes.length === 0 ? <Text>{name} has no token.</Text> : null}
      {data !== undefined && data.tokens.nodes.length > 0 ? (
        <>
          <TokenTable label={`Tokens of ${name}`} tokens={data.tokens.nodes} />
          <Pager of="Tokens" bounds={search} ends={data.tokens.pageInfo} />
          <Group justify="flex-end">
            <RevokeTokens owner={name} whose={`tokens of ${name}`} />
          </Group>
        </>
      ) : null}
    </Panel>
  );
}
