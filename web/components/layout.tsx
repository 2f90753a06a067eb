/** The frame around every page, and who may see what is in it: signed-out visitors are led to sign in and back. */
import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { Link, Outlet, useNavigate, useRouter } from '@tanstack/react-router';
import { createContext, type ReactNode, use, useEffect, useState } from 'react';

import { unwrap } from '../../client/errors.ts';
import { graphql } from '../_generated/gql.ts';
import { useAction } from '../action.ts';
import { type Server, useSession, useSessionControl, type Viewer } from '../session.tsx';
import { useSessionWatch } from '../session-watch.ts';
import { ColorSchemeControl } from './color-scheme-control.tsx';
import { Failure } from './failure.tsx';
import classes from './layout.module.css';
import { useMayLeave } from './leave-guard.tsx';
import { Wheel } from './wheel.tsx';

const SignOutDocument = graphql(/* GraphQL */ `
  mutation Layout_SignOut {
    signOut {
      __typename
      ... on SignOutPayload {
        serial
      }
    }
  }
`);

interface SignedIn {
  viewer: Viewer;
  server: Server;
}

const SignedInContext = createContext<SignedIn | null>(null);

const FramedContext = createContext(false);

/** Whether the caller stands in a Frame already. */
export function useIsFramed(): boolean {
  return use(FramedContext);
}

/** Who is signed in; only for what stands inside SignedInLayout. */
export function useSignedIn(): SignedIn {
  const signedIn = use(SignedInContext);
  if (!signedIn) throw new Error('useSignedIn needs a SignedInLayout above it.');
  return signedIn;
}

export function SignedInLayout() {
  const session = useSession();
  switch (session.state) {
    case 'loading':
      return (
        <Frame bar={null} version={null}>
          <Stack gap="md" aria-busy="true">
            <Skeleton height={34} width={220} />
            <Skeleton height={22} width={340} />
            <Skeleton height={180} />
          </Stack>
        </Frame>
      );
    case 'failed':
      return (
        <Frame bar={null} version={null}>
          <Failure failure={session.failure} retry={session.retry} />
        </Frame>
      );
    case 'signed-out':
      return <ToSignIn />;
    case 'signed-in':
      return (
        <SignedInContext value={session}>
          <SessionWatch name={session.viewer.name} />
          <Frame
            bar={<SignedInBar name={session.viewer.name} isAdmin={session.viewer.user.role === 'ADMIN'} />}
            version={session.server.version}
          >
            <Outlet />
          </Frame>
        </SignedInContext>
      );
  }
}

function SessionWatch({ name }: { name: string }) {
  useSessionWatch(name);
  return null;
}

function ToSignIn() {
  const navigate = useNavigate();
  const router = useRouter();
  // Where one was when it turned out, not where the way to the sign-in page passes.
  const [next] = useState(() => router.state.location.href);
  useEffect(() => {
    void navigate({ to: '/sign-in', search: { next }, replace: true });
  }, [navigate, next]);
  return null;
}

interface FrameProps {
  /** What the bar holds beside the name of the house. */
  bar: ReactNode;
  /** Null while it is not known. */
  version: string | null;
  children: ReactNode;
}

export function Frame({ bar, version, children }: FrameProps) {
  return (
    <div className={classes.frame}>
      <a className={classes.skip} href="#content">
        Skip to the content
      </a>
      <header className={classes.bar}>
        <div className={classes.barContent}>
          <Link to="/" className={classes.house}>
            <Wheel size={26} />
            Wheelhouse
          </Link>
          {bar}
        </div>
      </header>
      <main id="content" className={classes.content} tabIndex={-1}>
        <FramedContext value>{children}</FramedContext>
      </main>
      <footer className={classes.footer}>
        <Text size="sm" c="dimmed">
          {version === null ? 'Wheelhouse' : `Wheelhouse ${version}`}
        </Text>
        <ColorSchemeControl />
      </footer>
    </div>
  );
}

function SignedInBar({ name, isAdmin }: { name: string; isAdmin: boolean }) {
  const signOut = useSignOut();
  return (
    <>
      <nav className={classes.nav} aria-label="Main">
        <Link to="/" activeOptions={{ exact: true, includeSearch: false }}>
          Indexes
        </Link>
        <Link to="/tokens">Tokens</Link>
        <Link to="/audit">Audit</Link>
        {isAdmin ? (
          <>
            <Link to="/users">Users</Link>
            <Link to="/groups">Groups</Link>
          </>
        ) : null}
      </nav>
      <div className={classes.person}>
        <Link to="/account" aria-label={`Account of ${name}`}>
          {name}
        </Link>
        <Button
          variant="transparent"
          className={classes.signOut}
          leftSection={<IconLogout size={16} aria-hidden />}
          loading={signOut.busy}
          onClick={() => void signOut.run()}
        >
          Sign out
        </Button>
      </div>
    </>
  );
}

function useSignOut(): { busy: boolean; run: () => Promise<void> } {
  const { renew } = useSessionControl();
  const navigate = useNavigate();
  const mayLeave = useMayLeave();
  const { busy, run } = useAction(SignOutDocument, (data) => unwrap(data.signOut, 'SignOutPayload'));
  return {
    busy,
    run: async () => {
      if (!(await mayLeave())) return;
      // A session that cannot be ended because it has ended already is no reason to stay.
      await run({});
      renew();
      await navigate({ to: '/sign-in', ignoreBlocker: true });
    },
  };
}
