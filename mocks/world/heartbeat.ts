import type { WorldInstance } from './instance';
import { hash32 } from './random';

const PERIOD = 60_000;

/** A heartbeat at most this old means the agent is there (contract section 5, DescribeCloudAssistantStatus). */
export const HEARTBEAT_GRACE = 2 * PERIOD;

/** When the agent last reported, in epoch ms: at its start, then every 60 s, each instance in its own second; null: never. */
export function lastHeartbeat(instance: WorldInstance, now: number): number | null {
  if (instance.agent.state !== 'online') return instance.agent.lastHeartbeatAt;
  const phase = hash32(instance.instanceId) % PERIOD;
  return Math.max(Math.floor((now - phase) / PERIOD) * PERIOD + phase, Math.min(instance.startedAt, now));
}
