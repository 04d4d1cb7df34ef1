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
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { CliLines } from '@/ui/CliLines';
import { ErrorNote } from '@/ui/ErrorNote';
import { readRecord } from '../batch-record';
import { type BatchPlan, stop } from '../plan';
import { planStore } from '../plan-store';
import { useBatchRecords } from './use-batch-records';

/** Ends a run: no further batch starts, and if wanted it is stopped where it runs now. */
export function StopRunDialog({ plan, onClose }: { plan: BatchPlan; onClose(): void }) {
  const { t } = useTranslation('batches');
  const format = useFormat();
  const api = useApi();
  const cache = useQueryClient();
  const [everywhere, setEverywhere] = useState(false);
  const { id, region, batches } = plan;
  const running = batches.filter(({ state }) => state === 'running');
  const open = running.reduce(
    (sum, { instanceIds, tally }) => sum + instanceIds.length - tally.succeeded - tally.failed - tally.other,
    0,
  );
  const waiting = batches
    .filter(({ state }) => state === 'waiting')
    .reduce((sum, { instanceIds }) => sum + instanceIds.length, 0);
  const act = useMutation({
    mutationFn: async () => {
      // First of all nothing more may start, whatever becomes of the rest.
      await planStore.change(id, stop);
      if (!everywhere) return;
      await Promise.all(
        running.map(async ({ invokeId }) => {
          const record = await readRecord({ api, cache }, region, invokeId ?? '');
          const request = record && stopRequest(region, record);
          if (request) await api.ecs.stopInvocation(request);
        }),
      );
    },
    onSuccess: onClose,
    onSettled: () => void cache.invalidateQueries({ queryKey: keys.invocations.all(region) }),
  });
  const errorText = useErrorText(act.error);
  const runningIds = new Set(running.map(({ invokeId }) => invokeId));
  const calls = useBatchRecords(plan).list.flatMap((record) => {
    const request = runningIds.has(record.InvokeId) ? stopRequest(region, record) : null;
    return request ? [toCli('ecs', 'StopInvocation', request)] : [];
  });
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={t('stop.title')}
      confirmLabel={t('stop.confirm')}
      cancelLabel={t('stop.keep')}
      busy={act.isPending}
      onConfirm={() => act.mutate()}
    >
      <p>
        {waiting > 0
          ? t('stop.body', { count: waiting, number: format.number(waiting) })
          : t('stop.bodyNone')}
      </p>
      {open > 0 ? (
        <Checkbox
          label={t('stop.everywhere', { count: open, number: format.number(open) })}
          checked={everywhere}
          onCheckedChange={setEverywhere}
        />
      ) : null}
      {everywhere ? <CliLines lines={calls} label={t('cli.label')} /> : null}
      {act.isError ? <ErrorNote error={errorText} title={t('stop.partly')} /> : null}
    </ConfirmDialog>
  );
}

/** Stops a batch where it has not ended; null where it has everywhere. */
function stopRequest(RegionId: string, record: Invocation) {
  const InstanceId = runProgress(record)
    .runs.filter(({ outcome }) => !isFinal(outcome))
    .map(({ instanceId }) => instanceId);
  return InstanceId.length === 0 ? null : { RegionId, InvokeId: record.InvokeId, InstanceId };
}
