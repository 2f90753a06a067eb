/** Deleting a package index: what goes with it is counted first, and its path typed, because nothing brings it back. */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';

import { unwrap } from '../../client/errors.ts';
import { graphql } from '../_generated/gql.ts';
import { fieldError, useAction } from '../action.ts';
import { counted, formatBytes } from '../rules/amounts.ts';
import { asFailure } from '../urql.ts';
import { useAnnounce } from './announcer.tsx';
import { Dialog } from './dialog.tsx';
import { Failure } from './failure.tsx';
import { Form, textOf } from './form.tsx';
import { LoadingRows } from './loading.tsx';
import { Panel } from './panel.tsx';

const ConsequencesDocument = graphql(/* GraphQL */ `
  query DeleteIndex_Consequences($path: String!) {
    packageIndex(path: $path) {
      id
      deletionConsequences {
        projects
        files
        bytes
        tokens
        dependants
      }
    }
  }
`);

const DeleteDocument = graphql(/* GraphQL */ `
  mutation DeleteIndex_Delete($input: DeletePackageIndexInput!) {
    deletePackageIndex(input: $input) {
      __typename
      ... on DeletePackageIndexPayload {
        serial
      }
      ... on UserError {
        message
        code
        path
      }
    }
  }
`);

interface Consequences {
  projects: number;
  files: number;
  bytes: number;
  tokens: number;
  dependants: number;
}

export function DeleteIndex({ path }: { path: string }) {
  const [opened, setOpened] = useState(false);
  return (
    <Panel title="Danger zone" danger>
      <Group justify="space-between">
        <Text>Deleting this index removes its projects and files for good.</Text>
        <Button color="red" variant="outline" onClick={() => setOpened(true)}>
          Delete this index
        </Button>
      </Group>
      <Dialog title={`Delete ${path}?`} opened={opened} onClose={() => setOpened(false)}>
        <Deletion path={path} onClose={() => setOpened(false)} />
      </Dialog>
    </Panel>
  );
}

function Deletion({ path, onClose }: { path: string; onClose: () => void }) {
  // Counted now, not remembered: the numbers are what one agrees to.
  const [{ data, error, fetching }, execute] = useQuery({
    query: ConsequencesDocument,
    variables: { path },
    requestPolicy: 'network-only',
  });
  const count = () => execute({ requestPolicy: 'network-only' });
  if (error) return <Failure failure={asFailure(error)} retry={count} />;
  if (!data || (fetching && !data.packageIndex)) return <LoadingRows rows={3} />;
  const consequences = data.packageIndex?.deletionConsequences;
  if (!consequences) return <Text>You may not delete this index, or it is gone already.</Text>;
  return <Confirmation path={path} consequences={consequences} recount={count} onClose={onClose} />;
}

interface ConfirmationProps {
  path: string;
  consequences: Consequences;
  recount: () => void;
  onClose: () => void;
}

function Confirmation({ path, consequences, recount, onClose }: ConfirmationProps) {
  const [typed, setTyped] = useState('');
  const remove = useAction(DeleteDocument, (data) =>
    unwrap(data.deletePackageIndex, 'DeletePackageIndexPayload'),
  );
  const navigate = useNavigate();
  const announce = useAnnounce();

  const submit = async (values: FormData): Promise<void> => {
    const input = { path, confirmPath: textOf(values, 'confirmPath'), expectedFiles: consequences.files };
    if ((await remove.run({ input })) === null) {
      recount();
      return;
    }
    announce(`${path} is deleted.`);
    await navigate({ to: '/' });
  };

  return (
    <Form
      action={remove}
      fields={['confirmPath']}
      submit="Delete for good"
      submitProps={{ color: 'red', disabled: typed !== path }}
      aside={
        <Button variant="default" onClick={onClose}>
          Keep it
        </Button>
      }
      onSubmit={(values) => void submit(values)}
    >
      <Stack gap="md">
        <Text>This cannot be undone. With it go:</Text>
        <ConsequenceList consequences={consequences} />
        <TextInput
          name="confirmPath"
          label={`Type ${path} to confirm`}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          error={fieldError(remove.failure, 'confirmPath')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
        />
      </Stack>
    </Form>
  );
}

function ConsequenceList({
  consequences: { projects, files, bytes, tokens, dependants },
}: {
  consequences: Consequences;
}) {
  return (
    <ul>
      <li>{counted(projects, 'project')}</li>
      <li>
        {counted(files, 'file')}, {formatBytes(bytes)}
      </li>
      <li>{counted(tokens, 'token')} bound to it</li>
      <li>{counted(dependants, 'index', 'indexes')} inheriting from it</li>
    </ul>
  );
}
