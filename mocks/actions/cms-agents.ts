import { pluginOf } from '../metrics/plugin';
import type { WorldInstance } from '../world/instance';
import type { Action, ActionContext } from './action';
import { cmsRequired, parameterInvalid, resourceNotFound } from './cms-reply';
import { refuseUnsupported } from './request-rules';

/** Not published for the statuses (contract 9.7); what one page of instances needs. */
const MOST_STATUSES = 100;
const MOST_INSTALLS = 10;

function findAnywhere({ world }: ActionContext, instanceId: string): WorldInstance | undefined {
  for (const { regionId } of world.regions) {
    const instance = world.find(regionId, instanceId);
    if (instance) return instance;
  }
  return undefined;
}

/** DescribeMonitoringAgentStatuses (contract 9.7): ids with commas between them; unknown ones give no row. */
export const describeMonitoringAgentStatuses: Action = (context) => {
  const text = cmsRequired(context.params, 'InstanceIds');
  const ids = [...new Set(text.split(',').flatMap((id) => id.trim() || []))];
  if (ids.length === 0 || ids.length > MOST_STATUSES) throw parameterInvalid('InstanceIds');
  const rows = ids.flatMap((id) => {
    const instance = findAnywhere(context, id);
    if (!instance) return [];
    const { status, errorCode, version } = pluginOf(instance, context);
    return [
      {
        InstanceId: id,
        Status: status,
        AutoInstall: false,
        AgentInstallErrorCode: errorCode,
        OsMonitorStatus: status,
        OsMonitorVersion: version,
      },
    ];
  });
  return { NodeStatusList: { NodeStatus: rows } };
};

/**
 * InstallMonitoringAgent (contract 9.7): answers at once; the install takes its time and may fail, which the statuses tell.
 * `InstallCommand` would act on every host of the account and is not offered.
 */
export const installMonitoringAgent: Action = (context) => {
  const { params, now, act } = context;
  refuseUnsupported(params, ['InstallCommand']);
  const ids = [...new Set(params.list('InstanceIds'))];
  if (ids.length === 0) throw parameterInvalid('InstanceIds', 'InstanceIds is mandatory for this action.');
  if (ids.length > MOST_INSTALLS) throw parameterInvalid('InstanceIds');
  if (ids.some((id) => !findAnywhere(context, id))) throw resourceNotFound();
  const force = params.boolean('Force') ?? false;
  act({ kind: 'MonitoringAgentInstalled', at: now, instanceIds: ids, force });
  return {};
};
