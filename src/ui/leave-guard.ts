import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useBlocker } from 'react-router-dom';

export interface LeaveGuard {
  /** Whether the question is on screen. */
  asking: boolean;
  stay(): void;
  /** Leaves, whatever is unsaved. */
  leave(): void;
  /** Does `go` at once if nothing is unsaved, else after the question was answered. */
  guard(go: () => void): void;
  /** Call when everything is saved, right before navigating. */
  release(): void;
}

/** Asks before unsaved work is left: by a link or Back, by closing what holds it, and by closing or reloading the tab. */
export function useLeaveGuard(unsaved: boolean): LeaveGuard {
  const released = useRef(false);
  const [waiting, setWaiting] = useState<{ go(): void } | null>(null);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      unsaved && !released.current && currentLocation.pathname !== nextLocation.pathname,
  );

  const holdTab = useEffectEvent((event: BeforeUnloadEvent) => {
    if (unsaved && !released.current) event.preventDefault();
  });
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent) => holdTab(event);
    window.addEventListener('beforeunload', onBeforeUnload);
    return () => window.removeEventListener('beforeunload', onBeforeUnload);
  }, []);

  return {
    asking: blocker.state === 'blocked' || waiting !== null,
    stay: () => {
      setWaiting(null);
      blocker.reset?.();
    },
    leave: () => {
      released.current = true;
      setWaiting(null);
      if (blocker.state === 'blocked') blocker.proceed();
      else waiting?.go();
    },
    guard: (go) => {
      if (unsaved && !released.current) setWaiting({ go });
      else go();
    },
    release: () => {
      released.current = true;
    },
  };
}
