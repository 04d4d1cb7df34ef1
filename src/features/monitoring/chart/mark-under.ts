import type { ChartMarks } from './chart-marks';
import type { Geometry } from './geometry';

/** Pixels around a run's mark that count as the mark. */
const REACH = 7;
const MARK_HEIGHT = 16;

/** The address of the mark at a place of the chart, pixels from its top left corner; null where there is none. */
export function markUnder(
  { x, y }: { x: number; y: number },
  marks: ChartMarks,
  { x: xOf, top, bottom }: Geometry,
): string | null {
  if (y > bottom - MARK_HEIGHT && y < bottom + MARK_HEIGHT / 2) {
    const near = marks.points
      .map((point) => ({ point, distance: Math.abs(xOf(point.at) - x) }))
      .filter(({ distance }) => distance <= REACH)
      .toSorted((a, b) => a.distance - b.distance)[0];
    if (near) return near.point.to;
  }
  if (y < top || y > bottom) return null;
  const band = marks.bands.find(
    ({ from, to }) => x >= xOf(from) - 1 && (to === null || x <= Math.max(xOf(to), xOf(from) + 2) + 1),
  );
  return band?.address ?? null;
}
