import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useApi } from '@/api/ApiContext';
import { toCli } from '@/api/cli';
import type { Invocation } from '@/api/ecs/invocations';
import { keys } from '@/api/query-keys';
import { useErrorText } from '@/api/use-error-text';
import { isFinal } from '@/domain/invocation-status';
import { runProgress } from '@/features/invocations';
import { useFormat } from '@/i18n/format';
import { Checkbox } from '@/ui/Checkbox';
import { CliLines } from '@/ui/CliLines';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { ErrorFigures } from '@/ui/ErrorFigures';
import { Note } from '@/ui/Note';
import { toast } from '@/ui/toasts';
import { pauseBatchRun } from './use-open-runs';

export interface StopBatchedScheduleProps {
  region: string;
  /** The run in batches that it is; null: one of another browser. */
  runId: string | null;
  /** Those that may still fire, in the order of the batches. */
  records: readonly Invocation[];
  onClose(): void;
}

/**
 * Stops a schedule that went out in batches, all of it or some batches, a call each; what was not sent yet is held back. When
 * a call fails, the batches before it are stopped and the others stay to be tried again.
 */
export function StopBatchedSchedule({ region, runId, records, onClose }: StopBatchedScheduleProps) {
  const { t } = useTranslation(['schedules', 'invocations']);
  const format = useFormat();
  const api = useApi();
  const cache = useQueryClient();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  // As the dialog was opened: a list that is read anew meanwhile does not renumber its lines.
  const [parts] = useState(() =>
    records.map((record) => ({
      invokeId: record.InvokeId,
      instanceIds: runProgress(record)
        .runs.filter(({ outcome }) => !isFinal(outcome) && outcome !== 'stopping')
        .map(({ instanceId }) => instanceId),
    })),
  );
  const [stopped, setStopped] = useState<ReadonlySet<string>>(new Set());
  const chosen = parts.filter(({ invokeId }) => !left.has(invokeId) && !stopped.has(invokeId));
  const count = sizeOf(chosen);
  const figures = (count: number) => ({ count, number: format.number(count) });
  const callOf = ({ invokeId, instanceIds }: (typeof parts)[number]) => ({
    RegionId: region,
    InvokeId: invokeId,
    InstanceId: instanceIds,
  });
  const lines = chosen.map((part) => toCli('ecs', 'StopInvocation', callOf(part)));
  const act = useMutation({
    mutationFn: async (wanted: typeof parts) => {
      // Batches still to be sent would begin it anew.
      if (runId !== null && left.size === 0) await pauseBatchRun(runId);
      for (const part of wanted) {
        await api.ecs.stopInvocation(callOf(part));
        setStopped((before) => new Set([...before, part.invokeId]));
      }
    },
    onSuccess: (_, wanted) => {
      toast({ tone: 'ok', title: t('invocations:stop.done', { count: sizeOf(wanted) }) });
      onClose();
    },
    onSettled: () => void cache.invalidateQueries({ queryKey: keys.invocations.all(region) }),
  });
  const errorText = useErrorText(act.error);
  return (
    <ConfirmDialog
      open
      width={520}
      onOpenChange={onClose}
      title={t('invocations:stop.title', { count })}
      confirmLabel={t('invocations:stop.confirm', { count })}
      cancelLabel={t('invocations:periodic.stopKeep')}
      busy={act.isPending && t('page.stopping', { number: stopped.size + 1, total: parts.length })}
      disabledReason={chosen.length === 0 ? t('invocations:stop.noneChosen') : undefined}
      onConfirm={() => act.mutate(chosen)}
    >
      <p>{t('page.stopBatches', figures(parts.length))}</p>
      <ul
        className="max-h-[264px] overflow-auto rounded-sm bg-panel px-3 py-1"
        aria-label={t('page.batches')}
      >
        {parts.map(({ invokeId, instanceIds }, index) => (
          <li key={invokeId} className="flex h-[34px] items-center gap-2">
            <Checkbox
              className="flex-1"
              label={t('page.batch', { order: format.number(index + 1), ...figures(instanceIds.length) })}
              checked={!left.has(invokeId)}
              disabled={stopped.has(invokeId)}
              onCheckedChange={(on) =>
                setLeft((before) => {
                  const next = new Set(before);
                  if (on) next.delete(invokeId);
                  else next.add(invokeId);
                  return next;
                })
              }
            />
            <span className="code text-text-muted">
              {stopped.has(invokeId) ? t('page.stopAsked') : invokeId}
            </span>
          </li>
        ))}
      </ul>
      <CliLines lines={lines} label={t('invocations:stop.call')} />
      {act.isError ? (
        <Note tone="danger" role="alert" title={t('page.stopPartly', figures(chosen.length))}>
          {format.sentences(errorText.title, errorText.advice)}
          <ErrorFigures code={errorText.code} requestId={errorText.requestId} message={errorText.message} />
        </Note>
      ) : null}
    </ConfirmDialog>
  );
}

function sizeOf(parts: readonly { instanceIds: readonly string[] }[]): number {
  return parts.reduce((sum, { instanceIds }) => sum + instanceIds.length, 0);
}
