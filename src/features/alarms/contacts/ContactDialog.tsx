import { useId, useRef, useState } from 'react';
import { toCli } from '@/api/cli';
import type { Contact } from '@/api/cms/contacts';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { CliLine } from '@/ui/CliLine';
import { Dialog } from '@/ui/Dialog';
import { LeaveDialog } from '@/ui/LeaveDialog';
import { RestoredNote } from '@/ui/RestoredNote';
import { useLeaveGuard } from '@/ui/leave-guard';
import { Note } from '@/ui/Note';
import { toast } from '@/ui/toasts';
import { focusFirstWrong } from '../focus-first-wrong';
import { RefusedNote } from '../RefusedNote';
import { ContactFields } from './ContactFields';
import { contactPaths } from '../paths';
import { useContactForm } from './use-contact-form';

export interface ContactDialogProps {
  region: string;
  /** null: a new one. */
  contact: Contact | null;
  onClose(): void;
}

/** Makes a contact, or changes one (contract 9.4, PutContact). */
export function ContactDialog({ region, contact, onClose }: ContactDialogProps) {
  const { t } = useTranslation('alarms');
  const formId = useId();
  const fields = useRef<HTMLFormElement>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState(false);
  const form = useContactForm(region, contact);
  const guard = useLeaveGuard(form.unsaved);
  const isNew = contact === null;
  const { ContactName: name } = form.request;
  const whole = toCli('cms', 'PutContact', { ...form.request }, { showsTokens: true });
  const line = shown ? whole : toCli('cms', 'PutContact', { ...form.request });

  const save = async () => {
    if (!(await form.save())) return focusFirstWrong(fields.current);
    guard.release();
    toast({
      tone: 'ok',
      title: t('contacts.form.saved', { name }),
      body: t('contacts.form.savedBody'),
      link: { to: contactPaths(region).contact(name), label: t('contacts.form.savedLink', { name }) },
    });
    onClose();
  };

  return (
    <>
      <Dialog
        open
        onOpenChange={() => guard.guard(onClose)}
        title={isNew ? t('contacts.form.newTitle') : t('contacts.form.editTitle', { name: contact.Name })}
        width={680}
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
              {t(isNew ? 'contacts.form.create' : 'contacts.form.save')}
            </Button>
          </>
        }
      >
        {form.error ? (
          <RefusedNote
            title={t('contacts.form.refused')}
            unanswered={t('contacts.form.unanswered')}
            error={form.error}
          />
        ) : null}
        {form.turn === 'changed' || form.turn === 'gone' ? (
          <Note tone="warn" role="alert" title={t(`contacts.form.${form.turn}Title`)}>
            {t(`contacts.form.${form.turn}`)}
          </Note>
        ) : null}
        {form.restored ? (
          <RestoredNote discardLabel={t('contacts.form.discard')} onDiscard={form.discard}>
            {t('contacts.form.restored')}
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
          <ContactFields form={form} isNew={isNew} nameRef={nameField} shown={shown} onShown={setShown} />
        </form>
        <CliLine line={line} />
        {line !== whole ? (
          <p className="-mt-1 text-xs text-text-muted">{t('contacts.form.cliHidden')}</p>
        ) : null}
      </Dialog>
      <LeaveDialog
        guard={guard}
        title={t('contacts.leave.title')}
        stayLabel={t('contacts.leave.stay')}
        discardLabel={t('contacts.leave.discard')}
        keepLabel={t('contacts.leave.keep')}
        onDiscard={form.forget}
      >
        {t('contacts.leave.body')}
      </LeaveDialog>
    </>
  );
}
