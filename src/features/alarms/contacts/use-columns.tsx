import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import type { Contact, ContactGroup } from '@/api/cms/contacts';
import { CONTACT_CHANNELS } from '@/domain/contact';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import type { Column } from '@/ui/DataTable';
import { Status } from '@/ui/Status';
import { Time } from '@/ui/Time';
import { ChannelCell } from './ChannelCell';
import { useContactWords } from './use-contact-words';

const WIDTH = { SMS: 146, Mail: 'grow', DingWebHook: 158, AliIM: 110 } as const;

/** Opens over the list as it is filtered. */
type AddressOf = (name: string) => string;

export function useContactColumns(addressOf: AddressOf): readonly Column<Contact>[] {
  const { t } = useTranslation('alarms');
  const words = useContactWords();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('contacts.column.name'),
        width: 'grow',
        cell: ({ Name, Desc }) => <NameCell to={addressOf(Name)} name={Name} note={Desc} />,
      },
      ...CONTACT_CHANNELS.map((channel): Column<Contact> => ({
        id: channel,
        header: words.channel(channel),
        width: WIDTH[channel],
        ...(channel === 'AliIM' ? { hideBelow: 1240 } : null),
        cell: (contact) => <ChannelCell contact={contact} channel={channel} />,
      })),
      {
        id: 'groups',
        header: t('contacts.column.groups'),
        width: 150,
        cell: ({ ContactGroups }) => <Names names={ContactGroups} none={t('contacts.noGroup')} />,
      },
      {
        id: 'updated',
        header: t('contacts.column.updated'),
        width: 108,
        align: 'end',
        hideBelow: 1400,
        cell: ({ UpdateTime }) => <Time at={UpdateTime} className="text-text-muted" />,
      },
    ],
    [addressOf, t, words],
  );
}

export function useGroupColumns(addressOf: AddressOf): readonly Column<ContactGroup>[] {
  const { t } = useTranslation('alarms');
  const format = useFormat();
  return useMemo(
    () => [
      {
        id: 'name',
        header: t('contacts.column.group'),
        width: 280,
        cell: ({ Name, Describe }) => <NameCell to={addressOf(Name)} name={Name} note={Describe} />,
      },
      {
        id: 'count',
        header: t('contacts.column.count'),
        width: 90,
        align: 'end',
        cell: ({ Contacts }) => format.number(Contacts.length),
      },
      {
        id: 'members',
        header: t('contacts.column.members'),
        cell: ({ Contacts }) => <Names names={Contacts} none={t('contacts.nobody')} />,
      },
      {
        id: 'updated',
        header: t('contacts.column.updated'),
        width: 120,
        align: 'end',
        cell: ({ UpdateTime }) => <Time at={UpdateTime} className="text-text-muted" />,
      },
    ],
    [addressOf, format, t],
  );
}

/** Names in one line; without any, what that means. */
function Names({ names, none }: { names: readonly string[]; none: string }) {
  const format = useFormat();
  if (names.length === 0) {
    return (
      <Status tone="warn" icon="warning">
        {none}
      </Status>
    );
  }
  const list = format.list(names);
  return (
    <span className="block truncate" title={list}>
      {list}
    </span>
  );
}

function NameCell({ to, name, note }: { to: string; name: string; note: string }) {
  return (
    <span className="flex min-w-0 flex-col">
      <Link to={to} className="truncate font-semibold text-text! hover:text-accent!" title={name}>
        {name}
      </Link>
      {note ? (
        <span className="truncate text-xs text-text-muted" title={note}>
          {note}
        </span>
      ) : null}
    </span>
  );
}
