import type { OsType } from './command-type';

/** `missing`: never installed; `unknown`: the service was not asked, or did not answer for this instance. */
export const AGENT_STATES = ['online', 'offline', 'missing', 'unknown'] as const;
export type AgentState = (typeof AGENT_STATES)[number];

/** The fields of a DescribeCloudAssistantStatus item that tell the state. */
export interface AgentRow {
  CloudAssistantStatus: boolean;
  CloudAssistantVersion: string;
  LastHeartbeatTime: string;
}

/**
 * Reads an agent's state. `CloudAssistantStatus` meant "installed" in the manual and means "heartbeat within two
 * minutes" today; an agent that is not running sends no version, so a heartbeat of the past is what tells an
 * offline agent from one that was never installed (contract 5, DescribeCloudAssistantStatus).
 */
export function agentStateOf(row: AgentRow | undefined): AgentState {
  if (row === undefined) return 'unknown';
  if (row.CloudAssistantStatus) return 'online';
  return row.CloudAssistantVersion !== '' || row.LastHeartbeatTime !== '' ? 'offline' : 'missing';
}

/** The folder's name while the version is not known, as the manual writes it. */
const VERSION_VARIABLE = '${version}';

/** Where the agent keeps its log on the instance (manual 5, FAQ), e.g. for version `1.0.1.226`. */
export function agentLogPath(osType: OsType, version: string): string {
  const folder = version.trim() === '' ? VERSION_VARIABLE : version.trim();
  return osType === 'windows'
    ? `C:\\ProgramData\\aliyun\\assist\\${folder}\\log\\aliyun_assist_main.log`
    : `/usr/local/share/aliyun-assist/${folder}/log/aliyun_assist_main.log`;
}
