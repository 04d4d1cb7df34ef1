import type { RouteObject } from 'react-router-dom';

/** The pages of the system events, below `/:region`. */
export const routes: RouteObject[] = [
  { path: 'events', lazy: () => import('./pending/PendingPage') },
  { path: 'events/all', lazy: () => import('./history/AllEventsPage') },
];

/** The tab of an instance's page that lists its events. */
export const instanceRoutes: RouteObject[] = [{ path: 'events', lazy: () => import('./instance/EventsTab') }];

export { useActs, type Acts } from './actions/use-acts';
export { Countdown } from './clock/Countdown';
export { clockNow, useClock } from './clock/ticker';
export { deadlineOf, eventItem, type EventItem } from './event-item';
export { DrillBadge, EventName, useTypeName } from './EventWords';
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
export { groupChanges, groupPending, PENDING_GROUPS, type PendingGroup } from './pending/pending-groups';
