import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import { HEALTH_STATUSES } from '@/domain/health';
import type { useRegionHealth } from '@/features/health';
import { healthLook } from '@/features/instance-context';
import { useFormat } from '@/i18n/format';
import { Panel } from './Panel';
import { overviewPaths } from './paths';
import { StatusRow } from './StatusRow';

export type RegionHealth = ReturnType<typeof useRegionHealth>;

/** How many instances of the region have each health value (manual 4.2). */
export function HealthPanel({ region, health }: { region: string; health: RegionHealth }) {
  const { t } = useTranslation(['overview', 'domain']);
  const format = useFormat();
  const paths = overviewPaths(region);
  const { totals, total } = health;
  const notOk = total !== undefined && totals.OK !== undefined ? total - totals.OK : 0;
  return (
    <Panel
      title={t('health.title')}
      aside={
        notOk > 0 ? (
          <Link to={paths.health}>{t('health.notOk', { number: format.number(notOk) })}</Link>
        ) : null
      }
      reading={{
        state: health.isFailed ? 'failed' : 'ready',
        error: health.error,
        isReading: health.isReading,
        readAt: health.readAt,
        refresh: health.refresh,
      }}
      failedTitle={t('health.failed')}
      lines={HEALTH_STATUSES.length}
      className="min-h-[calc(7*var(--line-status))]"
    >
      {() => (
        <ul>
          {HEALTH_STATUSES.map((value) => (
            <StatusRow
              key={value}
              to={paths.instancesWith(value)}
              look={healthLook(value)}
              label={t(`domain:health.${value}.label`)}
              count={totals[value]}
              isUnknown={totals[value] === undefined && health.error !== null}
              total={total}
              retry={health.failed.get(value)}
            />
          ))}
        </ul>
      )}
    </Panel>
  );
}
