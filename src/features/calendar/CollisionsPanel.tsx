import { ShieldCheck } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import type { Acts, EventItem, InstanceFacts } from '@/features/events';
import { CollisionItem, type MetRun } from './CollisionItem';
import type { NumberedCollision } from './numbered';

export interface CollisionsPanelProps {
  /** Whether every region has answered: without that, an empty list is no answer. */
  known: 'whole' | 'partly' | 'notYet';
  collisions: readonly NumberedCollision[];
  events: ReadonlyMap<string, EventItem>;
  /** Schedules and runs under way, by ID. */
  runs: ReadonlyMap<string, MetRun>;
  facts: InstanceFacts;
  act: Acts['act'];
  now: number;
  active: number | null;
  onActive(number: number | null): void;
}

const MOST_SHOWN = 50;

/** Where a run and an event meet on an instance, and what can be done about each. */
export function CollisionsPanel({
  known,
  collisions,
  events,
  runs,
  facts,
  act,
  now,
  active,
  onActive,
}: CollisionsPanelProps) {
  const { t } = useTranslation('calendar');
  return (
    <aside
      data-beside
      aria-labelledby="calendar-collisions"
      className="-mr-(--gutter) ml-5 flex w-[316px] flex-none flex-col gap-4 overflow-auto rounded-tl-lg bg-panel px-5 pt-[18px] pb-4 forced-colors:border-l"
    >
      <h2 id="calendar-collisions" className="text-xl">
        {t('collisions.title')}
      </h2>
      {known === 'partly' ? <p className="text-text-muted">{t('collisions.partly')}</p> : null}
      {known === 'whole' && collisions.length === 0 ? (
        <p className="flex gap-2 text-text-muted">
          <ShieldCheck className="size-4 flex-none text-ok" aria-hidden />
          {t('collisions.none')}
        </p>
      ) : null}
      <ol className="flex flex-col gap-5">
        {collisions.slice(0, MOST_SHOWN).map((one) => {
          const event = events.get(one.eventKey);
          const met = runs.get(one.runId);
          if (!event || !met) return null;
          return (
            <CollisionItem
              key={`${one.runId} ${one.eventKey}`}
              collision={one}
              event={event}
              met={met}
              facts={facts}
              act={act}
              now={now}
              isActive={active === one.number}
              onActive={onActive}
            />
          );
        })}
      </ol>
      {collisions.length > MOST_SHOWN ? (
        <p className="text-text-muted">{t('collisions.rest', { count: collisions.length - MOST_SHOWN })}</p>
      ) : null}
    </aside>
  );
}
