import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ineligibility } from '@/domain/eligibility';
import { HEALTH_STATUSES } from '@/domain/health';
import { LIMITS } from '@/domain/limits';
import { HEARTBEAT_GRACE, lastHeartbeat } from './heartbeat';
import type { WorldInstance } from './instance';
import { createWorld, HOME_REGION, type World } from './world';

const bornAt = Date.UTC(2026, 10, 22);
const world = createWorld({ seed: 1, fleetSize: 60, bornAt });
const all = (of: World) => of.regions.flatMap((region) => [...of.instances(region.regionId)]);

const reasonFor = (instance: WorldInstance, type: 'RunShellScript' | 'RunBatScript') =>
  ineligibility(
    {
      instanceId: instance.instanceId,
      status: instance.state,
      osType: instance.osType,
      osName: instance.osNameEn,
      networkType: instance.networkType,
      agent: instance.agent.state,
    },
    type,
    LIMITS.manual,
  );

describe('the demo account', () => {
  it('K1: is the same for the same seed and another for another', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 200 }), (seed, fleetSize) => {
        expect(all(createWorld({ seed, fleetSize, bornAt }))).toEqual(
          all(createWorld({ seed, fleetSize, bornAt })),
        );
      }),
      { numRuns: 10 },
    );
    expect(createWorld({ seed: 2, fleetSize: 60, bornAt }).instances(HOME_REGION)).not.toEqual(
      world.instances(HOME_REGION),
    );
  });

  it('K1: holds exactly the asked number of instances in seven regions', () => {
    for (const fleetSize of [1, 5, 60, 1000])
      expect(all(createWorld({ seed: 1, fleetSize, bornAt }))).toHaveLength(fleetSize);
    expect(world.regions).toHaveLength(7);
    expect(world.instances(HOME_REGION)).toHaveLength(34);
    for (const region of world.regions) expect(world.instances(region.regionId).length).toBeGreaterThan(0);
  });

  it('K1: gives no id, address or name twice, at 10 000 instances', () => {
    const fleet = all(createWorld({ seed: 7, fleetSize: 10_000, bornAt }));
    const distinct = (values: (string | null)[]) => new Set(values.filter((value) => value !== null)).size;
    expect(distinct(fleet.map((instance) => instance.instanceId))).toBe(10_000);
    expect(distinct(fleet.map((instance) => instance.privateIp))).toBe(10_000);
    expect(distinct(fleet.map((instance) => instance.macAddress))).toBe(10_000);
    expect(distinct(fleet.map((instance) => instance.instanceName))).toBe(10_000);
    expect(distinct(fleet.map((i) => i.publicIp))).toBe(fleet.filter((i) => i.publicIp !== null).length);
    expect(fleet.filter((instance) => !/^i-[0-9a-z]{20}$/.test(instance.instanceId))).toEqual([]);
    const bytes = fleet.flatMap((instance) =>
      `${instance.privateIp}.${instance.publicIp ?? '0.0.0.0'}`.split('.'),
    );
    expect(bytes.filter((byte) => !(Number(byte) < 256))).toEqual([]);
  });

  it('K1: keeps the instances that were there when the fleet grows', () => {
    const grown = new Map(
      createWorld({ seed: 1, fleetSize: 1000, bornAt })
        .instances(HOME_REGION)
        .map((i) => [i.instanceId, i]),
    );
    for (const instance of world.instances(HOME_REGION))
      expect(grown.get(instance.instanceId)).toEqual(instance);
  });

  it('K1: lists the newest first', () => {
    const created = world.instances(HOME_REGION).map((instance) => instance.createdAt);
    expect(created).toEqual([...created].sort((a, b) => b - a));
    expect(created[0]).toBeLessThan(bornAt);
  });

  it('E2: has every family of the manual and two systems that are not supported', () => {
    const systems = new Set(all(world).map((instance) => instance.osId));
    for (const id of [
      'centos',
      'debian',
      'ubuntu',
      'rhel',
      'sles',
      'opensuse-leap',
      'alinux',
      'coreos',
      'windows',
      'freebsd',
      'fedora',
    ]) {
      expect(systems).toContain(id);
    }
    const unsupported = all(world).filter(
      (instance) => reasonFor(instance, 'RunShellScript') === 'systemUnsupported',
    );
    expect(unsupported.map((instance) => instance.osId).sort()).toEqual(['fedora', 'freebsd']);
  });

  it('B2: has in the home region what can run and one of each reason why not', () => {
    const home = world.instances(HOME_REGION);
    const shell = home.map((instance) => reasonFor(instance, 'RunShellScript'));
    expect(shell.filter((reason) => reason === null).length).toBeGreaterThanOrEqual(20);
    expect(
      home.filter((instance) => reasonFor(instance, 'RunBatScript') === null).length,
    ).toBeGreaterThanOrEqual(5);
    for (const reason of [
      'notRunning',
      'agentMissing',
      'agentOffline',
      'notVpc',
      'osMismatch',
      'systemUnsupported',
    ] as const) {
      expect(shell).toContain(reason);
    }
  });

  it('H1: has instances of all seven health values and all lifecycle states', () => {
    const home = world.instances(HOME_REGION);
    expect(new Set(home.map((instance) => instance.health))).toEqual(new Set(HEALTH_STATUSES));
    expect(new Set(home.map((i) => i.state))).toEqual(
      new Set(['Pending', 'Starting', 'Running', 'Stopping', 'Stopped']),
    );
  });

  it('E1: lets an online agent report about once a minute, whatever the time', () => {
    const online = world.instances(HOME_REGION).find((instance) => instance.agent.state === 'online')!;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e10 }), (later) => {
        const age = bornAt + later - lastHeartbeat(online, bornAt + later)!;
        return age >= 0 && age < 60_000;
      }),
    );
    const offline = world.instances(HOME_REGION).filter((instance) => instance.agent.state === 'offline');
    for (const instance of offline)
      expect(bornAt - lastHeartbeat(instance, bornAt)!).toBeGreaterThan(HEARTBEAT_GRACE);
  });

  it('J1: knows its regions and zones by name in three languages', () => {
    for (const region of world.regions) {
      expect(world.zones(region.regionId).length).toBeGreaterThanOrEqual(2);
      expect(Object.values(region.names).every((name) => name.length > 0)).toBe(true);
    }
    expect(world.zones('xx-nowhere')).toEqual([]);
    expect(world.find('xx-nowhere', 'i-1')).toBeUndefined();
  });
});
