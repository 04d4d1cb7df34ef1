import { createApi } from '@/api/api';
import type { SystemEvent } from '@/api/ecs/system-events';
import { createRpc } from '@/api/rpc';
import { formatWireTime } from '@/api/wire-times';
import { createClock } from '@mocks/clock';
import { createTestEmulator, type TestEmulatorOptions } from '@mocks/node';
import { createWorld } from '@mocks/world/world';
import { createFakeRunner } from './fake-runner';

export const EVENTS_START = Date.parse('2026-11-22T03:04:05Z');
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const OPEN = ['Scheduled', 'Executing', 'Inquiring'];
/** As many states as one call may ask for, and the one beyond. */
const STATES = [[...OPEN, 'Executed', 'Avoided', 'Canceled'], ['Failed']];

/** An account whose clock only the test moves, with words for what tests of events do. */
export async function eventsByClock(options: TestEmulatorOptions = {}) {
  const machine = Date.now();
  const clock = createClock(() => machine, EVENTS_START);
  const made = await createTestEmulator({ clock, runner: createFakeRunner(), ...options });
  const { ecs } = createApi(
    createRpc({ credentials: { accessKeyId: 'testid', accessKeySecret: 'testsecret' }, fetch: made.fetch }),
  );
  const born = createWorld({ seed: 1, fleetSize: options.fleetSize ?? 60, bornAt: EVENTS_START });

  async function events(
    RegionId: string,
    InstanceEventCycleStatus: string[],
    EventId?: string[],
  ): Promise<SystemEvent[]> {
    const found: SystemEvent[] = [];
    for (let PageNumber = 1; ; PageNumber += 1) {
      const { items } = await ecs.describeInstanceHistoryEvents({
        RegionId,
        InstanceEventCycleStatus,
        ...(EventId && { EventId }),
        PageNumber,
        PageSize: 100,
      });
      found.push(...items);
      if (items.length < 100) return found;
    }
  }

  return {
    ...made,
    ecs,
    events,
    open: (RegionId: string) => events(RegionId, OPEN),
    /** The event now, whatever its state; undefined when it cannot be seen. */
    async event(RegionId: string, EventId: string) {
      const found = await Promise.all(STATES.map((states) => events(RegionId, states, [EventId])));
      return found.flat()[0];
    },
    /** Lifecycle state as DescribeInstances sends it; null when the instance is not there. */
    async state(RegionId: string, InstanceId: string) {
      const { items } = await ecs.describeInstances({ RegionId, InstanceIds: [InstanceId] });
      return items[0]?.Status ?? null;
    },
    async health(RegionId: string, InstanceId: string) {
      const { items } = await ecs.describeInstancesFullStatus({ RegionId, InstanceId: [InstanceId] });
      return items[0]?.HealthStatus ?? null;
    },
    /** Of the account's birth. */
    idOf: (name: string) =>
      born.regions
        .flatMap((region) => born.instances(region.regionId))
        .find((instance) => instance.instanceName === name)!.instanceId,
    /** The time so many ms from now, as on the wire. */
    wire: (offset: number) => formatWireTime(made.clock.now() + offset),
    /** Moves the clock to a moment, epoch ms. */
    goTo: (at: number) => made.clock.set(at),
  };
}
