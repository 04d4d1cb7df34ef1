import type { WorldInstance } from '../world/instance';
import { HOME_REGION } from '../world/regions';
import { HOME_ROSTER } from '../world/roster';

/** An instance of the rosters, by region and name. */
export type Part = readonly [regionId: string, name: string];

/**
 * Who takes part in the events that restart or stop instances. Those of the home region are machines of the second row: the
 * ready-made commands and schedules run mostly on others, so that a demo is not interrupted where people look first.
 */
export const MAINTAINED_AT_HOME: readonly string[] = [
  'api-stage-01',
  'web-prod-05',
  'batch-01',
  'legacy-01',
  'api-prod-03',
  'ci-runner-01',
  'win-build-01',
];

export const RECOVERED: readonly Part[] = [
  ['cn-beijing', 'cache-bj-01'],
  ['cn-shanghai', 'app-sh-prod-02'],
  ['cn-hongkong', 'web-hk-prod-01'],
  ['ap-southeast-1', 'web-sg-prod-02'],
  ['cn-shenzhen', 'iot-api-01'],
];

export const CRASHED: readonly Part[] = [
  ['ap-southeast-1', 'sap-sg-01'],
  ['cn-beijing', 'api-bj-prod-02'],
  ['cn-shenzhen', 'iot-gw-01'],
  ['cn-shanghai', 'oracle-sh-01'],
];

export const MIGRATED: readonly Part[] = [
  ['cn-hongkong', 'web-hk-prod-01'],
  ['ap-southeast-1', 'db-sg-01'],
  ['cn-hangzhou', 'batch-01'],
  ['cn-shanghai', 'app-sh-prod-01'],
  ['eu-central-1', 'web-de-prod-01'],
  ['cn-hangzhou', 'db-replica-01'],
  ['cn-beijing', 'web-bj-prod-01'],
];

/** Pay-as-you-go instances of an account that is always topped up at the last moment. */
export const IN_ARREARS: readonly Part[] = [
  ['cn-hangzhou', 'api-stage-01'],
  ['cn-beijing', 'web-bj-prod-02'],
  ['ap-southeast-1', 'web-sg-prod-02'],
  ['cn-hangzhou', 'ci-runner-01'],
];

/** Waits for the user's consent to be moved to another host. */
export const ASKED: Part = ['cn-shanghai', 'batch-sh-01'];

/** Where instances cannot be made, again and again: an auto-scaling group in a sold-out zone. */
export const SOLD_OUT_REGION = 'cn-shenzhen';

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** A weekly subscription that is renewed hours before its end. */
export interface Renewal {
  part: Part;
  /** End of the week that runs when the account is born, counted from then. Ms. */
  endsAfter: number;
}

/** A third of a week apart, so that one of them is always in its last three days. */
export const RENEWALS: readonly Renewal[] = [
  { part: ['cn-hangzhou', 'win-rdp-02'], endsAfter: 2 * DAY + 7 * HOUR },
  { part: ['cn-beijing', 'db-bj-01'], endsAfter: 4 * DAY + 15 * HOUR },
  { part: ['ap-southeast-1', 'db-sg-01'], endsAfter: 6 * DAY + 23 * HOUR },
];

/**
 * A place whose instance is let go: ordered, stopped after a week, released fifteen days later, and ordered anew as another
 * instance of the same name.
 */
export interface Tenancy {
  part: Part;
  why: 'InstanceExpiration' | 'AccountUnbalanced';
  /** Age of the present occupant when the account is born. Ms. */
  age: number;
}

/** Two of each kind, half a term apart, so that one of them always waits for its release. */
export const TENANCIES: readonly Tenancy[] = [
  { part: ['cn-shenzhen', 'win-ad-01'], why: 'InstanceExpiration', age: 12 * DAY + 5 * HOUR },
  { part: ['eu-central-1', 'legacy-de-01'], why: 'InstanceExpiration', age: DAY + 5 * HOUR },
  { part: ['cn-shanghai', 'lab-fedora-01'], why: 'AccountUnbalanced', age: 14 * DAY + 9 * HOUR },
  { part: ['cn-hongkong', 'proxy-hk-01'], why: 'AccountUnbalanced', age: 3 * DAY + 9 * HOUR },
];

export const TERM = { stopAfter: 7 * DAY, releaseAfter: 22 * DAY } as const;

/** Everybody of the home region's roster who ever takes part. */
const HOME_CAST: ReadonlySet<string> = new Set([
  ...MAINTAINED_AT_HOME,
  ...[...RECOVERED, ...CRASHED, ...MIGRATED, ...IN_ARREARS, ASKED]
    .concat([...RENEWALS, ...TENANCIES].map(({ part }) => part))
    .filter(([regionId]) => regionId === HOME_REGION)
    .map(([, name]) => name),
]);
const HOME_NAMES: ReadonlySet<string> = new Set(HOME_ROSTER.map((plan) => plan.name));

/** Whether the instance may ever have an event; for most of those people look at first it is known that it has none. */
export function takesPart({
  regionId,
  instanceName,
}: Pick<WorldInstance, 'regionId' | 'instanceName'>): boolean {
  return regionId !== HOME_REGION || HOME_CAST.has(instanceName) || !HOME_NAMES.has(instanceName);
}
