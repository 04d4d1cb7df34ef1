import { lazy, Suspense, useState } from 'react';
import type { HelpDrawerProps } from './HelpDrawer';

const HelpDrawer = lazy(() => import('./HelpDrawer'));

/** Nothing is loaded or mounted before it opens for the first time; each time it opens with the entry that is asked for. */
export function LazyDrawer(props: HelpDrawerProps) {
  const { open, at } = props;
  const [wasOpen, setWasOpen] = useState(false);
  const [times, setTimes] = useState(0);
  if (open !== wasOpen) {
    setWasOpen(open);
    // Opened with the list of all, it goes on where it was closed.
    if (open && (times === 0 || at !== null)) setTimes(times + 1);
  }
  return times > 0 ? (
    <Suspense fallback={null}>
      <HelpDrawer key={times} {...props} />
    </Suspense>
  ) : null;
}
