import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import type { LeaveGuard } from './leave-guard';

export interface LeaveDialogProps {
  guard: LeaveGuard;
  /** Gives the choices up, right before leaving. */
  onDiscard(): void;
}

/** The question of a {@link LeaveGuard}; staying is where the focus is. */
export function LeaveDialog({ guard, onDiscard }: LeaveDialogProps) {
  const { t } = useTranslation('run');
  const stay = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open={guard.asking}
      onOpenChange={(open) => {
        if (!open) guard.stay();
      }}
      title={t('leave.title')}
      initialFocus={stay}
      footer={
        <>
          <Button ref={stay} variant="quiet" onClick={guard.stay}>
            {t('leave.stay')}
          </Button>
          <Button
            onClick={() => {
              onDiscard();
              guard.leave();
            }}
          >
            {t('leave.discard')}
          </Button>
          <Button variant="primary" onClick={guard.leave}>
            {t('leave.keep')}
          </Button>
        </>
      }
    >
      <p>{t('leave.body')}</p>
    </Dialog>
  );
}
