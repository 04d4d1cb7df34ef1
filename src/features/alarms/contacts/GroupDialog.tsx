import { useRef } from 'react';
import { toCli } from '@/api/cli';
import type { Contact, ContactGroup } from '@/api/cms/contacts';
import { useTranslation } from '@/i18n/use-translation';
import { Checkbox } from '@/ui/Checkbox';
import { CliLine } from '@/ui/CliLine';
import { TextField } from '@/ui/TextField';
import { contactPaths } from '../paths';
import { MemberList } from './MemberList';
import { PutDialog } from './PutDialog';
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
  const nameField = useRef<HTMLInputElement>(null);
  const form = useGroupForm(region, group, contacts);
  const { draft } = form;
  const { ContactGroupName: name } = form.request;
  const nameProblem = form.problemOf('name');

  return (
    <PutDialog
      kind="group"
      name={group?.Name ?? null}
      form={form}
      width={620}
      nameField={nameField}
      saved={() => ({
        tone: 'ok',
        title: t('contacts.group.saved', { name, count: draft.members.length }),
        link: { to: contactPaths(region).group(name), label: t('contacts.group.savedLink', { name }) },
      })}
      cli={<CliLine line={toCli('cms', 'PutContactGroup', { ...form.request })} />}
      onClose={onClose}
    >
      <div className="grid grid-cols-2 gap-4">
        <TextField
          ref={(field) => {
            nameField.current = field instanceof HTMLInputElement ? field : null;
          }}
          label={t('contacts.form.name')}
          value={draft.name}
          fixedReason={group === null ? undefined : t('contacts.form.nameFixed')}
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
    </PutDialog>
  );
}
