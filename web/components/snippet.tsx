/** A text to paste, whole: what it is, where it goes, and a button that copies it. */
import { Text } from '@mantine/core';
import { useId } from 'react';

import { CopyButton } from './copy-button.tsx';
import classes from './snippet.module.css';

interface SnippetProps {
  title: string;
  place?: string;
  /** What is shown. */
  shown: string;
  /** What is copied, where something is hidden in what is shown. */
  copied?: string;
  onCopied?: () => void;
}

export function Snippet({ title, place, shown, copied = shown, onCopied }: SnippetProps) {
  const id = useId();
  return (
    <section className={classes.snippet} aria-labelledby={id}>
      <div className={classes.head}>
        <div>
          <Text id={id} fw={600} size="sm">
            {title}
          </Text>
          {place === undefined ? null : (
            <Text size="sm" c="dimmed">
              {place}
            </Text>
          )}
        </div>
        <CopyButton text={copied} label={`Copy ${title}`} compact {...(onCopied && { onCopied })} />
      </div>
      {/* Wide texts scroll, so the keyboard must be able to get here. */}
      <pre className={classes.text} tabIndex={0}>
        {shown}
      </pre>
    </section>
  );
}
