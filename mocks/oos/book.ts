import type { EngineActed, StartedRequest } from './acts';
import { type EngineOrder, orderOf } from './order';

/** One call made for an item: its run, or why there is none. */
export interface Attempt {
  at: number;
  invokeId: string | null;
  refusal: { code: string; message: string } | null;
}

/** One execution as its acts tell it. Times in world epoch ms. */
export interface EngineRun {
  executionId: string;
  /** When it was asked for. */
  at: number;
  request: StartedRequest;
  order: EngineOrder;
  attempts: ReadonlyMap<string, readonly Attempt[]>;
  /** When somebody said that it may go on, oldest first. */
  approvals: readonly number[];
  /** When an item was to be tried again, by item. */
  retries: ReadonlyMap<string, readonly number[]>;
  skips: ReadonlyMap<string, number>;
  rejectedAt: number | null;
  cancelledAt: number | null;
}

interface WritableRun extends EngineRun {
  attempts: Map<string, Attempt[]>;
  approvals: number[];
  retries: Map<string, number[]>;
  skips: Map<string, number>;
}

interface Book {
  read: number;
  runs: Map<string, WritableRun>;
}

const books = new WeakMap<readonly EngineActed[], Book>();

/** Every execution there was, oldest first. What names something unknown or cannot be understood changes nothing. */
export function engineRuns(acts: readonly EngineActed[]): ReadonlyMap<string, EngineRun> {
  const book = books.get(acts) ?? { read: 0, runs: new Map() };
  books.set(acts, book);
  for (const act of acts.slice(book.read)) reduce(book.runs, act);
  book.read = acts.length;
  return book.runs;
}

function reduce(runs: Book['runs'], { at, executionId, deed }: EngineActed): void {
  const run = runs.get(executionId);
  if (deed.what === 'started') {
    if (!run) begin(runs, executionId, at, deed.request);
    return;
  }
  if (!run) return;
  switch (deed.what) {
    case 'began':
      return push(run.attempts, deed.item, { at, invokeId: deed.invokeId, refusal: null });
    case 'refused': {
      const { code, message } = deed;
      return push(run.attempts, deed.item, { at, invokeId: null, refusal: { code, message } });
    }
    case 'approved':
      run.approvals.push(at);
      return;
    case 'rejected':
      run.rejectedAt ??= at;
      return;
    case 'cancelled':
      run.cancelledAt ??= at;
      return;
    case 'retried':
      return push(run.retries, deed.item, at);
    case 'skipped':
      run.skips.set(deed.item, at);
  }
}

function begin(runs: Book['runs'], executionId: string, at: number, request: StartedRequest): void {
  let order: EngineOrder;
  try {
    order = orderOf(request);
  } catch {
    return;
  }
  runs.set(executionId, {
    ...{ executionId, at, request, order },
    attempts: new Map(),
    approvals: [],
    retries: new Map(),
    skips: new Map(),
    rejectedAt: null,
    cancelledAt: null,
  });
}

function push<T>(index: Map<string, T[]>, key: string, item: T): void {
  const list = index.get(key);
  if (list) list.push(item);
  else index.set(key, [item]);
}
