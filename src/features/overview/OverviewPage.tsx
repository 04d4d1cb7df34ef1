import { Zap } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useQueryClient } from '@tanstack/react-query';
import { keys } from '@/api/query-keys';
import { useRegion } from '@/api/region';
import { stepOf, usePlans } from '@/features/batches';
import { useCommandQuota, useRunQuota } from '@/features/cloud-assistant';
import { clockNow } from '@/features/events';
import { NEEDS_A_PERSON, useRegionHealth } from '@/features/health';
import { useFormat } from '@/i18n/format';
import { useRegionName } from '@/i18n/region-name';
import { Freshness } from '@/ui/Freshness';
import { LinkButton } from '@/ui/LinkButton';
import { PageHead } from '@/ui/PageHead';
import { openedFrom } from '@/ui/use-return';
import { Figures } from './Figures';
import { FleetPanel } from './FleetPanel';
import { HealthPanel } from './HealthPanel';
import { NeedList } from './NeedList';
import { needsOf } from './needs';
import { overviewPaths } from './paths';
import { PendingPanel } from './PendingPanel';
import { QuotaPanel } from './QuotaPanel';
import { readingOf } from './reading';
import { failingRuns } from './run';
import { RunsPanel } from './RunsPanel';
import { SchedulesPanel } from './SchedulesPanel';
import { StatePanel } from './StatePanel';
import { useNextSchedules } from './use-next-schedules';
import { usePending } from './use-pending';
import { useRuns } from './use-runs';
import { useStates } from './use-states';

/** Heights of the lines; they breathe where the window is high. */
const LINES =
  '[--cell:16px] [--line:29px] [--line-head:24px] [--line-need:34px] [--line-run:36px] [--line-status:27px] ' +
  '[@media(min-height:860px)]:[--cell:20px] [@media(min-height:860px)]:[--line:33px] [@media(min-height:860px)]:[--line-head:28px] ' +
  '[@media(min-height:860px)]:[--line-need:38px] [@media(min-height:860px)]:[--line-run:40px] [@media(min-height:860px)]:[--line-status:30px]';

/** How the region stands and what needs a person, in it and, of system events, in every region (F1, J3). */
export function Component() {
  const { t } = useTranslation('overview');
  const format = useFormat();
  const region = useRegion();
  const regionName = useRegionName()(region);
  const cache = useQueryClient();
  const paths = overviewPaths(region);
  const pending = usePending();
  const runs = useRuns(region);
  const next = useNextSchedules(region);
  const states = useStates(region);
  const health = useRegionHealth(region);
  const commandQuota = useCommandQuota(region);
  const runQuota = useRunQuota(region);
  const plans = usePlans(region).filter((plan) => stepOf(plan).kind !== 'done');

  const quotas = readingOf([...commandQuota.reads, ...runQuota.reads]);
  const failing = useMemo(() => failingRuns(runs.recent, clockNow()), [runs.recent]);
  const needs = needsOf({
    groups: pending.groups,
    plans,
    failing,
    sick: NEEDS_A_PERSON.map((value) => ({ health: value, count: health.totals[value] ?? 0 })),
    quotas: { commands: commandQuota, runs: runQuota },
  });
  const isReading =
    (pending.reading.state !== 'failed' && !pending.isComplete) ||
    runs.reading.state === 'loading' ||
    health.isPending ||
    quotas.state === 'loading';
  const isWhole =
    pending.reading.state === 'ready' &&
    pending.all.failed.length === 0 &&
    runs.reading.state === 'ready' &&
    quotas.state === 'ready' &&
    health.failed.size === 0 &&
    health.total !== undefined;
  const { total } = health;
  const ok = health.totals.OK;
  const readAt = [pending.reading.readAt, runs.reading.readAt, next.reading.readAt, health.readAt].filter(
    (at) => at > 0,
  );

  const figures = { count: needs.length, number: format.number(needs.length) };
  const title = isReading
    ? t('name')
    : needs.length > 0
      ? t(isWhole ? 'title' : 'atLeast', figures)
      : t(isWhole ? 'calm' : 'unread');

  const refresh = () => {
    for (const part of [pending.reading, runs.reading, next.reading, states.reading, quotas, health])
      part.refresh();
    void cache.invalidateQueries({ queryKey: keys.monitoring.all(region) });
  };

  return (
    <>
      <PageHead
        documentTitle={`${t('name')} · ${regionName}`}
        title={title}
        rest={
          ok !== undefined && total
            ? t('rest', { count: total, ok: format.number(ok), total: format.number(total) })
            : null
        }
        lede={
          <span className="flex flex-wrap items-center gap-x-5">
            <span>{t('lede', { region: regionName })}</span>
            <Freshness
              at={readAt.length > 0 ? Math.min(...readAt) : 0}
              busy={isReading || pending.reading.isReading || runs.reading.isReading || health.isReading}
              live
              onRefresh={refresh}
            />
          </span>
        }
        actions={
          <LinkButton icon={Zap} to={paths.runScript} state={openedFrom(paths.overview)}>
            {t('runScript')}
          </LinkButton>
        }
      />
      <div
        className={`${LINES} grid grid-cols-[minmax(0,1fr)_256px] gap-8 pb-8 min-[1400px]:grid-cols-[minmax(0,1fr)_284px] min-[1400px]:gap-10`}
      >
        <div className="flex min-w-0 flex-col gap-[18px] min-[1400px]:gap-6">
          <Figures
            region={region}
            pending={pending}
            runs={runs}
            quota={runQuota}
            next={next}
            states={states}
            health={health}
          />
          <NeedList
            region={region}
            needs={needs}
            facts={pending.facts}
            isReading={isReading}
            isWhole={isWhole}
          />
          <div className="grid grid-cols-[1.2fr_1fr_1.15fr] gap-7">
            <PendingPanel region={region} pending={pending} />
            <RunsPanel region={region} runs={runs} plans={plans} />
            <SchedulesPanel region={region} next={next} />
          </div>
          <FleetPanel region={region} />
        </div>
        <div className="flex min-w-0 flex-col gap-5 min-[1400px]:gap-6">
          <StatePanel region={region} states={states} total={total} />
          <HealthPanel region={region} health={health} />
          <QuotaPanel region={region} commands={commandQuota} runs={runQuota} />
        </div>
      </div>
    </>
  );
}
