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

/** A band and its place among those of the same time. */
export interface LaneBand extends BandMark {
  /** From 0 on; no two bands of one lane overlap. */
  lane: number;
}

/** What is marked on the time axis of a chart. */
export interface ChartMarks {
  points: readonly PointMark[];
  bands: readonly LaneBand[];
  /** Epoch ms: nothing can have been measured before, e.g. the creation; null: unknown, or before all that is shown. */
  begin: number | null;
}

export const NO_MARKS: ChartMarks = { points: [], bands: [], begin: null };

/** The bands, oldest first, each in the first lane that is free when it begins. */
export function inLanes(bands: readonly BandMark[]): LaneBand[] {
  const ends: number[] = [];
  return bands
    .toSorted((a, b) => a.from - b.from || a.id.localeCompare(b.id))
    .map((band) => {
      const free = ends.findIndex((end) => end <= band.from);
      const lane = free < 0 ? ends.length : free;
      // One that was over at once still takes its place.
      ends[lane] = Math.max(band.to ?? Infinity, band.from + 1);
      return { ...band, lane };
    });
}

/** Colour and dash of a lane: colour alone would not tell them apart. */
export function laneLook(lane: number): { colour: string; dash: string | undefined } {
  return LANE_LOOKS[lane % LANE_LOOKS.length]!;
}

const LANE_LOOKS = [
  { colour: 'var(--color-info-solid)', dash: undefined },
  { colour: 'var(--color-warn-solid)', dash: '6 2' },
  { colour: 'var(--color-series-3)', dash: '2 2' },
  { colour: 'var(--color-series-2)', dash: '8 2 2 2' },
] as const;

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
