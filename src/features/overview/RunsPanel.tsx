import { Layers } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import { isFinal } from '@/domain/invocation-status';
import { type BatchPlan, batchRunPath, countsOf } from '@/features/batches';
import { OUTCOME_LOOK, OutcomeStatus } from '@/features/cloud-assistant';
import { useFormat } from '@/i18n/format';
import { cx } from '@/ui/cx';
import { Status } from '@/ui/Status';
import { SOLID, type Tone } from '@/ui/tones';
import { LINE, LINE_HEAD } from './line-style';
import { Panel } from './Panel';
import { overviewPaths } from './paths';
import type { Run } from './run';
import type { Runs } from './use-runs';

/** How many finished runs fit below so many that go on. */
const FINISHED = [5, 4, 2, 1] as const;
const MOST_GOING_ON = FINISHED.length - 1;

const RUN_LINE =
  '-mx-2 flex h-(--line-run) flex-col justify-center gap-1 rounded-sm px-2 text-text hover:bg-hover hover:no-underline';

export interface RunsPanelProps {
  region: string;
  runs: Runs;
  /** Runs in batches that are not at their end. */
  plans: readonly BatchPlan[];
}

/** What runs now and how far it is, and what ran last. */
export function RunsPanel({ region, runs, plans }: RunsPanelProps) {
  const { t } = useTranslation('overview');
  const paths = overviewPaths(region);
  const shownPlans = plans.slice(0, MOST_GOING_ON);
  const ofPlans = new Set(shownPlans.flatMap((plan) => plan.batches.map(({ invokeId }) => invokeId)));
  const running = runs.running.filter((run) => run.isUnderWay && !ofPlans.has(run.id));
  const shown = running.slice(0, MOST_GOING_ON - shownPlans.length);
  const going = shownPlans.length + shown.length;
  const finished = runs.recent.filter((run) => !run.isUnderWay).slice(0, FINISHED[going]);
  return (
    <Panel
      title={t('runs.title')}
      aside={<Link to={paths.onceRecords}>{t('runs.all')}</Link>}
      reading={runs.reading}
      failedTitle={t('runs.failed')}
      lines={7}
      className="min-h-[calc(7*var(--line))]"
    >
      {() => (
        <>
          {going === 0 ? (
            <p className="flex h-(--line) items-center text-text-muted">{t('runs.idle')}</p>
          ) : (
            <>
              <h3 className={LINE_HEAD}>{t('runs.now')}</h3>
              <ul aria-label={t('runs.now')}>
                {shownPlans.map((plan) => (
                  <PlanLine key={plan.id} region={region} plan={plan} />
                ))}
                {shown.map((run) => (
                  <RunningLine key={run.id} to={paths.record(run.id)} run={run} />
                ))}
              </ul>
            </>
          )}
          {finished.length > 0 ? (
            <>
              <h3 className={LINE_HEAD}>{t('runs.last')}</h3>
              <ul aria-label={t('runs.last')}>
                {finished.map((run) => (
                  <FinishedLine key={run.id} to={paths.record(run.id)} run={run} />
                ))}
              </ul>
            </>
          ) : runs.recent.length === 0 ? (
            <p className="text-text-muted">{t('runs.never')}</p>
          ) : null}
        </>
      )}
    </Panel>
  );
}

function RunningLine({ to, run: { name, progress, failed } }: { to: string; run: Run }) {
  return (
    <Going
      to={to}
      name={name}
      failed={failed}
      done={progress.finished}
      total={progress.runs.length}
      parts={progress.counts
        .filter(({ outcome }) => isFinal(outcome))
        .map(({ outcome, count }) => ({ tone: OUTCOME_LOOK[outcome].tone, count }))}
    />
  );
}

/** What is not named has not ended. */
const PLAN_TONES: Readonly<Partial<Record<ReturnType<typeof countsOf>[number]['kind'], Tone>>> = {
  succeeded: 'ok',
  failed: 'danger',
  refused: 'danger',
  other: 'neutral',
  scheduled: 'neutral',
};

function PlanLine({ region, plan }: { region: string; plan: BatchPlan }) {
  const { t } = useTranslation('batches');
  const counts = countsOf(plan);
  const of = (...kinds: string[]) =>
    counts.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { count }) => sum + count, 0);
  return (
    <Going
      to={batchRunPath(region, plan.id)}
      name={plan.name || t('script')}
      isBatched
      failed={of('failed')}
      done={of('succeeded', 'failed', 'other', 'scheduled')}
      total={counts.reduce((sum, { count }) => sum + count, 0)}
      parts={counts.flatMap(({ kind, count }) => {
        const tone = PLAN_TONES[kind];
        return tone ? [{ tone, count }] : [];
      })}
    />
  );
}

interface GoingProps {
  to: string;
  name: string;
  isBatched?: boolean;
  failed: number;
  done: number;
  total: number;
  /** What has ended, by how; the rest of the bar is still to go. */
  parts: readonly { tone: Tone; count: number }[];
}

function Going({ to, name, isBatched = false, failed, done, total, parts }: GoingProps) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  return (
    <li>
      <Link to={to} className={RUN_LINE} title={name}>
        <span className="flex min-w-0 items-center gap-2">
          <span className="min-w-0 flex-1 truncate font-semibold">{name}</span>
          {isBatched ? <Layers className="size-3.5 text-text-subtle" aria-label={t('runs.batches')} /> : null}
          {failed > 0 ? (
            <Status tone="danger" icon="failed" coloured>
              {t('runs.failedOn', { count: failed, number: format.number(failed) })}
            </Status>
          ) : null}
          <span className="flex-none text-text-muted">
            {t('runs.done', { done: format.number(done), number: format.number(total) })}
          </span>
        </span>
        <span
          aria-hidden
          className="flex h-1 overflow-hidden rounded-xs bg-neutral-subtle forced-colors:border"
        >
          {parts.map(({ tone, count }, index) => (
            <span
              key={`${tone} ${index}`}
              className={cx('block h-full forced-color-adjust-none', SOLID[tone])}
              style={{ width: `${(count / Math.max(1, total)) * 100}%` }}
            />
          ))}
        </span>
      </Link>
    </li>
  );
}

function FinishedLine({ to, run: { name, progress, failed } }: { to: string; run: Run }) {
  const { t } = useTranslation('overview');
  const format = useFormat();
  return (
    <li>
      <Link to={to} className={LINE} title={name}>
        <span className="min-w-0 flex-1 truncate font-semibold">{name}</span>
        {failed > 0 && progress.runs.length > 1 ? (
          <Status tone="danger" icon="failed">
            {t('runs.failedOn', { count: failed, number: format.number(failed) })}
          </Status>
        ) : (
          <OutcomeStatus outcome={progress.overall} wireStatus={progress.wireStatus} />
        )}
      </Link>
    </li>
  );
}
