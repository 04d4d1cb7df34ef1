import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, Link, RouterProvider } from 'react-router-dom';
import { describe, expect, it } from 'vitest';
import { PageHead } from './PageHead';
import { openedFrom, useDone, useReturn } from './use-return';

function List() {
  return (
    <>
      <PageHead documentTitle="List" title="List" />
      <Link to="/list/new" state={openedFrom('/list?page=2')}>
        New
      </Link>
    </>
  );
}

function Sheet({ saved }: { saved: Promise<void> }) {
  const close = useReturn('/list');
  const done = useDone(close);
  const save = async (to: string) => {
    await saved;
    done(to);
  };
  return (
    <>
      <button
        type="button"
        onClick={() => {
          close();
          close();
        }}
      >
        Close
      </button>
      <button type="button" onClick={() => void save('/list?page=2')}>
        Save and list
      </button>
      <button type="button" onClick={() => void save('/list')}>
        Save and list all
      </button>
    </>
  );
}

function open(initialEntries: string[], saved = Promise.resolve()) {
  const routes = [
    { path: '/', element: <PageHead documentTitle="Home" title="Home" /> },
    { path: '/list', element: <List /> },
    { path: '/list/new', element: <Sheet saved={saved} /> },
  ];
  const router = createMemoryRouter(routes, { initialEntries });
  render(<RouterProvider router={router} />);
  const address = () => router.state.location.pathname + router.state.location.search;
  return { router, address, user: userEvent.setup() };
}

describe('closing what has an address', () => {
  it('J1: goes back to the page that opened it, once, and Back leads to what was before that page', async () => {
    const { router, address, user } = open(['/', '/list?page=2']);
    await user.click(screen.getByRole('link', { name: 'New' }));
    await user.click(await screen.findByRole('button', { name: 'Close' }));
    await waitFor(() => expect(address()).toBe('/list?page=2'));
    await router.navigate(-1);
    await waitFor(() => expect(address()).toBe('/'));
  });

  it('J1: puts the page below in its place when a link had opened it', async () => {
    const { router, address, user } = open(['/', '/list/new']);
    await user.click(await screen.findByRole('button', { name: 'Close' }));
    await waitFor(() => expect(address()).toBe('/list'));
    await router.navigate(-1);
    await waitFor(() => expect(address()).toBe('/'));
  });

  it('J1: a form that is done is replaced by what it leads to, and Back leads to what was before it', async () => {
    const { router, address, user } = open(['/', '/list?page=2']);
    await user.click(screen.getByRole('link', { name: 'New' }));
    await user.click(await screen.findByRole('button', { name: 'Save and list all' }));
    await waitFor(() => expect(address()).toBe('/list'));
    await act(() => router.navigate(-1));
    await waitFor(() => expect(address()).toBe('/list?page=2'));
  });

  it('J1: a form that leads to where it was opened goes back there: no page stands twice in the history', async () => {
    const { router, address, user } = open(['/', '/list?page=2']);
    await user.click(screen.getByRole('link', { name: 'New' }));
    await user.click(await screen.findByRole('button', { name: 'Save and list' }));
    await waitFor(() => expect(address()).toBe('/list?page=2'));
    await act(() => router.navigate(-1));
    await waitFor(() => expect(address()).toBe('/'));
  });

  it('J1: a form that was left before it was saved leads nowhere', async () => {
    let answer = () => {};
    const saved = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { router, address, user } = open(['/', '/list/new'], saved);
    await user.click(await screen.findByRole('button', { name: 'Save and list' }));
    await act(() => router.navigate(-1));
    await act(async () => answer());
    expect(address()).toBe('/');
  });

  it('J4: the focus comes back to the link that opened it', async () => {
    const { user } = open(['/list?page=2']);
    await user.click(screen.getByRole('link', { name: 'New' }));
    await user.click(await screen.findByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.getByRole('link', { name: 'New' })).toHaveFocus());
  });
});
