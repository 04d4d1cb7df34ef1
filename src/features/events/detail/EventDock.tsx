import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import { isDrill } from '@/domain/system-events';
import { Rich } from '@/i18n/Rich';
import { HelpLink } from '@/features/help';
import { useRegionName } from '@/i18n/region-name';
import { Button } from '@/ui/Button';
import { Dock } from '@/ui/Dock';
import { Note } from '@/ui/Note';
import type { Acts } from '../actions/use-acts';
import { Countdown } from '../clock/Countdown';
import { useClock } from '../clock/ticker';
import { deadlineOf, type EventItem } from '../event-item';
import { DrillBadge, EventState, useTypeName } from '../EventWords';
import { ACTION_ICONS } from '../offers';
import { eventPaths } from '../paths';
import { actionStatusOf, type InstanceFacts, nameOf } from '../queries';
import { AdviceList, useOffers } from './AdviceList';
import { LifeLineView } from './LifeLineView';
import { RawFields } from './RawFields';

export interface EventDockProps {
  event: EventItem;
  facts: InstanceFacts;
  act: Acts['act'];
  onClose(): void;
}

/** Everything about one event, beside the list: how long is left, what to do, its life, its fields. */
export function EventDock({ event, facts, act, onClose }: EventDockProps) {
  const { t } = useTranslation('events');
  const typeName = useTypeName();
  const regionName = useRegionName();
  const name = nameOf(facts, event);
  const status = actionStatusOf(facts, event);
  const offers = useOffers(event, status);
  const deadline = deadlineOf(event);
  const isAhead = useClock((now) => deadline !== null && deadline > now);
  const main = offers.filter(({ action }) => action !== 'snapshot' && action !== 'renew');
  return (
    <div data-beside className="contents">
      <Dock
        label={t('dock.label', { name })}
        width={364}
        className="-mr-(--gutter) ml-5"
        title={
          <>
            {name}
            {isDrill(event) ? <DrillBadge /> : null}
          </>
        }
        onClose={onClose}
      >
        <div className="flex flex-col gap-1">
          <span className="font-semibold">{typeName(event.type)}</span>
          <span className="flex flex-wrap gap-x-3 text-text-muted">
            <EventState state={event.state} />
            <span>{regionName(event.region)}</span>
            <Link to={eventPaths(event.region).instanceEvents(event.instanceId)} className="inline-link">
              {t('action.instance')}
            </Link>
          </span>
          {isAhead && deadline !== null ? (
            <p className="pt-1 text-xl font-semibold">
              <Rich text={t('dock.left')} parts={{ time: <Countdown to={deadline} /> }} />
            </p>
          ) : null}
        </div>
        {isDrill(event) ? <Note tone="neutral">{t('drill.note')}</Note> : null}
        <section className="flex flex-col gap-2">
          <div className="flex items-baseline gap-3">
            <h3 className="flex-1">{t('dock.todo')}</h3>
            <HelpLink topic="advice" />
          </div>
          <AdviceList event={event} status={status} act={act} />
          {main.length > 0 ? (
            <div className="flex flex-wrap gap-2 pt-1">
              {main.map(({ action, problem }, index) => (
                <Button
                  key={action}
                  variant={index === 0 && problem === null ? 'primary' : 'secondary'}
                  icon={ACTION_ICONS[action]}
                  disabledReason={problem ? t(`problem.${problem}`) : undefined}
                  onClick={() => act(action, [event])}
                >
                  {t(`action.${action}`)}
                </Button>
              ))}
            </div>
          ) : null}
          {main.map(({ action, problem }) =>
            problem ? (
              <p key={action} className="text-xs text-text-muted">
                {t('dock.cannot', { action: t(`action.${action}`), why: t(`problem.${problem}`) })}
              </p>
            ) : null,
          )}
        </section>
        <section className="flex flex-col gap-2">
          <h3>{t('dock.life')}</h3>
          <LifeLineView event={event} />
        </section>
        <section className="flex flex-col gap-2">
          <h3>{t('dock.fields')}</h3>
          <RawFields event={event} />
        </section>
      </Dock>
    </div>
  );
}
