import type { RouteObject } from 'react-router-dom';

/** The pages of the system events, below `/:region`. */
export const routes: RouteObject[] = [
  { path: 'events', lazy: () => import('./pending/PendingPage') },
  { path: 'events/all', lazy: () => import('./history/AllEventsPage') },
];

/** The tab of an instance's page that lists its events. */
export const instanceRoutes: RouteObject[] = [{ path: 'events', lazy: () => import('./instance/EventsTab') }];

export { useActs, type Acts } from './actions/use-acts';
export { useClock } from './clock/ticker';
export type { EventItem } from './event-item';
export { useTypeName } from './EventWords';
export { InstanceEventBanner, PendingBadge } from './lazy-parts';
export { typeLook } from './look';
export { eventPaths } from './paths';
export {
  type AllPending,
  type InstanceFacts,
  nameOf,
  useAccountRegions,
  useAllPending,
  useInstanceFacts,
  usePendingEvents,
} from './queries';
export { FailedRegions } from './pending/FailedRegions';
