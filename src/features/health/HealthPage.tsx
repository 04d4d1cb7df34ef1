import { HeartPulse } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { useRegion } from '@/api/region';
import { useErrorText } from '@/api/use-error-text';
import { HEALTH_STATUSES } from '@/domain/health';
import { useFormat } from '@/i18n/format';
import { useRegionName } from '@/i18n/region-name';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { Freshness } from '@/ui/Freshness';
import { Note } from '@/ui/Note';
import { PageHead } from '@/ui/PageHead';
import { troubled } from './health-totals';
import { HealthRow } from './HealthRow';
import { TroubledTable } from './TroubledTable';
import { useRegionHealth } from './use-region-health';

/** How the region's instances are (manual 4.2): how many have each of the seven values, what it means, and who is not OK. */
export function Component() {
  const { t } = useTranslation('health');
  const format = useFormat();
  const region = useRegion();
  const regionName = useRegionName()(region);
  const health = useRegionHealth(region);
  const error = useErrorText(health.error);
  const { totals, total } = health;
  const sick = troubled(totals);
  const isEmpty = total === 0;
  const title =
    total === undefined || sick === undefined
      ? t('title')
      : isEmpty
        ? t('titleEmpty')
        : sick === 0
          ? t('titleWell')
          : t('titleSick', { count: sick, number: format.number(sick) });
  return (
    <>
      <PageHead
        documentTitle={t('title')}
        title={title}
        rest={
          totals.OK !== undefined && total
            ? t('rest', { ok: format.number(totals.OK), count: total, total: format.number(total) })
            : null
        }
        lede={
          <span className="flex flex-wrap items-center gap-x-5">
            <span>{t('lede', { region: regionName })}</span>
            <Freshness at={health.readAt} busy={health.isReading} live onRefresh={health.refresh} />
          </span>
        }
      />
      {health.isFailed ? (
        <ErrorState
          title={t('failed')}
          advice={error.advice}
          code={error.code}
          requestId={error.requestId}
          retrying={health.isReading}
          onRetry={health.refresh}
        />
      ) : isEmpty ? (
        <EmptyState icon={HeartPulse} title={t('emptyTitle')}>
          {t('empty')}
        </EmptyState>
      ) : (
        <div className="flex min-h-0 flex-1 flex-col gap-6 pb-6">
          <section aria-label={t('values')}>
            <table className="w-full">
              <thead className="text-left text-xs text-text-subtle">
                <tr className="h-[30px] shadow-[inset_0_-1px_0_var(--color-border-strong)]">
                  <th className="w-[190px] pl-2.5 font-normal">{t('column.value')}</th>
                  <th className="w-[140px] font-normal">{t('column.api')}</th>
                  <th className="font-normal">{t('column.meaning')}</th>
                  <th className="w-[200px] pr-2.5 text-right font-normal">{t('column.count')}</th>
                </tr>
              </thead>
              <tbody>
                {HEALTH_STATUSES.map((value) => (
                  <HealthRow
                    key={value}
                    region={region}
                    health={value}
                    count={totals[value]}
                    total={total}
                    retry={health.failed.get(value)}
                  />
                ))}
              </tbody>
            </table>
            <p className="mt-2 max-w-[88ch] pl-2.5 text-xs text-text-muted">{t('okNote')}</p>
          </section>
          <Note tone="neutral" title={t('notState.title')}>
            {t('notState.body')}
          </Note>
          <TroubledTable region={region} instances={health.instances} isPending={health.isPending} />
        </div>
      )}
    </>
  );
}
