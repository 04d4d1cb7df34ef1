import { batchRunPath } from '@/features/batches';
import { eventPaths } from '@/features/events';
import type { NewsItem } from './news';

/** The page of a run's record. */
export function runPath(region: string, invokeId: string): string {
  return `/${encodeURIComponent(region)}/invocations/${encodeURIComponent(invokeId)}`;
}

/** Where a notification leads. */
export function newsPath(item: NewsItem): string {
  switch (item.kind) {
    case 'run':
      return runPath(item.region, item.ref);
    case 'batch':
      return batchRunPath(item.region, item.ref);
    case 'event':
      return eventPaths(item.region).pendingEvent(item.ref);
    case 'events':
      return eventPaths(item.region).pending;
  }
}
