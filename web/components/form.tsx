/**
 * A form around one action: what failed stands above it, or beside the field it is about, and the focus goes there.
 * A fast answer shows no spinner.
 */
import { Button, type ButtonProps, Group, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';

import type { WheelhouseError } from '../../client/errors.ts';
import { formFailure } from '../action.ts';
import { Failure } from './failure.tsx';

interface FormProps {
  action: { busy: boolean; failure: WheelhouseError | null };
  /** The input's fields that show their own refusals. */
  fields: string[];
  submit: string;
  submitProps?: Pick<ButtonProps, 'color' | 'disabled' | 'variant'>;
  /** Beside the submit button. */
  aside?: ReactNode;
  onSubmit: (values: FormData) => void;
  children: ReactNode;
}

const spinnerAfterMilliseconds = 300;

export function Form({ action, fields, submit, submitProps, aside, onSubmit, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const spinning = useLongBusy(action.busy);
  const failure = formFailure(action.failure, ...fields);
  useEffect(() => {
    if (action.failure === null) return;
    const wrong = form.current?.querySelector<HTMLElement>(
      ':is(input, select, textarea)[aria-invalid="true"], [data-failure]',
    );
    wrong?.focus();
  }, [action.failure]);

  const handleSubmit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!action.busy) onSubmit(new FormData(event.currentTarget));
  };
  return (
    <form ref={form} onSubmit={handleSubmit}>
      <Stack gap="md">
        {failure === null ? null : (
          <div tabIndex={-1} data-failure>
            <Failure failure={failure} />
          </div>
        )}
        {children}
        <Group justify="flex-end" gap="sm">
          {aside}
          <Button type="submit" loading={spinning} {...submitProps}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** The text of a field, as typed; empty when there is no such field. */
export function textOf(values: FormData, field: string): string {
  const value = values.get(field);
  return typeof value === 'string' ? value : '';
}

function useLongBusy(busy: boolean): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!busy) return;
    const timer = setTimeout(() => setLong(true), spinnerAfterMilliseconds);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [busy]);
  return long;
}
