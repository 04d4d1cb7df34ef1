import { useTranslation } from '@/i18n/use-translation';
import type { Invocation } from '@/api/ecs/invocations';
import { isFinal } from '@/domain/invocation-status';
import { OUTCOME_LOOK } from '@/features/cloud-assistant';
import { HelpLink } from '@/features/help';
import { useFormat } from '@/i18n/format';
import { Rich } from '@/i18n/Rich';
import { CountsTitle } from '@/ui/CountsTitle';
import { Facts } from '@/ui/Facts';
import { Id } from '@/ui/Id';
import { Time } from '@/ui/Time';
import type { RunProgress } from '../run-progress';
import { useTook } from '../Took';
import { CommandLink } from './CommandLink';

/** "97 succeeded · 2 failed · 1 running": what happened so far, failures told by icon and word. */
export function RecordTitle({ progress: { counts, overall, wireStatus } }: { progress: RunProgress }) {
  const { t } = useTranslation('domain');
  if (counts.length === 0) {
    // The service tells of no instances: the run's own status is all there is to say.
    const text = overall === 'unknown' && wireStatus ? wireStatus : t(`outcome.${overall}`);
    return <CountsTitle counts={[{ key: overall, ...lookOf(overall), text }]} />;
  }
  return (
    <CountsTitle
      counts={counts.map(({ outcome, count }) => ({
        key: outcome,
        ...lookOf(outcome),
        text: t(`outcomeCount.${outcome}`, { count }),
      }))}
    />
  );
}

const lookOf = (outcome: keyof typeof OUTCOME_LOOK) => {
  const { icon, tone } = OUTCOME_LOOK[outcome];
  return { icon, tone };
};

/** What ran, on how many, since when, as whom. */
export function RecordLede({
  region,
  invocation,
  progress,
}: {
  region: string;
  invocation: Invocation;
  progress: RunProgress;
}) {
  const { t } = useTranslation('invocations');
  return (
    <Facts>
      <span className="inline-flex max-w-full flex-wrap items-baseline gap-x-2">
        <CommandLink region={region} invocation={invocation} />
        <Id value={invocation.InvokeId} className="show" />
        <span>
          {invocation.Frequency
            ? t('record.scheduled', { count: progress.runs.length, cron: invocation.Frequency })
            : t('record.once', { count: progress.runs.length })}
        </span>
      </span>
      <Rich
        text={t('record.started')}
        parts={{
          time: <Time at={progress.startedAt} form="full" />,
          ago: <Time at={progress.startedAt} form="relative" />,
        }}
      />
      {t('record.user', { user: invocation.Username || t('user.default') })}
      <HelpLink topic="runStates" />
    </Facts>
  );
}

/** "99 of 100 finished in 3 min 27 s; the last may run until 14:40 (timeout 600 s)". */
export function RecordPace({ invocation, progress }: { invocation: Invocation; progress: RunProgress }) {
  const { t } = useTranslation('invocations');
  const format = useFormat();
  const took = useTook();
  const { finished, runs, startedAt, endedAt, deadline } = progress;
  const done = format.number(finished);
  if (endedAt !== null && startedAt !== null) {
    return t('record.finishedIn', {
      count: runs.length,
      done,
      duration: took(startedAt, endedAt),
    });
  }
  if (deadline !== null) {
    return t('record.mayRunUntil', {
      count: runs.length,
      done,
      time: format.clock(deadline),
      timeout: format.number(invocation.Timeout),
    });
  }
  return isFinal(progress.overall)
    ? t('record.finished', { count: runs.length, done })
    : t('record.waiting', { count: runs.length, done });
}
