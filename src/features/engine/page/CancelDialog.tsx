import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '@/i18n/use-translation';
import { useApi } from '@/api/ApiContext';
import { toCli } from '@/api/cli';
import type { Execution } from '@/api/oos/executions';
import { keys } from '@/api/query-keys';
import { useErrorText } from '@/api/use-error-text';
import { isExecutionOver } from '@/domain/engine-status';
import { useFormat } from '@/i18n/format';
import { CliLine } from '@/ui/CliLine';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { ErrorNote } from '@/ui/ErrorNote';
import { toast } from '@/ui/toasts';
import type { EngineItem } from '../engine-items';
import { enginePaths } from '../engine-paths';

export interface CancelDialogProps {
  region: string;
  execution: Execution;
  items: readonly EngineItem[];
  onClose(): void;
}

/** Ends an execution: nothing more starts. What ECS runs already goes on, which the page then offers to stop. */
export function CancelDialog({ region, execution: { executionId }, items, onClose }: CancelDialogProps) {
  const { t } = useTranslation('engine');
  const format = useFormat();
  const api = useApi();
  const cache = useQueryClient();
  const request = { RegionId: region, ExecutionId: executionId };
  const cancel = useMutation({
    mutationFn: async () => {
      try {
        await api.oos.cancelExecution(request);
      } catch (error) {
        const now = await api.oos.findExecution(request).catch(() => null);
        // It has ended meanwhile, perhaps by this very call: there is nothing left to cancel.
        if (now === null || !isExecutionOver(now.status)) throw error;
      }
    },
    onSuccess: () => {
      toast({
        tone: 'ok',
        title: t('cancel.done'),
        link: { to: enginePaths(region).run(executionId), label: executionId },
      });
      onClose();
    },
    onSettled: () => cache.invalidateQueries({ queryKey: keys.engineRuns.all(region) }),
  });
  const errorText = useErrorText(cancel.error);
  const left = items.filter(({ outcome }) => outcome === 'pending').length;
  const running = items.filter(({ outcome }) => outcome === 'running').length;
  return (
    <ConfirmDialog
      open
      width={520}
      onOpenChange={onClose}
      title={t('cancel.title')}
      confirmLabel={t('cancel.confirm')}
      cancelLabel={t('cancel.keep')}
      busy={cancel.isPending}
      onConfirm={() => cancel.mutate()}
    >
      <p>
        {t('cancel.body', { count: left, number: format.number(left) })}
        {running > 0
          ? `${format.gap}${t('cancel.running', { count: running, number: format.number(running) })}`
          : null}
      </p>
      <CliLine line={toCli('oos', 'CancelExecution', request)} label={t('decide.call')} />
      {cancel.isError ? <ErrorNote error={errorText} /> : null}
    </ConfirmDialog>
  );
}
