/** Addresses of the record pages. */
export function recordPaths(region: string) {
  const list = `/${region}/invocations`;
  return {
    list,
    record: (invokeId: string) => `${list}/${encodeURIComponent(invokeId)}`,
    command: (commandId: string) => `/${region}/commands/${encodeURIComponent(commandId)}`,
    instance: (instanceId: string) => `/${region}/instances/${encodeURIComponent(instanceId)}`,
  };
}
