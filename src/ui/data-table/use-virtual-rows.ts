import type { Range } from '@tanstack/react-virtual';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import { useCallback, useEffect } from 'react';
import type { SparseRows } from './row-source';

const HEAD_HEIGHT = 30;
const FADE_HEIGHT = 20;
const OVERSCAN = 5;
/** Shown when the box has no size: a test, or a hidden panel. */
const ROWS_WITHOUT_SIZE = 50;

export interface VirtualRow {
  index: number;
  /** Height of the gap before this row, pixels. */
  gap: number;
}

interface VirtualRows {
  rows: VirtualRow[];
  /** Height of what is not rendered after the last row, pixels. */
  tail: number;
  scrollTo(index: number): void;
  /** Whole rows that fit, at least one. */
  pageLength(): number;
}

/** Which rows to render: those in view, a few around them, and the row that holds the focus. */
export function useVirtualRows<Row>(
  box: RefObject<HTMLDivElement | null>,
  source: SparseRows<Row>,
  count: number,
  rowHeight: number,
  active: number,
): VirtualRows {
  const rangeExtractor = useCallback(
    (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      if (active >= range.count || indexes.includes(active)) return indexes;
      return [...indexes, active].sort((a, b) => a - b);
    },
    [active],
  );
  // oxlint-disable-next-line react/incompatible-library -- its answers change without its identity; nothing here is memoised on it
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    initialRect: { width: 0, height: 700 },
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    scrollPaddingEnd: FADE_HEIGHT,
    rangeExtractor,
  });

  const items = virtualizer.getVirtualItems();
  const indexes =
    items.length > 0
      ? items.map((item) => item.index)
      : Array.from({ length: Math.min(count, ROWS_WITHOUT_SIZE) }, (_, index) => index);
  const rows = indexes.map((index, position) => {
    const previous = position === 0 ? -1 : (indexes[position - 1] ?? -1);
    return { index, gap: (index - previous - 1) * rowHeight };
  });
  const last = indexes.at(-1) ?? -1;

  const first = virtualizer.range?.startIndex ?? indexes[0] ?? 0;
  const end = virtualizer.range?.endIndex ?? last;
  const { onRange } = source;
  useEffect(() => {
    if (end >= first && end >= 0) onRange(first, end);
  }, [first, end, onRange]);

  return {
    rows,
    tail: (count - 1 - last) * rowHeight,
    scrollTo: (index) => virtualizer.scrollToIndex(index),
    pageLength: () =>
      Math.max(1, Math.floor(((box.current?.clientHeight ?? 0) - HEAD_HEIGHT) / rowHeight) - 1),
  };
}
