/** A titled part of a page. */
import { Paper, Stack, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

import classes from './panel.module.css';

interface PanelProps {
  title: string;
  /** Sets off what cannot be undone. */
  danger?: boolean;
  children: ReactNode;
}

export function Panel({ title, danger = false, children }: PanelProps) {
  const id = useId();
  return (
    <Paper component="section" className={classes.panel} data-danger={danger} aria-labelledby={id}>
      <Stack gap="md">
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}
