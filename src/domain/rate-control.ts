/** A number of things, or a percentage of them such as `25%`. */
export type Share = number | string;

export const BATCH_PAUSES = ['Automatic', 'FirstBatchPause', 'EveryBatchPause'] as const;
export type BatchPause = (typeof BATCH_PAUSES)[number];

/** How fast a loop of the engine goes, where it pauses and what it tolerates (contract OOS 4.1). */
export type RateControl = { /** Failed items that are tolerated. */ maxErrors: Share } & (
  | { mode: 'Concurrency'; /** Items running at once. */ concurrency: Share }
  | {
      mode: 'Batch';
      /** Sizes of the batches; the last one repeats until no item is left. */
      batches: readonly Share[];
      /** Items running at once within each batch; the last one repeats. */
      concurrencyInBatches: readonly number[];
      pause: BatchPause;
    }
);

/** Without a word about it (contract OOS 4.1). */
export const DEFAULT_CONCURRENCY_IN_BATCH = 20;
/** Items of one loop, and the highest concurrency (contract OOS 3, 4.1). */
export const MOST_LOOP_ITEMS = 1000;

/** Where one item stands: a loop looks at no more. */
export type ItemState = 'pending' | 'running' | 'succeeded' | 'failed' | 'skipped' | 'cancelled';

/** What a loop does next. `pause`: the batch of that number, from 1, has ended and somebody has to say that it may go on. */
export type RateStep =
  | { kind: 'start'; /** Places of the items, from 0. */ items: number[] }
  | { kind: 'wait' }
  | { kind: 'pause'; batch: number }
  /** More items failed than are tolerated: nothing more starts. */
  | { kind: 'stop' }
  | { kind: 'done' };

/** A share as typed or sent: a whole number, or a whole percentage up to 100; null for anything else. */
export function readShare(value: unknown): Share | null {
  if (typeof value === 'number') return Number.isInteger(value) && value >= 0 ? value : null;
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (/^\d{1,6}$/.test(text)) return Number(text);
  const percent = /^(\d{1,3})\s*%$/.exec(text)?.[1];
  return percent !== undefined && Number(percent) <= 100 ? `${Number(percent)}%` : null;
}

/** So many of `total`: percentages rounded up, at least one and never more than there are. */
export function shareOf(share: Share, total: number): number {
  const wanted = typeof share === 'number' ? Math.floor(share) : Math.ceil(percentOf(share, total));
  return Math.min(total, Math.max(1, Number.isFinite(wanted) ? wanted : 1));
}

/** Failures that are tolerated among `total`: percentages rounded down. */
export function toleratedOf(share: Share, total: number): number {
  return typeof share === 'number' ? share : Math.floor(percentOf(share, total));
}

function percentOf(share: string, total: number): number {
  return (Number(share.replace('%', '')) * total) / 100;
}

/** Sizes of the batches that `total` items go in; with a concurrency alone all of them are one. */
export function batchSizes(control: RateControl, total: number): number[] {
  if (total === 0) return [];
  if (control.mode === 'Concurrency' || control.batches.length === 0) return [total];
  const sizes: number[] = [];
  for (let left = total; left > 0; left -= sizes.at(-1) ?? left) {
    const share = control.batches[Math.min(sizes.length, control.batches.length - 1)] ?? total;
    sizes.push(Math.min(left, shareOf(share, total)));
  }
  return sizes;
}

/** The batch of each item, from 1, in order. */
export function batchNumbers(control: RateControl, total: number): number[] {
  return batchSizes(control, total).flatMap((size, index) => Array.from({ length: size }, () => index + 1));
}

/** Items of the batch, counted from 1, that run at once. */
export function concurrencyIn(control: RateControl, batch: number, total: number): number {
  if (control.mode === 'Concurrency') return shareOf(control.concurrency, total);
  const { concurrencyInBatches: own } = control;
  return own[Math.min(batch, own.length) - 1] ?? DEFAULT_CONCURRENCY_IN_BATCH;
}

/** Whether the loop waits for somebody after the batch; after the last one it never does. */
export function pausesAfter(control: RateControl, batch: number): boolean {
  if (control.mode === 'Concurrency') return false;
  return control.pause === 'EveryBatchPause' || (control.pause === 'FirstBatchPause' && batch === 1);
}

/**
 * The next step of a loop over items in their order (contract OOS 4.1, 4.2, with the proposals for what is not published).
 * A batch starts when the one before has ended. Items under way go on to their end whatever happens to the others.
 * @param approved pauses that somebody ended, i.e. the first so many batches after which there is one
 */
export function nextRateStep(states: readonly ItemState[], control: RateControl, approved: number): RateStep {
  const isOpen = states.includes('running');
  const failed = states.filter((state) => state === 'failed').length;
  if (isOverLimit(failed, control, states.length))
    return states.includes('pending') ? { kind: 'stop' } : end(isOpen);
  let from = 0;
  let pauses = 0;
  for (const [index, size] of batchSizes(control, states.length).entries()) {
    const batch = states.slice(from, from + size);
    const running = batch.filter((state) => state === 'running').length;
    const waiting = batch.flatMap((state, place) => (state === 'pending' ? [from + place] : []));
    if (waiting.length > 0) {
      const room = concurrencyIn(control, index + 1, states.length) - running;
      return room > 0 ? { kind: 'start', items: waiting.slice(0, room) } : { kind: 'wait' };
    }
    if (running > 0) return { kind: 'wait' };
    from += size;
    if (from >= states.length) break;
    if (pausesAfter(control, index + 1) && (pauses += 1) > approved)
      return { kind: 'pause', batch: index + 1 };
  }
  return end(isOpen);
}

function end(isOpen: boolean): RateStep {
  return isOpen ? { kind: 'wait' } : { kind: 'done' };
}

/** Whether more items failed than are tolerated. */
export function isOverLimit(
  failed: number,
  { maxErrors }: Pick<RateControl, 'maxErrors'>,
  total: number,
): boolean {
  return failed > toleratedOf(maxErrors, total);
}
