/** Where I am signed in, and an end to it: one by one, or everywhere but here. */
import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useQuery } from 'urql';

import { unwrap } from '../../client/errors.ts';
import type { OwnSessionsQuery } from '../_generated/graphql.ts';
import { graphql } from '../_generated/gql.ts';
import { useAction } from '../action.ts';
import { pageVariables } from '../rules/page-bounds.ts';
import { asFailure } from '../urql.ts';
import { useAnnounce } from './announcer.tsx';
import { Failure } from './failure.tsx';
import { LoadingRows } from './loading.tsx';
import { Moment } from './moment.tsx';
import { Pager } from './pager.tsx';
import { Panel } from './panel.tsx';
import { type Column, Table } from './table.tsx';

const route = getRouteApi('/signed-in/account');

const OwnSessionsDocument = graphql(/* GraphQL */ `
  query OwnSessions($first: Int, $after: String, $last: Int, $before: String) {
    viewer {
      sessions(first: $first, after: $after, last: $last, before: $before) {
        totalCount
        nodes {
          id
          sessionId
          isCurrent
          carrier
          createdAt
          lastSeenAt
          address
          client
        }
        pageInfo {
          hasNextPage
          hasPreviousPage
          startCursor
          endCursor
        }
      }
    }
  }
`);

const EndSessionDocument = graphql(/* GraphQL */ `
  mutation OwnSessions_End($input: EndSessionInput!) {
    endSession(input: $input) {
      __typename
      ... on EndSessionPayload {
        serial
      }
      ... on UserError {
        message
        code
        path
      }
    }
  }
`);

const EndOthersDocument = graphql(/* GraphQL */ `
  mutation OwnSessions_EndOthers($input: EndAllSessionsInput!) {
    endAllSessions(input: $input) {
      __typename
      ... on EndAllSessionsPayload {
        count
      }
    }
  }
`);

type Session = NonNullable<OwnSessionsQuery['viewer']>['sessions']['nodes'][number];

export function OwnSessions() {
  const search = route.useSearch();
  const [{ data, error }, execute] = useQuery({
    query: OwnSessionsDocument,
    variables: pageVariables(search),
    // What was signed in since this page was last seen is what one comes to look for.
    requestPolicy: 'network-only',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  const sessions = data?.viewer?.sessions;
  if (error && !sessions) return <Failure failure={asFailure(error)} retry={again} />;
  return (
    <Panel title="Where you are signed in">
      {sessions === undefined ? (
        <LoadingRows rows={2} />
      ) : (
        <>
          <Table label="My sessions" columns={columnsWith(again)} rows={sessions.nodes} />
          <Pager of="Sessions" bounds={search} ends={sessions.pageInfo} />
          {sessions.totalCount > 1 ? <EndOthers onEnded={again} /> : null}
        </>
      )}
    </Panel>
  );
}

function columnsWith(onEnded: () => void): Column<Session>[] {
  return [
    {
      title: 'Session',
      cell: ({ carrier, client, isCurrent }) => (
        <Stack gap={4} align="flex-start">
          <Group gap={6}>
            <Text fw={600}>{carrier === 'COOKIE' ? 'Browser' : 'Command line'}</Text>
            {isCurrent ? <Badge>this one</Badge> : null}
          </Group>
          <Text size="sm" c="dimmed" lineClamp={2} title={client ?? undefined}>
            {client ?? 'It did not say what it is.'}
          </Text>
        </Stack>
      ),
    },
    { title: 'From', cell: ({ address }) => address ?? 'unknown' },
    { title: 'Signed in', cell: ({ createdAt }) => <Moment at={createdAt} /> },
    { title: 'Last used', cell: ({ lastSeenAt }) => <Moment at={lastSeenAt} /> },
    {
      title: 'Action',
      cell: (session) =>
        session.isCurrent ? null : <EndSession sessionId={session.sessionId} onEnded={onEnded} />,
      atEnd: true,
    },
  ];
}

interface EndSessionProps {
  sessionId: string;
  onEnded: () => void;
}

function EndSession({ sessionId, onEnded }: EndSessionProps) {
  const end = useAction(EndSessionDocument, (data) => unwrap(data.endSession, 'EndSessionPayload'));
  const announce = useAnnounce();
  const run = async (): Promise<void> => {
    if ((await end.run({ input: { sessionId } })) !== null) {
      announce('That session is over.');
      document.getElementById('content')?.focus({ preventScroll: true });
    }
    // One that ended meanwhile is gone from the list as well.
    onEnded();
  };
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color="red"
      loading={end.busy}
      aria-label={`End the session ${sessionId}`}
      onClick={() => void run()}
    >
      End
    </Button>
  );
}

function EndOthers({ onEnded }: Pick<EndSessionProps, 'onEnded'>) {
  const end = useAction(EndOthersDocument, (data) => unwrap(data.endAllSessions, 'EndAllSessionsPayload'));
  const announce = useAnnounce();
  const run = async (): Promise<void> => {
    if ((await end.run({ input: { keepThis: true } })) === null) return;
    announce('You are signed out everywhere else.');
    document.getElementById('content')?.focus({ preventScroll: true });
    onEnded();
  };
  return (
    <Stack gap="sm">
      {end.failure === null ? null : <Failure failure={end.failure} />}
      <Group justify="flex-end">
        <Button variant="default" loading={end.busy} onClick={() => void run()}>
          Sign out everywhere else
        </Button>
      </Group>
    </Stack>
  );
}
