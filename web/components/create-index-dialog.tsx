/** Creating a package index: its place, what it is for, and who reads it besides its owner. */
import { NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';

import { unwrap } from '../../client/errors.ts';
import { graphql } from '../_generated/gql.ts';
import { fieldError, useAction } from '../action.ts';
import { audiences } from '../rules/access-lists.ts';
import { useAnnounce } from './announcer.tsx';
import { Dialog } from './dialog.tsx';
import { Form, textOf } from './form.tsx';
import { useSignedIn } from './layout.tsx';

const CreateIndexDocument = graphql(/* GraphQL */ `
  mutation CreateIndexDialog_Create($input: CreatePackageIndexInput!) {
    createPackageIndex(input: $input) {
      __typename
      ... on CreatePackageIndexPayload {
        packageIndex {
          id
          path
          name
          owner {
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

/** Who reads besides the owner; the empty choice leaves it at the owner. */
const readers = audiences.map(({ value, label }) => ({
  value,
  label: value === '' ? 'Only the owner' : label,
}));

interface CreateIndexDialogProps {
  opened: boolean;
  onClose: () => void;
}

export function CreateIndexDialog({ opened, onClose }: CreateIndexDialogProps) {
  const create = useAction(CreateIndexDocument, (data) =>
    unwrap(data.createPackageIndex, 'CreatePackageIndexPayload'),
  );
  const { reset } = create;
  const navigate = useNavigate();
  const announce = useAnnounce();
  useEffect(() => {
    if (opened) reset();
  }, [opened, reset]);

  const submit = async (values: FormData): Promise<void> => {
    const owner = textOf(values, 'owner').trim();
    const audience = textOf(values, 'audience');
    const payload = await create.run({
      input: {
        path: `${owner}/${textOf(values, 'name').trim()}`,
        description: textOf(values, 'description').trim() || null,
        ...(audience === '' ? {} : { readers: [owner, audience] }),
      },
    });
    if (payload === null) return;
    const { packageIndex } = payload;
    announce(`${packageIndex.path} is created.`);
    await navigate({
      to: '/indexes/$owner/$name',
      params: { owner: packageIndex.owner.name, name: packageIndex.name },
    });
  };

  return (
    <Dialog title="Create a package index" opened={opened} onClose={onClose}>
      <Form
        action={create}
        fields={['path', 'description', 'readers']}
        submit="Create index"
        onSubmit={(values) => void submit(values)}
      >
        <Fields failure={create.failure} />
      </Form>
    </Dialog>
  );
}

function Fields({ failure }: { failure: Parameters<typeof fieldError>[0] }) {
  const { viewer } = useSignedIn();
  return (
    <Stack gap="md">
      <TextInput
        name="owner"
        label="Owner"
        description={viewer.user.role === 'ADMIN' ? 'You, or any other user.' : 'You.'}
        defaultValue={viewer.name}
        readOnly={viewer.user.role !== 'ADMIN'}
        autoCapitalize="none"
        spellCheck={false}
        required
        withAsterisk={false}
      />
      <TextInput
        name="name"
        label="Name"
        description="Part of its URLs; it cannot be changed."
        placeholder="dev"
        autoCapitalize="none"
        spellCheck={false}
        error={fieldError(failure, 'path')}
        data-autofocus
        required
        withAsterisk={false}
      />
      <TextInput
        name="description"
        label="Description (optional)"
        error={fieldError(failure, 'description')}
      />
      <NativeSelect
        name="audience"
        label="Who may install from it"
        data={readers}
        error={fieldError(failure, 'readers')}
      />
      <Text size="sm" c="dimmed">
        Uploading is the owner’s alone to begin with. Both lists can be changed on the index’s page.
      </Text>
    </Stack>
  );
}
