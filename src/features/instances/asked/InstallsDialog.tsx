import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import type { Instance } from '@/api/ecs/instances';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { Status } from '@/ui/Status';
import { instancePaths } from '../paths';
import { forgetInstalls } from './asked-store';
import { INSTALL_LOOKS } from './install-looks';
import { RestartDialog } from './RestartDialog';
import type { Install } from './use-install-progress';

export interface InstallsDialogProps {
  region: string;
  installs: readonly Install[];
  onClose(): void;
}

/** Every install of an agent that is followed, with the restart of those that wait for it. */
export function InstallsDialog({ region, installs, onClose }: InstallsDialogProps) {
  const { t } = useTranslation('instances');
  const format = useFormat();
  const [restarting, setRestarting] = useState<readonly Instance[] | null>(null);
  const waiting = installs.flatMap(({ step, instance }) =>
    step === 'waiting' && instance ? [instance] : [],
  );
  if (restarting) {
    return <RestartDialog region={region} instances={restarting} onClose={() => setRestarting(null)} />;
  }
  return (
    <Dialog
      open
      width={560}
      onOpenChange={onClose}
      title={t('install.dialog', { count: installs.length, number: format.number(installs.length) })}
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            {t('restart.close')}
          </Button>
          {waiting.length > 0 ? (
            <Button variant="primary" writes onClick={() => setRestarting(waiting)}>
              {t('install.restartWaiting', { count: waiting.length, number: format.number(waiting.length) })}
            </Button>
          ) : null}
        </>
      }
    >
      <p className="text-text-muted">{t('install.followed')}</p>
      <ul
        aria-label={t('install.ask.list')}
        className="flex max-h-80 flex-none flex-col overflow-auto rounded-md bg-panel px-3 py-1"
      >
        {installs.map(({ instanceId, name, step, version }) => (
          <li key={instanceId} className="flex h-[34px] items-center gap-3">
            <span className="min-w-0 flex-1 truncate">
              <Link to={instancePaths(region).instance(instanceId)} title={instanceId}>
                {name}
              </Link>
            </span>
            {step === null ? null : (
              <Status {...INSTALL_LOOKS[step]}>
                {t(`install.step.${step}`)}
                {version ? <span className="code text-text-muted">{version}</span> : null}
              </Status>
            )}
            <Button size="sm" variant="quiet" onClick={() => forgetInstalls(region, [instanceId])}>
              {t('install.dismiss')}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
