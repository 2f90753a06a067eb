/**
 * Creating a token: what for, of which kind, what it may do, where, until when. It begins with the least that is
 * useful, reading for thirty days; more is chosen, never preset.
 */
import { Button, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';

import { unwrap } from '../../client/errors.ts';
import type { CreateTokenInput, TokenForm_IndexesQuery } from '../_generated/graphql.ts';
import { graphql } from '../_generated/gql.ts';
import { fieldError, useAction } from '../action.ts';
import { isUseful, offerOf } from '../rules/index-rights.ts';
import { beginningOf, type ExpiryChoice, expiryOf } from '../rules/token-expiry.ts';
import type { MintableKind } from '../rules/token-kinds.ts';
import { writtenList } from '../rules/token-lists.ts';
import { areAboutIndexes, haveApi, scopesFor } from '../rules/token-scopes.ts';
import { asFailure } from '../urql.ts';
import { Failure } from './failure.tsx';
import { Form, textOf } from './form.tsx';
import { IndexChoice, type Reach } from './index-choice.tsx';
import { useSignedIn } from './layout.tsx';
import { Panel } from './panel.tsx';
import { TokenExpiryChoice } from './token-expiry-choice.tsx';
import { TokenKindChoice } from './token-kind-choice.tsx';
import { limitFields, TokenLimits } from './token-limits.tsx';
import type { NewToken } from './token-reveal.tsx';
import { TokenScopeChoice } from './token-scope-choice.tsx';

const IndexesDocument = graphql(/* GraphQL */ `
  query TokenForm_Indexes($path: String!, $named: Boolean!) {
    packageIndexes(first: 100) {
      nodes {
        id
        path
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
          name
          scopes
        }
        plaintext
        configurations {
          packageIndex
          tool
          parts {
            title
            place
            text
          }
        }
      }
      ... on UserError {
        message
        code
        path
      }
    }
  }
`);

interface TokenFormProps {
  /** The path of an index to begin with. */
  index: string | undefined;
  onCreated: (token: NewToken) => void;
  onCancel: () => void;
}

export function TokenForm({ index, onCreated, onCancel }: TokenFormProps) {
  const { viewer } = useSignedIn();
  const [{ data, error }, execute] = useQuery({
    query: IndexesDocument,
    // One that a link asked for may lie beyond what is listed.
    variables: { path: index ?? '', named: index !== undefined },
  });
  const create = useAction(CreateTokenDocument, (answer) => unwrap(answer.createToken, 'CreateTokenPayload'));
  const [kind, setKind] = useState<MintableKind>('OPAQUE');
  const [wanted, setWanted] = useState<string[]>(['index:read']);
  const [known, setKnown] = useState<string[]>([]);
  const [reach, setReach] = useState<Reach>({ all: false, paths: index === undefined ? [] : [index] });
  const [expiry, setExpiry] = useState<ExpiryChoice>('30');

  const chosen = reach.all ? [] : indexesAt(reach.paths, data);
  const offered = scopesFor(viewer.user.role).filter(({ value }) => offerOf(value, chosen).offered);
  const scopes = offered.filter(({ value }) => wanted.includes(value));
  const names = scopes.map(({ value }) => value);
  const hasIndexes = areAboutIndexes(names);
  const isReady =
    scopes.length > 0 &&
    scopes.every(({ value, warning }) => warning === undefined || known.includes(value)) &&
    (!hasIndexes || reach.all || reach.paths.length > 0);

  const submit = async (values: FormData): Promise<void> => {
    const expiresAt = expiryOf(expiry, textOf(values, 'date'), new Date());
    // The field asks for its date by itself; without one, nothing may be sent, for null would mean never.
    if (expiresAt === null) return;
    const input: CreateTokenInput = {
      name: textOf(values, 'name').trim(),
      wire: kind,
      scopes: names,
      ...(hasIndexes && whereItWorks(reach, textOf(values, 'projects'))),
      addresses: writtenList(textOf(values, 'addresses')),
      description: textOf(values, 'description').trim() || undefined,
      notBefore: beginningOf(textOf(values, 'notBefore'))?.toISOString(),
      expiresAt: expiresAt.toISOString(),
    };
    const payload = await create.run({ input });
    if (payload !== null) onCreated(payload);
  };

  return (
    <Panel title="Create a token">
      {error ? (
        <Failure failure={asFailure(error)} retry={() => execute({ requestPolicy: 'network-only' })} />
      ) : null}
      <Form
        action={create}
        fields={['name', 'wire', 'scopes', ...(hasIndexes ? whereFields : []), ...limitFields, 'expiresAt']}
        submit="Create token"
        submitProps={{ disabled: !isReady }}
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
          <TokenScopeChoice
            role={viewer.user.role}
            indexes={chosen}
            wanted={wanted}
            known={known}
            onChange={(nowWanted, nowKnown) => {
              setWanted(nowWanted);
              setKnown(nowKnown);
            }}
            error={fieldError(create.failure, 'scopes')}
          />
          {hasIndexes ? (
            <IndexChoice
              listed={data?.packageIndexes.nodes.filter((one) => isUseful(one, haveApi(names)))}
              hasMore={data?.packageIndexes.pageInfo.hasNextPage ?? false}
              reach={reach}
              onChange={setReach}
              error={fieldError(create.failure, ...whereFields)}
            />
          ) : null}
          <TokenExpiryChoice
            choice={expiry}
            onChange={setExpiry}
            error={fieldError(create.failure, 'expiresAt')}
          />
          <TokenKindChoice kind={kind} onChange={setKind} error={fieldError(create.failure, 'wire')} />
          <TokenLimits hasIndexes={hasIndexes} failure={create.failure} />
        </Stack>
      </Form>
    </Panel>
  );
}

const whereFields = ['indexes', 'allIndexes'];

function whereItWorks(reach: Reach, projects: string): Partial<CreateTokenInput> {
  return {
    ...(reach.all ? { allIndexes: true } : { indexes: reach.paths }),
    projects: writtenList(projects),
  };
}

function indexesAt(paths: string[], data: TokenForm_IndexesQuery | undefined) {
  const listed = data?.packageIndexes.nodes ?? [];
  const chosen = listed.filter(({ path }) => paths.includes(path));
  const named = data?.packageIndex;
  const isMissing = named && paths.includes(named.path) && !chosen.some(({ path }) => path === named.path);
  return isMissing ? [...chosen, named] : chosen;
}
