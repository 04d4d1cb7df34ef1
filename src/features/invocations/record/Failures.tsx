import { useTranslation } from '@/i18n/use-translation';
import { decodeBase64, isBase64 } from '@/domain/base64';
import { isKnownRecordError } from '@/domain/record-errors';
import { OutcomeStatus } from '@/features/cloud-assistant';
import { Button } from '@/ui/Button';
import { useResults } from '../queries';
import { type InstanceRun, needsAttention } from '../run-progress';
import { lastLine } from './last-line';

/** More than these are in the table below. */
const MOST = 3;

export interface FailuresProps {
  region: string;
  invokeId: string;
  /** In the order of the table. */
  runs: readonly InstanceRun[];
  nameOf(instanceId: string): string;
  onOpen(instanceId: string): void;
}

/** The failures right under the headline, each with its reason and what to do. */
export function Failures({ region, invokeId, runs, nameOf, onOpen }: FailuresProps) {
  const { t } = useTranslation(['invocations', 'domain']);
  const failed = runs.filter(needsAttention);
  const shown = failed.slice(0, MOST);
  const results = useResults(region, invokeId, shown);
  if (shown.length === 0) return null;
  return (
    <section
      aria-label={t('record.failures')}
      className="mt-3 rounded-md bg-danger-subtle px-3 py-1.5 forced-colors:border"
    >
      <ul>
        {shown.map((run, index) => {
          const output = results[index]?.data?.Output ?? '';
          const said = isBase64(output) ? lastLine(decodeBase64(output)) : '';
          const known = isKnownRecordError(run.errorCode);
          // Of a script that ended by itself its own words say more than general advice.
          const saysItself = run.outcome === 'nonzero' && said !== '';
          return (
            <li
              key={run.instanceId}
              className="grid h-[34px] grid-cols-[180px_160px_minmax(0,1fr)_minmax(0,1.2fr)_auto] items-center gap-3"
            >
              <b className="truncate" title={run.instanceId}>
                {nameOf(run.instanceId)}
              </b>
              <span className="truncate">
                {run.outcome === 'nonzero' ? (
                  t('record.exit', { code: run.exitCode })
                ) : run.errorCode ? (
                  known ? (
                    t(`domain:recordError.${run.errorCode as 'ExecutionTimeout'}.title`)
                  ) : (
                    run.errorCode
                  )
                ) : (
                  <OutcomeStatus outcome={run.outcome} wireStatus={run.wireStatus} />
                )}
              </span>
              <code className="code truncate" title={said}>
                {said}
              </code>
              <span className="truncate text-text-muted">
                {saysItself
                  ? null
                  : known
                    ? t(`domain:recordError.${run.errorCode as 'ExecutionTimeout'}.advice`)
                    : run.errorInfo}
              </span>
              <Button size="sm" variant="quiet" onClick={() => onOpen(run.instanceId)}>
                {t('record.seeOutput')}
                <span className="sr-only"> {nameOf(run.instanceId)}</span>
              </Button>
            </li>
          );
        })}
      </ul>
      {failed.length > shown.length ? (
        <p className="pb-1 text-text-muted">
          {t('record.moreFailures', { count: failed.length - shown.length })}
        </p>
      ) : null}
    </section>
  );
}
