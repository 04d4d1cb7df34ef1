import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { FailureCluster } from '@/domain/failure-clusters';
import { isKnownRecordError } from '@/domain/record-errors';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import type { CompareChange } from './compare-address';

export interface FailureClustersProps {
  clusters: readonly FailureCluster[];
  /** Number of the chosen one, from 1. */
  chosen: number | null;
  nameOf(instanceId: string): string;
  onChange(change: CompareChange): void;
  /** What can be done with the instances of a failure, beside looking at them; `who` names them. */
  actionOn?(instanceIds: readonly string[], who: string): ReactNode;
}

/** More than these make the page begin too low; the others are told as a number. */
const MOST = 3;
const NAMED = 2;

/** The failures by their reason, right under the headline: on whom, what it said last, what to do. */
export function FailureClusters({ clusters, chosen, nameOf, onChange, actionOn }: FailureClustersProps) {
  const { t } = useTranslation(['invocations', 'domain']);
  const format = useFormat();
  if (clusters.length === 0) return null;
  const rest = clusters.slice(MOST).reduce((sum, { instanceIds }) => sum + instanceIds.length, 0);
  return (
    <section
      aria-label={t('record.failures')}
      className="mt-3 flex-none rounded-md bg-danger-subtle px-3 py-1.5 forced-colors:border"
    >
      <ul className="grid grid-cols-[minmax(230px,0.8fr)_150px_minmax(0,1fr)_minmax(0,1.2fr)_auto] gap-x-3">
        {clusters.slice(0, MOST).map((cluster, index) => {
          const { errorCode, exitCode, lastLine, instanceIds } = cluster;
          const names = instanceIds.slice(0, NAMED).map(nameOf);
          const more = instanceIds.length - names.length;
          const who =
            more > 0
              ? t('compare.clusters.andMore', { names: names.join(', '), count: more })
              : format.list(names);
          const known = isKnownRecordError(errorCode);
          const what = exitCode
            ? t('record.exit', { code: exitCode })
            : known
              ? t(`domain:recordError.${errorCode}.title`)
              : errorCode || t('domain:outcome.failed');
          const isChosen = chosen === index + 1;
          return (
            <li
              key={`${errorCode} ${exitCode} ${lastLine}`}
              className="col-span-full grid h-[34px] grid-cols-subgrid items-center"
            >
              <span className="truncate" title={who}>
                {instanceIds.length > 1 ? (
                  <>
                    <b>{t('compare.members', { count: instanceIds.length })}</b>{' '}
                    <span className="text-text-muted">{who}</span>
                  </>
                ) : (
                  <b>{who}</b>
                )}
              </span>
              <span className="truncate" title={what}>
                {what}
              </span>
              <code className="code truncate" title={lastLine}>
                {lastLine}
              </code>
              <span
                className="truncate text-text-muted"
                title={known ? t(`domain:recordError.${errorCode}.advice`) : undefined}
              >
                {known ? t(`domain:recordError.${errorCode}.advice`) : null}
              </span>
              <span className="flex items-center justify-end">
                {actionOn?.(instanceIds, who)}
                <Button
                  size="sm"
                  variant="quiet"
                  aria-pressed={instanceIds.length > 1 ? isChosen : undefined}
                  className="aria-pressed:bg-selected aria-pressed:text-text"
                  onClick={() =>
                    onChange(
                      instanceIds.length === 1
                        ? { instance: instanceIds[0], status: null }
                        : isChosen
                          ? { cluster: null }
                          : {
                              cluster: String(index + 1),
                              family: null,
                              against: null,
                              instance: instanceIds[0],
                              status: null,
                            },
                    )
                  }
                >
                  {instanceIds.length === 1
                    ? t('record.seeOutput')
                    : t('compare.clusters.show', { count: instanceIds.length })}
                  <span className="sr-only"> {who}</span>
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
      {rest > 0 ? (
        <p className="pb-1 text-text-muted">
          {t('compare.clusters.more', { count: rest, reasons: clusters.length - MOST })}
        </p>
      ) : null}
    </section>
  );
}
