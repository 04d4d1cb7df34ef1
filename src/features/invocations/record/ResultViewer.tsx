import { ChevronDown, ChevronUp, ScrollText } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import type { Invocation, InvocationResult } from '@/api/ecs/invocations';
import { useErrorText } from '@/api/use-error-text';
import { agentLogPath } from '@/domain/agent';
import { decodeBase64, isBase64 } from '@/domain/base64';
import { isCommandType, osTypeFor } from '@/domain/command-type';
import { isFinal } from '@/domain/invocation-status';
import { isKnownRecordError } from '@/domain/record-errors';
import { OUTCOME_LOOK } from '@/features/cloud-assistant';
import { useFormat } from '@/i18n/format';
import { Badge } from '@/ui/Badge';
import { CopyButton } from '@/ui/CopyButton';
import { EmptyState } from '@/ui/EmptyState';
import { ErrorState } from '@/ui/ErrorState';
import { IconButton } from '@/ui/IconButton';
import { Note } from '@/ui/Note';
import { OutputView, type OutputViewProps } from '@/ui/output/OutputView';
import { Skeleton } from '@/ui/Skeleton';
import { Time } from '@/ui/Time';
import { recordPaths } from '../paths';
import { useTook } from '../Took';
import { useAgentVersion, useResult } from '../queries';
import { type InstanceRun, needsAttention } from '../run-progress';

export interface ResultViewerProps {
  region: string;
  invocation: Invocation;
  run: InstanceRun;
  name: string;
  /** Places of a search over all outputs; undefined: the viewer has its own search. */
  found?: OutputViewProps['found'];
  /** null at the ends of the list. */
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
}

/** What one instance answered: status, exit code, output, and what to do when it failed (C4). */
export function ResultViewer({
  region,
  invocation,
  run,
  name,
  found,
  onPrevious,
  onNext,
}: ResultViewerProps) {
  const { t } = useTranslation(['invocations', 'domain']);
  const result = useResult(region, invocation.InvokeId, run);
  const errorText = useErrorText(result.error);
  return (
    <section aria-labelledby="result-title" className="flex min-h-0 min-w-0 flex-1 flex-col gap-2.5">
      <div className="flex min-h-8 items-center gap-2">
        <h2 id="result-title" className="truncate">
          <Link
            to={recordPaths(region).instance(run.instanceId)}
            title={run.instanceId}
            className="text-text"
          >
            {name}
          </Link>
        </h2>
        <OutcomeBadge run={run} />
        <span className="truncate text-text-muted">
          <RunTimes run={run} />
        </span>
        <span className="flex-1" />
        <IconButton
          icon={ChevronUp}
          label={t('result.previous')}
          disabledReason={onPrevious ? undefined : t('result.first')}
          onClick={() => onPrevious?.()}
        />
        <IconButton
          icon={ChevronDown}
          label={t('result.next')}
          disabledReason={onNext ? undefined : t('result.last')}
          onClick={() => onNext?.()}
        />
      </div>
      {run.outcome === 'failed' ? <Advice run={run} /> : null}
      {result.data !== undefined ? (
        <Output
          region={region}
          invocation={invocation}
          run={run}
          result={result.data}
          name={name}
          found={found}
        />
      ) : result.isError ? (
        <ErrorState {...errorText} onRetry={() => void result.refetch()} retrying={result.isFetching} />
      ) : (
        <div aria-busy className="flex flex-col gap-3 rounded-sm bg-panel p-4">
          {['60%', '75%', '40%', '66%'].map((width) => (
            <Skeleton key={width} width={width} />
          ))}
        </div>
      )}
    </section>
  );
}

export function OutcomeBadge({ run }: { run: InstanceRun }) {
  const { t } = useTranslation(['invocations', 'domain']);
  const { tone, icon } = OUTCOME_LOOK[run.outcome];
  const words =
    run.outcome === 'nonzero'
      ? t('record.exit', { code: run.exitCode })
      : run.outcome === 'unknown' && run.wireStatus
        ? run.wireStatus
        : t(`domain:outcome.${run.outcome}`);
  return (
    <Badge tone={tone} icon={icon}>
      {words}
    </Badge>
  );
}

export function RunTimes({ run: { startedAt, finishedAt } }: { run: InstanceRun }) {
  const { t } = useTranslation('invocations');
  const format = useFormat();
  const took = useTook();
  if (startedAt === null) return t('result.notStarted');
  if (finishedAt === null) return t('result.since', { start: format.clock(startedAt) });
  return t('result.fromTo', {
    start: format.clock(startedAt),
    end: format.clock(finishedAt),
    duration: took(startedAt, finishedAt),
  });
}

/** Error code, the service's own words, and the manual's advice. */
export function Advice({ run }: { run: InstanceRun }) {
  const { t } = useTranslation('domain');
  if (!run.errorCode) return null;
  const known = isKnownRecordError(run.errorCode) ? run.errorCode : null;
  return (
    <Note tone="danger" title={known ? t(`recordError.${known}.title`) : run.errorCode}>
      {known ? t(`recordError.${known}.advice`) : null}
      <span className="block text-text-muted">
        <span className="code">{run.errorCode}</span>
        {run.errorInfo ? <>: {run.errorInfo}</> : null}
      </span>
    </Note>
  );
}

interface OutputProps {
  region: string;
  invocation: Invocation;
  run: InstanceRun;
  /** null: no row yet. */
  result: InvocationResult | null;
  name: string;
  found: OutputViewProps['found'];
}

export function Output({ region, invocation, run, result, name, found }: OutputProps) {
  const { t } = useTranslation('invocations');
  const format = useFormat();
  const failed = needsAttention(run);
  const version = useAgentVersion(region, run.instanceId, failed);
  const encoded = result?.Output ?? '';
  if (!isBase64(encoded)) {
    return (
      <Note tone="warn" title={t('result.notBase64.title')}>
        {t('result.notBase64.body')}
      </Note>
    );
  }
  const bytes = decodeBase64(encoded);
  const dropped = result?.Dropped || run.dropped;
  const osType = isCommandType(invocation.CommandType) ? osTypeFor(invocation.CommandType) : 'linux';
  const logPath = agentLogPath(osType, version);
  return (
    <OutputView
      key={run.instanceId}
      className="min-h-0 flex-1"
      label={t('result.outputOf', { name })}
      bytes={bytes}
      found={found}
      empty={
        <EmptyState icon={ScrollText} title={isFinal(run.outcome) ? t('result.none') : t('result.noneYet')}>
          {isFinal(run.outcome) ? null : t('result.noneYetBody')}
        </EmptyState>
      }
      foot={
        <span className="flex min-w-0 flex-col gap-0.5">
          <span>
            {dropped > 0
              ? t('result.dropped', {
                  kept: format.bytes(bytes.length),
                  dropped: format.number(dropped),
                  count: dropped,
                })
              : isFinal(run.outcome) && bytes.length > 0
                ? t('result.complete')
                : null}
            {run.finishedAt === null ? null : (
              <>
                {' '}
                {t('result.ended')} <Time at={run.finishedAt} form="full" />
              </>
            )}
          </span>
          {failed ? (
            <span className="flex min-w-0 items-center gap-1">
              <span className="flex-none">{t('result.log')}</span>
              <code className="code truncate" title={logPath}>
                {logPath}
              </code>
              <CopyButton text={logPath} label={t('result.copyLog')} />
            </span>
          ) : null}
        </span>
      }
    />
  );
}
