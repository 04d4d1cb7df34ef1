import { lazy, Suspense } from 'react';
import type { Instance } from '@/api/ecs/instances';

const Badge = lazy(() => import('./badge/PendingBadge').then((module) => ({ default: module.PendingBadge })));
const Banner = lazy(() =>
  import('./instance/EventBanner').then((module) => ({ default: module.EventBanner })),
);

/** The number of pending events in all regions, for the top bar (F1); comes after the first paint. */
export function PendingBadge({ region }: { region: string }) {
  return (
    <Suspense>
      <Badge region={region} />
    </Suspense>
  );
}

/** Says on an instance's page what is about to happen to it, or happening; nothing when there is nothing. */
export function InstanceEventBanner({ region, instance }: { region: string; instance: Instance }) {
  return (
    <Suspense>
      <Banner region={region} instance={instance} />
    </Suspense>
  );
}
