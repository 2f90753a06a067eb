/** Deleting a group; the server refuses while lists name it, and says which. */
import { Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';

import { unwrap } from '../../client/errors.ts';
import { graphql } from '../_generated/gql.ts';
import { useAction } from '../action.ts';
import { useAnnounce } from './announcer.tsx';
import { Form } from './form.tsx';
import { Panel } from './panel.tsx';

const DeleteGroupDocument = graphql(/* GraphQL */ `
  mutation DeleteGroup_Delete($input: DeleteGroupInput!) {
    deleteGroup(input: $input) {
      __typename
      ... on DeleteGroupPayload {
        deletedName
      }
      ... on UserError {
        message
        code
        path
      }
    }
  }
`);

export function DeleteGroup({ name, indexes }: { name: string; indexes: string[] }) {
  const remove = useAction(DeleteGroupDocument, (data) => unwrap(data.deleteGroup, 'DeleteGroupPayload'));
  const navigate = useNavigate();
  const announce = useAnnounce();
  const submit = async (): Promise<void> => {
    if ((await remove.run({ input: { name } })) === null) return;
    announce(`${name} is deleted.`);
    await navigate({ to: '/groups' });
  };
  return (
    <Panel title="Danger zone" danger>
      <Form
        action={remove}
        fields={[]}
        submit="Delete this group"
        submitProps={{ color: 'red', variant: 'outline', disabled: indexes.length > 0 }}
        onSubmit={() => void submit()}
      >
        <Text>
          {indexes.length > 0
            ? `Lists of package indexes name it: take it off ${indexes.join(', ')} before you delete it.`
            : 'Deleting the group deletes none of its users.'}
        </Text>
      </Form>
    </Panel>
  );
}
