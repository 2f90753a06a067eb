/** Deactivating a user, and taking that back. */
import { Text } from '@mantine/core';

import { unwrap } from '../../client/errors.ts';
import { graphql } from '../_generated/gql.ts';
import { useAction } from '../action.ts';
import { useAnnounce } from './announcer.tsx';
import { Form } from './form.tsx';
import { Moment } from './moment.tsx';
import { Panel } from './panel.tsx';

const DeactivateDocument = graphql(/* GraphQL */ `
  mutation UserState_Deactivate($input: DeactivateUserInput!) {
    deactivateUser(input: $input) {
      __typename
      ... on DeactivateUserPayload {
        user {
          id
          deactivatedAt
          deactivatedBy {
            id
            name
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

const ActivateDocument = graphql(/* GraphQL */ `
  mutation UserState_Activate($input: ActivateUserInput!) {
    activateUser(input: $input) {
      __typename
      ... on ActivateUserPayload {
        user {
          id
          deactivatedAt
          deactivatedBy {
            id
            name
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

interface UserStateProps {
  user: { name: string; deactivatedAt: string | null; deactivatedBy: { name: string } | null };
}

export function UserState({ user }: UserStateProps) {
  return (
    <Panel title="State">
      {user.deactivatedAt === null ? (
        <Active name={user.name} />
      ) : (
        <Deactivated name={user.name} since={user.deactivatedAt} by={user.deactivatedBy?.name} />
      )}
    </Panel>
  );
}

function Active({ name }: { name: string }) {
  const deactivate = useAction(DeactivateDocument, (data) =>
    unwrap(data.deactivateUser, 'DeactivateUserPayload'),
  );
  const announce = useAnnounce();
  const submit = async (): Promise<void> => {
    if ((await deactivate.run({ input: { name } })) !== null) announce(`${name} is deactivated.`);
  };
  return (
    <Form
      action={deactivate}
      fields={[]}
      submit="Deactivate"
      submitProps={{ color: 'red', variant: 'outline' }}
      onSubmit={() => void submit()}
    >
      <Text>
        {name} is active. Deactivating refuses every session, token and password of {name} from the next
        request on.
      </Text>
    </Form>
  );
}

function Deactivated({ name, since, by }: { name: string; since: string; by: string | undefined }) {
  const activate = useAction(ActivateDocument, (data) => unwrap(data.activateUser, 'ActivateUserPayload'));
  const announce = useAnnounce();
  const submit = async (): Promise<void> => {
    if ((await activate.run({ input: { name } })) !== null) announce(`${name} is active.`);
  };
  return (
    <Form action={activate} fields={[]} submit="Activate" onSubmit={() => void submit()}>
      <Text>
        {name} was deactivated <Moment at={since} />
        {by === undefined ? '' : ` by ${by}`}. Activating lets tokens and password work again; sessions stay
        ended.
      </Text>
    </Form>
  );
}
