import { useId, useRef } from 'react';
import { toCli } from '@/api/cli';
import type { Contact, ContactGroup } from '@/api/cms/contacts';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { Checkbox } from '@/ui/Checkbox';
import { CliLine } from '@/ui/CliLine';
import { Dialog } from '@/ui/Dialog';
import { LeaveDialog } from '@/ui/LeaveDialog';
import { RestoredNote } from '@/ui/RestoredNote';
import { useLeaveGuard } from '@/ui/leave-guard';
import { Note } from '@/ui/Note';
import { TextField } from '@/ui/TextField';
import { toast } from '@/ui/toasts';
import { focusFirstWrong } from '../focus-first-wrong';
import { RefusedNote } from '../RefusedNote';
import { MemberList } from './MemberList';
import { contactPaths } from '../paths';
import { useContactWords } from './use-contact-words';
import { useGroupForm } from './use-group-form';

export interface GroupDialogProps {
  region: string;
  /** null: a new one. */
  group: ContactGroup | null;
  contacts: readonly Contact[];
  onClose(): void;
}

/** Makes a contact group, or changes one; what is sent is its whole membership (contract 9.4, PutContactGroup). */
export function GroupDialog({ region, group, contacts, onClose }: GroupDialogProps) {
  const { t } = useTranslation('alarms');
  const words = useContactWords();
  const formId = useId();
  const fields = useRef<HTMLFormElement>(null);
  const nameField = useRef<HTMLInputElement>(null);
  const form = useGroupForm(region, group, contacts);
  const guard = useLeaveGuard(form.unsaved);
  const isNew = group === null;
  const { draft } = form;
  const { ContactGroupName: name } = form.request;
  const nameProblem = form.problemOf('name');

  const save = async () => {
    if (!(await form.save())) return focusFirstWrong(fields.current);
    guard.release();
    toast({
      tone: 'ok',
      title: t('contacts.group.saved', { name, count: draft.members.length }),
      link: { to: contactPaths(region).group(name), label: t('contacts.group.savedLink', { name }) },
    });
    onClose();
  };

  return (
    <>
      <Dialog
        open
        onOpenChange={() => guard.guard(onClose)}
        title={isNew ? t('contacts.group.newTitle') : t('contacts.group.editTitle', { name: group.Name })}
        width={620}
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
              {t(isNew ? 'contacts.group.create' : 'contacts.form.save')}
            </Button>
          </>
        }
      >
        {form.error ? (
          <RefusedNote
            title={t('contacts.group.refused')}
            unanswered={t('contacts.group.unanswered')}
            error={form.error}
          />
        ) : null}
        {form.turn === 'changed' || form.turn === 'gone' ? (
          <Note tone="warn" role="alert" title={t(`contacts.group.${form.turn}Title`)}>
            {t(`contacts.group.${form.turn}`)}
          </Note>
        ) : null}
        {form.restored ? (
          <RestoredNote discardLabel={t('contacts.form.discard')} onDiscard={form.discard}>
            {t('contacts.group.restored')}
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
          <div className="grid grid-cols-2 gap-4">
            <TextField
              ref={(field) => {
                nameField.current = field instanceof HTMLInputElement ? field : null;
              }}
              label={t('contacts.form.name')}
              value={draft.name}
              fixedReason={isNew ? undefined : t('contacts.form.nameFixed')}
              error={
                form.turn === 'taken'
                  ? t('contacts.problem.name.groupTaken')
                  : nameProblem && words.problem(nameProblem)
              }
              onChange={(event) => form.change({ name: event.target.value })}
              onBlur={() => form.tell('name')}
            />
            <TextField
              label={t('contacts.form.description')}
              hint={t('contacts.form.optional')}
              value={draft.description}
              error={form.problemOf('description') ? t('contacts.problem.description') : undefined}
              onChange={(event) => form.change({ description: event.target.value })}
              onBlur={() => form.tell('description')}
            />
          </div>
          <MemberList
            contacts={contacts}
            members={draft.members}
            onChange={(members) => form.change({ members })}
          />
          <Checkbox
            label={t('contacts.group.subscribed')}
            checked={draft.subscribed}
            onCheckedChange={(subscribed) => form.change({ subscribed })}
          />
        </form>
        <CliLine line={toCli('cms', 'PutContactGroup', { ...form.request })} />
      </Dialog>
      <LeaveDialog
        guard={guard}
        title={t('contacts.leave.title')}
        stayLabel={t('contacts.leave.stay')}
        discardLabel={t('contacts.leave.discard')}
        keepLabel={t('contacts.leave.keep')}
        onDiscard={form.forget}
      >
        {t('contacts.leave.group')}
      </LeaveDialog>
    </>
  );
}
