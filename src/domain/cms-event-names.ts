import { SYSTEM_EVENT_STATES } from './system-events';

/** How grave an event is for CloudMonitor, gravest first, as on the wire (contract 9.5, 9.6). */
export const CMS_EVENT_LEVELS = ['CRITICAL', 'WARN', 'INFO'] as const;
export type CmsEventLevel = (typeof CMS_EVENT_LEVELS)[number];

/** CloudMonitor's types of events (contract 9.5). */
export const CMS_EVENT_TYPES = ['Maintenance', 'Exception', 'StatusNotification'] as const;
export type CmsEventType = (typeof CMS_EVENT_TYPES)[number];

/** One name under which CloudMonitor knows something that can happen. */
export interface CmsEventName {
  /** `Instance:SystemMaintenance.Reboot:Scheduled`. */
  name: string;
  product: 'ECS' | 'CloudMonitor';
  /** What happens, without the state: `SystemMaintenance.Reboot`, `StateChange`. */
  kind: string;
  type: CmsEventType;
  level: CmsEventLevel;
  /** `Status` of its events. */
  status: string;
}

interface Family {
  prefix: 'Instance' | 'Disk';
  kind: string;
  type: CmsEventType;
  level: CmsEventLevel;
  states: readonly string[];
}

const PASSING = ['Executing', 'Executed'] as const;

const maintenance = (action: string): Family => ({
  prefix: 'Instance',
  kind: `SystemMaintenance.${action}`,
  type: 'Maintenance',
  level: 'CRITICAL',
  states: SYSTEM_EVENT_STATES,
});
const failure = (kind: string, states: readonly string[], prefix: Family['prefix'] = 'Instance'): Family => ({
  prefix,
  kind,
  type: 'Exception',
  level: 'CRITICAL',
  states,
});

/** What goes through states: the table of contract 9.6. Expiry and arrears are not in it; they exist in ECS only. */
const FAMILIES: readonly Family[] = [
  maintenance('Reboot'),
  maintenance('Redeploy'),
  maintenance('Stop'),
  maintenance('IsolateErrorDisk'),
  maintenance('ReInitErrorDisk'),
  maintenance('RebootAndIsolateErrorDisk'),
  maintenance('RebootAndReInitErrorDisk'),
  { ...maintenance('PerformanceImpact'), level: 'WARN', states: PASSING },
  failure('SystemFailure.Reboot', ['Executing', 'Executed', 'Failed']),
  failure('InstanceFailure.Reboot', PASSING),
  failure('SystemFailure.Delete', ['Executing', 'Executed', 'Avoided']),
  failure('SystemFailure.Redeploy', ['Scheduled', 'Executing', 'Executed', 'Avoided', 'Canceled']),
  failure('SystemFailure.Stop', PASSING),
  failure('Stalled', PASSING, 'Disk'),
  failure('ErrorDetected', PASSING, 'Disk'),
];

const FAMILY_OF: ReadonlyMap<string, Family> = new Map(FAMILIES.map((family) => [family.kind, family]));

const notice = (name: string, level: CmsEventLevel): CmsEventName => ({
  name,
  product: 'ECS',
  kind: name.slice(name.indexOf(':') + 1),
  type: 'StatusNotification',
  level,
  status: 'Normal',
});

/** What is told once, and has no states. */
const NOTICES: readonly CmsEventName[] = [
  notice('Instance:StateChange', 'INFO'),
  { ...notice('Instance:PreemptibleInstanceInterruption', 'WARN'), status: 'Warn' },
  { ...notice('Instance:BurstablePerformanceRestricted', 'WARN'), status: 'Warn' },
  notice('Snapshot:CreateSnapshotCompleted', 'INFO'),
  notice('Disk:DiskOperationCompleted', 'INFO'),
];

const OF_CLOUD_MONITOR: readonly CmsEventName[] = (['Stopped', 'Running'] as const).map((status) => ({
  name: `Agent_Status_${status}`,
  product: 'CloudMonitor',
  kind: `Agent_Status_${status}`,
  type: 'Exception',
  level: 'CRITICAL',
  status,
}));

/** Every event name of contract 9.6, in its order. */
export const CMS_EVENT_NAMES: readonly CmsEventName[] = [
  ...FAMILIES.flatMap((family) => family.states.map((state) => nameIn(family, state))),
  ...NOTICES,
  ...OF_CLOUD_MONITOR,
];

/** Those of ECS: what this console's rules are about. */
export const ECS_EVENT_NAMES: readonly CmsEventName[] = CMS_EVENT_NAMES.filter(
  ({ product }) => product === 'ECS',
);

const BY_NAME: ReadonlyMap<string, CmsEventName> = new Map(CMS_EVENT_NAMES.map((one) => [one.name, one]));

/** Undefined for a name that contract 9.6 does not have. */
export function findCmsEventName(name: string): CmsEventName | undefined {
  return BY_NAME.get(name);
}

/**
 * The name under which a system event's state is told (contract 10.10): also for a state that the table does not list, such
 * as a failure drill that was cancelled. Null for what CloudMonitor is not told at all: expiry and arrears (contract 9.6).
 */
export function cmsNameOf(systemEventType: string, state: string): CmsEventName | null {
  const family = FAMILY_OF.get(systemEventType);
  return family ? nameIn(family, state) : null;
}

function nameIn({ prefix, kind, type, level }: Family, status: string): CmsEventName {
  return { name: `${prefix}:${kind}:${status}`, product: 'ECS', kind, type, level, status };
}

/** A level in any spelling (contract 9.6: `Critical` in tables, `CRITICAL` on the wire); null for an unknown one. */
export function parseCmsLevel(text: string): CmsEventLevel | null {
  const upper = text.trim().toUpperCase();
  return CMS_EVENT_LEVELS.find((level) => level === upper) ?? null;
}

/** The parts of a name: what it is about, what happens, and in which state; unknown names in as many parts as they have. */
export function partsOfCmsName(name: string): { subject: string; kind: string; state: string | null } {
  const parts = name.split(':');
  if (parts.length === 1) return { subject: '', kind: name, state: null };
  return { subject: parts[0]!, kind: parts[1]!, state: parts.length > 2 ? parts.slice(2).join(':') : null };
}
