import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Act } from './acts';
import { instanceTurns } from './instance-turns';
import { createLedger } from './ledger';
import { worldAt } from './lifecycle';
import { createWorld } from './world/world';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BORN_AT = Date.UTC(2026, 10, 22, 3, 4, 5, 678);
const HOME = 'cn-hangzhou';
const world = createWorld({ seed: 1, fleetSize: 60, bornAt: BORN_AT });
const home = world.instances(HOME);
const named = (name: string) => home.find((instance) => instance.instanceName === name)!.instanceId;

const zoneId = world.zones(HOME)[0]!.zoneId;
const { imageId, instanceType, securityGroupId, vpcId, vSwitchId, systemDiskGiB } = home[0]!;
const machine = { imageId, instanceType, securityGroupId, vpcId, vSwitchId, systemDiskGiB };
const ACTS: readonly Act[] = [
  { kind: 'AgentInstalled', at: BORN_AT + HOUR, instanceIds: home.slice(0, 40).map((one) => one.instanceId) },
  ...home.slice(0, 20).map(({ instanceId }, index): Act => ({
    kind: 'InstanceRebooted',
    at: BORN_AT + index * 11 * HOUR,
    instanceId,
  })),
  { kind: 'InstanceReleased', at: BORN_AT + 5 * DAY, instanceId: named('web-prod-01') },
  {
    kind: 'InstancesCreated',
    ...{ at: BORN_AT + 2 * DAY, regionId: HOME, zoneId, dataDiskGiB: null, tags: {}, ...machine },
    extras: { autoReleaseAt: BORN_AT + 9 * DAY },
    instances: [
      { instanceId: 'i-made', name: 'made', privateIp: '10.0.0.9', eventId: null },
      { instanceId: 'i-failed', name: 'failed', privateIp: '10.0.0.8', eventId: 'e-failed' },
    ],
  },
];
const ledger = createLedger();
for (const act of ACTS.toSorted((a, b) => a.at - b.at)) ledger.reduce(act);

/** Whoever was there at some time, the later tenants of a place among them. */
const everybody = world.regions.flatMap(({ regionId }) => {
  const ids = [0, 30, 60].flatMap((days) =>
    worldAt(world, ledger, BORN_AT + days * DAY)
      .instances(regionId)
      .map(({ instanceId }) => instanceId),
  );
  return [...new Set(ids), ...(regionId === HOME ? ['i-made', 'i-failed'] : [])].map((instanceId) => ({
    regionId,
    instanceId,
  }));
});
const moments = fc.integer({ min: BORN_AT, max: BORN_AT + 70 * DAY });

function looks(regionId: string, instanceId: string, at: number) {
  const found = worldAt(world, ledger, at).find(regionId, instanceId);
  return found ? `${found.state} ${found.agent.state} ${found.agent.version}` : 'not there';
}

it('C5: between two of its turns an instance stays as it is', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...everybody),
      moments,
      fc.integer({ min: 1, max: 6 * DAY }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      ({ regionId, instanceId }, from, length, share) => {
        const to = from + length;
        const turns = instanceTurns({ world, ledger }, regionId, instanceId, from, to);
        if (turns === null) return;
        const edges = [...new Set([from, ...turns, to + 1])].toSorted((a, b) => a - b);
        for (const [index, next] of edges.slice(1).entries()) {
          const first = Math.ceil(edges[index]!);
          const last = Math.ceil(next) - 1;
          if (last < first) continue;
          const between = Math.round(first + (last - first) * share);
          const look = looks(regionId, instanceId, first);
          expect([between, looks(regionId, instanceId, between)]).toEqual([between, look]);
          expect([last, looks(regionId, instanceId, last)]).toEqual([last, look]);
        }
      },
    ),
    { numRuns: 60 },
  );
});

it('C5: of an instance that nobody knows, no turns are known', () => {
  expect(instanceTurns({ world, ledger }, HOME, 'i-nobody', BORN_AT, BORN_AT + DAY)).toBeNull();
});
