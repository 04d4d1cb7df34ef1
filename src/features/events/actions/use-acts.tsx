import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react';
import type { EventAction } from '@/domain/system-event-actions';
import type { EventItem } from '../event-item';
import type { InstanceFacts } from '../queries';

const ActHost = lazy(() => import('./ActHost'));

export interface Acts {
  /** Asks about an action on events. */
  act(action: EventAction, events: readonly EventItem[]): void;
  /** The dialog that stands open, to be rendered once. */
  dialog: ReactNode;
}

/** What can be done about events, from anywhere on a page. */
export function useActs(facts: InstanceFacts): Acts {
  const [asked, setAsked] = useState<{ action: EventAction; events: readonly EventItem[] } | null>(null);
  const act = useCallback(
    (action: EventAction, events: readonly EventItem[]) => setAsked({ action, events }),
    [],
  );
  return {
    act,
    dialog: asked ? (
      <Suspense>
        <ActHost act={asked} facts={facts} onClose={() => setAsked(null)} />
      </Suspense>
    ) : null,
  };
}
