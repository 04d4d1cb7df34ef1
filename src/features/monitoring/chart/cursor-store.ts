import type { TimeSpan } from '@/domain/monitor-period';

/** What the pointer or the arrow keys say about the shared time axis. */
export interface CursorState {
  /** Epoch ms of the period's begin under the cursor; null: nowhere. */
  at: number | null;
  /** The span being drawn to zoom into. */
  brush: TimeSpan | null;
}

/**
 * The cursor of all charts of a page. It stands outside of React's state: a move renders the few marks that follow it and
 * never a chart.
 */
export interface CursorStore {
  get(): CursorState;
  subscribe(listener: () => void): () => void;
  move(at: number | null): void;
  brush(span: TimeSpan | null): void;
}

export function createCursorStore(): CursorStore {
  let state: CursorState = { at: null, brush: null };
  const listeners = new Set<() => void>();
  const set = (next: CursorState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    move: (at) => {
      if (at !== state.at) set({ ...state, at });
    },
    brush: (brush) => {
      if (brush?.from !== state.brush?.from || brush?.to !== state.brush?.to) set({ ...state, brush });
    },
  };
}
