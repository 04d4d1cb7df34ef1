import type { Product } from '../rpc';
import type { Field } from './field';

/** One action of the contract and the parameters it takes besides `RegionId`, which every call of the console carries. */
export interface ActionEntry {
  name: string;
  required?: readonly Field[];
  optional?: readonly Field[];
  /** Optional ones that are newer than the manual: an older endpoint ignores or refuses them. */
  today?: readonly Field[];
}

export type TopicId =
  | 'commands'
  | 'runs'
  | 'files'
  | 'agents'
  | 'instances'
  | 'disks'
  | 'account'
  | 'events'
  | 'maintenance'
  | 'monitorData'
  | 'metrics'
  | 'metricRules'
  | 'alertLog'
  | 'contacts'
  | 'eventRules'
  | 'cloudEvents'
  | 'hostAgent'
  | 'executions'
  | 'templates';

/** Actions about one thing, as the contract groups them. */
export interface Topic {
  id: TopicId;
  product: Product;
  actions: readonly ActionEntry[];
}
