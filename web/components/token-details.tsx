/** What there is to know of a token beyond its row; and its name and description, which may change. */
import { Button, Stack, Text, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import { unwrap } from '../../client/errors.ts';
import type { TokenRowFragment } from '../_generated/graphql.ts';
import { graphql } from '../_generated/gql.ts';
import { fieldError, useAction } from '../action.ts';
import { formatAbsolute } from '../rules/moments.ts';
import { tokenKinds } from '../rules/token-kinds.ts';
import { useAnnounce } from './announcer.tsx';
import { Dialog } from './dialog.tsx';
import { Form, textOf } from './form.tsx';
import classes from './token-details.module.css';

const UpdateTokenDocument = graphql(/* GraphQL */ `
  mutation TokenDetails_Update($input: UpdateTokenInput!) {
    updateToken(input: $input) {
      __typename
      ... on UpdateTokenPayload {
        token {
          id
          name
          description
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

export function TokenDetails({ token }: { token: TokenRowFragment }) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => setOpened(true)}
        aria-label={`Details of ${token.name}`}
      >
        Details
      </Button>
      <Dialog title={token.name} opened={opened} onClose={() => setOpened(false)}>
        <Stack gap="lg">
          <Facts token={token} />
          {token.viewerCanChange ? <Words token={token} onSaved={() => setOpened(false)} /> : null}
        </Stack>
      </Dialog>
    </>
  );
}

function Facts({ token }: { token: TokenRowFragment }) {
  const kind = tokenKinds[token.wire];
  return (
    <dl className={classes.facts}>
      <Fact term="Id">
        <code>{token.tokenId}</code>
      </Fact>
      <Fact term="Kind">
        {kind.word}
        <Text size="sm" c="dimmed">
          {kind.sentence}
        </Text>
      </Fact>
      <Fact term="Scopes">{token.scopes.join(', ')}</Fact>
      {token.viewerCanChange || token.description === null ? null : (
        <Fact term="Description">{token.description}</Fact>
      )}
      <Fact term="Created">{sentenceOf(token.createdAt, token.createdAddress, null)}</Fact>
      {token.issuer.id === token.owner.id ? null : <Fact term="By">{token.issuer.name}</Fact>}
      {token.rotatedFrom === null ? null : (
        <Fact term="In place of">
          <code>{token.rotatedFrom}</code>
        </Fact>
      )}
      {token.notBefore === null ? null : <Fact term="Works from">{absolute(token.notBefore)}</Fact>}
      <Fact term="Expires">{token.expiresAt === null ? 'never' : absolute(token.expiresAt)}</Fact>
      <Fact term="Last used">
        {token.lastUsedAt === null
          ? 'never'
          : sentenceOf(token.lastUsedAt, token.lastUsedAddress, token.lastUsedClient)}
      </Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The bubble of `Moment` would lie behind the dialog. */
function absolute(at: string): string {
  return formatAbsolute(new Date(at));
}

function sentenceOf(at: string, address: string | null, client: string | null): string {
  const from = address === null ? '' : `, from ${address}`;
  const by = client === null ? '' : `, by ${client}`;
  return `${absolute(at)}${from}${by}`;
}

interface WordsProps {
  token: Pick<TokenRowFragment, 'tokenId' | 'name' | 'description'>;
  onSaved: () => void;
}

function Words({ token, onSaved }: WordsProps) {
  const update = useAction(UpdateTokenDocument, (data) => unwrap(data.updateToken, 'UpdateTokenPayload'));
  const announce = useAnnounce();
  const submit = async (values: FormData): Promise<void> => {
    const name = textOf(values, 'name').trim();
    const description = textOf(values, 'description').trim() || null;
    if ((await update.run({ input: { tokenId: token.tokenId, name, description } })) === null) return;
    announce(`${name} is saved.`);
    onSaved();
  };
  return (
    <Form
      action={update}
      fields={['name', 'description']}
      submit="Save"
      onSubmit={(values) => void submit(values)}
    >
      <TextInput
        name="name"
        label="Name"
        defaultValue={token.name}
        autoComplete="off"
        error={fieldError(update.failure, 'name')}
        required
        withAsterisk={false}
      />
      <TextInput
        name="description"
        label="Description"
        defaultValue={token.description ?? ''}
        autoComplete="off"
        error={fieldError(update.failure, 'description')}
      />
    </Form>
  );
}
