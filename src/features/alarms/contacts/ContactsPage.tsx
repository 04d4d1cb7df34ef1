import { lazy, Suspense, useCallback, useState } from 'react';
import type { Contact, ContactGroup } from '@/api/cms/contacts';
import { useRegion } from '@/api/region';
import { useTranslation } from '@/i18n/use-translation';
import { Freshness } from '@/ui/Freshness';
import { AlarmsHead } from '../AlarmsHead';
import { findContacts, findGroups } from './contact-filters';
import { ContactBar } from './ContactBar';
import { ContactList } from './ContactList';
import type { Doomed } from './DeleteDialog';
import { isWaiting, useContactGroups, useContacts } from './queries';
import { useContactColumns, useGroupColumns } from './use-columns';
import { useContactAddress } from './use-contact-address';

const OpenDialog = lazy(() => import('./OpenDialog').then((module) => ({ default: module.OpenDialog })));
const DeleteDialog = lazy(() =>
  import('./DeleteDialog').then((module) => ({ default: module.DeleteDialog })),
);

const NO_CONTACTS: readonly Contact[] = [];
const NO_GROUPS: readonly ContactGroup[] = [];

/** Who is told of alarms: contacts, and the groups by which rules name them (I1, manual 2.4). */
export function Component() {
  const region = useRegion();
  const address = useContactAddress();
  const { filters } = address;
  const people = useContacts(region);
  const groups = useContactGroups(region);
  const [doomed, setDoomed] = useState<Doomed | null>(null);
  const contacts = people.data ?? NO_CONTACTS;
  const allGroups = groups.data ?? NO_GROUPS;
  const { addressOf } = address;
  const contactColumns = useContactColumns(
    useCallback((name: string) => addressOf('contact', name), [addressOf]),
  );
  const groupColumns = useGroupColumns(useCallback((name: string) => addressOf('group', name), [addressOf]));
  const refetch = () => {
    void people.refetch();
    void groups.refetch();
  };
  const isPeople = filters.list === 'people';
  const query = isPeople ? people : groups;
  const shared = { address, query, onRetry: refetch };

  return (
    <>
      {people.data && groups.data ? <Head contacts={contacts} groups={allGroups} /> : null}
      <ContactBar
        filters={filters}
        counts={{ people: people.data?.length, groups: groups.data?.length }}
        onChange={address.show}
        onNew={address.openNew}
        freshness={
          <Freshness
            at={query.dataUpdatedAt}
            busy={query.isFetching}
            live={isPeople && contacts.some(isWaiting)}
            onRefresh={refetch}
          />
        }
      />
      {isPeople ? (
        <ContactList
          {...shared}
          kind="contact"
          rows={findContacts(contacts, filters)}
          columns={contactColumns}
          onDelete={(contact) => setDoomed({ kind: 'contact', contact })}
        />
      ) : (
        <ContactList
          {...shared}
          kind="group"
          rows={findGroups(allGroups, filters.search)}
          columns={groupColumns}
          onDelete={(group) => setDoomed({ kind: 'group', group })}
        />
      )}
      <Suspense>
        {address.dialog && people.data && groups.data ? (
          <OpenDialog
            key={JSON.stringify(address.dialog)}
            region={region}
            open={address.dialog}
            contacts={contacts}
            groups={allGroups}
            onClose={address.close}
          />
        ) : null}
        {doomed ? (
          <DeleteDialog region={region} doomed={doomed} groups={allGroups} onClose={() => setDoomed(null)} />
        ) : null}
      </Suspense>
    </>
  );
}

function Head({ contacts, groups }: { contacts: readonly Contact[]; groups: readonly ContactGroup[] }) {
  const { t } = useTranslation('alarms');
  const waiting = contacts.filter(isWaiting).length;
  const parts = { people: t('contacts.people', { count: contacts.length }) };
  return (
    <AlarmsHead
      title={
        contacts.length === 0
          ? t('contacts.nobodyTold')
          : t('contacts.head', { ...parts, groups: t('contacts.groups', { count: groups.length }) })
      }
      rest={waiting > 0 ? t('contacts.waiting', { count: waiting }) : null}
    />
  );
}
