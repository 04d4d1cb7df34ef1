import { Fault } from '../fault';
import type { WorldInstance } from '../world/instance';
import type { Action, ActionContext } from './action';
import { instanceTests } from './instance-filter';
import { instanceRow } from './instance-row';
import { pageOf, readPaging } from './paging';

const idOf = (instance: WorldInstance) => instance.instanceId;

function matching(
  context: ActionContext,
  tests: readonly ((instance: WorldInstance) => boolean)[],
): readonly WorldInstance[] {
  const all = context.world.instances(context.regionId);
  return tests.length === 0 ? all : all.filter((instance) => tests.every((test) => test(instance)));
}

/** A whole region is looked up in the world's index; a filtered list is short enough to search. */
function indexIn(context: ActionContext, list: readonly WorldInstance[]): (id: string) => number {
  const whole = list === context.world.instances(context.regionId);
  return (id) =>
    whole ? context.world.indexOf(context.regionId, id) : list.findIndex((item) => item.instanceId === id);
}

/** DescribeInstances (contract 6): filters combine with AND, newest first; MaxResults is moved into 10…100. */
export const describeInstances: Action = (context) => {
  const { params } = context;
  const request = readPaging(params, { defaultSize: 10, maxSize: 100, minResults: 10, clampResults: true });
  const list = matching(context, instanceTests(params));
  if (params.boolean('DryRun')) {
    throw new Fault('DryRunOperation', 400, 'Request validation has been passed with DryRun flag set.');
  }
  const page = pageOf(list, request, idOf, indexIn(context, list));
  return { ...page.fields, Instances: { Instance: page.items.map(instanceRow) } };
};

const MAX_STATUS_IDS = 100;

/** DescribeInstanceStatus (contract 6): the cheapest look at lifecycle states. */
export const describeInstanceStatus: Action = (context) => {
  const { params } = context;
  const request = readPaging(params, { defaultSize: 10, maxSize: 50 });
  const ids = params.list('InstanceId');
  if (ids.length > MAX_STATUS_IDS) {
    throw new Fault(
      'InvalidParameter.InstanceId',
      400,
      `At most ${MAX_STATUS_IDS} instance IDs may be given.`,
    );
  }
  const zoneId = params.text('ZoneId');
  const wanted = new Set(ids);
  const tests: ((instance: WorldInstance) => boolean)[] = [];
  if (wanted.size > 0) tests.push((instance) => wanted.has(instance.instanceId));
  if (zoneId !== undefined) tests.push((instance) => instance.zoneId === zoneId);
  const list = matching(context, tests);
  const { items, fields } = pageOf(list, request, idOf, indexIn(context, list));
  return {
    TotalCount: fields.TotalCount,
    PageNumber: fields.PageNumber,
    PageSize: fields.PageSize,
    InstanceStatuses: {
      InstanceStatus: items.map((instance) => ({ InstanceId: instance.instanceId, Status: instance.state })),
    },
  };
};
