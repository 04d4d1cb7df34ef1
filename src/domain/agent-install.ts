import type { AgentState } from './agent';

/** What the console asked for on one instance. Epoch ms by the console's clock; null: not asked. */
export interface AskedInstall {
  installAskedAt: number;
  restartAskedAt: number | null;
}

/** What DescribeInstances and DescribeCloudAssistantStatus say about the instance. */
export interface SeenInstance {
  /** Lifecycle state as sent, e.g. `Running`. */
  state: string;
  /** When it was last started, epoch ms rounded down to the minute, as the API sends it; null while not known. */
  startedAt: number | null;
  agent: AgentState;
}

/**
 * `waiting`: installed, but without effect before a restart (contract 5, InstallCloudAssistant);
 * `restarting`: on its way down or up; `heartbeat`: runs again, the agent has not reported yet;
 * `online`: the agent reports; `silent`: it should have reported by now; `gone`: the region has no such instance any more.
 */
export const INSTALL_STEPS = ['waiting', 'restarting', 'heartbeat', 'online', 'silent', 'gone'] as const;
export type InstallStep = (typeof INSTALL_STEPS)[number];

const MINUTE = 60_000;

/** A restart takes a minute or two and heartbeats come every minute: whoever has not reported by then will not. */
export const SILENT_AFTER_MS = 6 * MINUTE;

/** When the instance was restarted after the install, as far as can be told; null: not yet. */
function restartedAt({ installAskedAt, restartAskedAt }: AskedInstall, startedAt: number | null) {
  const elsewhere = startedAt !== null && startedAt > installAskedAt ? startedAt : null;
  if (restartAskedAt === null || restartAskedAt < installAskedAt) return elsewhere;
  return elsewhere === null ? restartAskedAt : Math.max(restartAskedAt, elsewhere);
}

/**
 * How far an install has come. Only that it was asked for has to be remembered, the service keeps that to itself; the rest
 * is read from it, so a restart from elsewhere counts as well.
 * @param seen null if the region no longer has the instance
 * @param now epoch ms
 */
export function installStep(asked: AskedInstall, seen: SeenInstance | null, now: number): InstallStep {
  if (seen === null) return 'gone';
  if (seen.agent === 'online') return 'online';
  const restarted = restartedAt(asked, seen.startedAt);
  if (restarted === null)
    return seen.state === 'Running' || seen.state === 'Stopped' ? 'waiting' : 'restarting';
  if (now - restarted >= SILENT_AFTER_MS) return 'silent';
  const up = seen.state === 'Running' && seen.startedAt !== null && seen.startedAt + MINUTE > restarted;
  return up ? 'heartbeat' : 'restarting';
}

/** Whether the step still changes by itself: an install that waits for a restart does not. */
export function isInstallMoving(step: InstallStep): boolean {
  return step === 'restarting' || step === 'heartbeat';
}

/** Whether the install has come to its end, well or not. */
export function isInstallOver(step: InstallStep): boolean {
  return step === 'online' || step === 'silent' || step === 'gone';
}
