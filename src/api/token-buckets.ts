import type { Pacing } from './pacing';
import { pause } from './retry';

interface PacingConfig {
  /** Epoch milliseconds. */
  now?: () => number;
  /** Resolves after the time, or as soon as the signal aborts. */
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** Calls per second of an action after its first throttling, and the slowest it gets. */
const FIRST_RATE = 4;
const LOWEST_RATE = 0.25;
/** At this rate an action is free again: the console's pages never ask faster for long. */
const FREE_RATE = 16;
/** A slowed action's rate doubles in this time without throttling. */
const DOUBLING_MS = 15_000;
/** Calls refused side by side tell of one excess, not of many. */
const SAME_EXCESS_MS = 1_000;

/** Reads remembered, to tell a poll from what a person asks for. */
const READS_REMEMBERED = 200;

interface Waiting {
  rank: number;
  go(): void;
}

/** The token bucket of one action, which exists from its first throttling until it is free again. */
interface Bucket {
  action: string;
  rate: number;
  throttledAt: number;
  /** When the next token is there, epoch milliseconds. */
  nextAt: number;
  waiting: Waiting[];
  serving: boolean;
}

/**
 * A token bucket per action. An action is unlimited until it is throttled; then its rate is halved with every throttling
 * and doubles every 15 s without, so that it is a function of the clock and recovers by itself. Those who wait go in the
 * order: writes, first reads, polls.
 */
export function createTokenBuckets({ now = Date.now, sleep = pause }: PacingConfig = {}): Pacing {
  const buckets = new Map<string, Bucket>();
  const listeners = new Set<() => void>();
  const isRepeated = memoryOf(READS_REMEMBERED);
  let slowed: readonly string[] = [];

  const rateOf = (bucket: Bucket) => bucket.rate * 2 ** ((now() - bucket.throttledAt) / DOUBLING_MS);

  function free(): void {
    for (const [key, bucket] of buckets) {
      if (rateOf(bucket) >= FREE_RATE && bucket.waiting.length === 0) buckets.delete(key);
    }
    const names = [...buckets.values()].map(({ action }) => action);
    if (names.join() === slowed.join()) return;
    slowed = names;
    for (const listener of listeners) listener();
  }

  async function watchRecovery(bucket: Bucket): Promise<void> {
    const { throttledAt } = bucket;
    await sleep(DOUBLING_MS * Math.log2(FREE_RATE / bucket.rate) + 1);
    if (bucket.throttledAt === throttledAt) free();
  }

  async function serve(bucket: Bucket): Promise<void> {
    bucket.serving = true;
    while (bucket.waiting.length > 0) {
      await sleep(bucket.nextAt - now());
      const next = bucket.waiting.shift();
      if (!next) break;
      bucket.nextAt = Math.max(now(), bucket.nextAt) + 1000 / rateOf(bucket);
      next.go();
    }
    bucket.serving = false;
    free();
  }

  return {
    turn({ product, action, kind, params }, signal) {
      const repeated = kind === 'read' && isRepeated(`${action} ${JSON.stringify(params)}`);
      const bucket = buckets.get(`${product} ${action}`);
      if (!bucket || signal?.aborted) return Promise.resolve();
      return new Promise((resolve) => {
        const waiting: Waiting = {
          rank: kind === 'write' ? 0 : repeated ? 2 : 1,
          go() {
            signal?.removeEventListener('abort', giveUp);
            resolve();
          },
        };
        const giveUp = () => {
          bucket.waiting = bucket.waiting.filter((other) => other !== waiting);
          resolve();
        };
        signal?.addEventListener('abort', giveUp, { once: true });
        const behind = bucket.waiting.findIndex(({ rank }) => rank > waiting.rank);
        bucket.waiting.splice(behind < 0 ? bucket.waiting.length : behind, 0, waiting);
        if (!bucket.serving) void serve(bucket);
      });
    },

    throttled({ product, action }) {
      const key = `${product} ${action}`;
      const at = now();
      const known = buckets.get(key);
      if (known && at - known.throttledAt < SAME_EXCESS_MS) return;
      const rate = known ? Math.max(LOWEST_RATE, Math.min(FIRST_RATE, rateOf(known)) / 2) : FIRST_RATE;
      const bucket: Bucket = known ?? {
        action,
        rate,
        throttledAt: at,
        nextAt: at,
        waiting: [],
        serving: false,
      };
      bucket.rate = rate;
      bucket.throttledAt = at;
      bucket.nextAt = Math.max(bucket.nextAt, at + 1000 / rate);
      buckets.set(key, bucket);
      free();
      void watchRecovery(bucket);
    },

    slowed: () => slowed,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Says of a text whether it was among the latest ones, and remembers it. */
function memoryOf(size: number): (text: string) => boolean {
  const latest = new Set<string>();
  return (text) => {
    const known = latest.delete(text);
    latest.add(text);
    for (const oldest of latest) {
      if (latest.size <= size) break;
      latest.delete(oldest);
    }
    return known;
  };
}
