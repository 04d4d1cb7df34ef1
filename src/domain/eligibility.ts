import { osTypeFor, type CommandType } from './command-type';
import type { AgentState } from './agent';
import type { Limits } from './limits';
import { parseSystem } from './systems';

/** What decides whether an instance can run commands; `osName`, `status`, `networkType` as DescribeInstances sends them. */
export interface Candidate {
  instanceId: string;
  status: string;
  osType: string;
  osName: string;
  networkType: string;
  agent: AgentState;
}

export const INELIGIBILITIES = [
  'osMismatch',
  'systemUnsupported',
  'notVpc',
  'notRunning',
  'agentMissing',
  'agentOffline',
] as const;
export type Ineligibility = (typeof INELIGIBILITIES)[number];

/**
 * Why an instance cannot run a command of this type, or `null` (manual 1.1 and 1.2.2). Of several reasons the one
 * that settles it longest comes first: what can never change (the wrong or an unsupported system, a classic
 * network), then what an operator can mend in the order it has to be mended (start it, install the agent, wake
 * it) - "start it first" would be bad advice for an instance that could not run the command even then. An agent whose
 * state is unknown is no reason: the service decides.
 */
export function ineligibility(candidate: Candidate, type: CommandType, limits: Limits): Ineligibility | null {
  const osType = candidate.osType.toLowerCase();
  if (osType !== osTypeFor(type)) return 'osMismatch';
  if (!parseSystem(candidate.osName, osTypeFor(type)).supported) return 'systemUnsupported';
  if (limits.needsVpc && candidate.networkType.toLowerCase() !== 'vpc') return 'notVpc';
  if (candidate.status !== 'Running') return 'notRunning';
  if (candidate.agent === 'missing') return 'agentMissing';
  if (candidate.agent === 'offline') return 'agentOffline';
  return null;
}
