import { useTranslation } from '@/i18n/use-translation';
import { stateLook } from '@/features/instance-context';
import { useFormat } from '@/i18n/format';
import { Panel } from './Panel';
import { overviewPaths } from './paths';
import { StatusRow } from './StatusRow';
import type { StateCounts } from './use-states';

/** How many instances of the region are in each lifecycle state. */
export function StatePanel({
  region,
  states: { counts, reading },
  total,
}: {
  region: string;
  states: StateCounts;
  total: number | undefined;
}) {
  const { t } = useTranslation(['overview', 'domain']);
  const format = useFormat();
  const paths = overviewPaths(region);
  // One state that could not be counted has its own way on; the panel fails when none could.
  const isLost = counts.every(({ retry }) => retry);
  return (
    <Panel
      title={t('states.title')}
      aside={total === undefined ? null : <span className="text-text-muted">{format.number(total)}</span>}
      reading={{ ...reading, state: isLost ? 'failed' : 'ready' }}
      failedTitle={t('states.failed')}
      lines={counts.length}
      className="min-h-[calc(5*var(--line-status))]"
    >
      {() => (
        <ul>
          {counts.map(({ state, ...count }) => (
            <StatusRow
              key={state}
              to={paths.instancesIn(state)}
              look={stateLook(state)}
              label={t(`domain:instanceState.${state}`)}
              total={total}
              {...count}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}
