import type { LucideIcon } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { LeaveDialog } from '@/ui/LeaveDialog';
import type { useLeaveGuard } from '@/ui/leave-guard';
import { Sheet, type SheetProps } from '@/ui/Sheet';
import { UnkeptNote } from '../split/UnkeptNote';
import { useCheckWords } from '../check-words';
import type { Check } from '../preflight';
import { SendNote } from '../SendNote';
import { UnfitNote } from '../UnfitNote';
import { useCtrlEnter } from '../use-ctrl-enter';
import type { RunDraftState } from '../use-run-draft';
import type { Dispatch } from './use-dispatch';
import { useLeftOut } from './use-left-out';

export interface RunFrameProps extends Pick<SheetProps, 'title' | 'rest' | 'headerActions' | 'initialFocus'> {
  draft: RunDraftState;
  checks: readonly Check[];
  dispatch: Dispatch;
  /** The same as a call, at the left of the buttons. */
  cli: ReactNode;
  sendLabel: string;
  sendIcon: LucideIcon;
  /** Something lies over the sheet: it does not send. */
  covered?: boolean;
  /** Where a run without an answer would show. */
  records: string;
  guard: ReturnType<typeof useLeaveGuard>;
  onClose(): void;
  /** What is lost by leaving, and how to lose it. */
  leave: { body: string; onDiscard(): void };
  children: ReactNode;
}

/** The sheet around a run that is being prepared: its buttons, what became of the last attempt, and the way out. */
export function RunFrame({
  draft,
  checks,
  dispatch: { state, busy, failure, send },
  cli,
  sendLabel,
  sendIcon,
  covered = false,
  records,
  guard,
  onClose,
  leave,
  children,
  ...head
}: RunFrameProps) {
  const { t } = useTranslation('run');
  const words = useCheckWords();
  const button = useRef<HTMLButtonElement>(null);
  const { unfit, nameOf, leaveOut } = useLeftOut(draft, checks);
  const blocker = checks.find((check) => check.blocks);
  const close = () => guard.guard(onClose);
  useCtrlEnter(() => {
    if (blocker || guard.asking || covered) button.current?.focus();
    else send();
  });
  return (
    <>
      <Sheet
        open
        onOpenChange={close}
        {...head}
        footer={
          <>
            {cli}
            <Button variant="quiet" onClick={close}>
              {t('cancel')}
            </Button>
            <Button
              ref={button}
              variant="primary"
              writes
              icon={sendIcon}
              className="px-4"
              aria-keyshortcuts="Control+Enter Meta+Enter"
              busy={busy && (state.phase === 'checking' ? t('send.checking') : t('send.sending'))}
              disabledReason={blocker && words(blocker).title}
              onClick={send}
            >
              {sendLabel}
            </Button>
          </>
        }
      >
        {children}
        {failure ? <SendNote failure={failure} records={records} /> : null}
        {state.phase === 'unkept' ? <UnkeptNote /> : null}
        {state.phase === 'unfit' && unfit ? (
          <UnfitNote check={unfit} nameOf={nameOf} onLeaveOut={leaveOut} />
        ) : null}
      </Sheet>
      <LeaveDialog
        guard={guard}
        title={t('leave.title')}
        stayLabel={t('leave.stay')}
        discardLabel={t('leave.discard')}
        keepLabel={t('leave.keep')}
        onDiscard={leave.onDiscard}
      >
        {leave.body}
      </LeaveDialog>
    </>
  );
}
