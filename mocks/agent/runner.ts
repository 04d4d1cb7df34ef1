import type { CommandType } from '@/domain/command-type';
import type { WorldInstance } from '../world/instance';

/** What the scripts of earlier runs changed on one instance's disk; `null` content means removed. */
export interface FileChange {
  path: string;
  kind: 'file' | 'directory' | 'symlink' | 'removed';
  content?: Uint8Array;
  target?: string;
  mode?: number;
  /** When it was last written, world epoch ms. */
  mtime?: number;
}

export interface ScriptJob {
  /** `invokeId/instanceId/repeat`. */
  id: string;
  type: CommandType;
  /** The script after parameter substitution. */
  script: string;
  /** Empty: the type's default. */
  workingDir: string;
  timeoutSeconds: number;
  /** Empty: root / System. */
  username: string;
  instance: WorldInstance;
  /** The instance's disk as earlier runs left it, over what its image holds. */
  files: readonly FileChange[];
  /** World time at the start, epoch ms. */
  now: number;
}

export interface ScriptResult {
  outcome: 'exited' | 'timeout' | 'failed';
  exitCode: number | null;
  /** First `limits.outputBytes` bytes of stdout and stderr in the order written. */
  output: Uint8Array;
  /** Bytes cut off after the kept part. */
  dropped: number;
  /** One of the contract's 4.5 codes, empty when the script ended by itself with 0. */
  errorCode: string;
  errorInfo: string;
  /** All changes to the disk since the image, this run's included; null: keep what was there. */
  files: readonly FileChange[] | null;
}

/** Executes scripts off the caller's thread. `signal` ends a script for real and resolves with what it had written. */
export interface ScriptRunner {
  run(job: ScriptJob, signal: AbortSignal): Promise<ScriptResult>;
  close(): void;
}
