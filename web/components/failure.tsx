/** What went wrong, what to try, and the request's id for whoever reads the server's log. */
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';

import { Unavailable, type WheelhouseError } from '../../client/errors.ts';
import { CopyButton } from './copy-button.tsx';

interface FailureProps {
  failure: WheelhouseError;
  retry?: () => void;
}

export function Failure({ failure, retry }: FailureProps) {
  return (
    <Alert
      color="red"
      icon={<IconAlertTriangle aria-hidden />}
      title={failure instanceof Unavailable ? 'No answer right now' : 'That did not work'}
    >
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{failure.message}</Text>
        {failure.requestId === undefined ? null : <RequestId id={failure.requestId} />}
        {retry === undefined ? null : (
          <Button variant="default" onClick={retry}>
            Try again
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

function RequestId({ id }: { id: string }) {
  return (
    <Group gap="xs">
      <Text size="sm">
        Request <code>{id}</code>
      </Text>
      <CopyButton compact text={id} label="Copy the request id" />
    </Group>
  );
}
