import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from '@/i18n/use-translation';
import { useApi } from '@/api/ApiContext';
import { toCli } from '@/api/cli';
import { keys } from '@/api/query-keys';
import { useErrorText } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { CliLine } from '@/ui/CliLine';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { ErrorFigures } from '@/ui/ErrorFigures';
import { Note } from '@/ui/Note';
import { toast } from '@/ui/toasts';

export interface StopRunsDialogProps {
  region: string;
  runs: readonly { invokeId: string; instanceId: string }[];
  nameOf(instanceId: string): string;
  onClose(): void;
}

/** Each is a run of its own, stopped by a call of its own; so many side by side. */
const AT_ONCE = 4;
const NAMED = 8;

/** Stops the scripts that go on after their execution was cancelled. */
export function StopRunsDialog({ region, runs, nameOf, onClose }: StopRunsDialogProps) {
  const { t } = useTranslation('engine');
  const format = useFormat();
  const api = useApi();
  const cache = useQueryClient();
  const requests = runs.map(({ invokeId, instanceId }) => ({
    RegionId: region,
    InvokeId: invokeId,
    InstanceId: [instanceId],
  }));
  const stop = useMutation({
    mutationFn: async () => {
      for (let from = 0; from < requests.length; from += AT_ONCE)
        await Promise.all(
          requests.slice(from, from + AT_ONCE).map((request) => api.ecs.stopInvocation(request)),
        );
      return requests.length;
    },
    onSuccess: (count) => {
      toast({ tone: 'ok', title: t('runOn.done', { count, number: format.number(count) }) });
      onClose();
    },
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: keys.invocations.all(region) }),
        cache.invalidateQueries({ queryKey: keys.engineRuns.all(region) }),
      ]),
  });
  const errorText = useErrorText(stop.error);
  const figures = { count: runs.length, number: format.number(runs.length) };
  const names = runs.slice(0, NAMED).map(({ instanceId }) => nameOf(instanceId));
  const more = runs.length - names.length;
  return (
    <ConfirmDialog
      open
      width={520}
      onOpenChange={onClose}
      title={t('runOn.ask', figures)}
      confirmLabel={t('runOn.confirm', figures)}
      cancelLabel={t('runOn.keep')}
      busy={stop.isPending}
      disabledReason={runs.length === 0 ? t('runOn.none') : undefined}
      onConfirm={() => stop.mutate()}
    >
      <p>{t('runOn.askBody')}</p>
      <p className="text-text-muted">
        {format.list(more > 0 ? [...names, t('waiting.more', { count: more })] : names)}
      </p>
      {requests.length > 0 ? (
        <CliLine
          line={requests.map((request) => toCli('ecs', 'StopInvocation', request)).join('\n')}
          label={t('decide.call')}
        />
      ) : null}
      {stop.isError ? (
        <Note tone="danger" role="alert" title={errorText.title}>
          {errorText.advice}
          <ErrorFigures code={errorText.code} requestId={errorText.requestId} message={errorText.message} />
        </Note>
      ) : null}
    </ConfirmDialog>
  );
}
