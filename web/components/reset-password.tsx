/** Making a link with which a person sets another password. */
import { Text } from '@mantine/core';
import { useState } from 'react';

import { unwrap } from '../../client/errors.ts';
import { graphql } from '../_generated/gql.ts';
import { useAction } from '../action.ts';
import { Form } from './form.tsx';
import { LinkReveal, type MadeLink } from './link-reveal.tsx';
import { Panel } from './panel.tsx';

const ResetPasswordDocument = graphql(/* GraphQL */ `
  mutation ResetPassword_Reset($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      __typename
      ... on ResetPasswordPayload {
        link
        emailSent
      }
      ... on UserError {
        message
        code
        path
      }
    }
  }
`);

export function ResetPassword({ name }: { name: string }) {
  const reset = useAction(ResetPasswordDocument, (data) =>
    unwrap(data.resetPassword, 'ResetPasswordPayload'),
  );
  // The link is here and nowhere else: not in the cache, not in the address, not in storage.
  const [made, setMade] = useState<MadeLink | null>(null);
  const submit = async (): Promise<void> => {
    const payload = await reset.run({ input: { name } });
    if (payload !== null) setMade({ user: name, url: payload.link, emailSent: payload.emailSent });
  };
  if (made !== null) return <LinkReveal link={made} onDone={() => setMade(null)} />;
  return (
    <Panel title="Password">
      <Form
        action={reset}
        fields={[]}
        submit="Make a link"
        submitProps={{ variant: 'default' }}
        onSubmit={() => void submit()}
      >
        <Text>
          A link lets {name} set another password within an hour. The present one goes on until then, and
          links made before are void.
        </Text>
      </Form>
    </Panel>
  );
}
