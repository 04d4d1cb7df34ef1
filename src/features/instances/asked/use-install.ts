import { useApi } from '@/api/ApiContext';
import { chunksOf } from '../eligibility';
import { noteInstalls } from './asked-store';

/** The most InstallCloudAssistant takes (contract 5). */
export const INSTALLS_PER_CALL = 50;

export interface InstallAnswer {
  /** Of the calls that were accepted. */
  asked: string[];
  /** Of a call that was refused; it takes all of its instances or none, and the calls after it are not made. */
  refused: { instanceIds: string[]; error: unknown } | null;
}

/** Asks for the agent on instances, fifty a call. Nothing happens on them before they are restarted. */
export function useInstall(region: string) {
  const api = useApi();
  return async (instanceIds: readonly string[]): Promise<InstallAnswer> => {
    const asked: string[] = [];
    let refused: InstallAnswer['refused'] = null;
    for (const InstanceId of chunksOf(instanceIds, INSTALLS_PER_CALL)) {
      try {
        await api.ecs.installCloudAssistant({ RegionId: region, InstanceId });
        noteInstalls(region, InstanceId, Date.now());
        asked.push(...InstanceId);
      } catch (error) {
        refused = { instanceIds: InstanceId, error };
        break;
      }
    }
    return { asked, refused };
  };
}
