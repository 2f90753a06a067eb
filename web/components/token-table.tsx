/** Tokens in a table: what each may do, where, until when, whether it works and is used, and what can be done with it. */
import { Badge, Group, Stack, Text } from '@mantine/core';

import type { TokenRowFragment } from '../_generated/graphql.ts';
import { graphql } from '../_generated/gql.ts';
import { endsSoon } from '../rules/token-expiry.ts';
import { tokenKinds } from '../rules/token-kinds.ts';
import { areAboutIndexes, scopeWord } from '../rules/token-scopes.ts';
import { isInUse, isLive, revokeWords, tokenStates } from '../rules/token-states.ts';
import { CopyButton } from './copy-button.tsx';
import { Moment } from './moment.tsx';
import { RevokeToken } from './revoke-token.tsx';
import { RotateToken } from './rotate-token.tsx';
import { type Column, Table } from './table.tsx';
import { TokenDetails } from './token-details.tsx';
import type { NewToken } from './token-reveal.tsx';

graphql(/* GraphQL */ `
  fragment TokenRow on Token {
    id
    tokenId
    name
    description
    wire
    scopes
    allIndexes
    indexes {
      id
      path
    }
    allProjects
    projects
    allAddresses
    addresses
    state
    createdAt
    createdAddress
    notBefore
    expiresAt
    graceUntil
    revokeReason
    rotatedFrom
    lastUsedAt
    lastUsedAddress
    lastUsedClient
    owner {
      id
      name
    }
    issuer {
      id
      name
    }
    viewerCanRevoke
    viewerCanChange
  }
`);

interface TokenTableProps {
  label: string;
  tokens: TokenRowFragment[];
  /** Absent where the text of a new token has no place. */
  onRotated?: ((token: NewToken) => void) | undefined;
}

export function TokenTable({ label, tokens, onRotated }: TokenTableProps) {
  const actions: Column<TokenRowFragment> = {
    title: 'Action',
    cell: (token) => <Actions token={token} onRotated={onRotated} />,
    atEnd: true,
  };
  return <Table label={label} columns={[...columns, actions]} rows={tokens} />;
}

const columns: Column<TokenRowFragment>[] = [
  { title: 'Token', cell: (token) => <Name token={token} /> },
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
  { title: 'Where', cell: (token) => <Where token={token} /> },
  { title: 'Expires', cell: (token) => <Expiry token={token} /> },
  {
    title: 'Last used',
    cell: ({ lastUsedAt }) => (lastUsedAt === null ? 'never' : <Moment at={lastUsedAt} />),
  },
  { title: 'State', cell: (token) => <State token={token} /> },
];

function Name({ token: { name, tokenId, wire } }: { token: TokenRowFragment }) {
  const { word, sentence } = tokenKinds[wire];
  return (
    <Stack gap={0} align="flex-start">
      <Group gap={6}>
        <Text fw={600}>{name}</Text>
        <Badge size="sm" color="gray" title={sentence}>
          {word}
        </Badge>
      </Group>
      <Group gap={2} wrap="nowrap">
        <Text size="sm" c="dimmed" component="code">
          {tokenId}
        </Text>
        <CopyButton compact text={tokenId} label={`Copy the id of ${name}`} />
      </Group>
    </Stack>
  );
}

function Where({ token }: { token: TokenRowFragment }) {
  return (
    <Stack gap={0}>
      {token.allIndexes ? <span>all indexes</span> : null}
      {token.allIndexes || token.indexes.length > 0 ? null : (
        <span>{areAboutIndexes(token.scopes) ? 'none any more' : 'no index'}</span>
      )}
      {token.indexes.map(({ id, path }) => (
        <span key={id}>{path}</span>
      ))}
      {token.allProjects ? null : <Limit word="only" values={token.projects} />}
      {token.allAddresses ? null : <Limit word="from" values={token.addresses} />}
    </Stack>
  );
}

/** An empty list means nothing, never everything. */
function Limit({ word, values }: { word: string; values: string[] }) {
  return (
    <Text size="sm" c="dimmed">
      {word} {values.length === 0 ? 'nothing' : values.join(', ')}
    </Text>
  );
}

function Expiry({ token: { expiresAt, state } }: { token: TokenRowFragment }) {
  if (expiresAt === null) return <>never</>;
  if (isInUse(state) && endsSoon(new Date(expiresAt), new Date())) {
    return (
      <Badge color="amber">
        <Moment at={expiresAt} />
      </Badge>
    );
  }
  return <Moment at={expiresAt} />;
}

function State({ token: { state, graceUntil, revokeReason } }: { token: TokenRowFragment }) {
  const { word, color } = tokenStates[state];
  return (
    <Stack gap={2} align="flex-start">
      <Badge color={color}>{word}</Badge>
      {state === 'ROTATING' && graceUntil !== null ? (
        <Text size="sm" c="dimmed">
          ends <Moment at={graceUntil} />
        </Text>
      ) : null}
      {state === 'DISABLED' ? (
        <Text size="sm" c="dimmed">
          paused by an admin, or its owner is deactivated
        </Text>
      ) : null}
      {state === 'REVOKED' && revokeReason !== null ? (
        <Text size="sm" c="dimmed">
          {revokeWords[revokeReason]}
        </Text>
      ) : null}
    </Stack>
  );
}

function Actions({ token, onRotated }: { token: TokenRowFragment } & Pick<TokenTableProps, 'onRotated'>) {
  const { tokenId, name, state } = token;
  const mayRotate = token.viewerCanChange && isInUse(state);
  return (
    <Group gap={0} justify="flex-end">
      <TokenDetails token={token} />
      {mayRotate && onRotated ? <RotateToken tokenId={tokenId} name={name} onRotated={onRotated} /> : null}
      {token.viewerCanRevoke && isLive(state) ? <RevokeToken tokenId={tokenId} name={name} /> : null}
    </Group>
  );
}
