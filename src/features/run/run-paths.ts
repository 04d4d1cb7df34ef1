/** Where the run sheet leads. */
export interface RunPaths {
  commands: string;
  copy(commandId: string): string;
  record(invokeId: string): string;
  /** The execution records of one command. */
  records(commandId: string): string;
}

export function runPaths(region: string): RunPaths {
  const commands = `/${region}/commands`;
  const records = `/${region}/invocations`;
  return {
    commands,
    copy: (commandId) => `${commands}/${encodeURIComponent(commandId)}/copy`,
    record: (invokeId) => `${records}/${encodeURIComponent(invokeId)}`,
    records: (commandId) => `${records}?command=${encodeURIComponent(commandId)}`,
  };
}

const INSTANCES = 'instances';

/** The instances an address asks for (`?instances=i-1,i-2`), without repetitions. */
export function instancesOf(search: string): string[] {
  const ids = new URLSearchParams(search).get(INSTANCES)?.split(',') ?? [];
  return [...new Set(ids.map((id) => id.trim()).filter((id) => id !== ''))];
}

/** The query of the address with these instances; everything else in it belongs to the list below and stays. */
export function withInstances(search: string, ids: readonly string[]): string {
  const query = new URLSearchParams(search);
  query.delete(INSTANCES);
  const rest = query.toString();
  const own = ids.length === 0 ? '' : `${INSTANCES}=${ids.map(encodeURIComponent).join(',')}`;
  const all = [rest, own].filter((part) => part !== '').join('&');
  return all === '' ? '' : `?${all}`;
}
