import { useLocation, useNavigate } from 'react-router-dom';

/** Closes what was opened over a page: back to where it was opened (`state.from`), else to `fallback`. */
export function useReturn(fallback: string): () => void {
  const { state } = useLocation();
  const navigate = useNavigate();
  const from: unknown = state !== null && typeof state === 'object' && 'from' in state ? state.from : null;
  return () => void navigate(typeof from === 'string' && from.startsWith('/') ? from : fallback);
}
