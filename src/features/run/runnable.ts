import type { Command } from '@/api/ecs/commands';
import { decodeBase64 } from '@/domain/base64';
import { type CommandType, isCommandType } from '@/domain/command-type';
import { scanParameters } from '@/domain/parameters';

/** A saved command, read for being run. */
export interface Runnable {
  commandId: string;
  name: string;
  type: CommandType;
  /** The script as text; bytes that are no UTF-8 stand as U+FFFD. */
  content: string;
  enableParameter: boolean;
  /** What a run may set, in the script's order; empty when the command uses no parameters. */
  parameterNames: string[];
  /** `''` for the type's default. */
  workingDir: string;
  timeoutSeconds: number;
}

/** The console runs an unknown type as Shell, the plainest; the service has the last word. */
export function runnableOf(command: Command): Runnable {
  const content = textOf(command.CommandContent);
  return {
    commandId: command.CommandId,
    name: command.Name,
    type: isCommandType(command.Type) ? command.Type : 'RunShellScript',
    content,
    enableParameter: command.EnableParameter,
    parameterNames: command.EnableParameter ? scanParameters(content).names : [],
    workingDir: command.WorkingDir,
    timeoutSeconds: command.Timeout,
  };
}

function textOf(base64: string): string {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(decodeBase64(base64));
  } catch {
    return base64;
  }
}
