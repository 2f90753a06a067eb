/**
 * The one time a token's text is shown: hidden until asked for, copied with a button, with finished configurations
 * for the tools it fits. Leaving before anything was copied asks first.
 */
import { Alert, Button, Group, NativeSelect, Stack, Tabs, Text, TextInput } from '@mantine/core';
import { IconEye, IconEyeOff, IconKey } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';

import type { TokenTool } from '../_generated/graphql.ts';
import { masked, withoutSecret } from '../rules/token-text.ts';
import { apiWords, placeOf, placesOf, toolWords } from '../rules/token-tools.ts';
import { CopyButton } from './copy-button.tsx';
import { type LeaveQuestion, useLeaveQuestion } from './leave-guard.tsx';
import { Panel } from './panel.tsx';
import { Snippet } from './snippet.tsx';
import classes from './token-reveal.module.css';
import { UnusableScopes } from './unusable-scopes.tsx';

const uncopied: LeaveQuestion = {
  title: 'Leave without the token?',
  text: 'You have not copied it, and it is not shown again. You would have to create another.',
  stay: 'Stay here',
  leave: 'Leave without it',
};

interface Configuration {
  /** Null for the API. */
  packageIndex: string | null;
  tool: TokenTool;
  parts: { title: string; place: string; text: string }[];
}

/** A token just made, with its text. */
export interface NewToken {
  token: { name: string; scopes: string[] };
  plaintext: string;
  configurations: Configuration[];
}

interface TokenRevealProps {
  created: NewToken;
  onDone: () => void;
}

export function TokenReveal({ created: { token, plaintext, configurations }, onDone }: TokenRevealProps) {
  const [revealed, setRevealed] = useState(false);
  const [copied, setCopied] = useState(false);
  useLeaveQuestion(copied ? null : uncopied);
  const noteCopied = () => setCopied(true);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What asked for it, a form or a dialog, is gone, and may have been far down the page.
    frame.current?.focus();
  }, []);

  return (
    <div ref={frame} tabIndex={-1} className={classes.frame}>
      <Panel title={`Your new token: ${token.name}`}>
        {/* Somebody who selects the revealed text and copies it by hand has it too. */}
        <Stack gap="lg" onCopy={revealed ? noteCopied : undefined}>
          <Alert color="amber" icon={<IconKey aria-hidden />} title="Copy it now">
            This is the only time it is shown. Whoever has it can do what it may do.
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
              leftSection={
                revealed ? <IconEyeOff size={16} aria-hidden /> : <IconEye size={16} aria-hidden />
              }
              onClick={() => setRevealed(!revealed)}
            >
              {revealed ? 'Hide' : 'Reveal'}
            </Button>
            <CopyButton text={plaintext} label="Copy token" onCopied={noteCopied} />
          </div>
          <Configurations
            scopes={token.scopes}
            configurations={configurations}
            shownAs={(text) => (revealed ? text : withoutSecret(text, plaintext))}
            onCopied={noteCopied}
          />
          <Group justify="flex-end">
            <Button onClick={onDone}>Done</Button>
          </Group>
        </Stack>
      </Panel>
    </div>
  );
}

interface ConfigurationsProps extends ToolsProps {
  scopes: string[];
}

interface ToolsProps {
  configurations: Configuration[];
  /** What stands for a text on the screen. */
  shownAs: (text: string) => string;
  onCopied: () => void;
}

function Configurations({ scopes, configurations, shownAs, onCopied }: ConfigurationsProps) {
  const places = placesOf(configurations);
  const [place, setPlace] = useState(places[0]);
  if (place === undefined)
    return <Text>As soon as there is an index you can reach, this token works in it.</Text>;
  return (
    <Stack gap="md">
      {places.length > 1 ? (
        <NativeSelect
          label="What to configure"
          data={places}
          value={place}
          onChange={(event) => setPlace(event.currentTarget.value)}
          maw="24rem"
        />
      ) : null}
      {place === apiWords ? null : <UnusableScopes scopes={scopes} path={place} />}
      <Tools
        configurations={configurations.filter((one) => placeOf(one) === place)}
        shownAs={shownAs}
        onCopied={onCopied}
      />
    </Stack>
  );
}

function Tools({ configurations, shownAs, onCopied }: ToolsProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [first] = configurations;
  // What one may do elsewhere may be closed in this index.
  const shown = configurations.some(({ tool }) => tool === chosen) ? chosen : (first?.tool ?? null);
  return (
    <Tabs value={shown} onChange={setChosen} keepMounted={false}>
      <Tabs.List aria-label="Configurations">
        {configurations.map(({ tool }) => (
          <Tabs.Tab key={tool} value={tool}>
            {toolWords[tool]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {configurations.map(({ tool, parts }) => (
        <Tabs.Panel key={tool} value={tool} pt="md">
          <Stack gap="md">
            {parts.map(({ title, place, text }) => (
              <Snippet
                key={title}
                title={title}
                place={place}
                shown={shownAs(text)}
                copied={text}
                onCopied={onCopied}
              />
            ))}
          </Stack>
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
