import { useInstanceContext } from '@/features/instance-context';
import { instancePaths } from '../paths';
import { AgentCard } from './AgentCard';
import { InstanceCli } from './InstanceCli';
import { InstanceFacts, NetworkFacts, TagFacts } from './InstanceFacts';
import { LastRuns } from './LastRuns';

/** What the instance is, its agent, and what ran on it last. */
export function Component() {
  const { region, instance } = useInstanceContext();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_340px] items-start gap-8 pt-4 pb-6">
      <div className="flex min-w-0 flex-col gap-6">
        <LastRuns
          region={region}
          instanceId={instance.InstanceId}
          allTo={instancePaths(region).instanceTab(instance.InstanceId, 'invocations')}
        />
        <InstanceCli region={region} instanceId={instance.InstanceId} />
      </div>
      <div className="flex min-w-0 flex-col gap-6">
        <AgentCard region={region} instance={instance} />
        <InstanceFacts region={region} instance={instance} />
        <NetworkFacts instance={instance} />
        <TagFacts instance={instance} />
      </div>
    </div>
  );
}
