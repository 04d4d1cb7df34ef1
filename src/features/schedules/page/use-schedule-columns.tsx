import { CircleStop } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import { parseWireTime } from '@/api/wire-times';
import { OUTCOME_LOOK } from '@/features/cloud-assistant';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import type { Column } from '@/ui/DataTable';
import { ResultBar } from '@/ui/ResultBar';
import { Time } from '@/ui/Time';
import { countdown } from '../countdown';
import { useScheduleWords } from '../use-schedule-words';
import { type ActiveSchedule, instancesOf, scheduleAddress } from './active-schedule';

/** The columns of the active schedules. */
export function useScheduleColumns(
  region: string,
  now: number,
  onStop: (schedule: ActiveSchedule) => void,
): readonly Column<ActiveSchedule>[] {
  const { t } = useTranslation(['schedules', 'domain']);
  const format = useFormat();
  const words = useScheduleWords();
  return useMemo(() => {
    const told = (last: ActiveSchedule['last']) =>
      format.list(
        worthTelling(last).map(({ outcome, count }) => t(`domain:outcomeCount.${outcome}`, { count })),
      );
    return [
      {
        id: 'command',
        header: t('page.column.command'),
        width: 'grow',
        cell: (schedule) => {
          const { invocation, invocations } = schedule;
          return (
            <span className="flex min-w-0 flex-col">
              <Link
                to={scheduleAddress(region, schedule)}
                title={invocation.CommandName}
                className="truncate font-semibold text-text! hover:text-accent!"
              >
                {invocation.CommandName || invocation.CommandId}
              </Link>
              <span className="truncate text-xs text-text-muted">
                {t('page.since')} <Time at={parseWireTime(invocation.CreationTime)} />
                {invocations.length > 1 ? t('page.inBatches', { count: invocations.length }) : null}
              </span>
            </span>
          );
        },
      },
      {
        id: 'instances',
        header: t('page.column.instances'),
        width: 88,
        align: 'end',
        cell: (schedule) => format.number(instancesOf(schedule)),
      },
      {
        id: 'schedule',
        header: t('page.column.schedule'),
        width: 'grow',
        cell: ({ invocation }) => (
          <span className="flex min-w-0 flex-col">
            <span className="truncate" title={words(invocation.Frequency)}>
              {words(invocation.Frequency)}
            </span>
            <code className="code truncate text-xs text-text-muted">{invocation.Frequency}</code>
          </span>
        ),
      },
      {
        id: 'next',
        header: t('page.column.next'),
        width: 196,
        sort: 'asc',
        cell: ({ next }) =>
          next === null ? (
            <span className="text-text-muted">{t('page.never')}</span>
          ) : (
            <span className="flex flex-col">
              <b className="text-base">
                {t('fires.in', { duration: format.duration(countdown(next - now)) })}
              </b>
              <span className="truncate text-xs text-text-muted">
                <Time at={next} /> <span aria-hidden>·</span> {utcClock(next)} UTC
              </span>
            </span>
          ),
      },
      {
        id: 'last',
        header: t('page.column.last'),
        width: 232,
        cell: ({ last }) =>
          last.length === 0 ? (
            <span className="text-text-muted">{t('page.notFired')}</span>
          ) : (
            <span className="flex flex-col gap-1">
              <span className="truncate" title={told(last)}>
                {told(last)}
              </span>
              <ResultBar
                className="[&>div]:h-1.5"
                segments={last.map(({ outcome, count }) => ({
                  tone: OUTCOME_LOOK[outcome].tone,
                  count,
                  label: t(`domain:outcome.${outcome}`),
                }))}
              />
            </span>
          ),
      },
      {
        id: 'stop',
        header: '',
        width: 92,
        align: 'end',
        cell: (schedule) => (
          <Button size="sm" icon={CircleStop} onClick={() => onStop(schedule)}>
            {t('page.stop')}
            <span className="sr-only"> {schedule.invocation.CommandName}</span>
          </Button>
        ),
      },
    ];
  }, [format, now, onStop, region, t, words]);
}

function utcClock(at: number): string {
  return new Date(at).toISOString().slice(11, 16);
}

/** Beside what went wrong, the bar alone says that the rest went well. */
function worthTelling(last: ActiveSchedule['last']): ActiveSchedule['last'] {
  const rest = last.filter(({ outcome }) => outcome !== 'succeeded');
  return rest.length > 0 ? rest : last;
}
