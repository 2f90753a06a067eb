/** Ending all of somebody's tokens at once, for a lost laptop or a leaver. How many there are is said first. */
import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';

import { unwrap } from '../../client/errors.ts';
import { graphql } from '../_generated/gql.ts';
import { useAction } from '../action.ts';
import { counted } from '../rules/amounts.ts';
import { asFailure } from '../urql.ts';
import { useAnnounce } from './announcer.tsx';
import { Dialog } from './dialog.tsx';
import { Failure } from './failure.tsx';
import { Form } from './form.tsx';
import { LoadingRows } from './loading.tsx';

const LiveTokensDocument = graphql(/* GraphQL */ `
  query RevokeTokens_Live($owner: String!) {
    active: tokens(first: 1, filter: { owner: $owner, state: ACTIVE }) {
      totalCount
    }
    pending: tokens(first: 1, filter: { owner: $owner, state: PENDING }) {
      totalCount
    }
    rotating: tokens(first: 1, filter: { owner: $owner, state: ROTATING }) {
      totalCount
    }
    disabled: tokens(first: 1, filter: { owner: $owner, state: DISABLED }) {
      totalCount
    }
  }
`);

const RevokeTokensDocument = graphql(/* GraphQL */ `
  mutation RevokeTokens_Revoke($input: RevokeTokensInput!) {
    revokeTokens(input: $input) {
      __typename
      ... on RevokeTokensPayload {
        revoked
      }
      ... on UserError {
        message
        code
        path
      }
    }
  }
`);

interface RevokeTokensProps {
  owner: string;
  /** Such as "my tokens". */
  whose: string;
}

export function RevokeTokens({ owner, whose }: RevokeTokensProps) {
  const [opened, setOpened] = useState(false);
  const close = () => setOpened(false);
  return (
    <>
      <Button variant="outline" color="red" onClick={() => setOpened(true)}>
        Revoke all {whose}
      </Button>
      <Dialog title={`Revoke all ${whose}?`} opened={opened} onClose={close}>
        <Count owner={owner} onClose={close} />
      </Dialog>
    </>
  );
}

interface DialogProps {
  owner: string;
  onClose: () => void;
}

function Count(props: DialogProps) {
  const [{ data, error }, execute] = useQuery({
    query: LiveTokensDocument,
    variables: { owner: props.owner },
    // What was made elsewhere since is revoked as well.
    requestPolicy: 'network-only',
  });
  if (error) {
    return <Failure failure={asFailure(error)} retry={() => execute({ requestPolicy: 'network-only' })} />;
  }
  if (!data) return <LoadingRows rows={1} />;
  const { active, pending, rotating, disabled } = data;
  const live = [active, pending, rotating, disabled].reduce((sum, { totalCount }) => sum + totalCount, 0);
  return live === 0 ? <Text>There is none that still works.</Text> : <Question {...props} live={live} />;
}

function Question({ owner, onClose, live }: DialogProps & { live: number }) {
  const revoke = useAction(RevokeTokensDocument, (data) => unwrap(data.revokeTokens, 'RevokeTokensPayload'));
  const announce = useAnnounce();
  const submit = async (): Promise<void> => {
    const payload = await revoke.run({ input: { owner } });
    if (payload === null) return;
    onClose();
    announce(`${counted(payload.revoked, 'token')} revoked.`);
  };
  return (
    <Form
      action={revoke}
      fields={[]}
      submit={`Revoke ${counted(live, 'token')}`}
      submitProps={{ color: 'red' }}
      aside={
        <Button variant="default" onClick={onClose} data-autofocus>
          Keep them
        </Button>
      }
      onSubmit={() => void submit()}
    >
      <Stack>
        <Text>Whatever uses one of them is refused from its next request on. This cannot be undone.</Text>
      </Stack>
    </Form>
  );
}
