/**
 * Creating a token: what for, what it may do, in which indexes, until when. It begins with the least that is useful,
 * reading for thirty days; more is chosen, never preset.
 */
import { Button, Checkbox, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';

import { unwrap } from '../../client/errors.ts';
import type { TokenForm_CreateMutation } from '../_generated/graphql.ts';
import { graphql } from '../_generated/gql.ts';
import { fieldError, useAction } from '../action.ts';
import { offerOf } from '../rules/index-rights.ts';
import { type SnippetIndex } from '../rules/snippets.ts';
import {
  earliestDate,
  type ExpiryChoice,
  expiryLabels,
  expiryOf,
  expiryPresets,
} from '../rules/token-expiry.ts';
import { tokenScopes } from '../rules/token-scopes.ts';
import { asFailure } from '../urql.ts';
import { Failure } from './failure.tsx';
import { Form, textOf } from './form.tsx';
import { IndexChoice, type Reach } from './index-choice.tsx';
import { Panel } from './panel.tsx';

const IndexesDocument = graphql(/* GraphQL */ `
  query TokenForm_Indexes($path: String!, $named: Boolean!) {
    packageIndexes(first: 100) {
      nodes {
        id
        path
        url
        simpleUrl
        viewerCanRead
        viewerCanUpload
        viewerCanAdminister
      }
      pageInfo {
        hasNextPage
      }
    }
    packageIndex(path: $path) @include(if: $named) {
      id
      path
      url
      simpleUrl
      viewerCanRead
      viewerCanUpload
      viewerCanAdminister
    }
  }
`);

const CreateTokenDocument = graphql(/* GraphQL */ `
  mutation TokenForm_Create($input: CreateTokenInput!) {
    createToken(input: $input) {
      __typename
      ... on CreateTokenPayload {
        token {
          id
          tokenId
          name
          scopes
          allIndexes
          indexes {
            id
            path
            url
            simpleUrl
            viewerCanRead
            viewerCanUpload
            viewerCanAdminister
          }
        }
        plaintext
      }
      ... on UserError {
        message
        code
        path
      }
    }
  }
`);

type Payload = Extract<TokenForm_CreateMutation['createToken'], { __typename: 'CreateTokenPayload' }>;

/** A token just made, with its text, and the indexes that snippets can be written for. */
export interface CreatedToken extends Pick<Payload, 'token' | 'plaintext'> {
  usableIndexes: SnippetIndex[];
}

interface TokenFormProps {
  /** The path of an index to begin with. */
  index: string | undefined;
  onCreated: (token: CreatedToken) => void;
  onCancel: () => void;
}

export function TokenForm({ index, onCreated, onCancel }: TokenFormProps) {
  const [{ data, error }, execute] = useQuery({
    query: IndexesDocument,
    // One that a link asked for may lie beyond what is listed.
    variables: { path: index ?? '', named: index !== undefined },
  });
  const create = useAction(CreateTokenDocument, (answer) => unwrap(answer.createToken, 'CreateTokenPayload'));
  const [wanted, setWanted] = useState<string[]>(['index:read']);
  const [reach, setReach] = useState<Reach>({ all: false, paths: index === undefined ? [] : [index] });
  const [expiry, setExpiry] = useState<ExpiryChoice>('30');
  const listed = data?.packageIndexes.nodes.filter((one) => one.viewerCanRead || one.viewerCanUpload);
  const chosen = reach.all ? [] : chosenFrom(reach.paths, listed, data?.packageIndex);
  const offers = tokenScopes.map((scope) => ({ ...scope, ...offerOf(scope.value, chosen) }));
  const isOffered = (scope: string) => offers.some(({ value, offered }) => value === scope && offered);
  const scopes = wanted.filter(isOffered);

  const submit = async (values: FormData): Promise<void> => {
    const expiresAt = expiryOf(expiry, textOf(values, 'date'), new Date());
    // The field asks for its date by itself; without one, nothing may be sent, for null would mean never.
    if (expiresAt === null) return;
    const payload = await create.run({
      input: {
        name: textOf(values, 'name').trim(),
        scopes,
        ...(reach.all ? { allIndexes: true } : { indexes: reach.paths }),
        expiresAt: expiresAt.toISOString(),
      },
    });
    if (payload === null) return;
    const { token, plaintext } = payload;
    onCreated({ token, plaintext, usableIndexes: token.allIndexes ? (listed ?? []) : token.indexes });
  };

  return (
    <Panel title="Create a token">
      {error ? (
        <Failure failure={asFailure(error)} retry={() => execute({ requestPolicy: 'network-only' })} />
      ) : null}
      <Form
        action={create}
        fields={['name', 'scopes', 'indexes', 'allIndexes', 'expiresAt']}
        submit="Create token"
        submitProps={{ disabled: scopes.length === 0 || (!reach.all && reach.paths.length === 0) }}
        aside={
          <Button variant="default" onClick={onCancel}>
            Cancel
          </Button>
        }
        onSubmit={(values) => void submit(values)}
      >
        <Stack gap="lg">
          <TextInput
            name="name"
            label="Name"
            description="Where it is used, so that you know later which one to revoke."
            placeholder="laptop"
            autoComplete="off"
            maw="24rem"
            error={fieldError(create.failure, 'name')}
            required
            withAsterisk={false}
          />
          <Checkbox.Group
            label="What it may do"
            value={scopes}
            // What cannot be had now stays wanted, for when another index is chosen.
            onChange={(checked) => setWanted([...checked, ...wanted.filter((scope) => !isOffered(scope))])}
            error={fieldError(create.failure, 'scopes')}
          >
            <Stack gap="xs" mt="xs">
              {offers.map(({ value, word, allows, offered, why }) => (
                <Checkbox
                  key={value}
                  value={value}
                  label={word}
                  description={why === null ? allows : `${allows} ${why}`}
                  disabled={!offered}
                />
              ))}
            </Stack>
          </Checkbox.Group>
          <IndexChoice
            listed={listed}
            hasMore={data?.packageIndexes.pageInfo.hasNextPage ?? false}
            reach={reach}
            onChange={setReach}
            error={fieldError(create.failure, 'indexes', 'allIndexes')}
          />
          <Expiry choice={expiry} onChange={setExpiry} error={fieldError(create.failure, 'expiresAt')} />
        </Stack>
      </Form>
    </Panel>
  );
}

function chosenFrom(
  paths: string[],
  listed: SnippetIndex[] | undefined = [],
  named: SnippetIndex | null | undefined,
): SnippetIndex[] {
  const chosen = listed.filter(({ path }) => paths.includes(path));
  const isMissing = named && paths.includes(named.path) && !chosen.some(({ path }) => path === named.path);
  return isMissing ? [...chosen, named] : chosen;
}

interface ExpiryProps {
  choice: ExpiryChoice;
  onChange: (choice: ExpiryChoice) => void;
  error: string | null;
}

function Expiry({ choice, onChange, error }: ExpiryProps) {
  return (
    <Stack gap="xs">
      <Radio.Group label="Expires after" value={choice} onChange={onChange} error={error}>
        <Group gap="md" mt="xs">
          {expiryPresets.map((preset) => (
            <Radio key={preset} value={preset} label={expiryLabels[preset]} />
          ))}
        </Group>
      </Radio.Group>
      {choice === 'date' ? (
        <TextInput
          name="date"
          type="date"
          label="Last day"
          min={earliestDate(new Date())}
          maw="12rem"
          required
          withAsterisk={false}
        />
      ) : null}
      <Text size="sm" c="dimmed">
        A short life limits what a leaked token can do.
      </Text>
    </Stack>
  );
}
