import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { usePreferences } from '@/ui/preferences';
import { type ContactFilters, readContactFilters, writeContactFilters } from './contact-filters';

/** The dialog that stands over the list. */
type OpenDialog =
  | { kind: 'contact'; name: string }
  | { kind: 'group'; name: string }
  | { kind: 'newContact' }
  | { kind: 'newGroup' }
  | null;

const LIST = 'contacts';
/** What a search is replaced by, letter for letter, is no step back. */
const REPLACED: readonly (keyof ContactFilters)[] = ['search', 'size'];

/** What the address says the page shows, and the ways to change it. */
export function useContactAddress() {
  const [params, setParams] = useSearchParams();
  const defaultSize = usePreferences((preferences) => preferences.pageSizes[LIST]) ?? 20;
  const setPageSize = usePreferences((preferences) => preferences.setPageSize);
  const filters = useMemo(() => readContactFilters(params, defaultSize), [defaultSize, params]);
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
  const openNew = (kind: 'contact' | 'group') => {
    const next = new URLSearchParams(filtersText);
    next.set('new', kind);
    setParams(next);
  };

  return {
    filters,
    dialog: dialogOf(params),
    show: (change: Partial<ContactFilters>) => {
      const next = { ...filters, page: 1, ...change };
      const resized = next.size !== filters.size;
      if (resized) setPageSize(LIST, next.size);
      const replace = REPLACED.some((member) => next[member] !== filters[member]);
      setParams(writeContactFilters(next, resized ? next.size : defaultSize), { replace });
    },
    addressOf,
    openNew,
    /** Takes the dialog out of the address. */
    close: () => setParams(new URLSearchParams(filtersText), { replace: true }),
  };
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
