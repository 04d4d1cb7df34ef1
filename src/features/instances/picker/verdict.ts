import type { AgentStatus } from '@/api/ecs/agents';
import type { Instance } from '@/api/ecs/instances';
import { agentStateOf } from '@/domain/agent';
import type { CommandType } from '@/domain/command-type';
import { ineligibility, type Ineligibility } from '@/domain/eligibility';
import type { Limits } from '@/domain/limits';
import { candidateOf } from '../eligibility';

/** What is to be done with the instances; null: anything, and any of them can be picked. */
export type PickFor = CommandType | null;

/**
 * Whether an instance can be picked. `checking`: only the agent is still to be asked. `agentUnknown`: the service did
 * not tell about the agent, so the instance can be picked and the service itself decides when the command is sent.
 */
export type Verdict =
  | { kind: 'ready' }
  | { kind: 'checking' }
  | { kind: 'agentUnknown' }
  | { kind: 'cannot'; reason: Ineligibility };

/** What is known of a page's agents. */
export type Agents =
  { state: 'loading' } | { state: 'failed' } | { state: 'known'; agents: ReadonlyMap<string, AgentStatus> };

export function verdictOf(instance: Instance, agents: Agents, type: PickFor, limits: Limits): Verdict {
  if (type === null) return { kind: 'ready' };
  // Most reasons need no agent: they are told at once, before its state has arrived.
  const agent = agents.state === 'known' ? agentStateOf(agents.agents.get(instance.InstanceId)) : 'unknown';
  const reason = ineligibility(candidateOf(instance, agent), type, limits);
  if (reason !== null) return { kind: 'cannot', reason };
  if (agents.state === 'loading') return { kind: 'checking' };
  return agent === 'unknown' ? { kind: 'agentUnknown' } : { kind: 'ready' };
}

export function canBePicked(verdict: Verdict): boolean {
  return verdict.kind === 'ready' || verdict.kind === 'agentUnknown';
}
