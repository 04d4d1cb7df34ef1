import { Fault } from '../fault';
import { HEARTBEAT_GRACE, lastHeartbeat } from '../world/heartbeat';
import type { WorldInstance } from '../world/instance';
import type { Action, ActionContext } from './action';
import { pageOf, readPaging } from './paging';
import { wireTime } from './wire-time';

const OS_TYPES = new Set(['Windows', 'Linux', 'FreeBSD']);

function wireOsType(instance: WorldInstance): string {
  if (instance.osId === 'freebsd') return 'FreeBSD';
  return instance.osType === 'windows' ? 'Windows' : 'Linux';
}

/** The instances asked for in their order, or with no ids the whole region; the manual's API needs ids. */
function chosen({ params, profile, limits, world, regionId }: ActionContext): readonly WorldInstance[] {
  const ids = [...new Set(params.list('InstanceId'))];
  if (ids.length === 0) {
    if (profile === 'manual') throw new Fault('MissingParam.InstanceId', 400);
    return world.instances(regionId);
  }
  if (ids.length > limits.instancesPerCall) throw new Fault('InstanceIds.ExceedLimit', 403);
  return ids.map((id) => {
    const instance = world.find(regionId, id);
    if (!instance) throw new Fault('InvalidInstance.NotFound', 404);
    return instance;
  });
}

/**
 * DescribeCloudAssistantStatus (contract 5). `CloudAssistantStatus` has today's meaning in both profiles — a heartbeat
 * within two minutes —, because a heartbeat is sent along; an agent that is not running sends no version.
 */
export const describeCloudAssistantStatus: Action = (context) => {
  const { params } = context;
  const asked = new Set(params.list('InstanceId')).size;
  const request = readPaging(params, {
    // Whoever names instances gets them all: the manual's API had no pages here.
    defaultSize: Math.min(100, Math.max(10, asked)),
    maxSize: 100,
    maxResults: 50,
    status: context.profile === 'manual' ? 403 : 400,
  });
  const osType = params.text('OSType');
  if (osType !== undefined && !OS_TYPES.has(osType)) throw new Fault('InvalidParameter.OSType', 400);
  const list = chosen(context).filter((instance) => osType === undefined || wireOsType(instance) === osType);
  const { items, fields } = pageOf(list, request, (instance) => instance.instanceId);
  return {
    ...fields,
    InstanceCloudAssistantStatusSet: {
      InstanceCloudAssistantStatus: items.map((instance) => statusRow(instance, context)),
    },
  };
};

function statusRow(instance: WorldInstance, { ledger, now }: ActionContext) {
  const heartbeat = lastHeartbeat(instance, now);
  const running = heartbeat !== null && now - heartbeat <= HEARTBEAT_GRACE;
  const executions = ledger.executionsOn(instance.instanceId);
  const started = executions.flatMap((execution) =>
    execution.startedAt === null ? [] : [execution.startedAt],
  );
  const active = executions.filter(
    (execution) => execution.startedAt !== null && execution.finished === null,
  );
  return {
    InstanceId: instance.instanceId,
    CloudAssistantStatus: String(running),
    CloudAssistantVersion: running ? instance.agent.version : '',
    OSType: wireOsType(instance),
    ActiveTaskCount: active.length,
    InvocationCount: executions.length,
    LastInvokedTime: wireTime(started.length === 0 ? null : started.reduce((a, b) => Math.max(a, b))),
    LastHeartbeatTime: wireTime(heartbeat),
    SupportSessionManager: running && instance.osId !== 'freebsd',
  };
}
