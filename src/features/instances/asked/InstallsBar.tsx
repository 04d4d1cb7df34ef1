import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { INSTALL_STEPS, isInstallOver } from '@/domain/agent-install';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import { Note } from '@/ui/Note';
import { forgetInstalls } from './asked-store';
import { InstallsDialog } from './InstallsDialog';
import { useInstallProgress } from './use-install-progress';

/** Above the list: how the installs of agents asked for from this browser go. Nothing without any. */
export function InstallsBar({ region }: { region: string }) {
  const { t } = useTranslation('instances');
  const format = useFormat();
  const { installs } = useInstallProgress(region);
  const [open, setOpen] = useState(false);
  const known = installs.filter(({ step }) => step !== null);
  if (known.length === 0) return null;
  const count = (step: (typeof INSTALL_STEPS)[number]) => known.filter((item) => item.step === step).length;
  const parts = INSTALL_STEPS.filter((step) => count(step) > 0).map((step) =>
    t(`install.tally.${step}`, { count: count(step), number: format.number(count(step)) }),
  );
  const allOver = known.every(({ step }) => step !== null && isInstallOver(step));
  const allWell = count('online') === known.length;
  return (
    <Note
      tone={allWell ? 'ok' : count('silent') > 0 ? 'warn' : 'info'}
      role="status"
      className="mb-2.5 flex-none"
      title={t('install.bar', { count: known.length, number: format.number(known.length) })}
      action={
        <>
          <Button size="sm" onClick={() => setOpen(true)}>
            {t('install.show')}
          </Button>
          {allOver ? (
            <Button
              size="sm"
              variant="quiet"
              onClick={() =>
                forgetInstalls(
                  region,
                  known.map((item) => item.instanceId),
                )
              }
            >
              {t('install.dismiss')}
            </Button>
          ) : null}
        </>
      }
    >
      {format.list(parts)}
      {open ? <InstallsDialog region={region} installs={known} onClose={() => setOpen(false)} /> : null}
    </Note>
  );
}
