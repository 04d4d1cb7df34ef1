import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { EventItem } from './event-item';

/** The event whose details are open, by its ID in the address; null when there is none among `items`. And what opens one. */
export function useOpenEvent(
  items: readonly EventItem[],
): [opened: EventItem | null, open: (event: EventItem | null) => void] {
  const [params, setParams] = useSearchParams();
  const openId = params.get('event');
  const open = useCallback(
    (event: EventItem | null) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          if (event) next.set('event', event.id);
          else next.delete('event');
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return [items.find((event) => event.id === openId) ?? null, open];
}
