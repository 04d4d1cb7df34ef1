import { type ReactNode, type RefObject, useId, useRef } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { LeaveDialog } from '@/ui/LeaveDialog';
import { useLeaveGuard } from '@/ui/leave-guard';
import { Note } from '@/ui/Note';
import { RestoredNote } from '@/ui/RestoredNote';
import { toast, type ToastMessage } from '@/ui/toasts';
import { focusFirstWrong } from '../focus-first-wrong';
import { RefusedNote } from '../RefusedNote';
import type { PutForm } from '../use-put-form';

export interface PutDialogProps {
  /** Whose words: those of a contact or of a group. */
  kind: 'form' | 'group';
  /** What is changed, by name; null: a new one is made. */
  name: string | null;
  form: Pick<
    PutForm<never, never>,
    'unsaved' | 'restored' | 'turn' | 'busy' | 'error' | 'save' | 'discard' | 'forget'
  >;
  width: number;
  /** The first field of a new one. */
  nameField: RefObject<HTMLInputElement | null>;
  /** Told once it is saved. */
  saved(): ToastMessage;
  /** The call as it stands. */
  cli: ReactNode;
  onClose(): void;
  /** The fields. */
  children: ReactNode;
}

/** The dialog of a form that is put as a whole: what became of it above the fields, and the question before work is left. */
export function PutDialog({
  kind,
  name,
  form,
  width,
  nameField,
  saved,
  cli,
  onClose,
  children,
}: PutDialogProps) {
  const { t } = useTranslation('alarms');
  const formId = useId();
  const fields = useRef<HTMLFormElement>(null);
  const guard = useLeaveGuard(form.unsaved);
  const isNew = name === null;

  const save = async () => {
    if (!(await form.save())) return focusFirstWrong(fields.current);
    guard.release();
    toast(saved());
    onClose();
  };

  return (
    <>
      <Dialog
        open
        onOpenChange={() => guard.guard(onClose)}
        title={isNew ? t(`contacts.${kind}.newTitle`) : t(`contacts.${kind}.editTitle`, { name })}
        width={width}
        {...(isNew ? { initialFocus: nameField } : null)}
        footer={
          <>
            <Button variant="quiet" onClick={() => guard.guard(onClose)}>
              {t('contacts.form.cancel')}
            </Button>
            <Button
              type="submit"
              form={formId}
              variant="primary"
              writes
              busy={form.busy && t('contacts.form.saving')}
              disabledReason={
                form.unsaved ? undefined : t(isNew ? 'contacts.form.blank' : 'contacts.form.unchanged')
              }
            >
              {t(isNew ? `contacts.${kind}.create` : 'contacts.form.save')}
            </Button>
          </>
        }
      >
        {form.error ? (
          <RefusedNote
            title={t(`contacts.${kind}.refused`)}
            unanswered={t(`contacts.${kind}.unanswered`)}
            error={form.error}
          />
        ) : null}
        {form.turn === 'changed' || form.turn === 'gone' ? (
          <Note tone="warn" role="alert" title={t(`contacts.${kind}.${form.turn}Title`)}>
            {t(`contacts.${kind}.${form.turn}`)}
          </Note>
        ) : null}
        {form.restored ? (
          <RestoredNote discardLabel={t('contacts.form.discard')} onDiscard={form.discard}>
            {t(`contacts.${kind}.restored`)}
          </RestoredNote>
        ) : null}
        <form
          ref={fields}
          id={formId}
          noValidate
          className="flex flex-col gap-4 pb-1"
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          {children}
        </form>
        {cli}
      </Dialog>
      <LeaveDialog
        guard={guard}
        title={t('contacts.leave.title')}
        stayLabel={t('contacts.leave.stay')}
        discardLabel={t('contacts.leave.discard')}
        keepLabel={t('contacts.leave.keep')}
        onDiscard={form.forget}
      >
        {t(kind === 'group' ? 'contacts.leave.group' : 'contacts.leave.body')}
      </LeaveDialog>
    </>
  );
}
