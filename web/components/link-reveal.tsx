/** A link that sets a password, the one time that it is shown. */
import { Button, Group, Stack, Text } from '@mantine/core';

import { Panel } from './panel.tsx';
import { Snippet } from './snippet.tsx';

export interface MadeLink {
  user: string;
  url: string;
  emailSent: boolean;
}

export function LinkReveal({ link, onDone }: { link: MadeLink; onDone: () => void }) {
  return (
    <Panel title={`A link for ${link.user}`}>
      <Stack gap="md">
        <Text>
          With it {link.user} sets a password, once. It is not shown again.{' '}
          {link.emailSent ? 'It was mailed as well.' : 'It was not mailed: pass it on yourself.'}
        </Text>
        <Snippet title="Link" shown={link.url} />
        <Group justify="flex-end">
          <Button onClick={onDone}>Done</Button>
        </Group>
      </Stack>
    </Panel>
  );
}
