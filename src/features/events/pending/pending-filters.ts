import type { EventItem } from '../event-item';

/** What the page of the pending events shows. It lives in the URL. */
export interface PendingFilters {
  search: string;
  /** null: all regions. */
  region: string | null;
  type: string | null;
  state: string | null;
}

export const NO_PENDING_FILTERS: PendingFilters = { search: '', region: null, type: null, state: null };

export function readPendingFilters(params: URLSearchParams): PendingFilters {
  return {
    search: params.get('q') ?? '',
    region: params.get('in') || null,
    type: params.get('type') || null,
    state: params.get('status') || null,
  };
}

/** Changes the address's filters; the open event and whatever else stands in it stay. */
export function writePendingFilters(params: URLSearchParams, filters: PendingFilters): URLSearchParams {
  const next = new URLSearchParams(params);
  const put = (name: string, value: string | null) => {
    if (value) next.set(name, value);
    else next.delete(name);
  };
  put('q', filters.search);
  put('in', filters.region);
  put('type', filters.type);
  put('status', filters.state);
  return next;
}

export function isFiltered({ search, type, state }: PendingFilters): boolean {
  return Boolean(search || type || state);
}

/** The events that the filters let through; the region is left to who asks for them. */
export function matching(
  events: readonly EventItem[],
  { search, type, state }: PendingFilters,
  nameOf: (event: EventItem) => string,
): EventItem[] {
  const text = search.trim().toLowerCase();
  return events.filter(
    (event) =>
      (type === null || event.type === type) &&
      (state === null || event.state === state) &&
      (text === '' ||
        [event.id, event.instanceId, event.type, nameOf(event)].some((value) =>
          value.toLowerCase().includes(text),
        )),
  );
}
