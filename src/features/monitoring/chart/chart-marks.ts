import type { TimeSpan } from '@/domain/monitor-period';

/** Something that happened at a moment, e.g. a run: ▲ on the time axis. */
export interface PointMark {
  id: string;
  at: number;
  label: string;
  /** Where it is told in full. */
  to: string;
}

/** Something that went on for a while, e.g. a live migration: a band behind the lines. */
export interface BandMark {
  id: string;
  /** An end of null: it goes on. */
  from: number;
  to: number | null;
  label: string;
  address: string;
}

/** What is marked on the time axis of a chart. */
export interface ChartMarks {
  points: readonly PointMark[];
  bands: readonly BandMark[];
  /** Epoch ms: nothing can have been measured before, e.g. the creation; null: unknown, or before all that is shown. */
  begin: number | null;
}

export const NO_MARKS: ChartMarks = { points: [], bands: [], begin: null };

/** The part of a band that a span shows; null when it shows none. */
export function shownBand(band: BandMark, span: TimeSpan): TimeSpan | null {
  const from = Math.max(band.from, span.from);
  const to = Math.min(band.to ?? Infinity, span.to);
  return to > from || (to === from && band.from >= span.from) ? { from, to } : null;
}

/** The marks that a span shows, oldest first. */
export function marksWithin({ points, bands, begin }: ChartMarks, span: TimeSpan): ChartMarks {
  return {
    points: points.filter(({ at }) => at >= span.from && at <= span.to).toSorted((a, b) => a.at - b.at),
    bands: bands.filter((band) => shownBand(band, span)).toSorted((a, b) => a.from - b.from),
    begin: begin !== null && begin > span.from && begin < span.to ? begin : null,
  };
}
