/**
 * The table of pages, below /ui. What a page's address may say is typed here: paging, open dialogs and the way back
 * live in the address, so that reloading, sharing and the back button work.
 */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router';

import { ErrorPage } from './components/error-page.tsx';
import { SignedInLayout } from './components/layout.tsx';
import { Root } from './components/root.tsx';
import { IndexesPage } from './pages/indexes.tsx';
import { NotFoundPage } from './pages/not-found.tsx';
import { SignInPage } from './pages/sign-in.tsx';
import { type AuditAction, isAuditAction } from './rules/audit-words.ts';
import { type PageBounds, readPageBounds } from './rules/page-bounds.ts';
import { readUserState, type UserState } from './rules/user-states.ts';

const rootRoute = createRootRoute({ component: Root, notFoundComponent: NotFoundPage });

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  component: SignInPage,
  validateSearch: (search: Record<string, unknown>): { next?: string | undefined } => ({
    next: text(search['next']),
  }),
});

const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/setup',
  component: lazyRouteComponent(() => import('./pages/setup.tsx'), 'SetupPage'),
});

const setPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/set-password',
  component: lazyRouteComponent(() => import('./pages/set-password.tsx'), 'SetPasswordPage'),
});

const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  component: SignedInLayout,
});

const indexesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/',
  component: IndexesPage,
  validateSearch: (search: Record<string, unknown>): PageBounds & { create?: true | undefined } => ({
    ...readPageBounds(search),
    create: flag(search['create']),
  }),
});

const packageIndexRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/indexes/$owner/$name',
  component: lazyRouteComponent(() => import('./pages/package-index.tsx'), 'PackageIndexPage'),
  validateSearch: (
    search: Record<string, unknown>,
  ): PageBounds & { project?: string | undefined; releases?: string | undefined } => ({
    ...readPageBounds(search),
    project: text(search['project']),
    releases: text(search['releases']),
  }),
});

const tokensRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/tokens',
  component: lazyRouteComponent(() => import('./pages/tokens.tsx'), 'TokensPage'),
  validateSearch: (
    search: Record<string, unknown>,
  ): PageBounds & { create?: true | undefined; index?: string | undefined } => ({
    ...readPageBounds(search),
    create: flag(search['create']),
    index: text(search['index']),
  }),
});

const auditRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/audit',
  component: lazyRouteComponent(() => import('./pages/audit.tsx'), 'AuditPage'),
  validateSearch: (
    search: Record<string, unknown>,
  ): PageBounds & { action?: AuditAction | undefined; actor?: string | undefined } => {
    const action = text(search['action']);
    return {
      ...readPageBounds(search),
      action: action !== undefined && isAuditAction(action) ? action : undefined,
      actor: text(search['actor']),
    };
  },
});

const accountRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('./pages/account.tsx'), 'AccountPage'),
  validateSearch: readPageBounds,
});

const usersRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/users',
  component: lazyRouteComponent(() => import('./pages/users.tsx'), 'UsersPage'),
  validateSearch: (
    search: Record<string, unknown>,
  ): PageBounds & {
    create?: true | undefined;
    text?: string | undefined;
    state?: UserState | undefined;
  } => ({
    ...readPageBounds(search),
    create: flag(search['create']),
    text: text(search['text']),
    state: readUserState(search['state']),
  }),
});

const userRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/users/$user',
  component: lazyRouteComponent(() => import('./pages/user.tsx'), 'UserPage'),
  validateSearch: readPageBounds,
});

const groupsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/groups',
  component: lazyRouteComponent(() => import('./pages/groups.tsx'), 'GroupsPage'),
  validateSearch: (search: Record<string, unknown>): PageBounds & { create?: true | undefined } => ({
    ...readPageBounds(search),
    create: flag(search['create']),
  }),
});

const groupRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: '/groups/$group',
  component: lazyRouteComponent(() => import('./pages/group.tsx'), 'GroupPage'),
});

export const router = createRouter({
  basepath: '/ui',
  defaultErrorComponent: ErrorPage,
  routeTree: rootRoute.addChildren([
    signInRoute,
    setupRoute,
    setPasswordRoute,
    signedInRoute.addChildren([
      indexesRoute,
      packageIndexRoute,
      tokensRoute,
      auditRoute,
      accountRoute,
      usersRoute,
      userRoute,
      groupsRoute,
      groupRoute,
    ]),
  ]),
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function flag(value: unknown): true | undefined {
  return value === true ? true : undefined;
}
