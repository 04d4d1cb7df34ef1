import { recordPaths } from '@/features/invocations';

/** Addresses of the command pages. */
export interface CommandPaths {
  list: string;
  create: string;
  import: string;
  /** The sheet that runs a script without saving it. */
  runScript: string;
  detail(commandId: string): string;
  edit(commandId: string): string;
  copy(commandId: string): string;
  run(commandId: string): string;
  /** The execution records of one command. */
  records(commandId: string): string;
  record(invokeId: string): string;
}

/**
 * @param search the query of the list (`?q=…` or empty), carried along by what opens over the list, so that the list
 *   below stays what it was
 */
export function commandPaths(region: string, search = ''): CommandPaths {
  const list = `/${region}/commands`;
  const records = recordPaths(region);
  const of = (commandId: string) => `${list}/${encodeURIComponent(commandId)}`;
  return {
    list: list + search,
    create: `${list}/new${search}`,
    import: `${list}/import${search}`,
    runScript: `${list}/run-script${search}`,
    detail: of,
    edit: (commandId) => `${of(commandId)}/edit${search}`,
    copy: (commandId) => `${of(commandId)}/copy${search}`,
    run: (commandId) => `${of(commandId)}/run${search}`,
    records: (commandId) => `${records.list}?q=${encodeURIComponent(commandId)}`,
    record: records.record,
  };
}
