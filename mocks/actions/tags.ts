import { Fault } from '../fault';
import type { Action, ActionContext } from './action';
import { readTagFilter } from './instance-filter';
import { pageOf, readPaging } from './paging';
import type { ParamReader } from './params';

type Tags = Readonly<Record<string, string>>;

interface Tagged {
  id: string;
  tags: Tags;
}

/** Kinds of resource the API can tag; this account has instances, commands and invocations. */
const RESOURCE_TYPES = new Set([
  'instance', 'disk', 'snapshot', 'image', 'securitygroup', 'volume', 'eni', 'ddh', 'ddhcluster', 'keypair',
  'launchtemplate', 'reservedinstance', 'snapshotpolicy', 'elasticityassurance', 'capacityreservation',
  'command', 'invocation', 'activation', 'managedinstance',
]); // prettier-ignore

const MAX_TAGS = 20;
const MAX_RESOURCES = 50;
const TAG_LENGTH = 128;

function resourcesOf(context: ActionContext, resourceType: string): Tagged[] {
  const { world, ledger, regionId } = context;
  if (resourceType === 'instance') {
    return world.instances(regionId).map((instance) => ({ id: instance.instanceId, tags: instance.tags }));
  }
  if (resourceType === 'command')
    return ledger.commandsIn(regionId).map((command) => ({ id: command.commandId, tags: command.tags }));
  if (resourceType === 'invocation') {
    return ledger
      .invocationsIn(regionId)
      .map((invocation) => ({ id: invocation.invokeId, tags: invocation.tags ?? {} }));
  }
  return [];
}

function knownType(resourceType: string): string {
  const type = resourceType.toLowerCase();
  if (!RESOURCE_TYPES.has(type)) {
    throw new Fault(
      'InvalidResourceType.NotFound',
      404,
      'The ResourceType provided does not exist in our records.',
    );
  }
  return type;
}

/** Tags asked for, checked as contract 5 and 6 list it. */
function wantedTags(params: ParamReader): { key: string; value: string | undefined }[] {
  const tags = readTagFilter(params);
  if (tags.length > MAX_TAGS)
    throw new Fault('NumberExceed.Tags', 400, `The number of tags exceeds ${MAX_TAGS}.`);
  const keys = new Set<string>();
  for (const { key, value } of tags) {
    if (key === '' || key.length > TAG_LENGTH || /^(aliyun|acs:)|https?:\/\//i.test(key)) {
      throw new Fault('InvalidTagKey.Malformed', 400, 'The specified tag key is not valid.');
    }
    if (keys.has(key)) throw new Fault('Duplicate.TagKey', 400, 'The tag keys contain a duplicate.');
    if (value !== undefined && (value.length > TAG_LENGTH || /https?:\/\//i.test(value))) {
      throw new Fault('InvalidParameter.TagValue', 400, 'The specified tag value is not valid.');
    }
    keys.add(key);
  }
  return tags;
}

const hasTag = (tags: Tags, { key, value }: { key: string; value: string | undefined }) =>
  value === undefined || value === '' ? Object.hasOwn(tags, key) : tags[key] === value;

/** DescribeTags (contract 6): each key and value in use, with the number of instances that carry it. */
export const describeTags: Action = (context) => {
  const { params } = context;
  const request = readPaging(params, { defaultSize: 50, maxSize: 100 });
  const resourceType = params.text('ResourceType');
  const type = resourceType === undefined ? 'instance' : knownType(resourceType);
  const resourceId = params.text('ResourceId');
  const wanted = wantedTags(params);

  const counts = new Map<string, { key: string; value: string; count: number }>();
  for (const resource of resourcesOf(context, type)) {
    if (resourceId !== undefined && resource.id !== resourceId) continue;
    for (const [key, value] of Object.entries(resource.tags)) {
      if (!wanted.every((tag) => hasTag({ [key]: value }, tag))) continue;
      const id = `${key}\n${value}`;
      const entry = counts.get(id);
      if (entry) entry.count += 1;
      else counts.set(id, { key, value, count: 1 });
    }
  }
  const list = [...counts.keys()].sort().map((id) => counts.get(id)!);
  const { items, fields } = pageOf(list, request, (tag) => `${tag.key}\n${tag.value}`);
  const countName = type.charAt(0).toUpperCase() + type.slice(1);
  return {
    TotalCount: fields.TotalCount,
    PageNumber: fields.PageNumber,
    PageSize: fields.PageSize,
    Tags: {
      Tag: items.map((tag) => ({
        TagKey: tag.key,
        TagValue: tag.value,
        ResourceTypeCount: { [countName]: tag.count },
      })),
    },
  };
};

/** ListTagResources (contract 6): one row per resource and tag, 50 to an answer, continued by token. */
export const listTagResources: Action = (context) => {
  const { params } = context;
  if (!params.has('RegionId')) throw new Fault('MissingParameter.RegionId', 404);
  const resourceType = params.text('ResourceType');
  if (resourceType === undefined) throw new Fault('MissingParameter.ResourceType', 404);
  const type = knownType(resourceType);
  const ids = params.list('ResourceId');
  if (ids.length > MAX_RESOURCES)
    throw new Fault('NumberExceed.ResourceIds', 400, `The number of resource IDs exceeds ${MAX_RESOURCES}.`);
  const wanted = wantedTags(params);

  const resources = resourcesOf(context, type);
  const known = new Map(resources.map((resource) => [resource.id, resource]));
  const chosen = ids.length === 0 ? resources : ids.map((id) => known.get(id));
  const rows = chosen.flatMap((resource) => {
    if (!resource)
      throw new Fault(
        'InvalidResourceId.NotFound',
        404,
        'The specified ResourceIds are not found in our records.',
      );
    if (!wanted.every((tag) => hasTag(resource.tags, tag))) return [];
    return Object.entries(resource.tags)
      .filter(([key]) => wanted.length === 0 || wanted.some((tag) => tag.key === key))
      .map(([TagKey, TagValue]) => ({ ResourceId: resource.id, ResourceType: type, TagKey, TagValue }));
  });
  const request = readPaging(params, { defaultSize: MAX_RESOURCES, maxSize: MAX_RESOURCES });
  const { items, fields } = pageOf(rows, request, (row) => `${row.ResourceId}/${row.TagKey}`);
  return { NextToken: fields.NextToken, TagResources: { TagResource: items } };
};
