import { Activity, Stethoscope } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { type EventAction, type EventActionProblem, eventActions } from '@/domain/system-event-actions';
import { categoryOf } from '@/domain/system-events';
import { Button } from '@/ui/Button';
import { LinkButton } from '@/ui/LinkButton';
import type { Acts } from './actions/use-acts';
import { isArrears } from './actions/renewal-page';
import { useClock } from './clock/ticker';
import type { EventItem } from './event-item';
import { ACTION_ICONS } from './offers';
import { eventPaths } from './paths';

export interface RecommendedActionProps {
  event: EventItem;
  /** Of the instance, for the rules: null gone, undefined not known. */
  status: string | null | undefined;
  name: string;
  act: Acts['act'];
}

/** The first thing to do about an event, at hand; what it is changes by itself when its time is over. */
export function RecommendedAction({ event, status, name, act }: RecommendedActionProps) {
  const { t } = useTranslation('events');
  // A primitive, so that the clock renders this cell only when the offer itself changes.
  const offered = useClock((now) => {
    const offers = eventActions(event, status, now);
    const [first] = offers;
    // Nothing is left to do for an instance that is not there any more.
    const best =
      first?.problem === 'gone' ? first : (offers.find(({ problem }) => problem === null) ?? first);
    return best ? `${best.action} ${best.problem ?? ''}` : '';
  });
  const [action, problem] = offered.split(' ') as [EventAction | '', EventActionProblem | '' | undefined];
  if (categoryOf(event.type) === 'performance')
    return (
      <LinkButton size="sm" icon={Activity} to={eventPaths(event.region).monitoring(event.instanceId)}>
        {t('action.charts')}
        <span className="sr-only"> {name}</span>
      </LinkButton>
    );
  if (action === '') return <span className="text-text-muted">{t('nothingToDo')}</span>;
  if (problem)
    return (
      <span className="text-text-muted" title={t(`problem.${problem}`)}>
        {t(`short.${problem}`)}
      </span>
    );
  if (categoryOf(event.type) === 'unplannedRestart' && action === 'snapshot')
    return (
      <LinkButton size="sm" icon={Stethoscope} to={eventPaths(event.region).instance(event.instanceId)}>
        {t('action.check')}
        <span className="sr-only"> {name}</span>
      </LinkButton>
    );
  return (
    <Button size="sm" icon={ACTION_ICONS[action]} onClick={() => act(action, [event])}>
      {t(`action.${action === 'renew' && isArrears(event.type) ? 'topUp' : action}`)}
      <span className="sr-only"> {name}</span>
    </Button>
  );
}
