import type { Instance } from '@/api/ecs/instances';
import { parseSystem } from '@/domain/systems';
import { osTypeOf } from '../system-label';

const DOWNLOADS = 'https://aliyun-client-assist.oss-accelerate.aliyuncs.com';

export type Installation =
  | { osType: 'linux'; /** As root. */ lines: readonly string[] }
  | { osType: 'windows'; /** To be run as administrator. */ installer: string };

/** How the agent's package is installed on the instance itself, by the packages its system takes. */
export function installationFor(instance: Pick<Instance, 'OSName' | 'OSNameEn' | 'OSType'>): Installation {
  const osType = osTypeOf(instance);
  if (osType === 'windows')
    return { osType, installer: `${DOWNLOADS}/windows/aliyun_agent_latest_setup.exe` };
  const { family } = parseSystem(instance.OSName || instance.OSNameEn, osType);
  const debian = family === 'Ubuntu' || family === 'Debian';
  const file = `aliyun_assist_latest.${debian ? 'deb' : 'rpm'}`;
  return {
    osType,
    lines: [`wget ${DOWNLOADS}/linux/${file}`, debian ? `dpkg -i ${file}` : `rpm -ivh --force ${file}`],
  };
}
