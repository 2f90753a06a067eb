/** How an index is set up, to be read: where names are looked up, what is seen, what a mirror copies. */
import { Badge, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';

import type { PackageIndexPageQuery } from '../_generated/graphql.ts';
import { counted } from '../rules/amounts.ts';
import { spanInWords } from '../rules/spans.ts';
import classes from './index-settings.module.css';
import { TextLink } from './links.tsx';
import { Panel } from './panel.tsx';
import { Size } from './size.tsx';

type ShownIndex = NonNullable<PackageIndexPageQuery['packageIndex']>;

export function IndexSettings({ index }: { index: ShownIndex }) {
  return (
    <Panel title="How it is set up">
      <dl className={classes.settings}>
        {index.kind === 'STAGE' ? <StageFacts index={index} /> : <MirrorFacts mirror={index.mirror} />}
        <Fact label="Installers keep a page">
          {index.maxAgeSeconds === 0 ? 'not at all: they ask each time' : spanInWords(index.maxAgeSeconds)}
        </Fact>
        {/* Whoever may not know what it holds is shown no rules either: none would be a lie. */}
        {index.sizeBytes === null ? null : <Names index={index} />}
      </dl>
    </Panel>
  );
}

function StageFacts({ index }: { index: ShownIndex }) {
  const { bases, isVolatile, uploadChecks, quotaBytes, sizeBytes, retention } = index;
  return (
    <>
      <Fact label="Bases, in this order">
        {bases.length === 0 ? 'none' : null}
        <ol className={classes.bases}>
          {bases.map(({ path, kind }) => (
            <li key={path}>
              <TextLink to="/indexes/$owner/$name" params={namesIn(path)}>
                {path}
              </TextLink>
              {kind === 'MIRROR' ? ' (a mirror)' : ''}
            </li>
          ))}
        </ol>
      </Fact>
      <Fact label="File names">
        {isVolatile ? 'volatile: a file may be replaced' : 'a file name never gets other bytes'}
      </Fact>
      <Fact label="Checks of uploads">{uploadChecks === 'STRICT' ? 'strict' : 'lenient'}</Fact>
      {sizeBytes === null ? null : (
        <Fact label="Size of its files">
          <Size bytes={sizeBytes} />
          {quotaBytes === null ? ', without a limit' : null}
          {quotaBytes === null ? null : (
            <>
              {' of '}
              <Size bytes={quotaBytes} />
            </>
          )}
        </Fact>
      )}
      {retention === null ? null : <Fact label="Releases that stay">{keptInWords(retention)}</Fact>}
    </>
  );
}

function MirrorFacts({ mirror }: { mirror: ShownIndex['mirror'] }) {
  if (mirror === null) return null;
  const { upstreamUrl, username, hasPassword, freshSeconds, staleSeconds, minAgeDays, fileHosts } = mirror;
  return (
    <>
      <Fact label="Copies">
        <code className={classes.text}>{upstreamUrl}</code>
        {username === null ? '' : ` as ${username}`}
        {hasPassword ? ', with a password' : ''}
      </Fact>
      <Fact label="Asks it again">
        {mirror.isOffline ? 'never: it is offline' : `after ${spanInWords(freshSeconds)}`}
      </Fact>
      <Fact label="Without it answers for">{spanInWords(staleSeconds)}</Fact>
      <Fact label="Hides files younger than">{minAgeDays === 0 ? 'none' : counted(minAgeDays, 'day')}</Fact>
      <Fact label="Takes files from">{fileHosts.length === 0 ? 'any host' : fileHosts.join(', ')}</Fact>
      {mirror.allowsPrivateAddresses ? <Fact label="Private addresses">allowed</Fact> : null}
    </>
  );
}

function Names({ index }: { index: ShownIndex }) {
  const { rules, reservations, upstreamGrants } = index;
  const patterns = (effect: 'ALLOW' | 'DENY') => rules.filter((rule) => rule.effect === effect);
  return (
    <>
      <Fact label="Lets through">
        <Patterns of={patterns('ALLOW')} none="everything" />
      </Fact>
      <Fact label="Hides">
        <Patterns of={patterns('DENY')} none="nothing" />
      </Fact>
      {reservations.length === 0 ? null : (
        <Fact label="Names closed to mirrors">
          <Patterns of={reservations} none="" />
        </Fact>
      )}
      {upstreamGrants.map(({ project, mirror, reason }) => (
        <Fact key={`${project} ${mirror}`} label={`${project} is also taken from`}>
          {mirror ?? 'a mirror that you may not see'}: {reason}
        </Fact>
      ))}
    </>
  );
}

function Patterns({ of, none }: { of: { pattern: string }[]; none: string }) {
  if (of.length === 0) return none;
  return (
    <Group gap={6}>
      {of.map(({ pattern }) => (
        <Badge key={pattern} tt="none">
          {pattern}
        </Badge>
      ))}
    </Group>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <Text component="dt" size="sm" c="dimmed">
        {label}
      </Text>
      <dd className={classes.text}>{children}</dd>
    </div>
  );
}

function namesIn(path: string): { owner: string; name: string } {
  const [owner = '', name = ''] = path.split('/');
  return { owner, name };
}

function keptInWords(retention: NonNullable<ShownIndex['retention']>): string {
  const { keepReleases, keepDays, prereleasesOnly } = retention;
  const parts = [
    ...(keepReleases === null ? [] : [`the ${counted(keepReleases, 'highest release', 'highest releases')}`]),
    ...(keepDays === null ? [] : [`what is younger than ${counted(keepDays, 'day')}`]),
    ...(prereleasesOnly ? ['whatever is no pre-release'] : []),
  ];
  return `${parts.join(', ')}; all else is removed`;
}
