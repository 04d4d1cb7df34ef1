import { useTranslation } from '@/i18n/use-translation';
import { toCli } from '@/api/cli';
import { type Execution, notifyExecutionParams, type NotifyExecutionRequest } from '@/api/oos/executions';
import { useErrorText } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { CliLine } from '@/ui/CliLine';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { ErrorNote } from '@/ui/ErrorNote';
import { toast } from '@/ui/toasts';
import type { EngineItem } from '../engine-items';
import { enginePaths } from '../engine-paths';
import { type Decision, useNotify } from './use-notify';

export interface DecideDialogProps {
  region: string;
  execution: Execution;
  decision: Decision;
  loopId: string | null;
  failed: readonly EngineItem[];
  /** Instances that have not had their turn. */
  left: number;
  onClose(): void;
}

/** Confirms a decision about a waiting execution: says what it starts or ends, and the call it is. */
export function DecideDialog({
  region,
  execution,
  decision,
  loopId,
  failed,
  left,
  onClose,
}: DecideDialogProps) {
  const { t } = useTranslation('engine');
  const format = useFormat();
  const { executionId } = execution;
  const notify = useNotify(region, executionId, () => {
    toast({
      tone: 'ok',
      title: t(`decide.done.${decision}`),
      link: { to: enginePaths(region).run(executionId), label: executionId },
    });
    onClose();
  });
  const errorText = useErrorText(notify.error);
  const isAboutItems = decision === 'RetryTask' || decision === 'SkipTask';
  const tasks = isAboutItems ? failed.map(({ taskExecutionId }) => taskExecutionId) : [loopId ?? ''];
  const request: NotifyExecutionRequest = {
    ...{ RegionId: region, ExecutionId: executionId, NotifyType: decision },
    ...named(tasks.filter((id) => id !== '')),
  };
  const count = isAboutItems ? failed.length : left;
  const figures = { count, number: format.number(count) };
  return (
    <ConfirmDialog
      open
      width={520}
      onOpenChange={onClose}
      danger={decision === 'Reject'}
      title={t(`decide.title.${decision}`, figures)}
      confirmLabel={t(`decide.confirm.${decision}`, figures)}
      cancelLabel={t('decide.keep')}
      busy={notify.isPending}
      onConfirm={() => notify.mutate(request)}
    >
      <p>{t(`decide.body.${decision}`, figures)}</p>
      <CliLine
        line={toCli('oos', 'NotifyExecution', notifyExecutionParams(request))}
        label={t('decide.call')}
      />
      {notify.isError ? <ErrorNote error={errorText} /> : null}
    </ConfirmDialog>
  );
}

/**
 * Several go in one call: decided one by one, the first ones could bring the failures below what is tolerated, and the
 * engine would go on without the others.
 */
function named([first, ...others]: readonly string[]): Partial<NotifyExecutionRequest> {
  if (first === undefined) return {};
  return others.length === 0 ? { TaskExecutionId: first } : { TaskExecutionIds: [first, ...others] };
}
