import { lazy, Suspense, useState } from 'react';
import type { HelpDrawerProps } from './HelpDrawer';

const HelpDrawer = lazy(() => import('./HelpDrawer'));

/** Nothing is loaded or mounted before it opens for the first time. */
export function LazyDrawer(props: HelpDrawerProps) {
  const [used, setUsed] = useState(props.open);
  if (props.open && !used) setUsed(true);
  return used ? (
    <Suspense fallback={null}>
      <HelpDrawer key={props.at} {...props} />
    </Suspense>
  ) : null;
}
