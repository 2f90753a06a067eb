/** What every page stands in: the voice that says what was done, and the questions before something is lost or lasts. */
import { Outlet } from '@tanstack/react-router';

import { Announcer } from './announcer.tsx';
import { PasswordConfirmation } from './confirm-password.tsx';
import { LeaveGuard } from './leave-guard.tsx';

export function Root() {
  return (
    <Announcer>
      <LeaveGuard>
        <PasswordConfirmation>
          <Outlet />
        </PasswordConfirmation>
      </LeaveGuard>
    </Announcer>
  );
}
