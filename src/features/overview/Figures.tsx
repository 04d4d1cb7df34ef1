import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import type { Quota } from '@/features/cloud-assistant';
import { Countdown, deadlineOf, eventPaths, useClock } from '@/features/events';
import { useFormat } from '@/i18n/format';
import { Rich } from '@/i18n/Rich';
import { Skeleton } from '@/ui/Skeleton';
import { Status } from '@/ui/Status';
import type { RegionHealth } from './HealthPanel';
import { overviewPaths } from './paths';
import { type Reading, readingOf } from './reading';
import type { NextSchedules } from './use-next-schedules';
import type { Pending } from './use-pending';
import type { Runs } from './use-runs';
import type { StateCounts } from './use-states';

export interface FiguresProps {
  region: string;
  pending: Pending;
  runs: Runs;
  quota: Quota;
  next: NextSchedules;
  states: StateCounts;
  health: RegionHealth;
}

/** The numbers that say how things stand, each the way to what it counts. */
export function Figures({ region, pending, runs, quota, next, states, health }: FiguresProps) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const paths = overviewPaths(region);
  const { all } = pending;
  const running = states.counts.find(({ state }) => state === 'Running')?.count;
  const fires = next.schedules[0]?.next ?? null;
  const total = health.total;
  return (
    <ul aria-label={t('figures.label')} className="grid grid-cols-5 gap-x-4">
      <Figure
        to={eventPaths(region).pending}
        label={t('figures.pending')}
        state={pending.reading.state}
        value={`${format.number(all.events.length)}${all.failed.length > 0 ? '+' : ''}`}
        note={<PendingNote pending={pending} />}
      />
      <Figure
        to={paths.runningRecords}
        label={t('figures.running')}
        state={runs.reading.state}
        value={format.number(runs.total)}
        note={<RunningNote runs={runs} />}
      />
      <Figure
        to={paths.records}
        label={t('figures.runs')}
        state={quotaState(quota)}
        value={quota.used === null ? '–' : format.number(quota.used)}
        note={quota.limit === null ? null : t('figures.ofQuota', { number: format.number(quota.limit) })}
      />
      <Figure
        to={paths.schedules}
        label={t('figures.schedules')}
        state={next.reading.state}
        value={format.number(next.schedules.length)}
        note={
          next.schedules.length === 0 ? (
            t('figures.noSchedule')
          ) : fires === null ? (
            t('figures.never')
          ) : (
            <Rich text={t('figures.nextIn')} parts={{ time: <Countdown to={fires} /> }} />
          )
        }
      />
      <Figure
        to={paths.instances}
        label={t('figures.instances')}
        state={total === undefined ? (health.error ? 'failed' : 'loading') : 'ready'}
        value={format.number(total ?? 0)}
        note={
          running === undefined
            ? null
            : t('figures.runningInstances', { count: running, number: format.number(running) })
        }
      />
    </ul>
  );
}

function quotaState({ reads }: Quota): Reading['state'] {
  return readingOf(reads).state;
}

interface FigureProps {
  to: string;
  label: string;
  state: Reading['state'];
  value: string;
  note: ReactNode;
}

function Figure({ to, label, state, value, note }: FigureProps) {
  const { t } = useTranslation('overview');
  return (
    <li>
      <Link
        to={to}
        className="-mx-2 flex flex-col rounded-sm px-2 py-1 text-text hover:bg-hover hover:no-underline"
      >
        <span className="truncate text-xs text-text-muted" title={label}>
          {label}
        </span>
        <b className="text-xl">
          {state === 'ready' ? value : state === 'failed' ? '–' : <Skeleton width={40} height={14} />}
        </b>
        <span className="h-4 truncate text-xs text-text-muted">
          {state === 'ready' ? note : state === 'failed' ? t('figures.notRead') : null}
        </span>
      </Link>
    </li>
  );
}

/** What is nearest; or how much of the answer is still to come. */
function PendingNote({ pending: { all, groups, isComplete } }: { pending: Pending }) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const first = [...groups.soon, ...groups.later].map(deadlineOf).find((at) => at !== null) ?? null;
  const isDue = useClock((now) => first !== null && first <= now);
  if (!isComplete)
    return t('figures.asking', { answered: format.number(all.answered), asked: format.number(all.asked) });
  if (all.failed.length > 0)
    return (
      <Status tone="warn" icon="partial" coloured className="[&_svg]:size-3.5">
        {t('figures.partial', { count: all.failed.length, number: format.number(all.failed.length) })}
      </Status>
    );
  if (first !== null)
    return isDue ? (
      t('figures.due')
    ) : (
      <Rich text={t('figures.first')} parts={{ time: <Countdown to={first} /> }} />
    );
  const { length: count } = groups.underWay;
  return count > 0 ? t('figures.underWay', { count, number: format.number(count) }) : t('figures.none');
}

function RunningNote({ runs: { running, total } }: { runs: Runs }) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  if (total === 0) return t('figures.idle');
  if (total > running.length) return t('figures.newest', { number: format.number(running.length) });
  const count = new Set(running.flatMap(({ progress }) => progress.runs.map(({ instanceId }) => instanceId)))
    .size;
  return t('figures.onInstances', { count, number: format.number(count) });
}
