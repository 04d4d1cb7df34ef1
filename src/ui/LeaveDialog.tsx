import type { ReactNode } from 'react';
import { useRef } from 'react';
import { Button } from './Button';
import { Dialog } from './Dialog';
import type { LeaveGuard } from './leave-guard';

export interface LeaveDialogProps {
  guard: LeaveGuard;
  title: string;
  /** What becomes of the work. */
  children: ReactNode;
  stayLabel: string;
  discardLabel: string;
  /** Leaves and keeps the work as a draft; absent when it cannot be kept. */
  keepLabel?: string | undefined;
  /** What to do right before leaving without the work. */
  onDiscard?: (() => void) | undefined;
}

/** The question of a {@link LeaveGuard}; staying is where the focus is. */
export function LeaveDialog({
  guard,
  title,
  children,
  stayLabel,
  discardLabel,
  keepLabel,
  onDiscard,
}: LeaveDialogProps) {
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
      title={title}
      initialFocus={stay}
      footer={
        <>
          <Button ref={stay} variant="quiet" onClick={guard.stay}>
            {stayLabel}
          </Button>
          <Button variant={keepLabel ? 'secondary' : 'danger'} onClick={discard}>
            {discardLabel}
          </Button>
          {keepLabel ? (
            <Button variant="primary" onClick={guard.leave}>
              {keepLabel}
            </Button>
          ) : null}
        </>
      }
    >
      <p>{children}</p>
    </Dialog>
  );
}
