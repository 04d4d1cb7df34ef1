import { BORN_GROUPS } from './contacts-at-birth';
import type { StoredEventRule } from './event-rule-book';

const pattern = (types: readonly string[], levels: readonly string[], names: readonly string[]) => ({
  product: 'ECS',
  types,
  levels,
  names,
  statuses: [],
  filter: '',
});

const telling = (group: string, level: string) => ({
  contacts: [{ id: '1', group, level }],
  webhooks: [],
  others: [],
});

/** The rules the demo account is born with; they can be changed and deleted like any other. */
export const BORN_RULES: readonly StoredEventRule[] = [
  {
    name: 'planned-restarts',
    description: 'Somebody has to decide when to restart.',
    enabled: true,
    silenceSeconds: null,
    patterns: [
      pattern(
        ['Maintenance'],
        ['CRITICAL'],
        ['Instance:SystemMaintenance.Reboot:Scheduled', 'Instance:SystemMaintenance.Redeploy:Inquiring'],
      ),
    ],
    targets: telling(BORN_GROUPS.onCall, '4'),
  },
  {
    name: 'unplanned-restarts',
    description: '',
    enabled: true,
    silenceSeconds: null,
    patterns: [
      pattern(
        ['Exception'],
        ['CRITICAL'],
        ['Instance:SystemFailure.Reboot:Executing', 'Instance:InstanceFailure.Reboot:Executing'],
      ),
    ],
    targets: telling(BORN_GROUPS.onCall, '2'),
  },
  {
    name: 'live-migrations',
    description: 'Too many to be told of each.',
    enabled: false,
    silenceSeconds: 86_400,
    patterns: [
      pattern(['Maintenance'], ['WARN'], ['Instance:SystemMaintenance.PerformanceImpact:Executing']),
    ],
    targets: telling(BORN_GROUPS.onCall, '4'),
  },
];
