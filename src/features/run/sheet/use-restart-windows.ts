import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { EXECUTION_MS } from '@/domain/system-event-windows';
import { usePendingEvents } from '@/features/events';
import type { RestartWindow } from '@/features/schedules';
import { restartsWithin } from '../restarts';
import type { Chosen } from './use-chosen';

const NONE: readonly never[] = [];
const MINUTE_MS = 60_000;
const WEEK_MS = 7 * 24 * 60 * MINUTE_MS;
const NAMED = 3;

/** When events may restart, stop or release chosen instances in the week from `now`, epoch ms; one for those that go together. */
export function useRestartWindows(
  region: string,
  instances: Chosen['instances'],
  now: number,
): readonly RestartWindow[] {
  const { t } = useTranslation('batches');
  const events = usePendingEvents(region).data ?? NONE;
  // Not drawn anew each second.
  const minute = Math.floor(now / MINUTE_MS) * MINUTE_MS;
  return useMemo(() => {
    const names = new Map(instances.map(({ instanceId, name }) => [instanceId, name]));
    const starts = new Map<number, string[]>();
    for (const { instanceId, at } of restartsWithin(events, [...names.keys()], minute, WEEK_MS)) {
      const from = at ?? minute;
      starts.set(from, [...(starts.get(from) ?? []), names.get(instanceId) ?? instanceId]);
    }
    return [...starts].map(([from, who]) => {
      const first = who.slice(0, NAMED).join(', ');
      const more = who.length - NAMED;
      return {
        from,
        to: from + EXECUTION_MS,
        label: more > 0 ? t('plan.andMore', { names: first, count: more }) : first,
      };
    });
  }, [events, instances, minute, t]);
}
