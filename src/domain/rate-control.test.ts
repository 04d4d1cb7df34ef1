import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  batchNumbers,
  batchSizes,
  type ItemState,
  nextRateStep,
  type RateControl,
  readShare,
  shareOf,
  toleratedOf,
} from './rate-control';

const STATE: Record<string, ItemState> = {
  '.': 'pending',
  r: 'running',
  s: 'succeeded',
  f: 'failed',
  k: 'skipped',
};
const states = (text: string) => [...text].map((letter) => STATE[letter] as ItemState);

const atOnce = (concurrency: number | string, maxErrors: number | string = 0): RateControl => ({
  mode: 'Concurrency',
  concurrency,
  maxErrors,
});
const inBatches = (
  batches: (number | string)[],
  more: Partial<Extract<RateControl, { mode: 'Batch' }>> = {},
): RateControl => ({
  mode: 'Batch',
  batches,
  concurrencyInBatches: [],
  pause: 'Automatic',
  maxErrors: 0,
  ...more,
});

describe('shares', () => {
  it.each([
    [7, 7],
    ['7', 7],
    [' 25% ', '25%'],
    ['0%', '0%'],
    ['100%', '100%'],
    ['101%', null],
    ['1.5', null],
    [-1, null],
    [0.5, null],
    ['', null],
    [null, null],
  ])('B10: reads %j as %j', (sent, read) => expect(readShare(sent)).toBe(read));

  it.each([
    ['25%', 10, 3],
    ['1%', 10, 1],
    ['0%', 10, 1],
    ['100%', 10, 10],
    [3, 10, 3],
    [30, 10, 10],
  ])('B10: %j of %i to run are %i', (share, total, count) => expect(shareOf(share, total)).toBe(count));

  it.each([
    ['25%', 10, 2],
    ['5%', 10, 0],
    ['100%', 10, 10],
    [3, 10, 3],
  ])('B10: %j of %i that may fail are %i', (share, total, count) =>
    expect(toleratedOf(share, total)).toBe(count),
  );
});

describe('batchSizes', () => {
  it.each([
    [[1, '25%', '50%'], 12, [1, 3, 6, 2]],
    [[5], 12, [5, 5, 2]],
    [['100%'], 12, [12]],
    [[1, '100%'], 12, [1, 11]],
    [[20, 1], 12, [12]],
    [[1], 0, []],
  ])('B10: %j of %i come to %j', (batches, total, sizes) =>
    expect(batchSizes(inBatches(batches), total)).toEqual(sizes),
  );
});

describe('nextRateStep', () => {
  it.each<[string, RateControl, string, number, unknown]>([
    ['starts as many as may run', atOnce(2), '....', 0, { kind: 'start', items: [0, 1] }],
    ['fills the place of one that ended', atOnce(2), 'sr..', 0, { kind: 'start', items: [2] }],
    ['waits while all places are taken', atOnce(2), 'srr.', 0, { kind: 'wait' }],
    ['takes a percentage of all', atOnce('50%'), '....', 0, { kind: 'start', items: [0, 1] }],
    ['stops at the first failure too many', atOnce(2), 'fr..', 0, { kind: 'stop' }],
    ['goes on below the limit', atOnce(2, 1), 'fr..', 0, { kind: 'start', items: [2] }],
    ['tolerates everything with 100%', atOnce(1, '100%'), 'fff.', 0, { kind: 'start', items: [3] }],
    ['counts no skipped item as failed', atOnce(1), 'k...', 0, { kind: 'start', items: [1] }],
    ['waits for what runs', atOnce(4), 'srrs', 0, { kind: 'wait' }],
    ['ends', atOnce(4), 'ssss', 0, { kind: 'done' }],
    ['has nothing to do for nothing', atOnce(4), '', 0, { kind: 'done' }],
    ['ends when the last ones failed', atOnce(4), 'ffff', 0, { kind: 'done' }],
    ['waits with a batch for the one before', inBatches([2]), 'sr..', 0, { kind: 'wait' }],
    ['starts the next batch', inBatches([1, 2]), 's....', 0, { kind: 'start', items: [1, 2] }],
    [
      'runs so many of a batch at once',
      inBatches([1, 3], { concurrencyInBatches: [1, 2] }),
      's....',
      0,
      { kind: 'start', items: [1, 2] },
    ],
    [
      'pauses after the first batch',
      inBatches([1, 2], { pause: 'FirstBatchPause' }),
      's....',
      0,
      { kind: 'pause', batch: 1 },
    ],
    [
      'goes on when somebody says so',
      inBatches([1, 2], { pause: 'FirstBatchPause' }),
      's....',
      1,
      { kind: 'start', items: [1, 2] },
    ],
    [
      'pauses once only when asked for once',
      inBatches([1, 2], { pause: 'FirstBatchPause' }),
      'sss..',
      1,
      { kind: 'start', items: [3, 4] },
    ],
    [
      'pauses after every batch',
      inBatches([1, 2], { pause: 'EveryBatchPause' }),
      'sss..',
      1,
      { kind: 'pause', batch: 2 },
    ],
    ['not after the last', inBatches([1, 2], { pause: 'EveryBatchPause' }), 'sss', 1, { kind: 'done' }],
    [
      'stops rather than pauses',
      inBatches([1, 2], { pause: 'EveryBatchPause' }),
      'f....',
      0,
      { kind: 'stop' },
    ],
  ])('B10: %s', (_what, control, text, approved, step) =>
    expect(nextRateStep(states(text), control, approved)).toEqual(step),
  );

  const share = fc.oneof(
    fc.integer({ min: 1, max: 30 }),
    fc.integer({ min: 1, max: 100 }).map((percent) => `${percent}%`),
  );
  const control = fc.oneof(
    fc.record({ mode: fc.constant('Concurrency' as const), concurrency: share, maxErrors: share }),
    fc.record({
      mode: fc.constant('Batch' as const),
      batches: fc.array(share, { minLength: 1, maxLength: 4 }),
      concurrencyInBatches: fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }),
      pause: fc.constantFrom('Automatic' as const, 'FirstBatchPause' as const, 'EveryBatchPause' as const),
      maxErrors: share,
    }),
  );

  it('B10: whatever the order of the ends, every item runs once, in its batch, and the loop ends', () => {
    fc.assert(
      fc.property(
        control,
        fc.integer({ min: 0, max: 40 }),
        fc.infiniteStream(fc.nat()),
        (rules, total, any) => {
          const items: ItemState[] = Array.from({ length: total }, () => 'pending');
          const numbers = batchNumbers(rules, total);
          let approved = 0;
          for (let turn = 0; turn <= 4 * total + 4; turn++) {
            const step = nextRateStep(items, rules, approved);
            if (step.kind === 'done') {
              expect(items.every((state) => state === 'succeeded' || state === 'failed')).toBe(true);
              return;
            }
            if (step.kind === 'stop') {
              const failed = items.filter((state) => state === 'failed').length;
              expect(failed).toBeGreaterThan(toleratedOf(rules.maxErrors, total));
              return;
            }
            if (step.kind === 'start') {
              expect(step.items.length).toBeGreaterThan(0);
              for (const item of step.items) {
                expect(items[item]).toBe('pending');
                // Nothing of an earlier batch is left.
                items.forEach((state, other) => {
                  if ((numbers[other] ?? 0) < (numbers[item] ?? 0)) expect(state).toMatch(/succeeded|failed/);
                });
                items[item] = 'running';
              }
            } else if (step.kind === 'pause') approved += 1;
            else {
              const running = items.flatMap((state, place) => (state === 'running' ? [place] : []));
              const draw = any.next().value ?? 0;
              items[running[draw % running.length] as number] = draw % 7 === 0 ? 'failed' : 'succeeded';
            }
          }
          expect.unreachable('it did not end');
        },
      ),
    );
  });
});
