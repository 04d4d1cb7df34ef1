import { HardDrive, Network } from 'lucide-react';
import { Fragment, useRef } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useErrorText } from '@/api/use-error-text';
import { ECS_PERIODS } from '@/domain/monitor-period';
import { type InstanceContext, useInstanceContext } from '@/features/instance-context';
import { useFormat } from '@/i18n/format';
import { Badge } from '@/ui/Badge';
import { ErrorState } from '@/ui/ErrorState';
import { Id } from '@/ui/Id';
import { Skeleton } from '@/ui/Skeleton';
import { ChartBoard } from '../chart/ChartBoard';
import { ChartFigure } from '../chart/ChartFigure';
import { ChartFoot } from '../chart/ChartFoot';
import { useSameCharts } from '../chart/use-same-charts';
import { ValuesTable } from '../chart/ValuesTable';
import type { ChartWindow } from '../data/chart-window';
import { ExportMenu } from '../export/ExportMenu';
import { useInstanceMarks } from '../instance/use-instance-marks';
import { RangeBar } from '../range/RangeBar';
import { RangeRefused } from '../range/RangeRefused';
import { type ChartViewState, useChartView } from '../range/use-chart-view';
import { type DiskGroup, useDiskGroups, useDisks } from './use-disk-groups';

/** Each disk and each network interface of an instance, with what it does (G4). */
export function Component() {
  const { region, instance } = useInstanceContext();
  const state = useChartView(region, ECS_PERIODS);
  if (state.window === null) return <RangeRefused state={state} />;
  return <Groups region={region} instance={instance} state={state} window={state.window} />;
}

interface GroupsProps extends InstanceContext {
  state: ChartViewState;
  window: ChartWindow;
}

function Groups({ region, instance, state, window }: GroupsProps) {
  const { t } = useTranslation('monitoring');
  const board = useRef<HTMLDivElement>(null);
  const disks = useDisks(region, instance.InstanceId);
  const error = useErrorText(disks.error);
  const groups = useDiskGroups(region, instance, disks.data, window);
  const marks = useInstanceMarks(region, instance, window.span.from);
  const drawn = useSameCharts(groups.flatMap((group) => group.charts));
  const name = instance.InstanceName || instance.InstanceId;
  // In a table or a file the heading of the group is no longer above.
  const named = groups.flatMap((group) =>
    group.charts.map((chart) => ({ ...chart, title: `${shortName(group)} ${chart.title}` })),
  );
  return (
    <section aria-label={t('disk.label', { name })} className="pb-4">
      <RangeBar state={state} periods={ECS_PERIODS} busy={named.some(({ isReading }) => isReading)}>
        <ExportMenu
          charts={named}
          name={name}
          traffic={state.view.traffic}
          board={board}
          isDrawn={!state.view.isTable}
        />
      </RangeBar>
      {disks.isError && !disks.data ? (
        <ErrorState
          title={t('disk.failed')}
          advice={error.advice}
          code={error.code}
          requestId={error.requestId}
          retrying={disks.isFetching}
          onRetry={() => void disks.refetch()}
        />
      ) : disks.isPending ? (
        <div aria-busy className="mb-4">
          <Skeleton height={168} />
        </div>
      ) : null}
      {state.view.isTable ? (
        <ValuesTable label={t('table.label', { name })} charts={named} traffic={state.view.traffic} />
      ) : (
        <ChartBoard
          ref={board}
          label={t('disk.label', { name })}
          traffic={state.view.traffic}
          marks={marks}
          onZoom={state.zoomIn}
        >
          {groups.map((group) => (
            <Fragment key={group.id}>
              <GroupHead group={group} />
              {drawn
                .filter(({ id }) => group.charts.some((chart) => chart.id === id))
                .map((chart) => (
                  <ChartFigure key={chart.id} chart={chart} level={3} />
                ))}
            </Fragment>
          ))}
        </ChartBoard>
      )}
      <ChartFoot state={state} window={window} marks={marks} charts={named} />
    </section>
  );
}

function shortName(group: DiskGroup): string {
  return group.kind === 'disk' ? group.disk.Device || group.disk.DiskId : group.card.NetworkInterfaceId;
}

/** What the charts below belong to. */
function GroupHead({ group }: { group: DiskGroup }) {
  const { t } = useTranslation('monitoring');
  const format = useFormat();
  const Icon = group.kind === 'disk' ? HardDrive : Network;
  return (
    <header className="col-span-full -mb-1.5 flex flex-wrap items-center gap-x-4 gap-y-0.5 pt-1 text-text-muted">
      <h2 className="flex items-center gap-2 text-text">
        <Icon className="text-text-subtle" aria-hidden />
        {shortName(group)}
      </h2>
      {group.kind === 'disk' ? (
        <>
          <Badge tone={group.disk.Type === 'system' ? 'accent' : 'neutral'}>
            {group.disk.Type === 'system' || group.disk.Type === 'data'
              ? t(`disk.type.${group.disk.Type}`)
              : group.disk.Type}
          </Badge>
          <Id value={group.disk.DiskId} />
          {group.disk.DiskName ? <span>{group.disk.DiskName}</span> : null}
          <span>{t('disk.size', { number: format.number(group.disk.Size) })}</span>
          <span className="code">
            {group.disk.Category}
            {group.disk.PerformanceLevel ? ` ${group.disk.PerformanceLevel}` : null}
          </span>
          {group.disk.IOPS === undefined ? null : (
            <span>{t('disk.iops', { number: format.number(group.disk.IOPS) })}</span>
          )}
        </>
      ) : (
        <>
          <Badge tone={group.card.Type === 'Primary' ? 'accent' : 'neutral'}>
            {group.card.Type === 'Primary' || group.card.Type === 'Secondary'
              ? t(`interface.type.${group.card.Type}`)
              : group.card.Type}
          </Badge>
          <span className="code">{group.card.PrimaryIpAddress}</span>
          <span className="code">{group.card.MacAddress}</span>
        </>
      )}
    </header>
  );
}
