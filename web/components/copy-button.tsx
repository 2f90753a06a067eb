/** Copies one text, and says so: with its icon, its name, and politely to those who listen. */
import { ActionIcon, Button, Tooltip, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useEffect, useState } from 'react';

import { copyText } from '../copy-text.ts';

interface CopyButtonProps {
  text: string;
  /** What is copied, in the words of a command: "Copy the SHA-256". */
  label: string;
  /** Shows the icon alone; the label is then its name and its tooltip. */
  compact?: boolean;
  onCopied?: () => void;
}

type Outcome = 'idle' | 'copied' | 'refused';

const said: Record<Exclude<Outcome, 'idle'>, string> = {
  copied: 'Copied',
  refused: 'Select the text and copy it by hand',
};

export function CopyButton({ text, label, compact = false, onCopied }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>('idle');
  useEffect(() => {
    if (outcome === 'idle') return;
    const timer = setTimeout(() => setOutcome('idle'), 3000);
    return () => clearTimeout(timer);
  }, [outcome]);

  const copy = async (): Promise<void> => {
    const copied = await copyText(text);
    setOutcome(copied ? 'copied' : 'refused');
    if (copied) onCopied?.();
  };

  const name = outcome === 'idle' ? label : said[outcome];
  const icon =
    outcome === 'copied' ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />;
  return (
    <>
      {compact ? (
        <Tooltip label={name} events={{ hover: true, focus: true, touch: false }}>
          <ActionIcon variant="subtle" size="md" aria-label={name} onClick={() => void copy()}>
            {icon}
          </ActionIcon>
        </Tooltip>
      ) : (
        <Button variant="default" leftSection={icon} onClick={() => void copy()}>
          {name}
        </Button>
      )}
      <VisuallyHidden role="status">{outcome === 'idle' ? '' : said[outcome]}</VisuallyHidden>
    </>
  );
}
