import type { EventLane } from '../lanes';
import type { NumberedCollision } from '../numbered';
import { below, percent } from './measures';

/** More lines than these would be a thicket; then only the one pointed at is drawn. */
const MOST_LINES = 6;
/** The share of the week a numbered dot takes: those that would cover each other move apart. */
const DOT = 0.038;

/** The numbers of a row's collisions, where they are. */
export function CollisionDots({
  collisions,
  place,
}: {
  collisions: readonly NumberedCollision[];
  place(at: number): number;
}) {
  return spread(collisions, place).map(({ one, left }) => (
    <span
      key={one.number}
      className="absolute top-1/2 z-2 grid h-[18px] min-w-[18px] -translate-x-1/2 -translate-y-1/2 place-items-center rounded-full bg-danger-solid px-1 text-[11px] leading-none font-semibold text-on-danger"
      style={{ left: percent(left) }}
    >
      {one.number}
    </span>
  ));
}

function spread(collisions: readonly NumberedCollision[], place: (at: number) => number) {
  let last = -Infinity;
  return collisions.map((one) => {
    const left = Math.max(place(one.at), last + DOT);
    last = left;
    return { one, left: Math.min(left, 0.99) };
  });
}

export interface CollisionLinesProps {
  collisions: readonly NumberedCollision[];
  /** The collision pointed at, by number. */
  active: number | null;
  lanes: readonly EventLane[];
  /** Schedules, then runs under way, by ID in the order of their rows. */
  groups: readonly (readonly string[])[];
  place(at: number): number;
}

/** A line from the event to the run that it meets. */
export function CollisionLines({ collisions, active, lanes, groups, place }: CollisionLinesProps) {
  return collisions
    .filter((one) => (active === null ? collisions.length <= MOST_LINES : one.number === active))
    .map((one) => {
      const from = lanes.findIndex((lane) => lane.events.some((event) => event.key === one.eventKey));
      const to = rowBelow(groups, one.runId);
      if (from < 0 || to === null) return null;
      const top = below(1, from + 0.5);
      const bottom = below(to.headings, Math.max(1, lanes.length) + to.rows + 0.5);
      return (
        <span
          key={one.number}
          className="absolute w-0.5 -translate-x-px bg-danger-solid"
          style={{ left: percent(place(one.at)), top, height: `calc(${bottom} - ${top})` }}
        />
      );
    });
}

/** How many headings, and rows beneath the events, stand above a row. */
function rowBelow(groups: CollisionLinesProps['groups'], id: string) {
  let rows = 0;
  for (const [index, ids] of groups.entries()) {
    const row = ids.indexOf(id);
    if (row >= 0) return { headings: index + 2, rows: rows + row };
    // A group without rows says so in one.
    rows += Math.max(1, ids.length);
  }
  return null;
}
