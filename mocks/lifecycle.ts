import type { Ledger } from './ledger';
import type { WorldInstance } from './world/instance';
import type { World } from './world/world';

/** How long a reboot stops an instance, and after how long it runs again. World ms. */
const STOPPING_MS = 8_000;
export const REBOOT_MS = 30_000;

/** What an install brings; the newest the demo's fleet has. */
const INSTALLED_VERSION = { linux: '2.2.3.857', windows: '2.1.3.857' } as const;

/** Reboots and installs of one instance, oldest first. World epoch ms. */
export interface InstanceHistory {
  reboots: number[];
  installs: number[];
}

/**
 * An instance as it is at a moment: the world's, changed by what users did to it. A reboot stops it, starts it and leaves
 * it running after half a minute; an installed agent is there from the end of the first reboot after it (contract 5, 6).
 */
export function instanceAt(
  instance: WorldInstance,
  history: InstanceHistory | undefined,
  at: number,
): WorldInstance {
  const reboot = history?.reboots.findLast((rebootedAt) => rebootedAt <= at);
  if (!history || reboot === undefined) return instance;
  const up = reboot + REBOOT_MS;
  const since = (installedAt: number, rebootedAt: number) => installedAt <= rebootedAt;
  const installed = history.reboots.some(
    (rebootedAt) =>
      rebootedAt + REBOOT_MS <= at && history.installs.some((installedAt) => since(installedAt, rebootedAt)),
  );
  const agent: WorldInstance['agent'] = installed
    ? { state: 'online', version: INSTALLED_VERSION[instance.osType], lastHeartbeatAt: null }
    : instance.agent;
  if (at >= up) return { ...instance, agent, startedAt: up };
  const down =
    agent.state === 'online' ? { ...agent, state: 'offline' as const, lastHeartbeatAt: reboot } : agent;
  return { ...instance, agent: down, state: at < reboot + STOPPING_MS ? 'Stopping' : 'Starting' };
}

/** The world as it is at a moment. The same world when nobody changed an instance. */
export function worldAt(world: World, ledger: Pick<Ledger, 'changedInstances'>, at: number): World {
  const changed = ledger.changedInstances;
  if (changed.size === 0) return world;
  const lists = new Map<string, readonly WorldInstance[]>();
  const current = (instance: WorldInstance) => instanceAt(instance, changed.get(instance.instanceId), at);
  return {
    ...world,
    instances(regionId) {
      const known = lists.get(regionId);
      if (known) return known;
      const list = world.instances(regionId).map(current);
      lists.set(regionId, list);
      return list;
    },
    find(regionId, instanceId) {
      const instance = world.find(regionId, instanceId);
      return instance && current(instance);
    },
  };
}
