/**
 * The one time a token's text is shown: hidden until asked for, copied with a button, with finished configurations
 * for the tools it fits. Leaving before anything was copied asks first.
 */
import { Alert, Button, Group, NativeSelect, Stack, Tabs, Text, TextInput } from '@mantine/core';
import { IconEye, IconEyeOff, IconKey } from '@tabler/icons-react';
import { useState } from 'react';

import { offerOf } from '../rules/index-rights.ts';
import {
  masked,
  type Snippet as ToolSnippets,
  type SnippetIndex,
  snippetsFor,
  usableScopes,
} from '../rules/snippets.ts';
import { tokenScopes } from '../rules/token-scopes.ts';
import { CopyButton } from './copy-button.tsx';
import { type LeaveQuestion, useLeaveQuestion } from './leave-guard.tsx';
import { Panel } from './panel.tsx';
import { Snippet } from './snippet.tsx';
import type { CreatedToken } from './token-form.tsx';
import classes from './token-reveal.module.css';

const uncopied: LeaveQuestion = {
  title: 'Leave without the token?',
  text: 'You have not copied it, and it is not shown again. You would have to create another.',
  stay: 'Stay here',
  leave: 'Leave without it',
};

interface TokenRevealProps {
  created: CreatedToken;
  onDone: () => void;
}

export function TokenReveal({ created: { token, plaintext, usableIndexes }, onDone }: TokenRevealProps) {
  const [revealed, setRevealed] = useState(false);
  const [copied, setCopied] = useState(false);
  useLeaveQuestion(copied ? null : uncopied);
  const noteCopied = () => setCopied(true);

  return (
    <Panel title={`Your new token: ${token.name}`}>
      {/* Somebody who selects the revealed text and copies it by hand has it too. */}
      <Stack gap="lg" onCopy={revealed ? noteCopied : undefined}>
        <Alert color="amber" icon={<IconKey aria-hidden />} title="Copy it now">
          This is the only time it is shown. The server keeps a fingerprint of it and cannot show it again.
        </Alert>
        <div className={classes.secret}>
          <TextInput
            label="Token"
            value={revealed ? plaintext : masked(plaintext)}
            readOnly
            autoComplete="off"
            spellCheck={false}
            classNames={{ root: classes.field ?? '', input: classes.input ?? '' }}
          />
          <Button
            variant="default"
            leftSection={revealed ? <IconEyeOff size={16} aria-hidden /> : <IconEye size={16} aria-hidden />}
            onClick={() => setRevealed(!revealed)}
          >
            {revealed ? 'Hide' : 'Reveal'}
          </Button>
          <CopyButton text={plaintext} label="Copy token" onCopied={noteCopied} />
        </div>
        <Configurations
          scopes={token.scopes}
          indexes={usableIndexes}
          plaintext={plaintext}
          shown={revealed ? plaintext : masked(plaintext)}
          onCopied={noteCopied}
        />
        <Group justify="flex-end">
          <Button onClick={onDone}>Done</Button>
        </Group>
      </Stack>
    </Panel>
  );
}

interface ConfigurationsProps {
  scopes: string[];
  indexes: SnippetIndex[];
  plaintext: string;
  /** What stands for the text on the screen. */
  shown: string;
  onCopied: () => void;
}

function Configurations({ scopes, indexes, plaintext, shown, onCopied }: ConfigurationsProps) {
  const usable = indexes.find((one) => usableScopes(scopes, one).length > 0) ?? indexes[0];
  const [path, setPath] = useState(usable?.path);
  const index = indexes.find((one) => one.path === path);
  if (!index) return <Text>As soon as there is an index you can reach, this token works in it.</Text>;
  return (
    <Stack gap="md">
      {indexes.length > 1 ? (
        <NativeSelect
          label="Package index to configure"
          data={indexes.map((one) => one.path)}
          value={index.path}
          onChange={(event) => setPath(event.currentTarget.value)}
          maw="24rem"
        />
      ) : null}
      {tokenScopes
        .filter(({ value }) => scopes.includes(value))
        .map(({ value }) => (
          <WhyNot key={value} why={offerOf(value, [index]).why} />
        ))}
      <Tools
        hidden={snippetsFor(scopes, index, shown)}
        whole={snippetsFor(scopes, index, plaintext)}
        onCopied={onCopied}
      />
    </Stack>
  );
}

function WhyNot({ why }: { why: string | null }) {
  return why === null ? null : <Text size="sm">{why}</Text>;
}

interface ToolsProps {
  /** As they are on the screen, and, in the same order, as they are copied. */
  hidden: ToolSnippets[];
  whole: ToolSnippets[];
  onCopied: () => void;
}

function Tools({ hidden, whole, onCopied }: ToolsProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [first] = hidden;
  if (!first) return null;
  // What one may do elsewhere may be closed in this index.
  const shown = hidden.some(({ tool }) => tool === chosen) ? chosen : first.tool;
  return (
    <Tabs value={shown} onChange={setChosen} keepMounted={false}>
      <Tabs.List aria-label="Configurations">
        {hidden.map(({ tool }) => (
          <Tabs.Tab key={tool} value={tool}>
            {tool}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {hidden.map(({ tool, parts }, tab) => (
        <Tabs.Panel key={tool} value={tool} pt="md">
          <Stack gap="md">
            {parts.map(({ title, place, text }, part) => (
              <Snippet
                key={title}
                title={title}
                place={place}
                shown={text}
                copied={whole[tab]?.parts[part]?.text ?? text}
                onCopied={onCopied}
              />
            ))}
          </Stack>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
