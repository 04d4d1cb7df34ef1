const HEAD_HEIGHT = 30;
const FADE_HEIGHT = 20;
/** Until the box is measured. */
const LIKELY_HEIGHT = 700;
/** In view when the box has no size: a test, or a hidden panel. */
const ROWS_WITHOUT_SIZE = 45;

/** The first and the last row in view, if there were rows without end. */
export interface Span {
  first: number;
  last: number;
}

/** What shows in the box that a table scrolls in; its rows are all as high. */
export interface BoxView {
  /** The same object while it does not change. */
  span(): Span;
  subscribe(listener: () => void): () => void;
  scrollTo(index: number): void;
  /** Whole rows that fit, at least one. */
  pageLength(): number;
}

/** @param find the box, once it is there */
export function watchBox(find: () => HTMLElement | null, rowHeight: number): BoxView {
  let span = spanOf(0, LIKELY_HEIGHT, rowHeight);
  return {
    span: () => span,
    subscribe(listener) {
      const box = find();
      if (!box) return () => undefined;
      const look = () => {
        const next = spanOf(box.scrollTop, box.clientHeight, rowHeight);
        if (next.first === span.first && next.last === span.last) return;
        span = next;
        listener();
      };
      look();
      box.addEventListener('scroll', look, { passive: true });
      const observer = new ResizeObserver(look);
      observer.observe(box);
      return () => {
        box.removeEventListener('scroll', look);
        observer.disconnect();
      };
    },
    scrollTo(index) {
      const box = find();
      if (!box) return;
      const top = index * rowHeight;
      // Between the head, which stays, and the edge, which fades.
      const least = HEAD_HEIGHT + top + rowHeight + FADE_HEIGHT - box.clientHeight;
      if (box.scrollTop < least) box.scrollTop = least;
      else if (box.scrollTop > top) box.scrollTop = top;
    },
    pageLength: () => Math.max(1, Math.floor(((find()?.clientHeight ?? 0) - HEAD_HEIGHT) / rowHeight) - 1),
  };
}

function spanOf(scrollTop: number, height: number, rowHeight: number): Span {
  if (height === 0) return { first: 0, last: ROWS_WITHOUT_SIZE - 1 };
  const top = scrollTop - HEAD_HEIGHT;
  return {
    first: Math.max(0, Math.floor(top / rowHeight)),
    last: Math.max(0, Math.ceil((top + height) / rowHeight) - 1),
  };
}
