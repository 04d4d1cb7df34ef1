import type { MaintenanceSettings } from '../events/event-ledger';
import { Fault } from '../fault';
import type { WorldInstance } from '../world/instance';
import type { Action, ActionContext } from './action';
import { EVENT_PAGING, invalid } from './event-filter';
import { pageOf, readPaging } from './paging';

const ACTIONS = ['Stop', 'AutoRecover', 'AutoRedeploy'] as const;
const USUAL = 'AutoRecover';
/** When maintenance is done unless users say otherwise, UTC+8. */
const NIGHT = { start: '02:00:00', end: '06:00:00' };
const MAX_IDS = 100;

/** Every listed instance, or a refusal. */
function named({ world, regionId }: ActionContext, ids: readonly string[]): WorldInstance[] {
  if (ids.length > MAX_IDS) {
    throw new Fault('InstanceIdLimitExceeded', 403, 'The number of instance IDs exceeds the upper limit.');
  }
  return ids.map((id) => {
    const instance = world.find(regionId, id);
    if (!instance) throw new Fault('InvalidInstanceId.NotFound', 404);
    return instance;
  });
}

/** DescribeInstanceMaintenanceAttributes (contract 6). */
export const describeInstanceMaintenanceAttributes: Action = (context) => {
  const { params, world, ledger, regionId } = context;
  params.required('RegionId', 'MissingParameter');
  const request = readPaging(params, EVENT_PAGING);
  const ids = [...new Set(params.list('InstanceId'))];
  const list = ids.length > 0 ? named(context, ids) : world.instances(regionId);
  const { items, fields } = pageOf(list, request, (instance) => instance.instanceId);
  return {
    TotalCount: fields.TotalCount,
    PageNumber: fields.PageNumber,
    PageSize: fields.PageSize,
    MaintenanceAttributes: {
      MaintenanceAttribute: items.map(({ instanceId }) =>
        attributeRow(instanceId, ledger.events.maintenance(instanceId)),
      ),
    },
  };
};

function attributeRow(
  instanceId: string,
  { action = USUAL, window = NIGHT, notify = false }: MaintenanceSettings,
) {
  return {
    InstanceId: instanceId,
    NotifyOnMaintenance: notify,
    ActionOnMaintenance: {
      Value: action,
      DefaultValue: USUAL,
      SupportedValues: { SupportedValue: [...ACTIONS] },
    },
    MaintenanceWindows: { MaintenanceWindow: [{ StartTime: window.start, EndTime: window.end }] },
  };
}

/** ModifyInstanceMaintenanceAttributes (contract 6): all or nothing; what is not sent stays. */
export const modifyInstanceMaintenanceAttributes: Action = (context) => {
  const { params, now, act } = context;
  params.required('RegionId', 'MissingParameter');
  const ids = [...new Set(params.list('InstanceId'))];
  if (ids.length === 0) throw new Fault('MissingParameter', 400, 'The parameter InstanceId is required.');
  const instanceIds = named(context, ids).map((instance) => instance.instanceId);
  const sent = params.text('ActionOnMaintenance');
  const action = ACTIONS.find((one) => one === sent);
  if (sent !== undefined && !action) throw invalid('ActionOnMaintenance');
  const window = readWindow(context);
  const notify = params.boolean('NotifyOnMaintenance');
  act({
    kind: 'MaintenanceSet',
    at: now,
    instanceIds,
    ...(action !== undefined && { action }),
    ...(window !== undefined && { window }),
    ...(notify !== undefined && { notify }),
  });
  return {};
};

const WHOLE_HOUR = /^([01]\d|2[0-3]):00:00$/;

/** One window of whole hours, 1 to 23 hours long; the end may lie on the next day. */
function readWindow({ params }: ActionContext): MaintenanceSettings['window'] {
  const windows = params.objects('MaintenanceWindow');
  const [first] = windows;
  if (!first) return undefined;
  const { StartTime: start = '', EndTime: end = '' } = first;
  const hours = [start, end].map((time) => WHOLE_HOUR.exec(time)?.[1]);
  const [from, to] = hours;
  if (windows.length > 1 || from === undefined || to === undefined || from === to) {
    throw invalid('MaintenanceWindow');
  }
  return { start, end };
}
