import type { CommandType } from '@/domain/command-type';
import type { AlarmChanged } from './alarms/acts';
import type { EventAct } from './events/acts';
import type { EngineActed } from './oos/acts';

/**
 * What users did, and results that cannot be derived: the only things the emulator stores. Everything else is
 * computed from these, the seed and the clock. `at` is world time in epoch milliseconds. Acts are plain JSON.
 */
export type Act =
  | CommandCreated
  | CommandModified
  | CommandDeleted
  | InvocationCreated
  | InvocationModified
  | InvocationStopped
  | ExecutionStarted
  | ExecutionFinished
  | AgentInstalled
  | InstanceRebooted
  | MonitoringAgentInstalled
  | EventAct
  | AlarmChanged
  | EngineActed
  | TokenUsed;

export interface CommandCreated {
  kind: 'CommandCreated';
  at: number;
  regionId: string;
  /** `c-` + hex. */
  commandId: string;
  name: string;
  description: string;
  type: CommandType;
  /** The script's text, not Base64. */
  content: string;
  /** Empty: the type's default. */
  workingDir: string;
  timeoutSeconds: number;
  enableParameter: boolean;
  tags?: Readonly<Record<string, string>>;
}

export interface CommandModified {
  kind: 'CommandModified';
  at: number;
  commandId: string;
  name?: string;
  description?: string;
  workingDir?: string;
  timeoutSeconds?: number;
}

export interface CommandDeleted {
  kind: 'CommandDeleted';
  at: number;
  commandId: string;
}

/** One call of InvokeCommand. Carries a copy of the command, because records outlive it. */
export interface InvocationCreated {
  kind: 'InvocationCreated';
  at: number;
  regionId: string;
  /** `t-` + hex. */
  invokeId: string;
  commandId: string;
  commandName: string;
  commandDescription: string;
  commandType: CommandType;
  /** The script's text before substitution. */
  content: string;
  enableParameter: boolean;
  parameters: Readonly<Record<string, string>>;
  workingDir: string;
  timeoutSeconds: number;
  /** Empty: root on Linux, System on Windows. */
  username: string;
  instanceIds: readonly string[];
  tags?: Readonly<Record<string, string>>;
  /** As it was sent; absent: the run happens once, now. */
  frequency?: string;
  /** The execution whose engine made the call; its script is run as of `at`, whenever that really happens. */
  engine?: string;
  /** The run is no command but a file that the agent writes; `content` is how. */
  file?: SentFile;
}

/** What SendFile was asked for, texts as they were sent. */
export interface SentFile {
  name: string;
  targetDir: string;
  content: string;
  contentType: 'PlainText' | 'Base64';
  description: string;
  fileOwner: string;
  fileGroup: string;
  fileMode: string;
  overwrite: boolean;
}

/** ModifyInvocationAttribute: what a periodic run does from `at` on. Absent members stay as they are. */
export interface InvocationModified {
  kind: 'InvocationModified';
  at: number;
  invokeId: string;
  /** With another script. */
  commandId?: string;
  content?: string;
  enableParameter?: boolean;
  parameters?: Readonly<Record<string, string>>;
  frequency?: string;
  /** Instances that come to it. */
  added?: readonly string[];
}

export interface InvocationStopped {
  kind: 'InvocationStopped';
  at: number;
  invokeId: string;
  instanceIds: readonly string[];
}

/** Names one execution: the record of one instance in one invocation. `repeat` counts from 1. */
export interface ExecutionKey {
  invokeId: string;
  instanceId: string;
  repeat: number;
}

export interface ExecutionStarted extends ExecutionKey {
  kind: 'ExecutionStarted';
  /** Of a firing: when it was due, whenever its script really came to run. */
  at: number;
  /** When the script was really begun, if that was later. */
  takenUpAt?: number;
}

export type FinishedStatus =
  'Success' | 'Failed' | 'Error' | 'Timeout' | 'Invalid' | 'Aborted' | 'Terminated';

export interface ExecutionFinished extends ExecutionKey {
  kind: 'ExecutionFinished';
  at: number;
  status: FinishedStatus;
  exitCode: number | null;
  /** Where the output is: text in the act itself (the prelude), or the key of a blob; absent: no output. */
  output?: { text: string } | { blob: string };
  /** Bytes cut off after the kept part. */
  dropped: number;
  /** A code of contract 4.5, or empty. */
  errorCode: string;
  errorInfo: string;
}

/** InstallCloudAssistant: takes effect with the next reboot. */
export interface AgentInstalled {
  kind: 'AgentInstalled';
  at: number;
  instanceIds: readonly string[];
}

export interface InstanceRebooted {
  kind: 'InstanceRebooted';
  at: number;
  instanceId: string;
}

/** InstallMonitoringAgent: CloudMonitor's plug-in, there after a while if it can be. */
export interface MonitoringAgentInstalled {
  kind: 'MonitoringAgentInstalled';
  at: number;
  instanceIds: readonly string[];
  /** Anew where one runs. */
  force: boolean;
}

/** A ClientToken and the answer it got, kept 24 hours (contract 1.9). */
export interface TokenUsed {
  kind: 'TokenUsed';
  at: number;
  /** Region, action and token: the scope in which a token is unique. */
  scope: string;
  /** What was asked, without signature, nonce and timestamp. */
  fingerprint: string;
  answer: Readonly<Record<string, unknown>>;
}
