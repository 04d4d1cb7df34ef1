import { useState } from 'react';
import { createGate } from '@/api/gate';

/** What became of one of several calls. */
export type BulkOutcome = { state: 'running' } | { state: 'done' } | { state: 'failed'; error: unknown };

const AT_ONCE = 3;

/**
 * Does the same to several things, a few at a time, and keeps what became of each. One that fails does not hold up the
 * others.
 */
export function useBulk<Target extends { key: string }>(perform: (target: Target) => Promise<unknown>) {
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, BulkOutcome>>(new Map());
  const put = (key: string, outcome: BulkOutcome) =>
    setOutcomes((before) => new Map(before).set(key, outcome));

  /** Resolves to how many failed. */
  async function start(targets: readonly Target[]): Promise<number> {
    const gate = createGate(AT_ONCE);
    for (const { key } of targets) put(key, { state: 'running' });
    const failures = await Promise.all(
      targets.map((target) =>
        gate(async () => {
          try {
            await perform(target);
            put(target.key, { state: 'done' });
            return 0;
          } catch (error) {
            put(target.key, { state: 'failed', error });
            return 1;
          }
        }),
      ),
    );
    return failures.reduce<number>((sum, one) => sum + one, 0);
  }

  const running = [...outcomes.values()].some(({ state }) => state === 'running');
  return { outcomes, running, start };
}
