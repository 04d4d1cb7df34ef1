import { useCallback, useContext, useEffect, useMemo, useRef } from 'react';
import { type DataRouter, UNSAFE_DataRouterContext as RouterContext, useLocation } from 'react-router-dom';

/** What some parameters become, by name, null or `''` taking one out; or all of them as they become. */
type Parameters = Readonly<Record<string, string | null>> | URLSearchParams;

export type AddressChange = Parameters | ((newest: URLSearchParams) => Parameters);

export interface ChangeOptions {
  /** Makes it a step to go back from. Otherwise it takes the place, and keeps the state, of the history's entry. */
  push?: boolean;
  /** What the new entry of the history keeps. */
  state?: unknown;
}

export type ChangeAddress = (change: AddressChange, options?: ChangeOptions) => void;

/**
 * The parameters of the address on screen, and what changes some of them. The path stays, and `change` is the same for good.
 *
 * The router goes at once but renders later. So a change is made to the newest address, which only the router knows, not to
 * the one on screen: another change, of any component, or Back may have come in between. While another page is on its way a
 * change waits, for it would call that page off. It is made there if the component is still on screen then, as one that
 * stands above both pages, and else never.
 */
export function useAddress(): [params: URLSearchParams, change: ChangeAddress] {
  // The public hooks tell only what is on screen.
  const router = useContext(RouterContext)?.router;
  if (!router) throw new Error('An address is changed through a data router.');
  const location = useLocation();
  const params = useMemo(() => new URLSearchParams(location.search), [location.search]);
  /** The path; null before the component is on screen and after it was. */
  const shown = useRef<string | null>(null);
  const waiting = useRef<{ change: AddressChange; options: ChangeOptions }[]>([]);

  const make = useCallback(() => {
    if (newestOf(router).pathname !== shown.current) return;
    for (const { change, options } of waiting.current.splice(0)) {
      const newest = newestOf(router);
      const before = new URLSearchParams(newest.search);
      const after = applied(change, before);
      if (after.toString() === before.toString() && !('state' in options)) continue;
      const { push = false, state = push ? null : newest.state } = options;
      void router.navigate({ search: after.toString() }, { replace: !push, state });
    }
  }, [router]);
  const change = useCallback<ChangeAddress>(
    (change, options = {}) => {
      waiting.current.push({ change, options });
      make();
    },
    [make],
  );
  useEffect(() => {
    shown.current = location.pathname;
    make();
    return () => {
      shown.current = null;
    };
  }, [location, make]);

  return [params, change];
}

/** Where the router is, or is about to be. */
function newestOf({ state }: DataRouter) {
  return state.navigation.location ?? state.location;
}

function applied(change: AddressChange, newest: URLSearchParams): URLSearchParams {
  const changed = typeof change === 'function' ? change(new URLSearchParams(newest)) : change;
  if (changed instanceof URLSearchParams) return changed;
  const next = new URLSearchParams(newest);
  for (const [name, value] of Object.entries(changed)) {
    if (value === null || value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}
