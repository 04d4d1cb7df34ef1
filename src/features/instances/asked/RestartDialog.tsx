import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { toCli } from '@/api/cli';
import type { Instance } from '@/api/ecs/instances';
import { useFormat } from '@/i18n/format';
import { Checkbox } from '@/ui/Checkbox';
import { CliLine } from '@/ui/CliLine';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { Note } from '@/ui/Note';
import { toast } from '@/ui/toasts';
import { CallFailure } from './CallFailure';
import { InstanceNames } from './InstanceNames';
import { useRestart } from './use-restart';

export interface RestartDialogProps {
  region: string;
  /** At least one; those that do not run are left out and named. */
  instances: readonly Instance[];
  /** The agent was just installed on them and waits for it. */
  afterInstall?: boolean;
  /** Runs under way on them, where that is known. */
  underWay?: number;
  onClose(): void;
}

/** Asks before restarting one or several instances (RebootInstance), and says afterwards which refused and why. */
export function RestartDialog({
  region,
  instances,
  afterInstall = false,
  underWay = 0,
  onClose,
}: RestartDialogProps) {
  const { t } = useTranslation('instances');
  const format = useFormat();
  const restart = useRestart(region);
  const [force, setForce] = useState(false);
  const [failed, setFailed] = useState<ReadonlyMap<string, unknown>>(new Map());
  const [progress, setProgress] = useState<{ done: number; total: number } | null>(null);
  const running = instances.filter(({ Status }) => Status === 'Running');
  const targets = failed.size > 0 ? running.filter(({ InstanceId }) => failed.has(InstanceId)) : running;
  const leftOut = instances.filter(({ Status }) => Status !== 'Running');
  const nameOf = (instance: Instance) => instance.InstanceName || instance.InstanceId;
  const words = {
    count: targets.length,
    number: format.number(targets.length),
    name: targets[0] ? nameOf(targets[0]) : '',
  };

  const run = async () => {
    const instanceIds = targets.map(({ InstanceId }) => InstanceId);
    const total = instanceIds.length;
    setProgress({ done: 0, total });
    const refused = await restart({
      instanceIds,
      force,
      onProgress: (done) => setProgress({ done, total }),
    });
    setProgress(null);
    setFailed(refused);
    const count = total - refused.size;
    if (count > 0) {
      toast({
        tone: 'ok',
        title: t('restart.done', { count, number: format.number(count), name: words.name }),
        body: t('restart.doneBody'),
      });
    }
    if (refused.size === 0) onClose();
  };

  return (
    <ConfirmDialog
      open
      width={520}
      onOpenChange={() => {
        if (progress === null) onClose();
      }}
      title={failed.size > 0 ? t('restart.failedTitle', words) : t('restart.title', words)}
      confirmLabel={failed.size > 0 ? t('restart.retry') : t('restart.confirm', words)}
      cancelLabel={
        failed.size > 0 ? t('restart.close') : afterInstall ? t('restart.later') : t('restart.keep')
      }
      busy={
        progress === null
          ? false
          : t('restart.asking', {
              done: format.number(progress.done),
              total: format.number(progress.total),
            })
      }
      disabledReason={targets.length === 0 ? t('restart.noneRuns') : undefined}
      onConfirm={() => void run()}
    >
      {afterInstall ? (
        <Note tone="ok" title={t('restart.installed')}>
          {t('restart.takesEffect')}
        </Note>
      ) : null}
      <p>{t('restart.body', words)}</p>
      {underWay > 0 ? (
        <Note tone="warn">{t('restart.underWay', { count: underWay, number: format.number(underWay) })}</Note>
      ) : null}
      {targets.length > 1 || failed.size > 0 ? (
        <InstanceNames
          label={t('restart.list')}
          instances={targets}
          below={({ InstanceId }) =>
            failed.has(InstanceId) ? <CallFailure error={failed.get(InstanceId)} /> : null
          }
        />
      ) : null}
      {leftOut.length > 0 ? (
        <p className="text-text-muted">
          {t('restart.leftOut', {
            count: leftOut.length,
            names: format.list(leftOut.map(nameOf)),
          })}
        </p>
      ) : null}
      <Checkbox
        label={t('restart.force')}
        help={t('restart.forceHelp')}
        checked={force}
        onCheckedChange={setForce}
      />
      {targets.length > 0 ? (
        <CliLine
          label={t('restart.call')}
          line={targets
            .map(({ InstanceId }) =>
              toCli('ecs', 'RebootInstance', {
                RegionId: region,
                InstanceId,
                ...(force ? { ForceStop: true } : {}),
              }),
            )
            .join('\n')}
        />
      ) : null}
    </ConfirmDialog>
  );
}
