/** What a list shows in the place of its rows, `ready` when it has some. */
export type ListState = 'loading' | 'ready' | 'error' | 'empty' | 'noMatch';

export interface ListFacts {
  /** Nothing was read yet, and it did not fail. */
  isPending: boolean;
  /** Something was read, now or before. */
  isRead: boolean;
  /** Of all pages. */
  count: number;
  isFiltered: boolean;
}

export function listState({ isPending, isRead, count, isFiltered }: ListFacts): ListState {
  if (isPending) return 'loading';
  if (!isRead) return 'error';
  if (count > 0) return 'ready';
  return isFiltered ? 'noMatch' : 'empty';
}
