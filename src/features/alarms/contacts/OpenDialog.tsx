import { useState } from 'react';
import type { Contact, ContactGroup } from '@/api/cms/contacts';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { Dialog } from '@/ui/Dialog';
import { ContactDialog } from './ContactDialog';
import { GroupDialog } from './GroupDialog';
import type { useContactAddress } from './use-contact-address';

export interface OpenDialogProps {
  region: string;
  open: NonNullable<ReturnType<typeof useContactAddress>['dialog']>;
  contacts: readonly Contact[];
  groups: readonly ContactGroup[];
  onClose(): void;
}

/** The dialog that the address asks for; mount it anew for another. */
export function OpenDialog({ region, open, contacts, groups, onClose }: OpenDialogProps) {
  const shared = { region, onClose };
  const name = 'name' in open ? open.name : null;
  const found = {
    contact: open.kind === 'contact' ? contacts.find(({ Name }) => Name === name) : undefined,
    group: open.kind === 'group' ? groups.find(({ Name }) => Name === name) : undefined,
  };
  // What is in the form stays there, whatever becomes of the contact meanwhile.
  const [first] = useState(found);
  const contact = first.contact ?? found.contact;
  const group = first.group ?? found.group;
  if (open.kind === 'newContact') return <ContactDialog {...shared} contact={null} />;
  if (open.kind === 'newGroup') return <GroupDialog {...shared} group={null} contacts={contacts} />;
  if (contact) return <ContactDialog {...shared} contact={contact} />;
  if (group) return <GroupDialog {...shared} group={group} contacts={contacts} />;
  return <Gone {...open} onClose={onClose} />;
}

/** An old link: nobody has the name any more. */
function Gone({ kind, name, onClose }: { kind: 'contact' | 'group'; name: string; onClose(): void }) {
  const { t } = useTranslation('alarms');
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(`contacts.gone.${kind}`, { name })}
      footer={<Button onClick={onClose}>{t('contacts.gone.close')}</Button>}
    >
      <p>{t('contacts.gone.body')}</p>
    </Dialog>
  );
}
