import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { eventPaths, type InstanceFacts, nameOf, useTypeName } from '@/features/events';
import { useScheduleWords } from '@/features/schedules';
import type { FileWords } from './calendar-file';

/** What the calendar file says, in the language of the page, with links back here. */
export function useFileWords(facts: InstanceFacts): FileWords {
  const { t } = useTranslation('calendar');
  const typeName = useTypeName();
  const scheduleWords = useScheduleWords();
  return useMemo(() => {
    const address = (path: string) => new URL(path, window.location.origin).href;
    return {
      name: t('name'),
      event: (event) => ({
        summary: t('file.event', { what: typeName(event.type), name: nameOf(facts, event) }),
        description: [
          `${event.type}, ${event.state}`,
          `${event.instanceId}, ${event.region}`,
          event.id,
          event.reason,
        ]
          .filter(Boolean)
          .join('\n'),
        url: address(eventPaths(event.region).pendingEvent(event.id)),
      }),
      fires: ({ region, schedule: { invocation } }, count) => ({
        summary:
          count > 1
            ? t('file.runs', { name: invocation.CommandName, count })
            : t('file.run', { name: invocation.CommandName }),
        description: `${scheduleWords(invocation.Frequency)}\n${invocation.Frequency}`,
        url: address(`/${region}/invocations/${encodeURIComponent(invocation.InvokeId)}`),
      }),
    };
  }, [facts, scheduleWords, t, typeName]);
}
