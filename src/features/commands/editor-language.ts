import type { CommandType } from '@/domain/command-type';

/** The editor's language for a type of command. */
export const EDITOR_LANGUAGE = {
  RunShellScript: 'shell',
  RunBatScript: 'bat',
  RunPowerShellScript: 'powershell',
} as const satisfies Record<CommandType, string>;
