import { recordPaths } from '@/features/invocations';

/** The tabs of an instance's page beside its overview. */
export type InstanceTab = 'monitoring' | 'events' | 'invocations' | 'disks';

/** Addresses of the instance pages. */
export function instancePaths(region: string) {
  const list = `/${region}/instances`;
  const records = recordPaths(region);
  return {
    list,
    create: `${list}/create`,
    /** New ones, of the same place, type and image. */
    createLike: (instanceId: string) => `${list}/create?like=${encodeURIComponent(instanceId)}`,
    instance: (instanceId: string) => `${list}/${encodeURIComponent(instanceId)}`,
    instanceTab: (instanceId: string, tab: InstanceTab) => `${list}/${encodeURIComponent(instanceId)}/${tab}`,
    /** The commands, to choose one to run on these instances. */
    commandsFor: (instanceIds: readonly string[]) =>
      `/${region}/commands?instances=${instanceIds.map(encodeURIComponent).join(',')}`,
    /** The execution records of one instance. */
    records: (instanceId: string) => `${records.list}?q=${encodeURIComponent(instanceId)}`,
    record: records.record,
    command: (commandId: string) => `/${region}/commands/${encodeURIComponent(commandId)}`,
  };
}
