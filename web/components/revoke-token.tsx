/** Ending a token, after asking: there is no way back. */
import { Button, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

import { unwrap } from '../../client/errors.ts';
import { graphql } from '../_generated/gql.ts';
import { useAction } from '../action.ts';
import { useAnnounce } from './announcer.tsx';
import { Dialog } from './dialog.tsx';
import { Form } from './form.tsx';

const RevokeTokenDocument = graphql(/* GraphQL */ `
  mutation RevokeToken_Revoke($input: RevokeTokenInput!) {
    revokeToken(input: $input) {
      __typename
      ... on RevokeTokenPayload {
        token {
          id
          state
          revokedAt
          revokeReason
          viewerCanRevoke
          viewerCanChange
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

export function RevokeToken({ tokenId, name }: { tokenId: string; name: string }) {
  const [opened, setOpened] = useState(false);
  const revoke = useAction(RevokeTokenDocument, (data) => unwrap(data.revokeToken, 'RevokeTokenPayload'));
  const announce = useAnnounce();
  const ending = useRef(false);
  useEffect(
    () => () => {
      // The button that had the focus goes with the token's life; the keyboard goes on from the page's content.
      if (ending.current) document.getElementById('content')?.focus({ preventScroll: true });
    },
    [],
  );

  const submit = async (): Promise<void> => {
    ending.current = true;
    const payload = await revoke.run({ input: { tokenId } });
    ending.current = payload !== null;
    if (payload !== null) announce(`${name} is revoked.`);
  };
  const open = (): void => {
    revoke.reset();
    setOpened(true);
  };

  return (
    <>
      <Button size="compact-sm" variant="subtle" color="red" onClick={open} aria-label={`Revoke ${name}`}>
        Revoke
      </Button>
      <Dialog title={`Revoke ${name}?`} opened={opened} onClose={() => setOpened(false)}>
        <Form
          action={revoke}
          fields={[]}
          submit="Revoke token"
          submitProps={{ color: 'red' }}
          aside={
            <Button variant="default" onClick={() => setOpened(false)} data-autofocus>
              Keep it
            </Button>
          }
          onSubmit={() => void submit()}
        >
          <Stack>
            <Text>Whatever uses it is refused from its next request on. This cannot be undone.</Text>
          </Stack>
        </Form>
      </Dialog>
    </>
  );
}
