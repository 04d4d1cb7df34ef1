import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { Note } from '@/ui/Note';
import type { StatusIconName } from '@/ui/status-icons';
import { Status } from '@/ui/Status';
import { Time } from '@/ui/Time';
import type { Tone } from '@/ui/tones';
import { forgetInstalls } from './asked-store';
import { INSTALL_LOOKS } from './install-looks';
import { RestartDialog } from './RestartDialog';
import type { Install } from './use-install-progress';

interface Step {
  id: 'asked' | 'restart' | 'heartbeat';
  tone: Tone;
  icon: StatusIconName;
  text: string;
}

/** How an install of the agent on one instance goes: asked, restarted, heard from. */
export function InstallSteps({ region, install }: { region: string; install: Install }) {
  const { t } = useTranslation('instances');
  const [restarting, setRestarting] = useState(false);
  const { step, instanceId, instance } = install;
  if (step === null || step === 'gone') return null;
  if (step === 'online') {
    return (
      <Note
        tone="ok"
        role="status"
        title={t('install.step.online')}
        action={
          <Button size="sm" variant="quiet" onClick={() => forgetInstalls(region, [instanceId])}>
            {t('install.dismiss')}
          </Button>
        }
      >
        {install.version ? <span className="code">{install.version}</span> : null}
      </Note>
    );
  }
  const restarted = step === 'heartbeat' || step === 'silent';
  const steps: Step[] = [
    { id: 'asked', tone: 'ok', icon: 'success', text: t('install.step.asked') },
    {
      id: 'restart',
      ...(restarted ? { tone: 'ok', icon: 'success' } : INSTALL_LOOKS[step]),
      text: restarted ? t('install.step.restarted') : t(`install.step.${step}`),
    },
    {
      id: 'heartbeat',
      ...(restarted ? INSTALL_LOOKS[step] : { tone: 'neutral', icon: 'pending' }),
      text: restarted ? t(`install.step.${step}`) : t('install.step.then'),
    },
  ];
  return (
    <section aria-label={t('install.progress')} className="flex flex-col gap-2">
      <h3>{t('install.progress')}</h3>
      <ol className="m-0 flex list-none flex-col gap-1.5 p-0" aria-live="polite">
        {steps.map(({ id, tone, icon, text }) => (
          <li key={id} className="flex items-baseline justify-between gap-3">
            <Status tone={tone} icon={icon} className="whitespace-normal!">
              {text}
            </Status>
            {id === 'asked' ? <Time at={install.installAskedAt} className="text-text-muted" /> : null}
          </li>
        ))}
      </ol>
      <div className="flex flex-wrap gap-2">
        {step === 'waiting' && instance ? (
          <Button
            size="sm"
            variant="primary"
            writes
            disabledReason={instance.Status === 'Running' ? undefined : t('restart.problem.stopped')}
            onClick={() => setRestarting(true)}
          >
            {t('restart.now')}
          </Button>
        ) : null}
        {step === 'waiting' || step === 'silent' ? (
          <Button size="sm" variant="quiet" onClick={() => forgetInstalls(region, [instanceId])}>
            {t('install.dismiss')}
          </Button>
        ) : null}
      </div>
      {restarting && instance ? (
        <RestartDialog region={region} instances={[instance]} onClose={() => setRestarting(false)} />
      ) : null}
    </section>
  );
}
