/** Why a token does less in an index than its scopes say: its owner may not do more there. */
import { Text } from '@mantine/core';
import { useQuery } from 'urql';

import { graphql } from '../_generated/gql.ts';
import { offerOf } from '../rules/index-rights.ts';
import { tokenScopes } from '../rules/token-scopes.ts';

const RightsDocument = graphql(/* GraphQL */ `
  query UnusableScopes($path: String!) {
    packageIndex(path: $path) {
      id
      path
      viewerCanRead
      viewerCanUpload
      viewerCanAdminister
    }
  }
`);

interface UnusableScopesProps {
  scopes: string[];
  /** The index. */
  path: string;
}

export function UnusableScopes({ scopes, path }: UnusableScopesProps) {
  const [{ data }] = useQuery({ query: RightsDocument, variables: { path } });
  const index = data?.packageIndex;
  if (!index) return null;
  return tokenScopes
    .filter(({ value, opens }) => opens === 'packages' && scopes.includes(value))
    .map(({ value }) => {
      const { why } = offerOf(value, [index]);
      return why === null ? null : (
        <Text key={value} size="sm">
          {why}
        </Text>
      );
    });
}
