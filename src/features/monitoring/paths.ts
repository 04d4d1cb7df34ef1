import { recordPaths } from '@/features/invocations';

/** Addresses the charts lead to. */
export function monitoringPaths(region: string) {
  const fleet = `/${region}/monitoring`;
  const instances = `/${region}/instances`;
  return {
    fleet,
    /** Up to eight instances on one metric. */
    compare: (instanceIds: readonly string[]) =>
      `${fleet}/compare?instances=${instanceIds.map(encodeURIComponent).join(',')}`,
    instances,
    instance: (instanceId: string) => `${instances}/${encodeURIComponent(instanceId)}/monitoring`,
    /** The event's details open beside the instance's others. */
    event: (instanceId: string, eventId: string) =>
      `${instances}/${encodeURIComponent(instanceId)}/events?event=${encodeURIComponent(eventId)}`,
    record: recordPaths(region).record,
  };
}
