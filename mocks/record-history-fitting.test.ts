import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FinishedStatus } from './acts';
import { createLedger } from './ledger';
import { worldAt } from './lifecycle';
import { numberSet } from './number-set';
import { historyOf } from './record-history';
import { fittingFirings } from './record-history-fitting';
import { type Execution, statusOf } from './run-record';
import { createWorld } from './world/world';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const BORN_AT = Date.UTC(2026, 10, 22, 3, 4, 5, 678);
const regionId = 'cn-hangzhou';
const invokeId = 't-1';
const world = createWorld({ seed: 1, fleetSize: 60, bornAt: BORN_AT });
const instanceIds = world
  .instances(regionId)
  .slice(0, 24)
  .map((instance) => instance.instanceId);

/** A schedule on the whole region, of which some scripts were run, with restarts and a stop in between. */
function account() {
  const ledger = createLedger();
  ledger.reduce({
    kind: 'InvocationCreated',
    ...{ at: BORN_AT, regionId, invokeId, instanceIds, frequency: '0 0/10 * * * ?' },
    ...{
      commandId: 'c-1',
      commandName: 'check',
      commandDescription: '',
      commandType: 'RunShellScript' as const,
    },
    ...{
      content: 'date',
      enableParameter: false,
      parameters: {},
      workingDir: '',
      timeoutSeconds: 60,
      username: '',
    },
  });
  const invocation = ledger.invocations.get(invokeId)!;
  const endings: FinishedStatus[] = ['Success', 'Failed', 'Timeout', 'Success'];
  for (const [place, instanceId] of instanceIds.slice(0, 14).entries()) {
    for (const repeat of [1, 2, 2 + place, 60 + place * 3, 1008]) {
      const key = { invokeId, instanceId, repeat };
      const at = invocation.periodic!.schedule.fire(repeat)!;
      const status = endings[(place + repeat) % endings.length]!;
      const end = { status, exitCode: 0, dropped: 0, errorCode: '', errorInfo: '' };
      ledger.reduce({ kind: 'ExecutionStarted', at, ...key });
      ledger.reduce({ kind: 'ExecutionFinished', at: at + 1000, ...key, ...end });
    }
    ledger.reduce({ kind: 'InstanceRebooted', at: BORN_AT + place * 5 * HOUR - 10_000, instanceId });
  }
  const stopped = instanceIds.slice(12, 16);
  ledger.reduce({ kind: 'InvocationStopped', at: BORN_AT + 4 * DAY, invokeId, instanceIds: stopped });
  return { ledger, invocation, periodic: invocation.periodic! };
}

const { ledger, invocation, periodic } = account();
const nameOf = ({ instanceId, repeat }: Execution) => `${instanceId}/${repeat}`;

it.each(['Success', 'Failed', 'Pending', 'Aborted', 'Invalid'])(
  'C5: the history of the records that are %s is that part of the whole, in its order',
  (status) => {
    fc.assert(
      fc.property(
        fc.integer({ min: BORN_AT, max: BORN_AT + 7 * DAY }),
        fc.nat(),
        fc.integer({ min: 1, max: 50 }),
        (now, start, size) => {
          const scene = { now, world, ledger, worldAt: (at: number) => worldAt(world, ledger, at) };
          const fits = (record: Execution) => statusOf(record) === status;
          const whole = historyOf(invocation, periodic, instanceIds, scene);
          const wanted = whole.slice(0, whole.length).filter(fits);
          const found = historyOf(invocation, periodic, instanceIds, scene, (instanceId) =>
            fittingFirings(invocation, periodic, instanceId, scene, fits),
          );
          expect(found.length).toBe(wanted.length);
          const from = wanted.length === 0 ? 0 : start % wanted.length;
          const page = found.slice(from, from + size);
          expect(page.map(nameOf)).toEqual(wanted.slice(from, from + size).map(nameOf));
          expect(page.every(fits)).toBe(true);
          for (const [index, { instanceId, repeat }] of page.entries())
            expect(found.indexOf(instanceId, repeat)).toBe(from + index);
        },
      ),
      { numRuns: 2 },
    );
  },
);

it('C5: a set of numbers is what its runs hold', () => {
  const runs = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })), { maxLength: 6 })
    .map((gaps) => {
      let last = 0;
      return gaps.map(([gap, length]): [number, number] => {
        const first = last + gap;
        last = first + length - 1;
        return [first, last];
      });
    });
  fc.assert(
    fc.property(runs, fc.integer({ min: 0, max: 60 }), (given, number) => {
      const members = given.flatMap(([first, last]) =>
        Array.from({ length: last - first + 1 }, (_, index) => first + index),
      );
      const set = numberSet(given);
      expect([set.size, set.last]).toEqual([members.length, members.at(-1) ?? 0]);
      expect(set.has(number)).toBe(members.includes(number));
      expect(set.above(number)).toBe(members.filter((member) => member > number).length);
    }),
  );
});
