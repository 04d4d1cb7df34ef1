import { useCallback, useMemo } from 'react';
import { usePreferences } from './preferences';
import { type ChangeOptions, useAddress } from './use-address';

/** A list in pages whose filters stand in the address. */
export interface ListAddress<Filters> {
  /** What the chosen number of rows is kept under in the preferences. */
  name: string;
  /** Rows a page while no number was chosen. */
  size: number;
  read(params: URLSearchParams, defaultSize: number): Filters;
  /** The parameters that say the filters; `newest` is for what of the others is to stay. */
  write(filters: Filters, defaultSize: number, newest: URLSearchParams): URLSearchParams;
}

interface Paged {
  /** From 1. */
  page: number;
  size: number;
}

/**
 * What the address says a list shows, and the way to show something else: from the first page, unless the change names one.
 * A number of rows that is chosen is kept for every visit.
 *
 * @param list keep it stable
 */
export function useListAddress<Filters extends Paged>(list: ListAddress<Filters>) {
  const [params, change] = useAddress();
  const chosenSize = usePreferences((preferences) => preferences.pageSizes[list.name]);
  const defaultSize = chosenSize ?? list.size;
  const filters = useMemo(() => list.read(params, defaultSize), [defaultSize, list, params]);
  const show = useCallback(
    (changes: Partial<Filters>, options?: ChangeOptions) => {
      const { setPageSize, pageSizes } = usePreferences.getState();
      if (changes.size !== undefined) setPageSize(list.name, changes.size);
      const defaultSize = changes.size ?? pageSizes[list.name] ?? list.size;
      change(
        (newest) =>
          list.write({ ...list.read(newest, defaultSize), page: 1, ...changes }, defaultSize, newest),
        options,
      );
    },
    [change, list],
  );
  return { params, filters, defaultSize, show, change };
}
