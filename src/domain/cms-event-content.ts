import { readJson } from './json-text';

/** What the console reads out of an event's `Content`, JSON in a text (contract 9.6). Absent members are `''` or null. */
export interface CmsEventContent {
  eventId: string;
  eventType: string;
  instanceId: string;
  instanceName: string;
  /** The planned time, as on the wire. */
  notBefore: string;
  /** Of `Instance:StateChange`: the instance's new state. */
  state: string;
  /** Sent by SendDryRunSystemEvent from here: nothing happened. */
  isTest: boolean;
  /** All there is, readable; the text itself where it is no JSON. */
  pretty: string;
}

/** The member by which this console knows its own test events again. */
const TEST_MARK = 'consoleTest';

/** Never throws: content that is no JSON object has no members. */
export function readCmsContent(content: string): CmsEventContent {
  const object = parseObject(content);
  const text = (name: string) => {
    const value = object && Object.hasOwn(object, name) ? object[name] : undefined;
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  return {
    eventId: text('eventId'),
    eventType: text('eventType'),
    instanceId: text('instanceId') || text('resourceId').replace(/^.*\//, ''),
    instanceName: text('instanceName') || text('ecsInstanceName'),
    notBefore: text('notBefore'),
    state: text('state'),
    isTest: object?.[TEST_MARK] === true,
    pretty: object ? JSON.stringify(object, null, 2) : content,
  };
}

/** `EventContent` of a test: product, resource and region as contract 9.6 asks, and the mark. */
export function testContent(instance: {
  regionId: string;
  instanceId: string;
  instanceName: string;
}): string {
  const { regionId, instanceId, instanceName } = instance;
  const resourceId = ecsResourceId(regionId, instanceId);
  return JSON.stringify({
    product: 'ECS',
    resourceId,
    regionId,
    instanceId,
    instanceName,
    [TEST_MARK]: true,
  });
}

/** `acs:ecs:<region>:<account>:instance/<id>`; the account is `*` where it is not known. */
export function ecsResourceId(regionId: string, instanceId: string, accountId = '*'): string {
  return `acs:ecs:${regionId}:${accountId}:instance/${instanceId}`;
}

/** The instance a resource is, `''` when it is none. */
export function instanceOfResource(resourceId: string): string {
  return /:instance\/([^/]+)$/.exec(resourceId)?.[1] ?? '';
}

function parseObject(text: string): Record<string, unknown> | null {
  const value = readJson(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}
