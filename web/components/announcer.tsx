/** Says in passing that something was done. It is polite, it goes away, and so it is never the place of an error. */
import { Notification } from '@mantine/core';
import { createContext, type ReactNode, use, useCallback, useEffect, useState } from 'react';

import classes from './announcer.module.css';

type Announce = (sentence: string) => void;

const AnnounceContext = createContext<Announce>(() => {});

const visibleMilliseconds = 6000;

export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<{ sentence: string } | null>(null);
  const announce = useCallback((sentence: string) => setSaid({ sentence }), []);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), visibleMilliseconds);
    return () => clearTimeout(timer);
  }, [said]);

  return (
    <AnnounceContext value={announce}>
      {children}
      <div className={classes.region} role="status">
        {said === null ? null : (
          <Notification
            // The library would make it an alert, which interrupts; the region around it is polite.
            role="none"
            withBorder
            onClose={() => setSaid(null)}
            closeButtonProps={{ 'aria-label': 'Dismiss' }}
          >
            {said.sentence}
          </Notification>
        )}
      </div>
    </AnnounceContext>
  );
}

export function useAnnounce(): Announce {
  return use(AnnounceContext);
}
