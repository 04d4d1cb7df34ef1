import type { ReactNode } from 'react';
import { useRef } from 'react';
import { Button } from './Button';
import { Dialog } from './Dialog';

export interface ConfirmDialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  /** The question, with how many: "Delete 2 commands?" */
  title: ReactNode;
  /** What it touches and what cannot be undone. */
  children: ReactNode;
  /** The act in its own words: "Delete 2 commands". */
  confirmLabel: string;
  /** The way back: "Keep". */
  cancelLabel: string;
  onConfirm(): void;
  busy?: boolean | string | undefined;
  danger?: boolean | undefined;
  disabledReason?: string | undefined;
  /** Whether the act changes the account. Default: yes. */
  writes?: boolean | undefined;
  width?: number | undefined;
}

/** Opens with the focus on the way back. While busy it stays, so that a refusal has a place to be told. */
export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  children,
  confirmLabel,
  cancelLabel,
  onConfirm,
  busy = false,
  danger = true,
  disabledReason,
  writes = true,
  width,
}: ConfirmDialogProps) {
  const keep = useRef<HTMLButtonElement>(null);
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      initialFocus={keep}
      width={width}
      footer={
        <>
          <Button ref={keep} variant="quiet" onClick={() => onOpenChange(false)}>
            {cancelLabel}
          </Button>
          <Button
            variant={danger ? 'danger' : 'primary'}
            busy={busy}
            disabledReason={disabledReason}
            writes={writes}
            onClick={onConfirm}
          >
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
