import { useHref, useLocation, useNavigate } from 'react-router-dom';

/** What a page leaves in the history for a sheet or dialog it opens, to be returned to: `<Link state={openedFrom(…)}>`. */
export function openedFrom(path: string): { from: string } {
  return { from: path };
}

/** Closes what was opened over a page: back to where it was opened, else to `fallback` (a link that was opened directly). */
export function useReturn(fallback: string): () => void {
  const { pathname, state } = useLocation();
  const navigate = useNavigate();
  const closed = useHref(pathname);
  const from = textOf(state, 'from');
  return () => void navigate(from?.startsWith('/') ? from : fallback, { state: { closed } });
}

/** On a page that is shown anew after what it had opened was closed: finds the link that opened it. */
export function useOpener(): () => HTMLElement | undefined {
  const closed = textOf(useLocation().state, 'closed');
  return () =>
    [...document.querySelectorAll<HTMLElement>('a[href]')].find(
      (link) => link.getAttribute('href')?.split('?')[0] === closed,
    );
}

function textOf(state: unknown, name: string): string | null {
  if (state === null || typeof state !== 'object') return null;
  const value: unknown = Object.entries(state).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : null;
}
