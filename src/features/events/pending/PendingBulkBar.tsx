import { useTranslation } from '@/i18n/use-translation';
import { eventActions, type EventAction } from '@/domain/system-event-actions';
import { BulkBar } from '@/ui/BulkBar';
import { Button } from '@/ui/Button';
import type { Acts } from '../actions/use-acts';
import { clockNow } from '../clock/ticker';
import type { EventItem } from '../event-item';
import { ACTION_ICONS } from '../offers';
import { actionStatusOf, type InstanceFacts } from '../queries';

const BULK_ACTIONS = [
  'restart',
  'reschedule',
  'snapshot',
  'release',
  'accept',
] as const satisfies EventAction[];
/** Shown only when they apply: most selections know nothing of them. */
const RARE: ReadonlySet<EventAction> = new Set(['release', 'accept']);

export interface PendingBulkBarProps {
  events: readonly EventItem[];
  facts: InstanceFacts;
  act: Acts['act'];
  onClear(): void;
}

/** What can be done about several events at once (F13). The dialog says which of them are left out, and why. */
export function PendingBulkBar({ events, facts, act, onClear }: PendingBulkBarProps) {
  const { t } = useTranslation('events');
  const now = clockNow();
  const able = (action: EventAction) =>
    events.filter((event) =>
      eventActions(event, actionStatusOf(facts, event), now).some(
        (offer) => offer.action === action && offer.problem === null,
      ),
    ).length;
  return (
    <BulkBar count={events.length} label={t('bulk.selected', { count: events.length })} onClear={onClear}>
      {BULK_ACTIONS.map((action) => {
        const count = able(action);
        if (count === 0 && RARE.has(action)) return null;
        return (
          <Button
            key={action}
            variant="quiet"
            icon={ACTION_ICONS[action]}
            disabledReason={count === 0 ? t('bulk.none') : undefined}
            onClick={() => act(action, events)}
          >
            {t('bulk.action', { action: t(`action.${action}`), count })}
          </Button>
        );
      })}
    </BulkBar>
  );
}
