import { useCallback, useMemo } from 'react';
import { type ListAddress, useListAddress } from '@/ui/use-list-address';
import { type ContactFilters, readContactFilters, writeContactFilters } from './contact-filters';

/** The dialog that stands over the list. */
type OpenDialog =
  | { kind: 'contact'; name: string }
  | { kind: 'group'; name: string }
  | { kind: 'newContact' }
  | { kind: 'newGroup' }
  | null;

const DIALOGS: readonly string[] = ['new', 'contact', 'group'];
const LIST: ListAddress<ContactFilters> = {
  name: 'contacts',
  size: 20,
  read: readContactFilters,
  write: (filters, defaultSize, newest) => {
    const next = writeContactFilters(filters, defaultSize);
    for (const [name, value] of newest) if (DIALOGS.includes(name)) next.set(name, value);
    return next;
  },
};

/** What the address says the page shows, and the ways to change it. */
export function useContactAddress() {
  const { params, filters, defaultSize, show, change } = useListAddress(LIST);
  const filtersText = useMemo(
    () => writeContactFilters(filters, defaultSize).toString(),
    [defaultSize, filters],
  );

  const addressOf = useCallback(
    (kind: 'contact' | 'group', name: string) => {
      const next = new URLSearchParams(filtersText);
      next.set(kind, name);
      return `?${next.toString()}`;
    },
    [filtersText],
  );
  return {
    filters,
    dialog: dialogOf(params),
    show: (changes: Partial<ContactFilters>) => show(changes, { push: isStep(changes) }),
    addressOf,
    openNew: (kind: 'contact' | 'group') => change({ new: kind }, { push: true }),
    /** Takes the dialog out of the address. */
    close: () => change({ new: null, contact: null, group: null }),
  };
}

/** A search is typed letter for letter, and a number of rows is only looked at: neither is a step to go back from. */
function isStep({ list, search, size }: Partial<ContactFilters>): boolean {
  return list !== undefined || (search === undefined && size === undefined);
}

function dialogOf(params: URLSearchParams): OpenDialog {
  const kind = params.get('new');
  if (kind === 'contact') return { kind: 'newContact' };
  if (kind === 'group') return { kind: 'newGroup' };
  const contact = params.get('contact');
  if (contact !== null) return { kind: 'contact', name: contact };
  const group = params.get('group');
  return group === null ? null : { kind: 'group', name: group };
}
