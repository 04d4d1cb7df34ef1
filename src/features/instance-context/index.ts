import { useOutletContext } from 'react-router-dom';
import type { Instance } from '@/api/ecs/instances';

/** What the page of an instance gives its tabs: the instance as it was last read, and where it is. */
export interface InstanceContext {
  region: string;
  instance: Instance;
}

/** The instance whose page a tab belongs to. Only below `instanceRoute` of the instances. */
export function useInstanceContext(): InstanceContext {
  return useOutletContext<InstanceContext>();
}

export {
  AGENT_LOOKS,
  healthLook,
  INSTANCE_STATES,
  type InstanceStateName,
  isInstanceState,
  stateLook,
} from './looks';
export { type HealthWords, useHealthWords } from './use-health-words';
