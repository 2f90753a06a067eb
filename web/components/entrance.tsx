/** The pages one sees before being signed in: one card in the frame. */
import { Paper } from '@mantine/core';
import type { ReactNode } from 'react';

import { useSession } from '../session.tsx';
import classes from './entrance.module.css';
import { Frame } from './layout.tsx';
import { Page } from './page.tsx';

interface EntranceProps {
  title: string;
  lead: ReactNode;
  children: ReactNode;
}

export function Entrance({ title, lead, children }: EntranceProps) {
  const session = useSession();
  const version = 'server' in session ? (session.server?.version ?? null) : null;
  return (
    <Frame bar={null} version={version}>
      <Paper className={classes.card}>
        <Page title={title} lead={lead}>
          {children}
        </Page>
      </Paper>
    </Frame>
  );
}
