import { useTranslation } from '@/i18n/use-translation';
import { toCli } from '@/api/cli';
import type { Execution, NotifyExecutionRequest } from '@/api/oos/executions';
import type { Params } from '@/api/params';
import { useErrorText } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { CliLine } from '@/ui/CliLine';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { ErrorFigures } from '@/ui/ErrorFigures';
import { Note } from '@/ui/Note';
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
  const of = { RegionId: region, ExecutionId: executionId, NotifyType: decision };
  const requests: NotifyExecutionRequest[] = isAboutItems
    ? failed.map(({ taskExecutionId }) => ({ ...of, TaskExecutionId: taskExecutionId }))
    : [loopId === null ? of : { ...of, TaskExecutionId: loopId }];
  const count = isAboutItems ? failed.length : left;
  const figures = { count, number: format.number(count) };
  const lines = requests.map((request) => toCli('oos', 'NotifyExecution', { ...request } satisfies Params));
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
      onConfirm={() => notify.mutate(requests)}
    >
      <p>{t(`decide.body.${decision}`, figures)}</p>
      <CliLine line={lines.join('\n')} label={t('decide.call')} />
      {notify.isError ? (
        <Note tone="danger" role="alert" title={errorText.title}>
          {errorText.advice}
          <ErrorFigures code={errorText.code} requestId={errorText.requestId} message={errorText.message} />
        </Note>
      ) : null}
    </ConfirmDialog>
  );
}
