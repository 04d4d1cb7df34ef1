import { useTranslation } from '@/i18n/use-translation';
import { isDrill } from '@/domain/system-events';
import { eventActions } from '@/domain/system-event-actions';
import { pauseBatchRun } from '@/features/batches';
import { type Acts, DrillBadge, type EventItem, type InstanceFacts, nameOf } from '@/features/events';
import { useFormat } from '@/i18n/format';
import { Rich } from '@/i18n/Rich';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { LinkButton } from '@/ui/LinkButton';
import { Time } from '@/ui/Time';
import { toast } from '@/ui/toasts';
import type { NumberedCollision } from './numbered';
import type { OpenRun } from './open-runs';

/** A name that is broken only where it is longer than its line: not at each hyphen. */
const WHOLE = 'inline-block max-w-full align-top';

/** What an event meets: a schedule, or a run that is not over. */
export interface MetRun {
  name: string;
  path: string;
  /** Null: a schedule. */
  open: OpenRun | null;
}

export interface CollisionItemProps {
  collision: NumberedCollision;
  event: EventItem;
  met: MetRun;
  facts: InstanceFacts;
  act: Acts['act'];
  now: number;
  isActive: boolean;
  onActive(number: number | null): void;
}

/** One collision in words, and what can be done about it: on the side of the event, and on the side of the run. */
export function CollisionItem({
  collision: { kind, number, at, count },
  event,
  met,
  facts,
  act,
  now,
  isActive,
  onActive,
}: CollisionItemProps) {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const values = { schedule: met.name, instance: nameOf(facts, event) };
  const offers = eventActions(event, undefined, now).filter(
    ({ action, problem }) =>
      problem === null &&
      // A restart now would itself cut off what runs there.
      (action === 'reschedule' || (action === 'restart' && met.open === null)),
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- pointing at it draws its line in the grid
    <li
      className="flex gap-3"
      onPointerEnter={() => onActive(number)}
      onPointerLeave={() => onActive(null)}
      onFocus={() => onActive(number)}
      onBlur={() => onActive(null)}
    >
      <span
        aria-hidden
        className={cx(
          'grid h-5 min-w-5 flex-none place-items-center rounded-full bg-danger-solid px-1 text-xs font-semibold text-on-danger',
          isActive && 'outline-2 outline-offset-2 outline-danger-solid',
        )}
      >
        {number}
      </span>
      <span className="flex min-w-0 flex-1 flex-col gap-1">
        <b className="break-words">
          <Rich
            text={t(`collisions.head.${kind}`, { schedule: '<schedule/>', instance: '<instance/>' })}
            parts={{
              schedule: <span className={WHOLE}>{values.schedule}</span>,
              instance: <span className={WHOLE}>{values.instance}</span>,
            }}
          />
          {isDrill(event) ? <DrillBadge /> : null}
        </b>
        <span className="flex flex-wrap gap-x-2 text-text-muted">
          {kind === 'underWay' ? (
            t('collisions.now')
          ) : (
            <>
              <Time at={at} /> <span>{format.full(at, 'utc')}</span>
            </>
          )}
        </span>
        <span>
          {format.sentences(
            t(`collisions.body.${kind}`, values),
            count > 1 ? t('collisions.more', { count: count - 1 }) : null,
          )}
        </span>
        <span className="flex flex-wrap gap-1.5 pt-1">
          {offers.map(({ action }) => (
            <Button key={action} size="sm" onClick={() => act(action, [event])}>
              {t(`collisions.${action === 'restart' ? 'restart' : 'reschedule'}`)}
              <span className="sr-only"> {values.instance}</span>
            </Button>
          ))}
          {met.open?.canPause ? <PauseButton run={met.open} name={met.name} /> : null}
          <LinkButton size="sm" to={met.path}>
            {t(met.open ? 'collisions.openRun' : 'collisions.openSchedule')}
            <span className="sr-only"> {values.schedule}</span>
          </LinkButton>
        </span>
      </span>
    </li>
  );
}

/** Holds back the batches that were not sent: it can be taken back on the run's page, so that nothing is asked. */
function PauseButton({ run, name }: { run: OpenRun; name: string }) {
  const { t } = useTranslation('calendar');
  const pause = () =>
    pauseBatchRun(run.id).then(
      () => toast({ tone: 'ok', title: t('collisions.paused', { name }), body: t('collisions.pausedBody') }),
      () => toast({ tone: 'danger', title: t('collisions.notPaused'), body: t('collisions.notPausedBody') }),
    );
  return (
    <Button size="sm" onClick={() => void pause()}>
      {t('collisions.pause')}
      <span className="sr-only"> {name}</span>
    </Button>
  );
}
