import { batchRunPath } from '@/features/batches';
import { enginePaths } from '@/features/engine';
import { eventPaths } from '@/features/events';
import { recordPaths } from '@/features/invocations';
import type { NewsItem, RunName } from './news';

/** The page of a run. */
export function runPath({ kind, region, ref }: RunName): string {
  switch (kind) {
    case 'run':
      return recordPaths(region).record(ref);
    case 'batch':
      return batchRunPath(region, ref);
    case 'engine':
      return enginePaths(region).run(ref);
  }
}

/** Where a notification leads. */
export function newsPath(item: NewsItem): string {
  const { kind, region } = item;
  switch (kind) {
    case 'run':
    case 'batch':
    case 'engine':
      return runPath(item);
    case 'pause':
      return enginePaths(region).run(item.ref);
    case 'event':
      return eventPaths(region).pendingEvent(item.ref);
    case 'events':
      return eventPaths(region).pending;
  }
}
