import { describe, expect, it } from 'vitest';
import { draftProblems } from '@/domain/command-draft';
import { ineligibility } from '@/domain/eligibility';
import { LIMITS } from '@/domain/limits';
import { createLedger } from '../ledger';
import { overallOfOnce as overallOf, statusOf } from '../run-record';
import { READY_COMMANDS } from './ready-scripts';
import { createWorld, HOME_REGION } from './world';

const bornAt = Date.UTC(2026, 10, 22);
const DAY = 86_400_000;
const world = createWorld({ seed: 1, fleetSize: 60, bornAt });
const ledger = createLedger();
for (const act of world.prelude()) ledger.reduce(act);
const runs = ledger.invocationsIn(HOME_REGION);

describe('what the account had done before', () => {
  it('K1: has ready-made commands in every region, most of them at home', () => {
    expect(ledger.commandsIn(HOME_REGION)).toHaveLength(24);
    for (const region of world.regions)
      expect(ledger.commandsIn(region.regionId).length).toBeGreaterThanOrEqual(4);
    expect(new Set(ledger.commandsIn(HOME_REGION).map((command) => command.type)).size).toBe(3);
    expect(ledger.commands.size).toBe(
      new Set([...ledger.commands.values()].map((command) => command.commandId)).size,
    );
  });

  it('A2: its commands pass the rules a user meets, in both profiles', () => {
    for (const { timeoutSeconds, daysOld: _, ...command } of READY_COMMANDS) {
      for (const limits of Object.values(LIMITS)) {
        expect(draftProblems({ ...command, timeout: String(timeoutSeconds) }, limits), command.name).toEqual(
          [],
        );
      }
    }
  });

  it('K1: lies before the account was born, within two months, each run after its command', () => {
    const acts = world.prelude();
    expect(acts.every((act) => act.at < bornAt && act.at > bornAt - 61 * DAY)).toBe(true);
    expect(acts.map((act) => act.at)).toEqual([...acts].map((act) => act.at).sort((a, b) => a - b));
    for (const run of runs)
      expect(run.createdAt).toBeGreaterThan(ledger.commands.get(run.commandId)!.createdAt);
  });

  it('C2: leaves nothing open and shows runs that ended in every way', () => {
    expect(ledger.open.size).toBe(0);
    expect(runs.length).toBeGreaterThanOrEqual(18);
    const overall = new Set(runs.filter((run) => !run.periodic).map((run) => overallOf(run, 'manual').old));
    expect(overall).toEqual(new Set(['Finished', 'Failed', 'PartialFailed', 'Stopped']));
    const records = runs.flatMap((run) => run.executions);
    const statuses = new Set(records.map(statusOf));
    for (const status of ['Success', 'Failed', 'Error', 'Timeout', 'Aborted', 'Terminated', 'Cancelled'])
      expect(statuses).toContain(status);
    const codes = new Set(records.map((record) => record.finished?.errorCode));
    for (const code of [
      'ExitCodeNonzero',
      'ClientNotResponse',
      'DeliveryTimeout',
      'ExecutionTimeout',
      'ExecutionInterrupted',
      'AccountNotExists',
    ]) {
      expect(codes).toContain(code);
    }
  });

  it('C4: keeps each record in order of time, with an output where the script printed one', () => {
    const records = runs.flatMap((run) => run.executions);
    const disordered = records.filter(({ finished, startedAt, invocation }) => {
      const times = [invocation.createdAt, startedAt, finished?.at, bornAt].filter(
        (at) => typeof at === 'number',
      );
      return times.some((at, index) => index > 0 && at <= times[index - 1]!);
    });
    expect(disordered).toEqual([]);
    const succeeded = records.filter((record) => statusOf(record) === 'Success');
    const silent = succeeded.filter(
      ({ finished }) =>
        !(finished?.output && 'text' in finished.output && finished.output.text.endsWith('\n')),
    );
    expect(silent.map((record) => record.invocation.commandName)).toEqual([]);
    expect(new Set(succeeded.map((record) => record.finished?.exitCode))).toEqual(new Set([0]));
    const failed = records.filter((record) => statusOf(record) === 'Failed');
    expect(failed.every((record) => (record.finished?.exitCode ?? 0) > 0)).toBe(true);
  });

  it('B2: ran only where the command type fits', () => {
    for (const run of runs) {
      for (const id of run.instanceIds) {
        const instance = world.find(HOME_REGION, id)!;
        const candidate = { ...instance, status: instance.state, agent: 'unknown' as const };
        expect(ineligibility(candidate, run.commandType, LIMITS.manual), instance.instanceName).toBeNull();
      }
    }
  });

  it('K1: is the same however large the fleet, and empty-handed fleets still open', () => {
    const large = createWorld({ seed: 1, fleetSize: 1000, bornAt });
    expect(large.prelude()).toEqual(world.prelude());
    expect(createWorld({ seed: 1, fleetSize: 2, bornAt }).prelude().length).toBeGreaterThan(24);
  });
});
