import { eventPaths } from '@/features/events';
import { recordPaths } from '@/features/invocations';

/** Where the run sheet leads. */
export interface RunLinks {
  commands: string;
  copy(commandId: string): string;
  /** Pending system events. */
  events: string;
  /** The execution records. */
  records: string;
  record(invokeId: string): string;
  /** The execution records of one command. */
  recordsOf(commandId: string): string;
}

export function runLinks(region: string): RunLinks {
  const { commands, command, list, record } = recordPaths(region);
  return {
    commands: commands(),
    copy: (commandId) => `${command(commandId)}/copy`,
    events: eventPaths(region).pending,
    records: list,
    record,
    recordsOf: (commandId) => `${list}?q=${encodeURIComponent(commandId)}`,
  };
}
