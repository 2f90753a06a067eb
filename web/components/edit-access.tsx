/** Changing who may install from an index and who may upload to it. A list that is opened to a group asks once more. */
import { Alert, Button, Checkbox, Group, NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { IconLockOpen } from '@tabler/icons-react';
import { useState } from 'react';

import { unwrap } from '../../client/errors.ts';
import { graphql } from '../_generated/gql.ts';
import type { IndexKind } from '../_generated/graphql.ts';
import { fieldError, useAction } from '../action.ts';
import {
  type AccessDraft,
  type Audience,
  audienceHints,
  audiences,
  draftOf,
  isSameList,
  namesOf,
  openedTo,
} from '../rules/access-lists.ts';
import { useAnnounce } from './announcer.tsx';
import { Dialog } from './dialog.tsx';
import { Form } from './form.tsx';

const UpdateDocument = graphql(/* GraphQL */ `
  mutation EditAccess_Update($input: UpdatePackageIndexInput!) {
    updatePackageIndex(input: $input) {
      __typename
      ... on UpdatePackageIndexPayload {
        packageIndex {
          id
          readers {
            name
          }
          uploaders {
            name
          }
          viewerCanRead
          viewerCanUpload
          viewerCanAdminister
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

interface EditedIndex {
  path: string;
  kind: IndexKind;
  readers: { name: string }[];
  uploaders: { name: string }[];
}

export function EditAccess({ index }: { index: EditedIndex }) {
  const [opened, setOpened] = useState(false);
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={() => setOpened(true)}>
        Change access
      </Button>
      <Dialog title={`Who may use ${index.path}`} opened={opened} onClose={() => setOpened(false)}>
        <Lists index={index} onClose={() => setOpened(false)} />
      </Dialog>
    </Group>
  );
}

function Lists({ index, onClose }: { index: EditedIndex; onClose: () => void }) {
  const update = useAction(UpdateDocument, (data) =>
    unwrap(data.updatePackageIndex, 'UpdatePackageIndexPayload'),
  );
  const readers = useList(index.readers, update.reset);
  const uploaders = useList(index.uploaders, update.reset);
  const [confirmed, setConfirmed] = useState('');
  const announce = useAnnounce();

  const warnings = [
    ...(readers.opened === ''
      ? []
      : [`${everybody[readers.opened]} will be able to install what ${index.path} holds.`]),
    ...(uploaders.opened === ''
      ? []
      : [`${everybody[uploaders.opened]} will be able to upload to ${index.path}.`]),
  ];
  // Who agreed to one opening has not agreed to another.
  const question = warnings.join(' ');
  const isAgreed = question === '' || confirmed === question;

  const submit = async (): Promise<void> => {
    const payload = await update.run({
      input: {
        path: index.path,
        ...(readers.isChanged && { readers: readers.names }),
        ...(uploaders.isChanged && { uploaders: uploaders.names }),
      },
    });
    if (payload === null) return;
    announce(`Who may use ${index.path} is changed.`);
    onClose();
  };

  return (
    <Form
      action={update}
      fields={['readers', 'uploaders']}
      submit="Save"
      submitProps={{ disabled: !(readers.isChanged || uploaders.isChanged) || !isAgreed }}
      aside={
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      }
      onSubmit={() => void submit()}
    >
      <ListFields
        what="install"
        named="readers"
        list={readers}
        error={fieldError(update.failure, 'readers')}
      />
      {index.kind === 'STAGE' ? (
        <ListFields
          what="upload"
          named="uploaders"
          list={uploaders}
          error={fieldError(update.failure, 'uploaders')}
        />
      ) : null}
      {question === '' ? null : (
        <Alert color="amber" icon={<IconLockOpen aria-hidden />} title="This opens the index">
          <Stack gap="sm">
            {warnings.map((warning) => (
              <Text key={warning} size="sm">
                {warning}
              </Text>
            ))}
            <Checkbox
              label="Yes, open it"
              checked={isAgreed}
              onChange={(event) => setConfirmed(event.currentTarget.checked ? question : '')}
            />
          </Stack>
        </Alert>
      )}
    </Form>
  );
}

const everybody: Record<Exclude<Audience, ''>, string> = {
  ':authenticated:': 'Every user of this server',
  ':anonymous:': 'Everybody who reaches this server, without a credential,',
};

interface EditedList {
  draft: AccessDraft;
  edit: (draft: AccessDraft) => void;
  names: string[];
  isChanged: boolean;
  /** The group that it is being opened to; empty for none. */
  opened: Audience;
}

/** `onEdit` is told of each change: what was refused is not what stands there any more. */
function useList(principals: { name: string }[], onEdit: () => void): EditedList {
  // As it was when the dialog opened: what is asked again meanwhile takes no word out of anybody's mouth.
  const [before] = useState(() => principals.map(({ name }) => name));
  const [draft, setDraft] = useState(() => draftOf(before));
  const names = namesOf(draft);
  const edit = (edited: AccessDraft): void => {
    setDraft(edited);
    onEdit();
  };
  const isChanged = !isSameList(namesOf(draftOf(before)), names);
  return { draft, edit, names, isChanged, opened: openedTo(before, names) };
}

interface ListFieldsProps {
  what: string;
  named: string;
  list: EditedList;
  error: string | null;
}

function ListFields({ what, named, list: { draft, edit, names }, error }: ListFieldsProps) {
  return (
    <Stack gap="xs">
      <NativeSelect
        label={`Who may ${what}`}
        description={audienceHints[draft.audience]}
        data={[...audiences]}
        value={draft.audience}
        onChange={(event) => edit({ ...draft, audience: event.currentTarget.value as Audience })}
      />
      <Textarea
        label={`Named ${named}`}
        description={
          names.length === 0
            ? `As long as nobody is named, nobody may ${what}.`
            : 'User names, with blanks, commas or line breaks between them.'
        }
        value={draft.people}
        onChange={(event) => edit({ ...draft, people: event.currentTarget.value })}
        error={error}
        rows={3}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
      />
    </Stack>
  );
}
