import { agentAway, type Restart, restartOf, stateByEvents } from './events/condition';
import type { EventLife, UserActs } from './events/life';
import type { Ledger } from './ledger';
import type { WorldInstance } from './world/instance';

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

/** What users did, as far as it changes instances. */
export type Acts = Pick<Ledger, 'changedInstances' | 'events'>;

/** What users did, as the events' rules want to see it. */
export function userActs(ledger: Acts): UserActs {
  return {
    events: ledger.events,
    rebootsOf: (instanceId) => ledger.changedInstances.get(instanceId)?.reboots ?? [],
  };
}

export const rebooted = (at: number): Restart => ({ at, starting: at + STOPPING_MS, up: at + REBOOT_MS });

/**
 * An instance as it is at a moment: as it was made, changed by what users and system events did to it. A restart stops it,
 * starts it and leaves it running; an installed agent is there from the end of the first restart after it (contract 5, 6).
 */
export function instanceAt(
  instance: WorldInstance,
  history: InstanceHistory | undefined,
  lives: readonly EventLife[],
  at: number,
): WorldInstance {
  if (!history && lives.length === 0) return instance;
  const restarts = [
    ...(history?.reboots ?? []).map(rebooted),
    ...lives.flatMap((life) => restartOf(life) ?? []),
  ].filter((restart) => restart.at <= at);
  const last = restarts.reduce<Restart | null>((a, b) => (a && a.at > b.at ? a : b), null);
  const installed = history?.installs.some((installedAt) =>
    restarts.some((restart) => restart.up <= at && installedAt <= restart.at),
  );
  const agent: WorldInstance['agent'] = installed
    ? { state: 'online', version: INSTALLED_VERSION[instance.osType], lastHeartbeatAt: null }
    : instance.agent;
  const now = { ...instance, agent, ...stateByEvents(lives, at) };
  if (now.state !== instance.state) return { ...now, agent: agentAway(agent, lastChange(lives, at)) };
  if (!last) return now;
  if (at >= last.up) return { ...now, startedAt: Math.max(last.up, instance.startedAt) };
  return { ...now, agent: agentAway(agent, last.at), state: at < last.starting ? 'Stopping' : 'Starting' };
}

function lastChange(lives: readonly EventLife[], at: number): number {
  return Math.max(...lives.flatMap(({ steps }) => steps.map((step) => step.at).filter((time) => time <= at)));
}
