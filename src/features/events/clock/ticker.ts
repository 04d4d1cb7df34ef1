import { useSyncExternalStore } from 'react';
import { serverNow } from '@/api/server-clock';

const SECOND_MS = 1000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = 0;

/** Whole seconds, so that two reads in one render agree. */
function read(): number {
  if (timer === undefined) now = Math.floor(serverNow() / SECOND_MS) * SECOND_MS;
  return now;
}

function tick(): void {
  now = Math.floor(serverNow() / SECOND_MS) * SECOND_MS;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  read();
  listeners.add(listener);
  timer ??= setInterval(tick, SECOND_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/**
 * What a function makes of the time, kept fresh. There is one clock for the whole page, and a component renders only when
 * its own answer changes: a table of countdowns costs what the changing cells cost.
 * @param select takes epoch ms by the server's clock; must return a primitive
 */
export function useClock<Value extends string | number | boolean | null>(
  select: (now: number) => Value,
): Value {
  return useSyncExternalStore(subscribe, () => select(read()));
}

/** The time now, by the same clock; for what is computed once. */
export function clockNow(): number {
  return read();
}
