import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BatchFacts,
  type BatchOrder,
  type BatchRules,
  type BatchState,
  canarySize,
  isAboutInstances,
  nextBatchStep,
  splitBatches,
} from './batch-plan';

const idsOf = (count: number) => Array.from({ length: count }, (_, index) => `i-${index}`);
const sizesOf = (parts: { instanceIds: string[] }[]) => parts.map(({ instanceIds }) => instanceIds.length);

describe('splitting a run', () => {
  it.each([
    [0, {}, []],
    [1, {}, [1]],
    [50, {}, [50]],
    [51, {}, [50, 1]],
    [120, {}, [50, 50, 20]],
    [120, { batchSize: 40 }, [40, 40, 40]],
    [120, { batchSize: 400 }, [50, 50, 20]],
    [120, { batchSize: 0 }, [50, 50, 20]],
    [120, { canary: { unit: 'instances', value: 5 } }, [5, 50, 50, 15]],
    [120, { canary: { unit: 'percent', value: 10 } }, [12, 50, 50, 8]],
    [1000, { canary: { unit: 'percent', value: 12 } }, [50, 50, 20, ...Array<number>(17).fill(50), 30]],
    [3, { canary: { unit: 'instances', value: 9 } }, [3]],
  ] as const)('B3: %i instances with %o make batches of %j', (count, options, sizes) => {
    expect(sizesOf(splitBatches(idsOf(count), { perCall: 50, ...options }))).toEqual(sizes);
  });

  it('B3: the instances chosen first are the canary', () => {
    const parts = splitBatches(idsOf(7), { perCall: 5, canary: { unit: 'instances', value: 2 } });
    expect(parts.map(({ canary }) => canary)).toEqual([true, false]);
    expect(parts[0]?.instanceIds).toEqual(['i-0', 'i-1']);
  });

  it.each([
    [{ unit: 'percent', value: 1 }, 30, 1],
    [{ unit: 'percent', value: 10 }, 101, 11],
    [{ unit: 'percent', value: 100 }, 30, 30],
    [{ unit: 'instances', value: 0 }, 30, 1],
    [{ unit: 'instances', value: NaN }, 30, 1],
    [{ unit: 'instances', value: 40 }, 30, 30],
  ] as const)('B3: a canary of %o among %i is %i', (share, total, size) => {
    expect(canarySize(share, total)).toBe(size);
  });

  it('B3: every instance is in exactly one batch, and no batch is larger than a call takes', () => {
    const share = fc.option(
      fc.record({
        unit: fc.constantFrom('instances' as const, 'percent' as const),
        value: fc.integer({ min: -1, max: 300 }),
      }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.nat(400), { maxLength: 500 }),
        fc.integer({ min: 1, max: 100 }),
        fc.option(fc.integer({ min: -2, max: 200 })),
        share,
        (numbers, perCall, batchSize, canary) => {
          const ids = numbers.map((number) => `i-${number}`);
          const parts = splitBatches(ids, { perCall, batchSize, canary });
          const all = parts.flatMap(({ instanceIds }) => instanceIds);
          expect(all).toEqual([...new Set(ids)]);
          for (const size of sizesOf(parts)) {
            expect(size).toBeGreaterThan(0);
            expect(size).toBeLessThanOrEqual(perCall);
          }
          const firstOfRest = parts.findIndex((part) => !part.canary);
          expect(firstOfRest < 0 || parts.slice(firstOfRest).every((part) => !part.canary)).toBe(true);
        },
      ),
    );
  });
});

const batch = (state: BatchState, change: Partial<BatchFacts> = {}): BatchFacts => ({
  state,
  canary: false,
  size: 10,
  succeeded: state === 'ended' ? 10 : 0,
  failed: 0,
  alike: null,
  asked: false,
  ...change,
});
const canary = (state: BatchState, change: Partial<BatchFacts> = {}) =>
  batch(state, { canary: true, ...change });
const RULES: BatchRules = { gate: null, maxFailures: null, pace: 'afterEnd' };
const bad = { succeeded: 8, failed: 2 };

describe('the next step of a run in batches', () => {
  it.each<[string, BatchFacts[], Partial<BatchRules>, BatchOrder, ReturnType<typeof nextBatchStep>]>([
    ['the first goes', [batch('waiting'), batch('waiting')], {}, 'go', { kind: 'send', batch: 0 }],
    ['the second waits for the first', [batch('running'), batch('waiting')], {}, 'go', { kind: 'follow' }],
    [
      'or does not',
      [batch('running'), batch('waiting')],
      { pace: 'atOnce' },
      'go',
      { kind: 'send', batch: 1 },
    ],
    ['the next one goes', [batch('ended'), batch('waiting')], {}, 'go', { kind: 'send', batch: 1 }],
    ['no answer: again', [batch('sending'), batch('waiting')], {}, 'go', { kind: 'send', batch: 0 }],
    ['no answer, paused', [batch('sending'), batch('waiting')], {}, 'pause', { kind: 'hold', why: 'paused' }],
    ['no answer, stopped', [batch('sending')], {}, 'stop', { kind: 'done' }],
    ['a refused one is left', [batch('refused'), batch('waiting')], {}, 'go', { kind: 'send', batch: 1 }],
    [
      'asked for again',
      [batch('waiting', { asked: true }), batch('waiting')],
      {},
      'pause',
      { kind: 'send', batch: 0 },
    ],
    ['asked for, but stopped', [batch('waiting', { asked: true })], {}, 'stop', { kind: 'done' }],
    ['all ended', [batch('ended'), batch('refused')], {}, 'go', { kind: 'done' }],
    ['the last one runs', [batch('ended'), batch('running')], {}, 'go', { kind: 'follow' }],
    ['paused while one runs', [batch('running'), batch('waiting')], {}, 'pause', { kind: 'follow' }],
    ['paused', [batch('ended'), batch('waiting')], {}, 'pause', { kind: 'hold', why: 'paused' }],
    ['stopped while one runs', [batch('running'), batch('waiting')], {}, 'stop', { kind: 'follow' }],
    ['stopped', [batch('ended'), batch('waiting')], {}, 'stop', { kind: 'done' }],
    [
      'failures at the limit',
      [batch('ended', bad), batch('waiting')],
      { maxFailures: 2 },
      'go',
      { kind: 'send', batch: 1 },
    ],
    [
      'failures over it',
      [batch('ended', bad), batch('waiting')],
      { maxFailures: 1 },
      'go',
      { kind: 'hold', why: 'failures' },
    ],
    [
      'failures while it runs',
      [batch('running', bad), batch('waiting')],
      { maxFailures: 1, pace: 'atOnce' },
      'go',
      { kind: 'follow' },
    ],
    [
      'failures, no answer',
      [batch('running', bad), batch('sending')],
      { maxFailures: 1, pace: 'atOnce' },
      'go',
      { kind: 'follow' },
    ],
    [
      'canary out',
      [canary('running'), batch('waiting')],
      { gate: 'succeeded', pace: 'atOnce' },
      'go',
      { kind: 'follow' },
    ],
    [
      'canary passed',
      [canary('ended'), batch('waiting')],
      { gate: 'succeeded' },
      'go',
      { kind: 'send', batch: 1 },
    ],
    [
      'canary failed',
      [canary('ended', bad), batch('waiting')],
      { gate: 'succeeded' },
      'go',
      { kind: 'hold', why: 'canaryFailed' },
    ],
    [
      'canary without success',
      [canary('ended', { succeeded: 9 }), batch('waiting')],
      { gate: 'succeeded' },
      'go',
      { kind: 'hold', why: 'canaryFailed' },
    ],
    [
      'canary refused',
      [canary('refused'), batch('waiting')],
      { gate: 'succeeded' },
      'go',
      { kind: 'hold', why: 'canaryRefused' },
    ],
    [
      'second batch of the canary',
      [canary('ended'), canary('waiting')],
      { gate: 'succeeded' },
      'go',
      { kind: 'send', batch: 1 },
    ],
    [
      'canary to compare',
      [canary('ended'), batch('waiting')],
      { gate: 'sameOutput' },
      'go',
      { kind: 'compare', batch: 0 },
    ],
    [
      'canary alike',
      [canary('ended', { alike: true }), batch('waiting')],
      { gate: 'sameOutput' },
      'go',
      { kind: 'send', batch: 1 },
    ],
    [
      'canary not alike',
      [canary('ended', { alike: false }), batch('waiting')],
      { gate: 'sameOutput' },
      'go',
      { kind: 'hold', why: 'canaryDiffers' },
    ],
    [
      'a later batch differs',
      [canary('ended', { alike: true }), batch('ended', { alike: false }), batch('waiting')],
      { gate: 'sameOutput' },
      'go',
      { kind: 'hold', why: 'differs' },
    ],
    [
      'a later batch failed',
      [canary('ended', { alike: true }), batch('ended', bad), batch('waiting')],
      { gate: 'sameOutput' },
      'go',
      { kind: 'hold', why: 'differs' },
    ],
  ])('B3: %s', (_, batches, rules, order, step) => {
    expect(nextBatchStep(batches, { ...RULES, ...rules }, order)).toEqual(step);
  });

  const facts = fc
    .record({
      state: fc.constantFrom<BatchState>('waiting', 'sending', 'running', 'ended', 'refused'),
      size: fc.integer({ min: 1, max: 5 }),
      failed: fc.nat(5),
      alike: fc.option(fc.boolean()),
      asked: fc.boolean(),
      bad: fc.boolean(),
    })
    .map(({ state, size, failed, alike, asked, bad: isBad }): BatchFacts => {
      const failures = isBad && state !== 'waiting' ? Math.min(size, failed) : 0;
      const succeeded = state === 'ended' ? size - failures : 0;
      return { state, size, canary: false, failed: failures, succeeded, alike, asked };
    });
  const runs = fc.record({
    batches: fc
      .tuple(fc.array(facts, { minLength: 1, maxLength: 8 }), fc.nat(3))
      .map(([list, canaries]) => list.map((one, index) => ({ ...one, canary: index < canaries }))),
    rules: fc.record({
      gate: fc.constantFrom<BatchRules['gate']>(null, 'succeeded', 'sameOutput'),
      maxFailures: fc.option(fc.nat(4)),
      pace: fc.constantFrom<BatchRules['pace']>('afterEnd', 'atOnce'),
    }),
    order: fc.constantFrom<BatchOrder>('go', 'pause', 'stop'),
  });

  it('B3: nobody’s batch starts after a stop, a pause, too many failures or before its canary has passed', () => {
    fc.assert(
      fc.property(runs, ({ batches, rules, order }) => {
        const step = nextBatchStep(batches, rules, order);
        if (step.kind !== 'send') return;
        const sent = batches[step.batch]!;
        expect(['waiting', 'sending']).toContain(sent.state);
        expect(order).not.toBe('stop');
        if (sent.asked) return;
        expect(order).toBe('go');
        const failures = batches.reduce((sum, { failed }) => sum + failed, 0);
        expect(failures).toBeLessThanOrEqual(rules.maxFailures ?? Infinity);
        if (rules.gate !== null && !sent.canary && sent.state === 'waiting') {
          const canaries = batches.filter((one) => one.canary);
          expect(canaries.every((one) => one.state === 'ended' && one.succeeded === one.size)).toBe(true);
          if (rules.gate === 'sameOutput') expect(canaries.every((one) => one.alike === true)).toBe(true);
        }
        if (rules.pace === 'afterEnd' && sent.state === 'waiting') {
          expect(batches.some(({ state }) => state === 'running')).toBe(false);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('B3: a batch without an answer comes before any that has not been sent', () => {
    fc.assert(
      fc.property(runs, ({ batches, rules, order }) => {
        const step = nextBatchStep(batches, rules, order);
        if (step.kind !== 'send' || batches[step.batch]!.asked) return;
        if (batches.some(({ state }) => state === 'sending')) {
          expect(batches[step.batch]!.state).toBe('sending');
        }
      }),
    );
  });

  it('B3: driven to its end, every batch is sent exactly once and the run is done', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.constantFrom<BatchRules['gate']>(null, 'succeeded', 'sameOutput'),
        fc.constantFrom<BatchRules['pace']>('afterEnd', 'atOnce'),
        (count, gate, pace) => {
          const parts = splitBatches(idsOf(count), { perCall: 50, canary: { unit: 'percent', value: 5 } });
          const list = parts.map((part) =>
            batch('waiting', { canary: part.canary, size: part.instanceIds.length }),
          );
          const sent: number[] = [];
          for (let turn = 0; turn < parts.length * 4 + 1; turn++) {
            const step = nextBatchStep(list, { gate, maxFailures: 0, pace }, 'go');
            if (step.kind === 'send') {
              sent.push(step.batch);
              list[step.batch]!.state = 'running';
            } else if (step.kind === 'compare') list[step.batch]!.alike = true;
            else if (step.kind === 'follow') {
              const open = list.find(({ state }) => state === 'running')!;
              Object.assign(open, { state: 'ended', succeeded: open.size });
            } else break;
          }
          expect(nextBatchStep(list, { gate, maxFailures: 0, pace }, 'go')).toEqual({ kind: 'done' });
          expect(sent).toEqual(parts.map((_, index) => index));
        },
      ),
    );
  });
});

it.each([
  ['InvalidInstance.NotFound', true],
  ['InvalidInstance.NotMatch', true],
  ['InvalidInstanceStatus', true],
  ['InvalidInstanceId.NotFound', true],
  ['Invocation.ExceedQuota', false],
  ['InvalidCmdId.NotFound', false],
  ['Forbidden.RAM', false],
])('B3: whether %s is about the instances: %s', (code, expected) => {
  expect(isAboutInstances(code)).toBe(expected);
});
