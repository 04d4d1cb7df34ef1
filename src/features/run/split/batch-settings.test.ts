import { describe, expect, it } from 'vitest';
import { badFields, type BatchSettings, isBatchSettings, NO_BATCHES, shapeOf } from './batch-settings';

const ids = Array.from({ length: 120 }, (_, index) => `i-${index}`);
const settings = (change: Partial<BatchSettings>): BatchSettings => ({ ...NO_BATCHES, on: true, ...change });
const bad = (change: Partial<BatchSettings>, scheduled = false) =>
  badFields(settings(change), { perCall: 50, count: 120, scheduled });
const shape = (change: Partial<BatchSettings>, scheduled = false) =>
  shapeOf(settings(change), ids, { perCall: 50, scheduled });

describe('how a run is split, as the form has it', () => {
  it.each([
    [{}, []],
    [{ size: '50' }, []],
    [{ size: '51' }, ['size']],
    [{ size: '0' }, ['size']],
    [{ size: '1e1' }, ['size']],
    [{ canarySize: 'x' }, []],
    [{ canary: true, canarySize: '' }, ['canarySize']],
    [{ canary: true, canarySize: '120' }, []],
    [{ canary: true, canarySize: '120', unit: 'percent' }, ['canarySize']],
    [{ failures: '0' }, []],
    [{ failures: '-1' }, ['failures']],
    [{ size: '-1', failures: '2.5' }, ['size', 'failures']],
  ] as const)('B3: of %o the fields %j are bad', (change, fields) => {
    expect(bad(change)).toEqual(fields);
  });

  it('B3: as many as a call takes, one after the other, unless something else is asked for', () => {
    expect(shape({})).toMatchObject({
      sizes: [50, 50, 20],
      canary: 0,
      rules: { gate: null, maxFailures: null, pace: 'afterEnd' },
    });
    const asked = {
      size: '40',
      canary: true,
      canarySize: '10',
      unit: 'percent',
      gate: 'sameOutput',
      failures: '3',
    };
    expect(shape(asked as Partial<BatchSettings>)).toMatchObject({
      sizes: [12, 40, 40, 28],
      canary: 12,
      rules: { gate: 'sameOutput', maxFailures: 3, pace: 'afterEnd' },
    });
  });

  it('B3: a schedule never ends, so nothing is waited for', () => {
    expect(bad({ canary: true, canarySize: 'x', failures: 'x' }, true)).toEqual([]);
    expect(shape({ canary: true, failures: '2' }, true)).toMatchObject({
      sizes: [50, 50, 20],
      canary: 0,
      rules: { gate: null, maxFailures: null, pace: 'atOnce' },
    });
  });

  it('B3: only whole settings are taken back from storage', () => {
    expect(isBatchSettings(NO_BATCHES)).toBe(true);
    expect(isBatchSettings({ ...NO_BATCHES, size: 5 })).toBe(false);
    expect(isBatchSettings(null)).toBe(false);
  });
});
