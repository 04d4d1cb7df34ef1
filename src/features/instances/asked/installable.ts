import type { AgentStatus } from '@/api/ecs/agents';
import type { Instance } from '@/api/ecs/instances';
import { agentStateOf } from '@/domain/agent';
import { isSystemSupported } from '../system-label';

/** Why the agent is not installed on an instance. */
export type NotInstallable = 'unsupported' | 'online' | 'notRunning';

/**
 * Why installing the agent by API would do nothing for an instance, or be refused; null when it helps. It takes effect with
 * RebootInstance, which takes Running instances only (contract 5, 6).
 */
export function notInstallable(instance: Instance, agent: AgentStatus | undefined): NotInstallable | null {
  if (!isSystemSupported(instance)) return 'unsupported';
  if (agentStateOf(agent) === 'online') return 'online';
  return instance.Status === 'Running' ? null : 'notRunning';
}
