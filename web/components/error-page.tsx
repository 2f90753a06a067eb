/** A fault of this page itself, not of the server: say so, and offer what usually helps. */
import { Button, Group, Text } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';

import { Frame, useIsFramed } from './layout.tsx';
import { Page } from './page.tsx';
import { Snippet } from './snippet.tsx';

export function ErrorPage({ error }: ErrorComponentProps) {
  const report = `${String(error)}\n${window.location.origin}${window.location.pathname}`;
  const isFramed = useIsFramed();
  const page = (
    <Page title="This page broke" lead="The server may have been upgraded since you opened it.">
      <Text>Load the page again. If it breaks again, please report what stands here.</Text>
      <Snippet title="What happened" shown={report} />
      <Group>
        <Button onClick={() => window.location.reload()}>Load again</Button>
      </Group>
    </Page>
  );
  if (isFramed) return page;
  return (
    <Frame bar={null} version={null}>
      {page}
    </Frame>
  );
}
