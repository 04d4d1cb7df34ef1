import type { HealthStatus } from '@/domain/health';
import { recordPaths } from '@/features/invocations';

/** Where the parts of the overview lead. Filters are those of the pages they lead to. */
export function overviewPaths(region: string) {
  const home = `/${encodeURIComponent(region)}`;
  const instances = `${home}/instances`;
  const records = recordPaths(region);
  return {
    overview: `${home}/overview`,
    commands: `${home}/commands`,
    runScript: `${home}/commands/run-script`,
    records: records.list,
    onceRecords: `${records.list}?mode=once`,
    runningRecords: `${records.list}?status=Running&mode=once`,
    record: records.record,
    schedules: `${home}/schedules`,
    calendar: `${home}/calendar`,
    instances,
    instancesNamed: (text: string) => `${instances}?q=${encodeURIComponent(text)}`,
    instancesOf: (zone: string) => `${instances}?zone=${encodeURIComponent(zone)}`,
    instancesIn: (state: string) => `${instances}?state=${encodeURIComponent(state)}`,
    /** The list cannot be filtered by OK: the API does not (contract 7). */
    instancesWith: (health: HealthStatus) =>
      health === 'OK' ? `${home}/health` : `${instances}?health=${health}`,
    load: (instanceId: string) => `${instances}/${encodeURIComponent(instanceId)}/monitoring`,
    health: `${home}/health`,
    monitoring: `${home}/monitoring`,
  };
}
