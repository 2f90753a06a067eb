/** The audit trail: who did what to which thing, from where and with what, as far as one may see it. */
import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { useQuery } from 'urql';

import type { AuditPageQuery } from '../_generated/graphql.ts';
import { graphql } from '../_generated/gql.ts';
import { Failure } from '../components/failure.tsx';
import { textOf } from '../components/form.tsx';
import { useSignedIn } from '../components/layout.tsx';
import { ButtonLink } from '../components/links.tsx';
import { LoadingRows } from '../components/loading.tsx';
import { Moment } from '../components/moment.tsx';
import { Page } from '../components/page.tsx';
import { Pager } from '../components/pager.tsx';
import { Panel } from '../components/panel.tsx';
import { type Column, Table } from '../components/table.tsx';
import { actorWords, auditWords, detailLines, isAuditAction } from '../rules/audit-words.ts';
import { pageVariables } from '../rules/page-bounds.ts';
import { asFailure } from '../urql.ts';

const route = getRouteApi('/signed-in/audit');

const AuditDocument = graphql(/* GraphQL */ `
  query AuditPage($filter: AuditFilterInput, $first: Int, $after: String, $last: Int, $before: String) {
    auditEvents(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      nodes {
        id
        at
        action
        actor
        credential
        credentialId
        subject
        address
        detail {
          members
          addresses
          allIndexes
          code
          displayName
          email
          expiresAt
          graceUntil
          indexes
          name
          nameBefore
          notBefore
          owner
          patterns
          readers
          reason
          role
          roleBefore
          scopes
          times
          to
          tokens
          uploaders
          users
          version
          wire
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

type ListedEvent = AuditPageQuery['auditEvents']['nodes'][number];

export function AuditPage() {
  const { viewer } = useSignedIn();
  const seen =
    viewer.user.role === 'ADMIN'
      ? 'Who did what, on the whole server.'
      : 'What you did, and what was done to what is yours.';
  return (
    <Page title="Audit" lead={seen}>
      <Filter />
      <Events />
    </Page>
  );
}

/** Kept in the address, so that what was found can be shared. */
function Filter() {
  const { action, actor } = route.useSearch();
  const navigate = route.useNavigate();
  const show = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const chosen = textOf(values, 'action');
    void navigate({
      search: {
        action: isAuditAction(chosen) ? chosen : undefined,
        actor: textOf(values, 'actor').trim() || undefined,
      },
    });
  };
  return (
    // The fields are the address's own: another address brings other fields.
    <form onSubmit={show} key={`${action} ${actor}`} role="search" aria-label="Audit events">
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label="What was done"
          name="action"
          defaultValue={action ?? ''}
          data={[
            { value: '', label: 'anything' },
            ...Object.entries(auditWords).map(([value, label]) => ({ value, label })),
          ]}
        />
        <TextInput label="By whom" name="actor" defaultValue={actor ?? ''} placeholder="a user’s name" />
        <Button type="submit">Show</Button>
        {action === undefined && actor === undefined ? null : (
          <ButtonLink to="." search={{}} variant="default">
            Show everything
          </ButtonLink>
        )}
      </Group>
    </form>
  );
}

function Events() {
  const search = route.useSearch();
  const { action, actor } = search;
  const [{ data, error }, execute] = useQuery({
    query: AuditDocument,
    variables: { filter: { action, actor }, ...pageVariables(search) },
  });
  if (error && !data) {
    return <Failure failure={asFailure(error)} retry={() => execute({ requestPolicy: 'network-only' })} />;
  }
  if (!data) return <LoadingRows />;
  const { nodes, pageInfo } = data.auditEvents;
  if (nodes.length === 0) return <NoEvents />;
  return (
    <>
      <Table label="Audit events" columns={columns} rows={nodes} />
      <Pager of="Audit events" bounds={search} ends={pageInfo} />
    </>
  );
}

function NoEvents() {
  return (
    <Panel title="Nothing found">
      <Text>No event that you may see fits. Names are written in full, and in lower case.</Text>
    </Panel>
  );
}

const columns: Column<ListedEvent>[] = [
  { title: 'When', cell: ({ at }) => <Moment at={at} /> },
  { title: 'Who', cell: ({ actor }) => <Text fw={600}>{actorWords(actor)}</Text> },
  { title: 'Did what', cell: ({ action }) => auditWords[action] },
  {
    title: 'To what',
    cell: (event) => (
      <Stack gap={0}>
        <Text style={{ overflowWrap: 'anywhere' }}>{event.subject}</Text>
        {detailLines(event).map((line) => (
          <Text key={line} size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {line}
          </Text>
        ))}
      </Stack>
    ),
  },
  {
    title: 'With',
    cell: ({ credential, credentialId }) => (
      <Stack gap={0}>
        <Text>{credential.toLowerCase()}</Text>
        {credentialId === null ? null : (
          <Text size="sm" c="dimmed" component="code">
            {credentialId}
          </Text>
        )}
      </Stack>
    ),
  },
  { title: 'From', cell: ({ address }) => address ?? '' },
];
