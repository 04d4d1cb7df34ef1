/** The three command types of the API (manual 1.2.1) and what depends on them alone. */
export const COMMAND_TYPES = ['RunShellScript', 'RunBatScript', 'RunPowerShellScript'] as const;
export type CommandType = (typeof COMMAND_TYPES)[number];
export type OsType = 'linux' | 'windows';

export function isCommandType(value: string): value is CommandType {
  return (COMMAND_TYPES as readonly string[]).includes(value);
}

/** Shell runs on Linux; Bat and PowerShell on Windows (manual 1.2.2). */
export function osTypeFor(type: CommandType): OsType {
  return type === 'RunShellScript' ? 'linux' : 'windows';
}

/** Directory used when a command names none (manual 1.2.1 step e). `$(version)` is the agent's version on the instance. */
export function defaultWorkingDir(type: CommandType): string {
  return type === 'RunShellScript' ? '/root' : 'C:\\ProgramData\\aliyun\\assist\\$(version)';
}
