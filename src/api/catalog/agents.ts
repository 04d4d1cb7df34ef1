import { choice, text, texts } from './field';
import { pages, tokens } from './shared';
import type { Topic } from './topic';

/** Cloud Assistant's agent (contract 5) and CloudMonitor's (contract 9.7). */
export const AGENTS: Topic = {
  id: 'agents',
  product: 'ecs',
  actions: [
    {
      name: 'DescribeCloudAssistantStatus',
      optional: [texts('InstanceId', { max: 100 })],
      today: [choice('OSType', ['Windows', 'Linux', 'FreeBSD']), ...pages(100), ...tokens(50)],
    },
    { name: 'InstallCloudAssistant', required: [texts('InstanceId', { max: 50 })] },
  ],
};

export const HOST_AGENT: Topic = {
  id: 'hostAgent',
  product: 'cms',
  actions: [
    { name: 'DescribeMonitoringAgentStatuses', required: [text('InstanceIds', { note: 'commaSeparated' })] },
    {
      name: 'InstallMonitoringAgent',
      optional: [
        texts('InstanceIds', { max: 10 }),
        choice('Force', ['true', 'false']),
        choice('InstallCommand', ['onlyInstallNotHasAgent', 'onlyUpgradeAgent', 'installAndUpgrade'], {
          note: 'allHosts',
        }),
      ],
    },
  ],
};
