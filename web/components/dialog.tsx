/**
 * A dialog over the page. The browser's own element keeps the focus inside, closes on Escape and makes the rest inert,
 * without writing a style or a script into the page.
 */
import { CloseButton, Title } from '@mantine/core';
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from 'react';

import classes from './dialog.module.css';

interface DialogProps {
  title: string;
  opened: boolean;
  /** Asked to close, by Escape, by the cross or by a click beside it. */
  onClose: () => void;
  /** What has `data-autofocus` gets the focus. */
  children: ReactNode;
}

export function Dialog({ title, opened, onClose, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!opened || !element) return;
    element.showModal();
    element.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => element.close();
  }, [opened]);

  const closeBeside = (event: MouseEvent): void => {
    // The box fills the element; only what lies behind it is the element itself.
    if (event.target === dialog.current) onClose();
  };
  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClose={() => {
        // The browser insists on a second Escape.
        if (opened) onClose();
      }}
      onMouseDown={closeBeside}
    >
      {opened ? (
        <div className={classes.box}>
          <div className={classes.head}>
            <Title order={2} size="h4" id={id}>
              {title}
            </Title>
            <CloseButton aria-label="Close" onClick={onClose} />
          </div>
          {children}
        </div>
      ) : null}
    </dialog>
  );
}
