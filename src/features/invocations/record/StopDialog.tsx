import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { toCli } from '@/api/cli';
import type { Invocation } from '@/api/ecs/invocations';
import { useErrorText } from '@/api/use-error-text';
import { isFinal } from '@/domain/invocation-status';
import { OutcomeStatus } from '@/features/cloud-assistant';
import { Checkbox } from '@/ui/Checkbox';
import { CliLine } from '@/ui/CliLine';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { ErrorNote } from '@/ui/ErrorNote';
import { Note } from '@/ui/Note';
import { toast } from '@/ui/toasts';
import { recordPaths } from '../paths';
import { useStop } from '../queries';
import type { InstanceRun, RunProgress } from '../run-progress';

export interface StopDialogProps {
  region: string;
  invocation: Invocation;
  progress: RunProgress;
  nameOf(instanceId: string): string;
  onClose(): void;
}

/** Instances on which a stop still has an effect (C6). */
export function stoppable(progress: RunProgress): InstanceRun[] {
  return progress.runs.filter((run) => !isFinal(run.outcome) && run.outcome !== 'stopping');
}

/** Stops a run on all or some of the instances where it has not ended (manual 1.2.5). */
export function StopDialog({ region, invocation, progress, nameOf, onClose }: StopDialogProps) {
  const { t } = useTranslation(['invocations', 'ui']);
  const candidates = stoppable(progress);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const stop = useStop(region);
  const errorText = useErrorText(stop.error);

  const chosen = candidates.filter((run) => !left.has(run.instanceId)).map((run) => run.instanceId);
  const request = { RegionId: region, InvokeId: invocation.InvokeId, InstanceId: chosen };
  const toggle = (instanceId: string, on: boolean) => {
    const next = new Set(left);
    if (on) next.delete(instanceId);
    else next.add(instanceId);
    setLeft(next);
  };
  const confirm = () => {
    stop.mutate(request, {
      onSuccess: () => {
        toast({
          tone: 'ok',
          title: t('stop.done', { count: chosen.length }),
          link: { to: recordPaths(region).record(invocation.InvokeId), label: invocation.InvokeId },
        });
        onClose();
      },
    });
  };

  return (
    <ConfirmDialog
      open
      width={520}
      onOpenChange={onClose}
      title={t('stop.title', { count: chosen.length })}
      confirmLabel={t('stop.confirm', { count: chosen.length })}
      cancelLabel={t(invocation.Frequency ? 'periodic.stopKeep' : 'stop.keep')}
      busy={stop.isPending}
      disabledReason={chosen.length === 0 ? t('stop.noneChosen') : undefined}
      onConfirm={confirm}
    >
      <p>{t(invocation.Frequency ? 'periodic.stopBody' : 'stop.body')}</p>
      {candidates.length === 0 ? <Note tone="info">{t('stop.allEnded')}</Note> : null}
      <ul
        className="max-h-[264px] overflow-auto rounded-sm bg-panel px-3 py-1"
        aria-label={t('record.instances')}
      >
        {candidates.map((run) => (
          <li key={run.instanceId} className="flex h-[34px] items-center gap-2">
            <Checkbox
              className="flex-1"
              label={nameOf(run.instanceId)}
              checked={!left.has(run.instanceId)}
              onCheckedChange={(on) => toggle(run.instanceId, on)}
            />
            <OutcomeStatus outcome={run.outcome} wireStatus={run.wireStatus} />
          </li>
        ))}
      </ul>
      {chosen.length > 0 ? (
        <CliLine line={toCli('ecs', 'StopInvocation', request)} label={t('stop.call')} />
      ) : null}
      {stop.isError ? <ErrorNote error={errorText} /> : null}
    </ConfirmDialog>
  );
}
