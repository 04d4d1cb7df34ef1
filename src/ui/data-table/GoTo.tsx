import { useEffect, useEffectEvent } from 'react';
import { useNavigate } from 'react-router-dom';

/** Goes to a page and is done: for shortcuts of menu entries that are links. */
export function GoTo({ to, onDone }: { to: string; onDone(): void }) {
  const navigate = useNavigate();
  const go = useEffectEvent(() => {
    void navigate(to);
    onDone();
  });
  useEffect(() => go(), []);
  return null;
}
