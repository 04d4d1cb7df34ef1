import { useState } from 'react';
import type { Contact } from '@/api/cms/contacts';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { Checkbox } from '@/ui/Checkbox';
import { SearchField } from '@/ui/SearchField';
import { findContacts } from './contact-filters';
import { useContactWords } from './use-contact-words';

export interface MemberListProps {
  contacts: readonly Contact[];
  members: readonly string[];
  onChange(members: readonly string[]): void;
}

/** Beyond so many contacts one looks for them. */
const MANY = 8;

/** Who is in the group: a box for every contact, and for members that the list does not know. */
export function MemberList({ contacts, members, onChange }: MemberListProps) {
  const { t } = useTranslation('alarms');
  const format = useFormat();
  const words = useContactWords();
  const [search, setSearch] = useState('');
  const unknown = members.filter((name) => !contacts.some((contact) => contact.Name === name));
  const found = findContacts(contacts, { search, channel: null });
  const toggle = (name: string, on: boolean) =>
    onChange(on ? [...members, name] : members.filter((member) => member !== name));
  return (
    <fieldset className="flex min-h-0 flex-col gap-2">
      <legend className="pb-1">
        <span className="font-semibold">{t('contacts.group.members')}</span>{' '}
        <span className="text-text-muted">
          {members.length === 0
            ? t('contacts.group.nobody')
            : t('contacts.group.chosen', { count: members.length })}
        </span>
      </legend>
      {contacts.length > MANY ? (
        <SearchField label={t('contacts.group.search')} value={search} onValueChange={setSearch} />
      ) : null}
      <ul className="flex max-h-60 flex-col overflow-auto rounded-md bg-panel px-3 py-2">
        {unknown.map((name) => (
          <li key={name} className="flex min-h-8 items-center">
            <Checkbox label={name} checked onCheckedChange={(on) => toggle(name, on)} />
          </li>
        ))}
        {found.map(({ Name, Desc, Channels }) => (
          <li key={Name} className="flex min-h-8 items-center gap-3">
            <Checkbox
              label={Name}
              checked={members.includes(Name)}
              onCheckedChange={(on) => toggle(Name, on)}
            />
            <span className="min-w-0 flex-1 truncate text-text-muted" title={Desc}>
              {Desc === Name ? null : Desc}
            </span>
            <span className="flex-none text-xs text-text-muted">
              {format.list(words.channels.flatMap(({ value, label }) => (Channels[value] ? [label] : [])))}
            </span>
          </li>
        ))}
        {contacts.length === 0 ? <li className="text-text-muted">{t('contacts.group.noContacts')}</li> : null}
        {contacts.length > 0 && found.length === 0 ? (
          <li className="text-text-muted">{t('contacts.group.noneFound', { text: search })}</li>
        ) : null}
      </ul>
    </fieldset>
  );
}
