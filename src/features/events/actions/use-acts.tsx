import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import type { EventAction } from '@/domain/system-event-actions';
import type { EventItem } from '../event-item';
import type { InstanceFacts } from '../queries';
import type { AskedAction } from './ActHost';
import { renewalPage } from './renewal-page';

const ActHost = lazy(() => import('./ActHost'));

export interface Acts {
  /** Asks about an action on events; renewing opens the vendor's page. */
  act(action: EventAction, events: readonly EventItem[]): void;
  /** The dialog that stands open, to be rendered once. */
  dialog: ReactNode;
}

/** What can be done about events, from anywhere on a page. */
export function useActs(facts: InstanceFacts): Acts {
  const { i18n } = useTranslation();
  const { language } = i18n;
  const [asked, setAsked] = useState<{ action: AskedAction; events: readonly EventItem[] } | null>(null);
  const act = useCallback(
    (action: EventAction, events: readonly EventItem[]) => {
      if (action !== 'renew') setAsked({ action, events });
      else window.open(renewalPage(events[0]?.type ?? '', language), '_blank', 'noopener,noreferrer');
    },
    [language],
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
