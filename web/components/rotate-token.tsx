/** Putting a new token in the place of one, with time for whatever still uses the old one. */
import { Button, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import { unwrap } from '../../client/errors.ts';
import { graphql } from '../_generated/gql.ts';
import { fieldError, useAction } from '../action.ts';
import { graceLabels, gracePresets, graceSeconds } from '../rules/token-grace.ts';
import { Dialog } from './dialog.tsx';
import { Form } from './form.tsx';
import { GroupError } from './group-error.tsx';
import type { NewToken } from './token-reveal.tsx';

const RotateTokenDocument = graphql(/* GraphQL */ `
  mutation RotateToken_Rotate($input: RotateTokenInput!) {
    rotateToken(input: $input) {
      __typename
      ... on RotateTokenPayload {
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

interface RotateTokenProps {
  tokenId: string;
  name: string;
  onRotated: (token: NewToken) => void;
}

export function RotateToken(props: RotateTokenProps) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        size="compact-sm"
        variant="subtle"
        onClick={() => setOpened(true)}
        aria-label={`Rotate ${props.name}`}
      >
        Rotate
      </Button>
      <Dialog title={`Rotate ${props.name}?`} opened={opened} onClose={() => setOpened(false)}>
        <Question {...props} onClose={() => setOpened(false)} />
      </Dialog>
    </>
  );
}

function Question({ tokenId, onRotated, onClose }: RotateTokenProps & { onClose: () => void }) {
  const rotate = useAction(RotateTokenDocument, (data) => unwrap(data.rotateToken, 'RotateTokenPayload'));
  const [grace, setGrace] = useState<string>('none');
  const submit = async (): Promise<void> => {
    const payload = await rotate.run({ input: { tokenId, graceSeconds: graceSeconds(grace) } });
    if (payload === null) return;
    onClose();
    onRotated(payload);
  };
  const graceError = fieldError(rotate.failure, 'graceSeconds');
  return (
    <Form
      action={rotate}
      fields={['graceSeconds']}
      submit="Rotate token"
      aside={
        <Button variant="default" onClick={onClose} data-autofocus>
          Keep it
        </Button>
      }
      onSubmit={() => void submit()}
    >
      <Stack>
        <Text>
          A new token with the same name, scopes and limits takes its place, for as long a life as this one
          had. Its text is shown once.
        </Text>
        <Radio.Group
          label="The old one still works for"
          description="Should it be used after that, both are revoked: somebody else may have it."
          value={grace}
          onChange={setGrace}
          error={graceError === null ? null : <GroupError sentence={graceError} />}
        >
          <Stack gap="xs" mt="xs">
            {gracePresets.map((preset) => (
              <Radio key={preset} value={preset} label={graceLabels[preset]} />
            ))}
          </Stack>
        </Radio.Group>
      </Stack>
    </Form>
  );
}
