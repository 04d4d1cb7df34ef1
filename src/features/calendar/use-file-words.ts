import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { eventPaths, type InstanceFacts, nameOf, useTypeName } from '@/features/events';
import { instancesOf, scheduleAddress, useScheduleWords } from '@/features/schedules';
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
      fires: ({ region, schedule }, count) => {
        const { CommandName: name, Frequency } = schedule.invocation;
        return {
          summary: count > 1 ? t('file.runs', { name, count }) : t('file.run', { name }),
          description: [
            scheduleWords(Frequency),
            Frequency,
            t('list.instances', { count: instancesOf(schedule) }),
          ].join('\n'),
          url: address(scheduleAddress(region, schedule)),
        };
      },
    };
  }, [facts, scheduleWords, t, typeName]);
}
