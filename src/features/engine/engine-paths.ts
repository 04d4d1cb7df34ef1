/** Addresses of the runs handed to the cloud's engine. */
export function enginePaths(region: string) {
  const list = `/${region}/engine-runs`;
  return {
    list,
    run: (executionId: string) => `${list}/${encodeURIComponent(executionId)}`,
    record: (invokeId: string) => `/${region}/invocations/${encodeURIComponent(invokeId)}`,
    instance: (instanceId: string) => `/${region}/instances/${encodeURIComponent(instanceId)}`,
    command: (commandId: string) => `/${region}/commands/${encodeURIComponent(commandId)}`,
    commands: `/${region}/commands`,
  };
}
