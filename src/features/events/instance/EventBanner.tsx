import { Hourglass } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import type { Instance } from '@/api/ecs/instances';
import { inAutoRecovery } from '@/domain/system-event-actions';
import { categoryOf, isDrill, isPendingEventState } from '@/domain/system-events';
import { useFormat } from '@/i18n/format';
import { Rich } from '@/i18n/Rich';
import { Button } from '@/ui/Button';
import { Note } from '@/ui/Note';
import { Time } from '@/ui/Time';
import { isArrears } from '../actions/renewal-page';
import { useActs } from '../actions/use-acts';
import { Countdown } from '../clock/Countdown';
import { useClock } from '../clock/ticker';
import { useOffers } from '../detail/AdviceList';
import { deadlineOf, type EventItem, eventItems } from '../event-item';
import { DrillBadge, useTypeName } from '../EventWords';
import { ACTION_ICONS } from '../offers';
import { eventPaths } from '../paths';
import { byTimeLeft } from '../pending/pending-groups';
import { type InstanceFacts, usePendingEvents } from '../queries';

/** The next event of an instance, and how many more there are. */
export function EventBanner({ region, instance }: { region: string; instance: Instance }) {
  const pending = usePendingEvents(region);
  const events = useMemo(
    () =>
      byTimeLeft(
        eventItems(region, pending.data ?? []).filter((event) => event.instanceId === instance.InstanceId),
      ),
    [instance.InstanceId, pending.data, region],
  );
  // What is happening comes before what will happen.
  const event = events.find(({ state }) => !isPendingEventState(state)) ?? events[0];
  return event ? <Banner event={event} instance={instance} more={events.length - 1} /> : null;
}

function Banner({ event, instance, more }: { event: EventItem; instance: Instance; more: number }) {
  const { t } = useTranslation('events');
  const format = useFormat();
  const typeName = useTypeName();
  const facts = useMemo<InstanceFacts>(
    () =>
      new Map([
        [`${event.region} ${instance.InstanceId}`, { name: instance.InstanceName, status: instance.Status }],
      ]),
    [event.region, instance],
  );
  const { act, dialog } = useActs(facts);
  const offers = useOffers(event, instance.Status).filter(({ action }) =>
    ['restart', 'reschedule', 'accept', 'cancelDrill', 'renew'].includes(action),
  );
  const deadline = deadlineOf(event);
  const isAhead = useClock((now) => deadline !== null && deadline > now);
  const recovering = inAutoRecovery([event]);
  const performance = categoryOf(event.type) === 'performance';
  const begun = event.notBefore ?? event.publishedAt;
  return (
    <>
      <Note
        tone={recovering ? 'danger' : performance || !isAhead ? 'info' : 'warn'}
        icon={Hourglass}
        role="status"
        className="mb-3"
        action={
          <>
            {offers.map(({ action, problem }, index) => (
              <Button
                key={action}
                size="sm"
                variant={index === 0 && action !== 'renew' ? 'primary' : 'secondary'}
                icon={ACTION_ICONS[action]}
                disabledReason={problem ? t(`problem.${problem}`) : undefined}
                onClick={() => act(action, [event])}
              >
                {t(`action.${action === 'renew' && isArrears(event.type) ? 'topUp' : action}`)}
              </Button>
            ))}
            <Link
              to={eventPaths(event.region).instanceEvents(event.instanceId)}
              className="inline-link px-1.5"
            >
              {t('banner.details')}
            </Link>
          </>
        }
      >
        {isDrill(event) ? <DrillBadge className="mr-1.5" /> : null}
        <b>
          {isAhead && deadline !== null ? (
            <Rich
              text={t('banner.ahead', { what: typeName(event.type) })}
              parts={{ time: <Countdown to={deadline} /> }}
            />
          ) : (
            t('banner.underWay', { what: typeName(event.type) })
          )}
        </b>
        {format.gap}
        {isAhead && deadline !== null ? (
          <Rich
            text={t('banner.planned', { utc: format.full(deadline, 'utc') })}
            parts={{ time: <Time at={deadline} /> }}
          />
        ) : begun !== null ? (
          <Rich text={t('banner.since')} parts={{ time: <Time at={begun} /> }} />
        ) : null}
        {format.gap}
        {recovering ? t('banner.recovering') : null}
        {performance ? t('banner.performance') : null}
        {isAhead && offers.some(({ action }) => action === 'restart') ? t('banner.restart') : null}
        {more > 0 ? format.gap + t('banner.more', { count: more }) : null}
      </Note>
      {dialog}
    </>
  );
}
