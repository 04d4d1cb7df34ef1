import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countOutcomes,
  isFinal,
  OUTCOMES,
  outcomeOf,
  RECORD_STATUSES,
  rollUpNew,
  rollUpOld,
  toOldStatus,
  type NewOverall,
  type OldOverall,
  type OldStatus,
  type Outcome,
  type RecordStatus,
} from './invocation-status';

const OLD_STATUSES: readonly OldStatus[] = ['Running', 'Stopping', 'Finished', 'Failed', 'Stopped'];

describe('contract 4.1: old view of a record', () => {
  const rows: [RecordStatus, OldStatus][] = [
    ['Pending', 'Running'],
    ['Running', 'Running'],
    ['Scheduled', 'Running'],
    ['Success', 'Finished'],
    ['Failed', 'Finished'],
    ['Timeout', 'Failed'],
    ['Error', 'Failed'],
    ['Invalid', 'Failed'],
    ['Aborted', 'Failed'],
    ['Stopping', 'Stopping'],
    ['Cancelled', 'Stopped'],
    ['Terminated', 'Stopped'],
    ['Stopped', 'Stopped'],
  ];
  it.each(rows)('C3: %s was %s', (today, old) => {
    expect(toOldStatus(today)).toBe(old);
  });

  it('C3: the table has every status of today', () => {
    expect(rows.map(([today]) => today).toSorted()).toEqual([...RECORD_STATUSES].toSorted());
  });
});

describe('manual tables 1-3 and 1-6: one-off batch', () => {
  const rows: [string, OldStatus[], OldOverall][] = [
    ['all Finished', ['Finished', 'Finished', 'Finished'], 'Finished'],
    ['some Finished, some Stopped', ['Finished', 'Stopped', 'Finished'], 'Finished'],
    ['all Failed', ['Failed', 'Failed', 'Failed'], 'Failed'],
    ['all Stopped', ['Stopped', 'Stopped', 'Stopped'], 'Stopped'],
    ['all Running', ['Running', 'Running', 'Running'], 'Running'],
    ['some Running', ['Failed', 'Running', 'Finished'], 'Running'],
    ['some Failed, others Finished', ['Failed', 'Finished', 'Finished'], 'PartialFailed'],
    ['some Failed, others Stopped', ['Failed', 'Stopped', 'Stopped'], 'PartialFailed'],
    ['some Failed, others Finished and Stopped', ['Failed', 'Finished', 'Stopped'], 'PartialFailed'],
    ['any Stopping (2021)', ['Finished', 'Stopping', 'Failed'], 'Stopping'],
    ['Running before Stopping (2021)', ['Stopping', 'Running'], 'Running'],
    ['one instance, Finished', ['Finished'], 'Finished'],
    ['one instance, Failed', ['Failed'], 'Failed'],
    ['nothing reported yet', [], 'Running'],
  ];
  it.each(rows)('C2: %s', (_, instances, overall) => {
    expect(rollUpOld(instances, 'once')).toBe(overall);
  });
});

describe('manual tables 1-4 and 1-7: periodic run', () => {
  it.each([
    ['Running until the user stops it on all', ['Running', 'Running'], 'Running'],
    ['Running when stopped on some only', ['Stopped', 'Running'], 'Running'],
    ['Stopped when stopped on all', ['Stopped', 'Stopped'], 'Stopped'],
    ['never Finished', ['Finished', 'Finished'], 'Running'],
    ['never Failed', ['Failed', 'Failed'], 'Running'],
    ['never PartialFailed', ['Failed', 'Finished'], 'Running'],
  ] satisfies [string, OldStatus[], OldOverall][])('C2: %s', (_, instances, overall) => {
    expect(rollUpOld(instances, 'periodic')).toBe(overall);
  });
});

describe("contract 4.3: today's overall status", () => {
  const failures: RecordStatus[] = ['Failed', 'Timeout', 'Error', 'Invalid', 'Aborted'];
  const stops: RecordStatus[] = ['Cancelled', 'Terminated', 'Stopped'];
  const rows: [string, RecordStatus[], NewOverall][] = [
    ['any Pending', ['Success', 'Stopping', 'Running', 'Scheduled', 'Pending'], 'Pending'],
    ['any Scheduled', ['Success', 'Stopping', 'Running', 'Scheduled'], 'Scheduled'],
    ['any Running', ['Failed', 'Stopping', 'Running'], 'Running'],
    ['any Stopping', ['Success', 'Stopping'], 'Stopping'],
    ['all stopped, in any of the three ways', stops, 'Stopped'],
    ['all Success', ['Success', 'Success'], 'Success'],
    ['some Success, the rest stopped', ['Success', ...stops], 'Success'],
    ['all failed, in any of the five ways', failures, 'Failed'],
    ['failed and stopped mixed', ['Timeout', 'Cancelled'], 'Failed'],
    ['Success and failures', ['Success', 'Aborted'], 'PartialFailed'],
    ['Success, failures and stopped', ['Success', 'Error', 'Terminated'], 'PartialFailed'],
    ['nothing reported yet', [], 'Pending'],
  ];
  it.each(rows)('C2: %s', (_, instances, overall) => {
    expect(rollUpNew(instances, 'once')).toBe(overall);
  });

  it.each(failures)('C2: one %s beside a Success is a partial failure', (failure) => {
    expect(rollUpNew([failure, 'Success'], 'once')).toBe('PartialFailed');
  });

  it.each([
    ['between firings', ['Success', 'Failed'], 'Scheduled'],
    ['stopped on some', ['Stopped', 'Success'], 'Scheduled'],
    ['stopped on all', ['Stopped', 'Terminated'], 'Stopped'],
    ['during a firing', ['Running', 'Running'], 'Running'],
  ] satisfies [string, RecordStatus[], NewOverall][])('C2: periodic, %s', (_, instances, overall) => {
    expect(rollUpNew(instances, 'periodic')).toBe(overall);
  });
});

describe('roll-up as a whole', () => {
  const someRecords = fc.array(fc.constantFrom(...RECORD_STATUSES), { minLength: 1, maxLength: 12 });
  const mode = fc.constantFrom('once' as const, 'periodic' as const);

  it('C2: neither order nor number of instances with the same status matters', () => {
    fc.assert(
      fc.property(someRecords, mode, (records, runMode) => {
        const mixed = [...records, ...records.toReversed()];
        expect(rollUpNew(mixed, runMode)).toBe(rollUpNew(records, runMode));
        expect(rollUpOld(mixed.map(toOldStatus), runMode)).toBe(rollUpOld(records.map(toOldStatus), runMode));
      }),
    );
  });

  it('C2: both vocabularies agree on whether a one-off run goes on', () => {
    fc.assert(
      fc.property(someRecords, (records) => {
        const today = outcomeOf({ invocationStatus: rollUpNew(records, 'once') });
        const old = outcomeOf({ oldStatus: rollUpOld(records.map(toOldStatus), 'once') });
        expect(isFinal(today)).toBe(isFinal(old));
      }),
    );
  });

  it('C2: a run of one instance has the status of that instance', () => {
    for (const status of OLD_STATUSES) expect(rollUpOld([status], 'once')).toBe(status);
  });
});

describe('outcome', () => {
  it.each([
    ['exit 0', { oldStatus: 'Finished', exitCode: 0 }, 'succeeded'],
    ['exit 1', { oldStatus: 'Finished', exitCode: 1 }, 'nonzero'],
    ['negative exit code', { oldStatus: 'Finished', exitCode: -1 }, 'nonzero'],
    ['exit code not known', { oldStatus: 'Finished' }, 'finished'],
    [
      "today's Failed with its exit code",
      { invocationStatus: 'Failed', oldStatus: 'Finished', exitCode: 1 },
      'nonzero',
    ],
    ["today's Failed of a whole run", { invocationStatus: 'Failed', oldStatus: 'Failed' }, 'failed'],
    ["today's Failed with exit 0", { invocationStatus: 'Failed', exitCode: 0 }, 'failed'],
    ['Success against its exit code', { invocationStatus: 'Success', exitCode: 3 }, 'nonzero'],
    ['finished on all instances', { oldStatus: 'Finished', exitCode: undefined }, 'finished'],
  ] satisfies [string, Parameters<typeof outcomeOf>[0], Outcome][])('C8: %s', (_, fields, outcome) => {
    expect(outcomeOf(fields)).toBe(outcome);
  });

  it.each([
    ['Pending', 'pending'],
    ['Scheduled', 'scheduled'],
    ['Running', 'running'],
    ['Stopping', 'stopping'],
    ['Success', 'succeeded'],
    ['Timeout', 'failed'],
    ['Error', 'failed'],
    ['Invalid', 'failed'],
    ['Aborted', 'failed'],
    ['PartialFailed', 'partlyFailed'],
    ['Cancelled', 'stopped'],
    ['Terminated', 'stopped'],
    ['Stopped', 'stopped'],
  ] satisfies [string, Outcome][])("C3: reads today's %s as %s", (invocationStatus, outcome) => {
    expect(outcomeOf({ invocationStatus, oldStatus: 'Running' })).toBe(outcome);
  });

  it.each([
    ['Running', 'running'],
    ['Stopping', 'stopping'],
    ['Failed', 'failed'],
    ['PartialFailed', 'partlyFailed'],
    ['Stopped', 'stopped'],
  ] satisfies [string, Outcome][])("C3: reads the manual's %s as %s", (oldStatus, outcome) => {
    expect(outcomeOf({ invocationStatus: '', oldStatus })).toBe(outcome);
  });

  it('C3: a status of tomorrow falls back to the old word, and is unknown without one', () => {
    expect(outcomeOf({ invocationStatus: 'Paused', oldStatus: 'Running' })).toBe('running');
    expect(outcomeOf({ invocationStatus: 'Paused' })).toBe('unknown');
    expect(outcomeOf({ invocationStatus: 'constructor', oldStatus: 'toString' })).toBe('unknown');
    expect(outcomeOf({})).toBe('unknown');
  });

  it('C1: an unknown status is not the end', () => {
    expect(OUTCOMES.filter((outcome) => !isFinal(outcome))).toEqual([
      'running',
      'stopping',
      'pending',
      'scheduled',
      'unknown',
    ]);
  });

  it('C1: counts name the failures first, then what runs, and nothing absent', () => {
    expect(countOutcomes(['succeeded', 'running', 'succeeded', 'nonzero', 'stopped', 'failed'])).toEqual([
      { outcome: 'failed', count: 1 },
      { outcome: 'nonzero', count: 1 },
      { outcome: 'running', count: 1 },
      { outcome: 'succeeded', count: 2 },
      { outcome: 'stopped', count: 1 },
    ]);
    expect(countOutcomes([])).toEqual([]);
  });
});
