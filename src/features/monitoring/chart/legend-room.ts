import type { ChartModel } from './chart-line';

/** Pixels of a Latin letter in the heading's sizes, on average. */
const LETTER = 6.5;
/** Letters that a line's key and value take beside its name. */
const KEY_AND_VALUE = 9;
const WIDE = /[\u1100-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]/g;

/** Letters of a text; those of East Asia are twice as wide. */
function lettersOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}

/** Whether the names and values of the lines fit beside the heading of a chart; else they are told under it. */
export function hasLegendRoom({ lines }: ChartModel, heading: string, width: number): boolean {
  const names =
    lines.length > 1 ? lines.map(({ label }) => lettersOf(label) + KEY_AND_VALUE) : [KEY_AND_VALUE];
  return (lettersOf(heading) + names.reduce((sum, letters) => sum + letters, 0)) * LETTER <= width;
}
