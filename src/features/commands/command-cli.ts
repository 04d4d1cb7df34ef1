import { toCli } from '@/api/cli';
import type { Command } from '@/api/ecs/commands';
import { invokeCommandParams } from '@/api/ecs/invocations';

/** The call that reads one command (B8). */
export function describeLine(region: string, commandId: string): string {
  return toCli('ecs', 'DescribeCommands', { RegionId: region, CommandId: commandId });
}

/** The call that deletes one command. */
export function deleteLine(region: string, commandId: string): string {
  return toCli('ecs', 'DeleteCommand', { RegionId: region, CommandId: commandId });
}

/** The call that runs a command on one instance, with blanks in angle brackets for what only the user knows. */
export function invokeLine(region: string, command: Pick<Command, 'CommandId' | 'ParameterNames'>): string {
  const values = command.ParameterNames.map((name) => [name, `<${name}>`] as const);
  return toCli(
    'ecs',
    'InvokeCommand',
    invokeCommandParams({
      RegionId: region,
      CommandId: command.CommandId,
      InstanceId: ['<InstanceId>'],
      ...(values.length === 0 ? {} : { Parameters: Object.fromEntries(values) }),
    }),
  );
}
