import { useCallback } from 'react';
import { useAddress } from '@/ui/use-address';
import type { EventItem } from './event-item';

/** The event whose details are open, by its ID in the address; null when there is none among `items`. And what opens one. */
export function useOpenEvent(
  items: readonly EventItem[],
): [opened: EventItem | null, open: (event: EventItem | null) => void] {
  const [params, change] = useAddress();
  const openId = params.get('event');
  const open = useCallback((event: EventItem | null) => change({ event: event?.id ?? null }), [change]);
  return [items.find((event) => event.id === openId) ?? null, open];
}
