import type { AgentState } from '@/domain/agent';
import type { HealthStatus } from '@/domain/health';
import type { StatusIconName } from '@/ui/status-icons';
import type { Tone } from '@/ui/tones';

interface Look {
  tone: Tone;
  icon: StatusIconName;
}

/** Lifecycle states of instances (contract 6), in the order of a life. */
export const INSTANCE_STATES = ['Pending', 'Starting', 'Running', 'Stopping', 'Stopped'] as const;
export type InstanceStateName = (typeof INSTANCE_STATES)[number];

/** Whether the console knows the state; one it does not is shown as it came. */
export function isInstanceState(value: string): value is InstanceStateName {
  return (INSTANCE_STATES as readonly string[]).includes(value);
}

/** How each looks. Running is the normal case: a tick would claim more than "it runs". */
const STATE_LOOKS: Readonly<Record<string, Look>> = {
  Running: { tone: 'ok', icon: 'started' },
  Pending: { tone: 'info', icon: 'pending' },
  Starting: { tone: 'info', icon: 'running' },
  Stopping: { tone: 'info', icon: 'running' },
  Stopped: { tone: 'neutral', icon: 'stopped' },
};

export function stateLook(state: string): Look {
  return STATE_LOOKS[state] ?? { tone: 'neutral', icon: 'unknown' };
}

/** The manual colours OK green and Impaired red (4.2); the rest follow by what they ask of a person. */
const HEALTH_LOOKS: Readonly<Record<HealthStatus, Look>> = {
  OK: { tone: 'ok', icon: 'success' },
  Impaired: { tone: 'danger', icon: 'impaired' },
  Warning: { tone: 'warn', icon: 'warning' },
  Maintaining: { tone: 'info', icon: 'maintaining' },
  Initializing: { tone: 'info', icon: 'initializing' },
  InsufficientData: { tone: 'neutral', icon: 'noData' },
  NotApplicable: { tone: 'neutral', icon: 'notApplicable' },
};

export function healthLook(health: HealthStatus | null): Look {
  return health === null ? { tone: 'neutral', icon: 'unknown' } : HEALTH_LOOKS[health];
}

export const AGENT_LOOKS: Readonly<Record<AgentState, Look>> = {
  online: { tone: 'ok', icon: 'success' },
  offline: { tone: 'warn', icon: 'disconnected' },
  missing: { tone: 'neutral', icon: 'cancelled' },
  unknown: { tone: 'neutral', icon: 'unknown' },
};
