import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { pollWhile } from '@/api/polling';
import { keys } from '@/api/query-keys';

/** What CloudMonitor's plug-in may be in (contract 9.7), in our spelling. */
export type PlugInState =
  'running' | 'stopped' | 'installing' | 'failed' | 'abnormal' | 'missing' | 'unknown';

const STATES: Readonly<Record<string, PlugInState>> = {
  running: 'running',
  stopped: 'stopped',
  installing: 'installing',
  // Spelled so on the wire.
  install_faild: 'failed',
  install_failed: 'failed',
  abnormal: 'abnormal',
  not_installed: 'missing',
};

export interface PlugIn {
  state: PlugInState;
  /** As it came, for a state this console does not know. */
  wire: string;
  errorCode: string;
}

export function plugInState(wire: string): PlugInState {
  return STATES[wire.toLowerCase()] ?? 'unknown';
}

/** The plug-in of an instance, asked for again while it is being installed. */
export function usePlugIn(region: string, instanceId: string) {
  const api = useApi();
  return useQuery({
    queryKey: keys.monitoring.plugIn(region, instanceId),
    queryFn: async ({ signal }): Promise<PlugIn> => {
      const agents = await api.cms.describeMonitoringAgentStatuses(
        { RegionId: region, InstanceIds: [instanceId] },
        { signal },
      );
      const agent = agents.find(({ InstanceId }) => InstanceId === instanceId);
      return {
        state: plugInState(agent?.Status ?? ''),
        wire: agent?.Status ?? '',
        errorCode: agent?.AgentInstallErrorCode ?? '',
      };
    },
    refetchInterval: pollWhile<PlugIn>(({ state }) => state === 'installing'),
    staleTime: 60_000,
  });
}

/** Starts the installation; whether it comes to an end is for {@link usePlugIn} to tell. */
export function useInstallPlugIn(region: string, instanceId: string) {
  const api = useApi();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: ({ again }: { again: boolean }) =>
      api.cms.installMonitoringAgent({
        RegionId: region,
        InstanceIds: [instanceId],
        ...(again ? { Force: true } : {}),
      }),
    onSettled: () => cache.invalidateQueries({ queryKey: keys.monitoring.plugIn(region, instanceId) }),
  });
}
