import { parseSystem } from '@/domain/systems';
import { isRecovering } from '../events/recovery';
import { Fault } from '../fault';
import type { Action } from './action';
import { instanceAsked } from './asked-instance';

const MOST_AT_ONCE = 50;

/**
 * InstallCloudAssistant (contract 5, 10): all or nothing, and nothing shows before the instance's next RebootInstance.
 * An agent that is there already is installed anew.
 */
export const installCloudAssistant: Action = ({ params, world, regionId, now, act }) => {
  const ids = [...new Set(params.list('InstanceId'))];
  if (ids.length === 0) throw new Fault('MissingParam.InstanceId', 400);
  if (ids.length > MOST_AT_ONCE) throw new Fault('InstanceIds.ExceedLimit', 403);
  const instances = ids.map((id) => {
    const instance = world.find(regionId, id);
    if (!instance) throw new Fault('InvalidInstance.NotFound', 404);
    return instance;
  });
  for (const { osName, osType, instanceId } of instances) {
    if (!parseSystem(osName, osType).supported) {
      const why = `The operating system of the instance does not support Cloud Assistant. (${instanceId})`;
      throw new Fault('InvalidInstanceId.OSTypeUnsupported', 403, why);
    }
  }
  act({ kind: 'AgentInstalled', at: now, instanceIds: ids });
  return {};
};

/**
 * RebootInstance (contract 6): Running ones only, and none during auto-recovery (manual 2.2); the region is looked for when
 * none is sent. Its scripts are interrupted, and a planned restart is avoided.
 */
export const rebootInstance: Action = (context) => {
  const { params, world, ledger, now, act } = context;
  const instance = instanceAsked(context);
  if (instance.state !== 'Running') throw new Fault('IncorrectInstanceStatus', 403);
  if (isRecovering(world, ledger, instance, now)) {
    throw new Fault('IncorrectInstanceStatus', 403, 'The instance is being recovered by the service.');
  }
  if (params.boolean('DryRun')) {
    throw new Fault('DryRunOperation', 400, 'Request validation has been passed with DryRun flag set.');
  }
  act({ kind: 'InstanceRebooted', at: now, instanceId: instance.instanceId });
  return {};
};
