import { useRef, useState } from 'react';
import { toCli } from '@/api/cli';
import type { Contact } from '@/api/cms/contacts';
import { useTranslation } from '@/i18n/use-translation';
import { CliLine } from '@/ui/CliLine';
import { contactPaths } from '../paths';
import { ContactFields } from './ContactFields';
import { PutDialog } from './PutDialog';
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
  const nameField = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState(false);
  const form = useContactForm(region, contact);
  const { ContactName: name } = form.request;
  const whole = toCli('cms', 'PutContact', { ...form.request }, { showsTokens: true });
  const line = shown ? whole : toCli('cms', 'PutContact', { ...form.request });

  return (
    <PutDialog
      kind="form"
      name={contact?.Name ?? null}
      form={form}
      width={680}
      nameField={nameField}
      saved={() => ({
        tone: 'ok',
        title: t('contacts.form.saved', { name }),
        body: t('contacts.form.savedBody'),
        link: { to: contactPaths(region).contact(name), label: t('contacts.form.savedLink', { name }) },
      })}
      cli={
        <>
          <CliLine line={line} />
          {line !== whole ? (
            <p className="-mt-1 text-xs text-text-muted">{t('contacts.form.cliHidden')}</p>
          ) : null}
        </>
      }
      onClose={onClose}
    >
      <ContactFields
        form={form}
        isNew={contact === null}
        nameRef={nameField}
        shown={shown}
        onShown={setShown}
      />
    </PutDialog>
  );
}
