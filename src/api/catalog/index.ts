import { actionKind } from '../actions';
import type { Product } from '../rpc';
import { ACCOUNT } from './account';
import { AGENTS, HOST_AGENT } from './agents';
import { ALERT_LOG } from './cms-alert-log';
import { CONTACTS } from './cms-contacts';
import { EVENT_RULES } from './cms-event-rules';
import { CLOUD_EVENTS } from './cms-events';
import { METRIC_RULES } from './cms-metric-rules';
import { METRICS } from './cms-metrics';
import { COMMANDS } from './commands';
import { DISKS } from './disks';
import { EVENTS, MAINTENANCE } from './events';
import { type Field, text } from './field';
import { FILES } from './files';
import { INSTANCES } from './instances';
import { MONITOR_DATA } from './monitor-data';
import { EXECUTIONS, TEMPLATES } from './oos';
import { RUNS } from './runs';
import type { ActionEntry, Topic, TopicId } from './topic';

/** Every action of the console with its parameters, as the contract has them, by topic. */
export const TOPICS: readonly Topic[] = [
  COMMANDS,
  RUNS,
  FILES,
  AGENTS,
  INSTANCES,
  DISKS,
  EVENTS,
  MAINTENANCE,
  MONITOR_DATA,
  ACCOUNT,
  METRICS,
  METRIC_RULES,
  ALERT_LOG,
  CONTACTS,
  EVENT_RULES,
  CLOUD_EVENTS,
  HOST_AGENT,
  EXECUTIONS,
  TEMPLATES,
];

/** One action and where it belongs. */
export interface CatalogAction {
  name: string;
  product: Product;
  topic: TopicId;
  kind: 'read' | 'write';
  required: readonly Field[];
  optional: readonly Field[];
  today: readonly Field[];
}

/** Every call of the console carries it: it picks the endpoint (contract 1.2, 1.10). */
const REGION = text('RegionId');

/** In the order of the topics. */
export const CATALOG: readonly CatalogAction[] = TOPICS.flatMap(({ id, product, actions }) =>
  actions.flatMap((entry) => {
    const kind = actionKind(product, entry.name);
    return kind === null ? [] : [catalogAction(entry, product, id, kind)];
  }),
);

function catalogAction(
  { name, required = [], optional = [], today = [] }: ActionEntry,
  product: Product,
  topic: TopicId,
  kind: 'read' | 'write',
): CatalogAction {
  return { name, product, topic, kind, required: [REGION, ...required], optional, today };
}

export function findAction(name: string): CatalogAction | null {
  return CATALOG.find((action) => action.name === name) ?? null;
}

/** All its fields, in the order of the form. */
export function fieldsOf({ required, optional, today }: CatalogAction): readonly Field[] {
  return [...required, ...optional, ...today];
}
