import { placeIn, type Week } from '../week';

/** Width of the names beside the week. */
export const LABEL = 'w-[248px]';

/** Rows breathe where the window is high; everything in the grid is measured in these two. */
export const HEIGHTS =
  '[--head:34px] [--row:30px] [@media(min-height:860px)]:[--head:38px] [@media(min-height:860px)]:[--row:34px]';
export const ROW = 'h-(--row)';
export const HEAD = 'h-(--head)';

/** How far below the top of the grid something is that has so many headings and rows above it, as CSS. */
export function below(headings: number, rows: number): string {
  return `calc(var(--head) * ${headings} + var(--row) * ${rows})`;
}

/** The pattern for many at once. */
export const BAND =
  'bg-[repeating-linear-gradient(90deg,var(--color-text)_0_2px,transparent_2px_4px)] forced-colors:border';

export const percent = (share: number) => `${(share * 100).toFixed(3)}%`;

/** Where a moment is drawn: its share of the week, at the edges when it lies outside. */
export function placeOf(week: Week): (at: number) => number {
  return (at) => Math.min(1, Math.max(0, placeIn(week, at)));
}
