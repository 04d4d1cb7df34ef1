import { act, fireEvent, render, screen } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pager } from './Pager';
import { usePreferences } from './preferences';
import { SearchField } from './SearchField';
import { type ListAddress, useListAddress } from './use-list-address';

interface Filters {
  search: string;
  type: string | null;
  page: number;
  size: number;
}

const LIST: ListAddress<Filters> = {
  name: 'things',
  size: 20,
  read: (params, defaultSize) => ({
    search: params.get('q') ?? '',
    type: params.get('type'),
    page: Number(params.get('page') ?? 1),
    size: Number(params.get('size') ?? defaultSize),
  }),
  write: ({ search, type, page, size }, defaultSize) =>
    new URLSearchParams({
      ...(search && { q: search }),
      ...(type && { type }),
      ...(page > 1 && { page: String(page) }),
      ...(size !== defaultSize && { size: String(size) }),
    }),
};

function List() {
  const { filters, show } = useListAddress(LIST);
  return (
    <>
      <SearchField label="Search" value={filters.search} onValueChange={(search) => show({ search })} />
      <button type="button" onClick={() => show({ type: 'shell' })}>
        Shell only
      </button>
      <button type="button" onClick={() => show({ search: '', type: null })}>
        Clear
      </button>
      <button type="button" onClick={() => show({ size: 50 })}>
        Fifty rows
      </button>
      <Pager page={filters.page} pageSize={filters.size} total={200} onPage={(page) => show({ page })} />
    </>
  );
}

function open(at: string) {
  const router = createMemoryRouter([{ path: '/list', element: <List /> }], { initialEntries: [at] });
  render(<RouterProvider router={router} />);
  return { query: () => router.state.location.search, search: screen.getByRole('searchbox') };
}

const type = (text: string) => fireEvent.change(screen.getByRole('searchbox'), { target: { value: text } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const settle = () => act(() => vi.advanceTimersByTime(1000));

beforeEach(() => {
  vi.useFakeTimers();
  usePreferences.setState({ pageSizes: {} });
});
afterEach(() => vi.useRealTimers());

describe('a list in the address', () => {
  it('A1: another filter starts over at the first page, a page keeps the filters', () => {
    const { query } = open('/list?q=web&page=3');
    press('Page 4');
    expect(query()).toBe('?q=web&page=4');
    press('Shell only');
    expect(query()).toBe('?q=web&type=shell');
  });

  it('A1: a filter chosen while the search is still typed is not lost when the search settles', () => {
    const { query } = open('/list?page=3');
    type('web');
    press('Shell only');
    expect(query()).toBe('?type=shell');
    settle();
    expect(query()).toBe('?q=web&type=shell');
  });

  it('A1: clearing wins over a search that has not settled', () => {
    const { query, search } = open('/list?q=db&type=shell');
    type('web');
    press('Clear');
    expect(search).toHaveValue('');
    settle();
    expect(query()).toBe('');
  });

  it('A1: the number of rows is kept for the next visit and left out of the address, even of another change at once', () => {
    const { query } = open('/list?q=web&page=3&size=10');
    act(() => {
      press('Fifty rows');
      press('Shell only');
    });
    expect(query()).toBe('?q=web&type=shell');
    expect(usePreferences.getState().pageSizes).toEqual({ things: 50 });
  });
});
