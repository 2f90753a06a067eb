/** What every page stands in: the voice that says what was done, and the question before something is lost. */
import { Outlet } from '@tanstack/react-router';

import { Announcer } from './announcer.tsx';
import { LeaveGuard } from './leave-guard.tsx';

export function Root() {
  return (
    <Announcer>
      <LeaveGuard>
        <Outlet />
      </LeaveGuard>
    </Announcer>
  );
}
