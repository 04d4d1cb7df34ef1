import type { TimeSpan } from '@/domain/monitor-period';
import { type ChartMarks, type LaneBand, type PointMark, shownBand } from './chart-marks';
import { type Geometry, laneTop, LANE } from './geometry';

/** Pixels around a run's mark that count as the mark. */
const REACH = 7;
const MARK_HEIGHT = 16;
/** Pixels around a band's strip that count as the strip. */
const STRIP_REACH = 1;

export type Mark = PointMark | LaneBand;

/** The marks at a place of the chart, pixels from its top left corner, the nearest first. */
export function marksUnder(
  { x, y }: { x: number; y: number },
  { points, bands }: ChartMarks,
  geometry: Geometry,
): Mark[] {
  const { x: xOf, bottom } = geometry;
  if (y > bottom - MARK_HEIGHT && y < bottom + MARK_HEIGHT / 2) {
    const near = points
      .map((point) => ({ point, distance: Math.abs(xOf(point.at) - x) }))
      .filter(({ distance }) => distance <= REACH)
      .toSorted((a, b) => a.distance - b.distance);
    if (near.length > 0) return near.map(({ point }) => point);
  }
  if (y < 0 || y > bottom) return [];
  const over = bands.filter(
    ({ from, to }) => x >= xOf(from) - 1 && (to === null || x <= Math.max(xOf(to), xOf(from) + 2) + 1),
  );
  const strip = over.find(({ lane }) => {
    const top = laneTop(lane);
    return y >= top - STRIP_REACH && y < top + LANE.height + STRIP_REACH;
  });
  return strip ? [strip] : over;
}

/** The marks of a period. */
export function marksIn({ points, bands }: ChartMarks, { from, to }: TimeSpan): Mark[] {
  return [
    ...points.filter(({ at }) => at >= from && at < to),
    ...bands.filter((band) => band.from < to && shownBand(band, { from, to })),
  ];
}
