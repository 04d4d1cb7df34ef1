import type { RefObject } from 'react';
import { useDeferredValue, useEffect, useMemo, useSyncExternalStore } from 'react';
import { type BoxView, type Span, watchBox } from './box-view';
import type { SparseRows } from './row-source';

/** Rendered before and after those in view, for a scroll to find them there. */
const ROWS_AROUND = 5;

export interface VirtualRow {
  index: number;
  /** Height of the gap before this row, pixels. */
  gap: number;
}

interface VirtualRows extends Pick<BoxView, 'scrollTo' | 'pageLength'> {
  rows: VirtualRow[];
  /** Height of what is not rendered after the last row, pixels. */
  tail: number;
}

/**
 * Which rows to render: those in view, a few around them, and the row that holds the focus. A list that is thrown shows other
 * rows altogether: those in view come first then, and the ones around them when the page has time.
 */
export function useVirtualRows<Row>(
  box: RefObject<HTMLDivElement | null>,
  source: SparseRows<Row>,
  count: number,
  rowHeight: number,
  active: number,
): VirtualRows {
  const view = useMemo(() => watchBox(() => box.current, rowHeight), [box, rowHeight]);
  const span = useSyncExternalStore(view.subscribe, view.span);
  const settled = useDeferredValue(span);

  const last = Math.min(span.last, count - 1);
  const first = Math.max(0, Math.min(span.first, last));
  const { onRange } = source;
  useEffect(() => {
    if (last >= 0) onRange(first, last);
  }, [first, last, onRange]);

  const from = Math.max(0, first - ROWS_AROUND);
  const to = Math.min(count - 1, last + ROWS_AROUND);
  const around = Array.from({ length: to - from + 1 }, (_, place) => from + place);
  const indexes = around.filter(
    (index) => index === active || (index >= first && index <= last) || isNear(index, settled),
  );
  if (active < from && active < count) indexes.unshift(active);
  if (active > to && active < count) indexes.push(active);
  return {
    rows: indexes.map((index, place) => ({
      index,
      gap: (index - (indexes[place - 1] ?? -1) - 1) * rowHeight,
    })),
    tail: (count - 1 - (indexes.at(-1) ?? -1)) * rowHeight,
    scrollTo: view.scrollTo,
    pageLength: view.pageLength,
  };
}

function isNear(index: number, { first, last }: Span): boolean {
  return index >= first - ROWS_AROUND && index <= last + ROWS_AROUND;
}
