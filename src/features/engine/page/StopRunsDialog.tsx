import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useApi } from '@/api/ApiContext';
import { toCli } from '@/api/cli';
import { createGate } from '@/api/gate';
import { keys } from '@/api/query-keys';
import { useErrorText } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { CliLines } from '@/ui/CliLines';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { ErrorNote } from '@/ui/ErrorNote';
import { toast } from '@/ui/toasts';
import { enginePaths } from '../engine-paths';

export interface StopRunsDialogProps {
  region: string;
  executionId: string;
  runs: readonly { invokeId: string; instanceId: string }[];
  nameOf(instanceId: string): string;
  onClose(): void;
}

/** Each is a run of its own, stopped by a call of its own; so many side by side. */
const AT_ONCE = 4;
/** So many refusals are no accident of one run: the others would be refused too. */
const MOST_REFUSALS = AT_ONCE;
const NAMED = 8;

/** Stops the scripts that go on after their execution was cancelled. */
export function StopRunsDialog({ region, executionId, runs, nameOf, onClose }: StopRunsDialogProps) {
  const { t } = useTranslation('engine');
  const format = useFormat();
  const api = useApi();
  const cache = useQueryClient();
  const requests = runs.map(({ invokeId, instanceId }) => ({
    RegionId: region,
    InvokeId: invokeId,
    InstanceId: [instanceId],
  }));
  const [progress, setProgress] = useState({ stopped: 0, of: 0 });
  const stop = useMutation({
    mutationFn: async () => {
      const refusals: unknown[] = [];
      let stopped = 0;
      const tell = () => setProgress({ stopped, of: requests.length });
      tell();
      const gate = createGate(AT_ONCE);
      const stopOne = async (request: (typeof requests)[number]) => {
        if (refusals.length >= MOST_REFUSALS) return;
        try {
          await api.ecs.stopInvocation(request);
          stopped += 1;
          tell();
        } catch (error) {
          refusals.push(error);
        }
      };
      await Promise.all(requests.map((request) => gate(() => stopOne(request))));
      if (refusals.length > 0) throw refusals[0];
      return stopped;
    },
    onSuccess: (count) => {
      toast({
        tone: 'ok',
        title: t('runOn.done', { count, number: format.number(count) }),
        link: { to: enginePaths(region).run(executionId), label: executionId },
      });
      onClose();
    },
    onSettled: () =>
      Promise.all([
        cache.invalidateQueries({ queryKey: keys.invocations.all(region) }),
        cache.invalidateQueries({ queryKey: keys.engineRuns.all(region) }),
      ]),
  });
  const errorText = useErrorText(stop.error);
  const told = { stopped: format.number(progress.stopped), number: format.number(progress.of) };
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
      busy={stop.isPending ? t('runOn.progress', told) : false}
      disabledReason={runs.length === 0 ? t('runOn.none') : undefined}
      onConfirm={() => stop.mutate()}
    >
      <p>{t('runOn.askBody')}</p>
      <p className="text-text-muted">
        {format.list(more > 0 ? [...names, t('waiting.more', { count: more })] : names)}
      </p>
      <CliLines
        lines={requests.map((request) => toCli('ecs', 'StopInvocation', request))}
        label={t('decide.call')}
      />
      {stop.isError ? (
        <ErrorNote error={errorText} title={progress.stopped > 0 ? t('runOn.partly', told) : undefined} />
      ) : null}
    </ConfirmDialog>
  );
}
