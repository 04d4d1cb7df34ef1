import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import type { LeaveGuard } from './leave-guard';

export interface LeaveDialogProps {
  guard: LeaveGuard;
  /** What to do before leaving without the work. */
  onDiscard?(): void;
  /** Whether the work is kept as a draft when left. */
  keepsDraft: boolean;
}

/** The question of a {@link LeaveGuard}; staying is where the focus is. */
export function LeaveDialog({ guard, onDiscard, keepsDraft }: LeaveDialogProps) {
  const { t } = useTranslation('commands');
  const stay = useRef<HTMLButtonElement>(null);
  const discard = () => {
    onDiscard?.();
    guard.leave();
  };
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
          <Button variant={keepsDraft ? 'secondary' : 'danger'} onClick={discard}>
            {keepsDraft ? t('leave.discard') : t('leave.discardChanges')}
          </Button>
          {keepsDraft ? (
            <Button variant="primary" onClick={guard.leave}>
              {t('leave.keep')}
            </Button>
          ) : null}
        </>
      }
    >
      <p>{keepsDraft ? t('leave.draft') : t('leave.edit')}</p>
    </Dialog>
  );
}
