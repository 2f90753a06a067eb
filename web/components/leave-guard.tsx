/**
 * Asks before something is left that cannot be had again: by a link, by closing the tab, by signing out. At most one
 * thing at a time asks.
 */
import { Button, Group, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';

import { Dialog } from './dialog.tsx';

export interface LeaveQuestion {
  title: string;
  text: string;
  stay: string;
  leave: string;
}

interface LeaveGuardControl {
  setQuestion: (question: LeaveQuestion | null) => void;
  /** Whether one may leave: true at once when nothing asks, else what the person answers. */
  mayLeave: () => Promise<boolean>;
}

const LeaveGuardContext = createContext<LeaveGuardControl | null>(null);

export function LeaveGuard({ children }: { children: ReactNode }) {
  const [question, setQuestion] = useState<LeaveQuestion | null>(null);
  const [answer, setAnswer] = useState<((leave: boolean) => void) | null>(null);

  const mayLeave = useCallback(async (): Promise<boolean> => {
    if (!question) return true;
    const leave = await new Promise<boolean>((resolve) => setAnswer(() => resolve));
    setAnswer(null);
    if (leave) setQuestion(null);
    return leave;
  }, [question]);

  useBlocker({
    shouldBlockFn: async ({ current, next }) => current.pathname !== next.pathname && !(await mayLeave()),
    enableBeforeUnload: question !== null,
    disabled: question === null,
  });

  const control = useMemo(() => ({ setQuestion, mayLeave }), [mayLeave]);
  return (
    <LeaveGuardContext value={control}>
      {children}
      <Dialog
        title={question?.title ?? ''}
        opened={question !== null && answer !== null}
        onClose={() => answer?.(false)}
      >
        <Stack>
          <Text>{question?.text}</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => answer?.(true)}>
              {question?.leave}
            </Button>
            <Button onClick={() => answer?.(false)} data-autofocus>
              {question?.stay}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </LeaveGuardContext>
  );
}

/** Asks the question on leaving, as long as it is given and the caller is on the page. */
export function useLeaveQuestion(question: LeaveQuestion | null): void {
  const { setQuestion } = useLeaveGuard();
  useEffect(() => {
    setQuestion(question);
    return () => setQuestion(null);
  }, [question, setQuestion]);
}

export function useMayLeave(): () => Promise<boolean> {
  return useLeaveGuard().mayLeave;
}

function useLeaveGuard(): LeaveGuardControl {
  const control = use(LeaveGuardContext);
  if (!control) throw new Error('The leave guard needs a LeaveGuard above it.');
  return control;
}
