import { CalendarClock, Hourglass, ListChecks } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { parseWireTime } from '@/api/wire-times';
import { eventPaths, useTypeName } from '@/features/events';
import { recordPaths } from '@/features/invocations';
import { useFormat } from '@/i18n/format';
import type { PaletteEntry, PaletteGroup } from './entries';
import type { Found } from './use-search';

/** The events, schedules and records that were found, as the palette lists them. */
export function useHappenings(
  region: string,
  { events, schedules, records, instances }: Found,
): PaletteGroup[] {
  const { t } = useTranslation('frame');
  const format = useFormat();
  const typeName = useTypeName();
  const nameOf = (instanceId: string) =>
    instances.find(({ InstanceId }) => InstanceId === instanceId)?.InstanceName || instanceId;
  const paths = recordPaths(region);
  const named = ({ CommandName, CommandId }: { CommandName: string; CommandId: string }) =>
    CommandName || CommandId;
  return [
    {
      id: 'events',
      label: t('nav.events'),
      entries: events.map(({ key, id, instanceId, type }): PaletteEntry => ({
        id: `event ${key}`,
        label: t('palette.event', { name: nameOf(instanceId), what: typeName(type) }),
        detail: id,
        icon: Hourglass,
        to: eventPaths(region).pendingEvent(id),
      })),
    },
    {
      id: 'schedules',
      label: t('nav.schedules'),
      entries: schedules.map((run): PaletteEntry => ({
        id: `schedule ${run.InvokeId}`,
        label: named(run),
        detail: run.Frequency,
        icon: CalendarClock,
        to: paths.record(run.InvokeId),
      })),
    },
    {
      id: 'records',
      label: t('nav.invocations'),
      entries: records.map((run): PaletteEntry => {
        const startedAt = parseWireTime(run.CreationTime);
        return {
          id: `record ${run.InvokeId}`,
          label: startedAt === null ? named(run) : `${named(run)}, ${format.dateTime(startedAt)}`,
          detail: run.InvokeId,
          icon: ListChecks,
          to: paths.record(run.InvokeId),
        };
      }),
    },
  ];
}
