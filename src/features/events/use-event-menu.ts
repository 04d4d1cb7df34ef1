import { useCallback } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Info, Server } from 'lucide-react';
import { eventActions } from '@/domain/system-event-actions';
import type { MenuEntry } from '@/ui/MenuItems';
import type { Acts } from './actions/use-acts';
import { clockNow } from './clock/ticker';
import type { EventItem } from './event-item';
import { ACTION_ICONS } from './offers';
import { eventPaths } from './paths';
import { actionStatusOf, type InstanceFacts } from './queries';

const SHORTCUTS: Readonly<Partial<Record<string, string>>> = { restart: 'R', reschedule: 'T', snapshot: 'S' };

/** Everything that can be done about an event, for its row's menu. */
export function useEventMenu(
  facts: InstanceFacts,
  act: Acts['act'],
  onDetails: (event: EventItem) => void,
): (event: EventItem) => readonly MenuEntry[] {
  const { t } = useTranslation('events');
  return useCallback(
    (event) => [
      ...eventActions(event, actionStatusOf(facts, event), clockNow()).map(
        ({ action, problem }): MenuEntry => ({
          label: t(`action.${action}`),
          icon: ACTION_ICONS[action],
          ...(SHORTCUTS[action] ? { shortcut: SHORTCUTS[action] } : {}),
          danger: action === 'release',
          disabledReason: problem ? t(`problem.${problem}`) : undefined,
          onSelect: () => act(action, [event]),
        }),
      ),
      { label: t('action.details'), icon: Info, onSelect: () => onDetails(event) },
      {
        label: t('action.instance'),
        icon: Server,
        to: eventPaths(event.region).instanceEvents(event.instanceId),
      },
    ],
    [act, facts, onDetails, t],
  );
}
