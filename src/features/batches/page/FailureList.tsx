import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import type { Invocation } from '@/api/ecs/invocations';
import { failureClusters } from '@/domain/failure-clusters';
import { isKnownRecordError } from '@/domain/record-errors';
import { needsAttention, runProgress } from '@/features/invocations';
import { useFormat } from '@/i18n/format';
import type { BatchPlan } from '../plan';

/** More reasons than these are in the results only. */
const MOST = 3;
const NAMED = 3;

/** The failures of all batches by their reason, right under the headline. */
export function FailureList({ plan, records }: { plan: BatchPlan; records: readonly Invocation[] }) {
  const { t } = useTranslation(['batches', 'invocations', 'domain']);
  const format = useFormat();
  const failed = records.flatMap((record) => runProgress(record).runs.filter(needsAttention));
  if (failed.length === 0) return null;
  const clusters = failureClusters(
    failed.map(({ instanceId, errorCode, exitCode }) => ({ instanceId, errorCode, exitCode, lastLine: '' })),
  );
  const rest = clusters.slice(MOST).reduce((sum, { instanceIds }) => sum + instanceIds.length, 0);
  return (
    <section
      aria-label={t('failures.title')}
      className="mt-3 flex-none rounded-md bg-danger-subtle px-3 py-1.5 forced-colors:border"
    >
      <ul>
        {clusters.slice(0, MOST).map(({ errorCode, exitCode, instanceIds }, index) => {
          const known = isKnownRecordError(errorCode) ? errorCode : null;
          const what = exitCode
            ? t('invocations:record.exit', { code: exitCode })
            : known
              ? t(`domain:recordError.${known}.title`)
              : errorCode || t('domain:outcome.failed');
          const names = instanceIds.slice(0, NAMED).map((id) => plan.names[id] ?? id);
          const more = instanceIds.length - names.length;
          return (
            <li
              key={index}
              className="grid min-h-[34px] grid-cols-[220px_minmax(0,1fr)_minmax(0,1fr)_auto] items-center gap-3"
            >
              <b className="truncate">
                {t('failures.on', {
                  count: instanceIds.length,
                  number: format.number(instanceIds.length),
                  what,
                })}
              </b>
              <span className="truncate" title={instanceIds.map((id) => plan.names[id] ?? id).join(', ')}>
                {format.list(more > 0 ? [...names, t('refused.more', { count: more })] : names)}
              </span>
              <span
                className="truncate text-text-muted"
                title={known ? t(`domain:recordError.${known}.advice`) : undefined}
              >
                {known ? t(`domain:recordError.${known}.advice`) : null}
              </span>
              <Link
                className="inline-link"
                to={`?tab=results&instance=${encodeURIComponent(instanceIds[0])}`}
                replace
              >
                {t('failures.see')}
              </Link>
            </li>
          );
        })}
      </ul>
      {rest > 0 ? <p className="pb-1 text-text-muted">{t('failures.more', { count: rest })}</p> : null}
    </section>
  );
}
