import { useTranslation } from '@/i18n/use-translation';
import { actionOf, eventAdvice } from '@/domain/system-event-advice';
import { eventActions, type EventActionOffer } from '@/domain/system-event-actions';
import { isFinalEventState } from '@/domain/system-events';
import { Button } from '@/ui/Button';
import type { Acts } from '../actions/use-acts';
import { useClock } from '../clock/ticker';
import type { EventItem } from '../event-item';
import { ACTION_ICONS } from '../offers';

export interface AdviceListProps {
  event: EventItem;
  status: string | null | undefined;
  act: Acts['act'];
}

/** What the manual advises about the event as it stands (2.1 to 2.4), with the action at hand where the console has it. */
export function AdviceList({ event, status, act }: AdviceListProps) {
  const { t } = useTranslation('events');
  const offers = useOffers(event, status);
  const advice = eventAdvice(event.type, event.state);
  if (advice.length === 0) return <p className="text-text-muted">{t('advice.unknownType')}</p>;
  return (
    <ol className="flex flex-col gap-2">
      {advice.map((one, index) => {
        const action = isFinalEventState(event.state) ? null : actionOf(one);
        const offer = action === null ? undefined : offers.find((each) => each.action === action);
        return (
          <li key={one} className="flex items-start gap-2.5">
            <span
              aria-hidden
              className="mt-px grid size-5 flex-none place-items-center rounded-full bg-press text-xs text-text-muted"
            >
              {index + 1}
            </span>
            <span className="min-w-0 flex-1 pt-px">{t(`advice.${one}`)}</span>
            {offer && one !== 'restartOrMove' ? (
              <Button
                size="sm"
                className="-my-0.5"
                icon={ACTION_ICONS[offer.action]}
                disabledReason={offer.problem ? t(`problem.${offer.problem}`) : undefined}
                onClick={() => act(offer.action, [event])}
              >
                {t(`action.${one === 'topUp' ? 'topUp' : offer.action}`)}
              </Button>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}

/** What can be done now; a new list only when something in it changes. */
export function useOffers(event: EventItem, status: string | null | undefined): readonly EventActionOffer[] {
  const key = useClock((now) => JSON.stringify(eventActions(event, status, now)));
  return JSON.parse(key) as EventActionOffer[];
}
