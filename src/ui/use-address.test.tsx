import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEffect } from 'react';
import { createMemoryRouter, Link, Outlet, RouterProvider, type RouteObject } from 'react-router-dom';
import { describe, expect, it } from 'vitest';
import { type ChangeAddress, useAddress } from './use-address';

/** Shows what the address says and gives its hook's `change` away, as to an answer or a timer that comes later. */
function Part({ name, given }: { name: string; given: Map<string, ChangeAddress> }) {
  const [params, change] = useAddress();
  useEffect(() => {
    given.set(name, change);
  }, [change, given, name]);
  return <output aria-label={name}>{params.toString()}</output>;
}

interface Setup {
  at?: { entries: { pathname: string; search?: string; state?: unknown }[]; index?: number };
  routes?: (given: Map<string, ChangeAddress>) => RouteObject[];
}

function open({ at = { entries: [{ pathname: '/list' }] }, routes = parts }: Setup = {}) {
  const given = new Map<string, ChangeAddress>();
  const router = createMemoryRouter(routes(given), {
    initialEntries: at.entries,
    ...(at.index === undefined ? {} : { initialIndex: at.index }),
  });
  render(<RouterProvider router={router} />);
  return {
    router,
    user: userEvent.setup(),
    /** `change` as a part has it now. */
    of: (name: string): ChangeAddress => given.get(name)!,
    address: () => router.state.location.pathname + router.state.location.search,
  };
}

/** A page of two parts, and another page. */
function parts(given: Map<string, ChangeAddress>): RouteObject[] {
  return [
    {
      path: '/list',
      element: (
        <>
          <Part name="filters" given={given} />
          <Part name="rows" given={given} />
        </>
      ),
    },
    { path: '/other', element: <h1>Other</h1> },
  ];
}

describe('changes of the address', () => {
  it('J1: of two before the first is on screen, by the same component, both hold', () => {
    const { of, address } = open();
    act(() => {
      of('filters')({ q: 'web' });
      of('filters')({ tab: 'week' });
    });
    expect(address()).toBe('/list?q=web&tab=week');
    expect(screen.getByRole('status', { name: 'filters' })).toHaveTextContent('q=web&tab=week');
  });

  it('J1: of two by two components of a page, both hold', () => {
    const { of, address } = open();
    act(() => {
      of('filters')({ q: 'web' });
      of('rows')((newest) => {
        newest.set('page', '2');
        return newest;
      });
    });
    expect(address()).toBe('/list?q=web&page=2');
    expect(screen.getByRole('status', { name: 'filters' })).toHaveTextContent('q=web&page=2');
  });

  it('J1: one made by what was on screen before goes on from what came since', () => {
    const { of, address } = open();
    const typed = of('filters');
    act(() => of('rows')({ type: 'shell' }));
    act(() => typed({ q: 'web' }));
    expect(address()).toBe('/list?type=shell&q=web');
  });

  it('J1: after Back it is made where Back led, and the way forward stays', async () => {
    const entries = [
      { pathname: '/list', search: '?q=a' },
      { pathname: '/list', search: '?q=a&page=2' },
    ];
    const { of, router, address } = open({ at: { entries, index: 1 } });
    act(() => {
      void router.navigate(-1);
      of('filters')({ tab: 'week' });
    });
    expect(address()).toBe('/list?q=a&tab=week');
    await act(() => router.navigate(1));
    expect(address()).toBe('/list?q=a&page=2');
  });

  it('J1: takes the place of the entry in the history and keeps its state; a step is asked for', async () => {
    const entries = [{ pathname: '/list', search: '?q=a', state: { from: '/home' } }];
    const { of, router, address } = open({ at: { entries } });
    act(() => of('filters')({ q: 'b' }));
    expect(router.state.location.state).toEqual({ from: '/home' });
    act(() => of('filters')({ page: '2' }, { push: true, state: { zoomed: true } }));
    expect(address()).toBe('/list?q=b&page=2');
    expect(router.state.location.state).toEqual({ zoomed: true });
    await act(() => router.navigate(-1));
    await waitFor(() => expect(address()).toBe('/list?q=b'));
  });

  it('J1: one that changes nothing is no navigation', () => {
    const { of, router } = open({ at: { entries: [{ pathname: '/list', search: '?q=a%20b' }] } });
    const { key } = router.state.location;
    act(() => {
      of('filters')({ q: 'a b', tab: null });
      of('filters')({ page: '' }, { push: true });
    });
    expect(router.state.location.key).toBe(key);
  });
});

describe('changes while a page is left', () => {
  /** A page, with a link to one whose code is loaded first. */
  function slow() {
    let arrived = (_page: { Component(): React.JSX.Element }) => {};
    const loading = new Promise<{ Component(): React.JSX.Element }>((resolve) => {
      arrived = resolve;
    });
    const routes = (given: Map<string, ChangeAddress>): RouteObject[] => [
      {
        path: '/',
        element: (
          <>
            <Part name="frame" given={given} />
            <Link to="/other?lang=en">Other</Link>
            <Outlet />
          </>
        ),
        children: [
          { path: 'list', element: <Part name="filters" given={given} /> },
          { path: 'other', lazy: () => loading },
        ],
      },
    ];
    return {
      ...open({ routes }),
      arrive: () => act(async () => arrived({ Component: () => <h1>Other page</h1> })),
    };
  }

  it('J1: neither call off the way to the other page nor reach it', async () => {
    const { of, user, router, address, arrive } = slow();
    const late = of('filters');
    await user.click(screen.getByRole('link', { name: 'Other' }));
    expect(router.state.navigation.state).toBe('loading');
    act(() => late({ q: 'web' }));
    await arrive();
    expect(await screen.findByRole('heading', { name: 'Other page' })).toBeVisible();
    expect(address()).toBe('/other?lang=en');
    act(() => late({ q: 'web-01' }));
    expect(address()).toBe('/other?lang=en');
  });

  it('J1: of what stays on screen are made on the other page', async () => {
    const { of, user, address, arrive } = slow();
    await user.click(screen.getByRole('link', { name: 'Other' }));
    act(() => of('frame')({ q: 'web' }));
    await arrive();
    expect(await screen.findByRole('heading', { name: 'Other page' })).toBeVisible();
    expect(address()).toBe('/other?lang=en&q=web');
  });

  it('J1: of a page that was left do nothing to the same page opened anew', async () => {
    const { of, router, address } = open();
    const late = of('filters');
    await act(() => router.navigate('/other'));
    await act(() => router.navigate('/list'));
    act(() => late({ q: 'web' }));
    expect(address()).toBe('/list');
    act(() => of('filters')({ q: 'db' }));
    expect(address()).toBe('/list?q=db');
  });
});
