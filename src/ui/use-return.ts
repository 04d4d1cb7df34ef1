import { useLocation, useNavigate } from 'react-router-dom';

/** What a page leaves in the history for a sheet or dialog it opens, to be returned to: `<Link state={openedFrom(…)}>`. */
export function openedFrom(path: string): { from: string } {
  return { from: path };
}

/** Closes what was opened over a page: back to where it was opened, else to `fallback` (a link that was opened directly). */
export function useReturn(fallback: string): () => void {
  const { state } = useLocation();
  const navigate = useNavigate();
  const from: unknown = state !== null && typeof state === 'object' && 'from' in state ? state.from : null;
  return () => void navigate(typeof from === 'string' && from.startsWith('/') ? from : fallback);
}
