import type { Query } from '@tanstack/react-query';
import { pollDelay } from '@/domain/poll-delay';

/** Wait after a failed read: it has been retried by then, so the cause will not pass within seconds. */
const AFTER_FAILURE_MS = 30_000;

/**
 * The console's one way to poll: a `refetchInterval` for TanStack Query. Asks again while the data say that something is
 * unfinished, slower as it ages, and not at all once it is final. While the tab is hidden TanStack Query holds
 * (its `refetchIntervalInBackground` is off) and reads anew when the tab is back.
 *
 * @param unfinished whether the data still change
 * @param startedAt when the youngest unfinished thing began, epoch milliseconds; null reads as just begun
 * @example refetchInterval: pollWhile((page) => page.items.some(isUnfinished), (page) => newestStart(page))
 */
export function pollWhile<TData>(
  unfinished: (data: TData) => boolean,
  startedAt: number | null | ((data: TData) => number | null) = null,
  now: () => number = Date.now,
): <TQueryData, TKey extends readonly unknown[]>(
  query: Query<TQueryData, Error, TData, TKey>,
) => number | false {
  return (query) => {
    const data = query.state.data as TData | undefined;
    if (data === undefined || !unfinished(data)) return false;
    if (query.state.status === 'error') return AFTER_FAILURE_MS;
    const began = typeof startedAt === 'function' ? startedAt(data) : startedAt;
    return pollDelay(began === null ? 0 : now() - began);
  };
}
