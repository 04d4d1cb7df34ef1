/** Addresses of the instance pages. */
export function instancePaths(region: string) {
  const list = `/${region}/instances`;
  return {
    list,
    instance: (instanceId: string) => `${list}/${encodeURIComponent(instanceId)}`,
    /** The execution records of one instance. */
    records: (instanceId: string) => `/${region}/invocations?q=${encodeURIComponent(instanceId)}`,
    record: (invokeId: string) => `/${region}/invocations/${encodeURIComponent(invokeId)}`,
    command: (commandId: string) => `/${region}/commands/${encodeURIComponent(commandId)}`,
  };
}
