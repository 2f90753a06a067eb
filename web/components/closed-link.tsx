/** What stands in a form's place as long as a one-time link does not open it, and what to do then. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

import type { OneTimeLink } from '../one-time-link.ts';
import { Entrance } from './entrance.tsx';
import { Failure } from './failure.tsx';
import { TextLink } from './links.tsx';
import { LoadingRows } from './loading.tsx';

interface ClosedLinkProps {
  title: string;
  link: OneTimeLink;
  /** What to do when the link opens nothing any more. */
  children: ReactNode;
}

export function ClosedLink({ title, link, children }: ClosedLinkProps) {
  switch (link.state) {
    case 'incomplete':
      return (
        <Entrance title={title} lead="This link is not whole.">
          <Text>
            The part after the # is missing. Copy the whole line and open it again; or, if you have a password
            already, <TextLink to="/sign-in">sign in</TextLink>.
          </Text>
        </Entrance>
      );
    case 'closed':
      return (
        <Entrance title={title} lead="This link does not work any more.">
          <Text>
            It was used, it has expired, or a newer one has taken its place. If you have a password already,{' '}
            <TextLink to="/sign-in">sign in</TextLink>.
          </Text>
          <Text>{children}</Text>
        </Entrance>
      );
    case 'failed':
      return (
        <Entrance title={title} lead="Whether this link works could not be found out.">
          <Failure failure={link.failure} retry={link.retry} />
        </Entrance>
      );
    default:
      return (
        <Entrance title={title} lead="Looking whether this link works.">
          <LoadingRows rows={2} />
        </Entrance>
      );
  }
}
