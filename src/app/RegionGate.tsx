import { Fragment, lazy, Suspense } from 'react';
import { Outlet, useParams } from 'react-router-dom';
import { useRememberRegion } from './last-region';
import { useRegions } from './use-regions';

const UnknownRegion = lazy(() => import('./UnknownRegion'));

/**
 * Lets the pages of a region through. They do not wait for the list of regions: it says afterwards whether the address
 * was wrong. Another region is another set of pages, so nothing of the old one's state stays behind.
 */
export function RegionGate() {
  const region = useParams()['region'] ?? '';
  const { regions } = useRegions();
  const known = regions?.some(({ id }) => id === region);
  useRememberRegion(known ? region : null);
  if (regions && !known) {
    return (
      <Suspense>
        <UnknownRegion region={region} regions={regions} />
      </Suspense>
    );
  }
  return (
    <Fragment key={region}>
      <Outlet />
    </Fragment>
  );
}
