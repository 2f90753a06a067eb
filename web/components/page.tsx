/**
 * The head of every page: a title that is the document's too, what the page is for, and what one can do on it. Moving
 * to another page moves the focus to its heading, as loading a document would.
 */
import { Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';

interface PageProps {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

let isFirstPage = true;

export function Page({ title, lead, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Wheelhouse`;
    if (!isFirstPage && !heading.current?.parentElement?.parentElement?.contains(document.activeElement)) {
      heading.current?.focus({ preventScroll: true });
    }
    isFirstPage = false;
  }, [title]);

  return (
    <Stack gap="lg">
      <Group justify="space-between" align="flex-start" gap="md">
        <Stack gap={4}>
          <Title order={1} size="h2" ref={heading} tabIndex={-1}>
            {title}
          </Title>
          {lead === undefined ? null : <Text c="dimmed">{lead}</Text>}
        </Stack>
        {actions}
      </Group>
      {children}
    </Stack>
  );
}
