import { describe, expect, it } from 'vitest';
import { executionOutcome, isExecutionOver, itemOutcomeOf } from './engine-status';

describe('executionOutcome', () => {
  it.each([
    ['Started', 0, 0, 'pending'],
    ['Queued', 0, 0, 'pending'],
    ['Running', 3, 1, 'running'],
    ['Waiting', 1, 0, 'paused'],
    ['Cancelled', 3, 0, 'stopped'],
    ['Success', 3, 0, 'succeeded'],
    ['Success', 3, 1, 'partlyFailed'],
    ['Success', 0, 0, 'succeeded'],
    ['Failed', 3, 1, 'partlyFailed'],
    ['Failed', 0, 4, 'failed'],
    ['Failed', 0, 0, 'failed'],
    ['Suspended', 0, 0, 'unknown'],
  ])('B10: %s with %i well and %i otherwise reads %s', (status, succeeded, others, outcome) =>
    expect(executionOutcome(status, { succeeded, others })).toBe(outcome),
  );

  it('B10: a word nobody knows is unfinished', () => {
    expect(isExecutionOver('Suspended')).toBe(false);
    expect(isExecutionOver('Failed')).toBe(true);
    expect(itemOutcomeOf('Suspended')).toBe('unknown');
    expect(itemOutcomeOf('Skipped')).toBe('skipped');
  });
});
