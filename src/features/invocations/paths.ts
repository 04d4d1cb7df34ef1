/** Addresses of the record pages. */
export function recordPaths(region: string) {
  const list = `/${region}/invocations`;
  return {
    list,
    /** The commands, to run one; `instanceId` is then chosen already. */
    commands: (instanceId?: string) =>
      `/${region}/commands${instanceId === undefined ? '' : `?instances=${encodeURIComponent(instanceId)}`}`,
    record: (invokeId: string) => `${list}/${encodeURIComponent(invokeId)}`,
    command: (commandId: string) => `/${region}/commands/${encodeURIComponent(commandId)}`,
    instance: (instanceId: string) => `/${region}/instances/${encodeURIComponent(instanceId)}`,
  };
}
