import type { MetricPoint } from '@/api/cms/metrics';
import type { LineSource } from '../chart/chart-line';

/** Lines a chart can tell apart. */
const MOST_LINES = 4;

/**
 * A metric's points as lines: one for each device, state or process, those with the largest values first, as the others are
 * too many for a chart.
 * @param dimension the name of what tells the points of one time apart
 */
export function linesByDimension(points: readonly MetricPoint[], dimension: string): LineSource[] {
  const lines = new Map<
    string,
    { source: LineSource & { samples: { at: number; value: unknown }[] }; top: number }
  >();
  for (const point of points) {
    const id = point.dimensions[dimension] ?? '';
    const line = lines.get(id) ?? { source: { id: `of ${id}`, label: id || '–', samples: [] }, top: 0 };
    line.source.samples.push({ at: point.at, value: point.Average ?? point.Maximum });
    line.top = Math.max(line.top, point.Average ?? point.Maximum ?? 0);
    lines.set(id, line);
  }
  return [...lines.values()]
    .toSorted((a, b) => b.top - a.top || a.source.label.localeCompare(b.source.label))
    .slice(0, MOST_LINES)
    .map(({ source }) => source);
}
