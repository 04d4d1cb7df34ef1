import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useApi } from '@/api/ApiContext';
import { keys } from '@/api/query-keys';
import { useErrorText } from '@/api/use-error-text';
import { isFinal } from '@/domain/invocation-status';
import { runProgress } from '@/features/invocations';
import { useFormat } from '@/i18n/format';
import { Checkbox } from '@/ui/Checkbox';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { ErrorFigures } from '@/ui/ErrorFigures';
import { Note } from '@/ui/Note';
import { readRecord } from '../batch-record';
import { type BatchPlan, stop } from '../plan';
import { planStore } from '../plan-store';

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
          if (!record) return;
          const InstanceId = runProgress(record)
            .runs.filter(({ outcome }) => !isFinal(outcome))
            .map(({ instanceId }) => instanceId);
          if (InstanceId.length === 0) return;
          await api.ecs.stopInvocation({ RegionId: region, InvokeId: record.InvokeId, InstanceId });
        }),
      );
    },
    onSuccess: onClose,
    onSettled: () => void cache.invalidateQueries({ queryKey: keys.invocations.all(region) }),
  });
  const errorText = useErrorText(act.error);
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
      {act.isError ? (
        <Note tone="danger" role="alert" title={t('stop.partly', { title: errorText.title })}>
          {errorText.advice}
          <ErrorFigures code={errorText.code} requestId={errorText.requestId} message={errorText.message} />
        </Note>
      ) : null}
    </ConfirmDialog>
  );
}
