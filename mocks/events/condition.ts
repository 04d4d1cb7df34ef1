import type { HealthStatus } from '@/domain/health';
import type { InstanceState, WorldInstance } from '../world/instance';
import { type EventLife, executedFrom, finishedAt, stateAt } from './life';
import { downMsOf } from './plan';

/** A restart, by whoever. World epoch ms. */
export interface Restart {
  at: number;
  /** When it has stopped and starts. */
  starting: number;
  up: number;
}

const STOPPING_MS = 20_000;

/** The restart an event brings to its instance; null when it brings none. */
export function restartOf(life: EventLife): Restart | null {
  const downMs = downMsOf(life.plan);
  const at = executedFrom(life);
  if (downMs === 0 || at === null || life.steps.at(-1)?.state !== 'Executed') return null;
  return { at, starting: at + (life.plan.first === 'Scheduled' ? STOPPING_MS : 0), up: at + downMs };
}

/** What an instance's health says while such an event is executed (manual 4.2). */
const HEALTH_WHILE: Readonly<Record<string, HealthStatus>> = {
  'SystemMaintenance.Reboot': 'Maintaining',
  'SystemMaintenance.Redeploy': 'Maintaining',
  'SystemFailure.Reboot': 'Impaired',
  'InstanceFailure.Reboot': 'Warning',
  'SystemMaintenance.PerformanceImpact': 'Warning',
};

const isStop = (life: EventLife) => !life.plan.drill && life.plan.type.endsWith('.Stop');

/** What the instance's events make of its state and health, restarts aside. */
export function stateByEvents(
  lives: readonly EventLife[],
  at: number,
): { state?: InstanceState; health?: HealthStatus } {
  const stopped = lives.some((life) => isStop(life) && stateAt(life, at) === 'Executed');
  if (stopped) return { state: 'Stopped', health: 'NotApplicable' };
  const running = lives.find((life) => !life.plan.drill && stateAt(life, at) === 'Executing');
  if (!running) return {};
  if (isStop(running)) return { state: 'Stopping' };
  const health = HEALTH_WHILE[running.plan.type];
  return health === undefined ? {} : { health };
}

/** The moments at which something about the instances of these events changes. */
export function* turningPoints(life: EventLife): Generator<number> {
  for (const step of life.steps) yield step.at;
  const restart = restartOf(life);
  if (restart) yield* [restart.starting, restart.up];
}

/** Whether the events let the instance be gone: released because of payment, or never made. */
export function releasedBy(lives: readonly EventLife[], at: number): boolean {
  return lives.some(
    (life) =>
      !life.plan.drill &&
      life.plan.type.endsWith('.Delete') &&
      finishedAt(life) <= at &&
      stateAt(life, at) === 'Executed',
  );
}

/** A stopped or restarting instance's agent is away since then. */
export function agentAway(agent: WorldInstance['agent'], since: number): WorldInstance['agent'] {
  return agent.state === 'online' ? { ...agent, state: 'offline', lastHeartbeatAt: since } : agent;
}
