/** Around a page that is for administrators: whoever else comes is told so, and is not sent to sign in again. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

import { TextLink } from './links.tsx';
import { useSignedIn } from './layout.tsx';
import { Page } from './page.tsx';

export function AdminsOnly({ children }: { children: ReactNode }) {
  const { viewer } = useSignedIn();
  return viewer.user.role === 'ADMIN' ? children : <NoRight name={viewer.name} />;
}

function NoRight({ name }: { name: string }) {
  return (
    <Page title="Not for you" lead="Only administrators may see this page.">
      <Text>
        You are signed in as {name}, who is a member. Ask an administrator, or sign in as one.{' '}
        <TextLink to="/">See your package indexes</TextLink>.
      </Text>
    </Page>
  );
}
