import { recordPaths } from '@/features/invocations';

/** Addresses of the runs handed to the cloud's engine, and of what their pages lead to. */
export function enginePaths(region: string) {
  const list = `/${region}/engine-runs`;
  const { commands, ...others } = recordPaths(region);
  return {
    ...others,
    commands: commands(),
    list,
    run: (executionId: string) => `${list}/${encodeURIComponent(executionId)}`,
  };
}
