import { useRef } from 'react';
import { useHref, useLocation, useNavigate } from 'react-router-dom';
import { useHere } from './use-here';

/** What a page leaves in the history for a sheet or dialog it opens, to be returned to: `<Link state={openedFrom(…)}>`. */
export function openedFrom(path: string): { from: string } {
  return { from: path };
}

/** What was closed last, and the page it was closed to: until that page, or another, has asked for it. */
let last: { closed: string; to: string } | null = null;

/**
 * Closes what was opened over a page, so that Back never opens it again: goes back to the page that opened it, or puts
 * `fallback` in its place (a link that was opened directly). While it is open it may only replace its entry of the history,
 * and has to keep that entry's state.
 */
export function useReturn(fallback: string): () => void {
  const { key, pathname, state } = useLocation();
  const navigate = useNavigate();
  const closed = useHref(pathname);
  const left = useRef<string | null>(null);
  return () => {
    // Going back takes a moment: a second press in between must not go back twice.
    if (left.current === key) return;
    left.current = key;
    const from = fromOf(state);
    last = { closed, to: from ?? fallback };
    if (from !== null) void navigate(-1);
    else void navigate(fallback, { replace: true });
  };
}

/**
 * Shows a page in place of a form that is done, so that Back never opens it empty; that is going back where the form was
 * opened from that very page. A form that was left meanwhile leads nowhere.
 * @param close of {@link useReturn}
 */
export function useDone(close: () => void): (to: string) => void {
  const { state } = useLocation();
  const navigate = useNavigate();
  const here = useHere();
  return (to) => {
    if (!here.current) return;
    if (fromOf(state) === to) close();
    else void navigate(to, { replace: true });
  };
}

/** On a page that is shown anew after what it had opened was closed: finds the link that opened it. */
export function useOpener(): () => HTMLElement | undefined {
  const { pathname } = useLocation();
  return () => {
    const closed = last?.to.split('?')[0] === pathname ? last.closed : null;
    last = null;
    return [...document.querySelectorAll<HTMLElement>('a[href]')].find(
      (link) => link.getAttribute('href')?.split('?')[0] === closed,
    );
  };
}

function fromOf(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('from' in state)) return null;
  return typeof state.from === 'string' && state.from.startsWith('/') ? state.from : null;
}
