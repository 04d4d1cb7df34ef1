import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import { categoryOf, isDrill } from '@/domain/system-events';
import { DrillBadge, eventPaths, type InstanceFacts, nameOf, typeLook, useTypeName } from '@/features/events';
import { useFormat } from '@/i18n/format';
import { cx } from '@/ui/cx';
import { SOLID, TEXT } from '@/ui/tones';
import type { EventLane } from '../lanes';
import { LABEL, percent, ROW } from './measures';

export interface EventRowProps {
  lane: EventLane;
  facts: InstanceFacts;
  place(at: number): number;
  /** When it begins, short: day and time in the week, else the day. */
  when(at: number): string;
  /** Of its collisions. */
  numbers: readonly number[];
}

/** Events of one kind at one time: pale the user's window, solid when they are carried out. */
export function EventRow({ lane, facts, place, when, numbers }: EventRowProps) {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const typeName = useTypeName();
  const [event] = lane.events;
  if (!event) return null;
  const { tone, icon: Icon } = typeLook(event.type);
  const names = lane.events.map((one) => nameOf(facts, one));
  const shown =
    names.length <= 2 ? format.list(names) : t('grid.andMore', { name: names[0], count: names.length - 1 });
  const category = categoryOf(event.type) ?? 'unknown';
  const { window, execution } = lane;
  return (
    <li className={cx(ROW, 'relative flex')}>
      <span className={cx(LABEL, 'flex flex-none items-center gap-2 pr-3')}>
        <Icon className={cx('size-4 flex-none stroke-2', TEXT[tone])} aria-hidden />
        <Link
          to={eventPaths(event.region).pendingEvent(event.id)}
          className="truncate font-semibold text-text! hover:text-accent!"
          title={`${format.list(names)}: ${typeName(event.type)}`}
        >
          {shown}
        </Link>
        {isDrill(event) ? (
          <DrillBadge className="" />
        ) : (
          <span className="flex-none text-text-muted">{t(`kind.${category}`)}</span>
        )}
        <span className="sr-only">
          {numbers.length > 0
            ? t('grid.meets', { count: numbers.length, list: format.list(numbers.map(String)) })
            : ''}
        </span>
        <span className="ml-auto flex-none text-xs text-text-muted" title={format.full(lane.at)}>
          {when(lane.at)}
        </span>
      </span>
      <span aria-hidden className="relative flex-1">
        {window ? (
          <span
            className="absolute top-1/2 h-2.5 -translate-y-1/2 bg-heat-2 forced-colors:border"
            style={{
              left: percent(place(window.from)),
              width: percent(place(window.to) - place(window.from)),
            }}
          />
        ) : null}
        {execution && place(execution.from) < 1 ? (
          <span
            title={typeName(event.type)}
            className={cx(
              'absolute top-1/2 h-[18px] -translate-y-1/2 rounded-[3px] forced-colors:bg-[CanvasText]',
              SOLID[tone],
            )}
            style={{
              left: `min(${percent(place(execution.from))}, 100% - 5px)`,
              width: `max(5px, ${percent(place(execution.to) - place(execution.from))})`,
            }}
          />
        ) : null}
      </span>
    </li>
  );
}
