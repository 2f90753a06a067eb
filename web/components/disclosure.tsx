/** What few people need, behind a line that opens it. What is typed in it counts, opened or not. */
import { Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';

import classes from './disclosure.module.css';

interface DisclosureProps {
  title: string;
  /** What is in it, for those who need not open it. */
  hint: string;
  /** Opens it, for a refusal that is about something in it. */
  mustOpen?: boolean;
  children: ReactNode;
}

export function Disclosure({ title, hint, mustOpen = false, children }: DisclosureProps) {
  const [opened, setOpened] = useState(false);
  return (
    <details
      className={classes.disclosure}
      open={opened || mustOpen}
      onToggle={(event) => setOpened(event.currentTarget.open)}
    >
      <summary className={classes.summary}>
        <Text span fw={600} size="sm">
          {title}
        </Text>{' '}
        <Text span size="sm" c="dimmed">
          {hint}
        </Text>
      </summary>
      <Stack gap="md" className={classes.content}>
        {children}
      </Stack>
    </details>
  );
}
