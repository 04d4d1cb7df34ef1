import { HOME_REGION } from '../world/regions';
import {
  ASKED,
  CRASHED,
  IN_ARREARS,
  MIGRATED,
  type Part,
  RECOVERED,
  RENEWALS,
  SOLD_OUT_REGION,
} from './cast';
import { creationFailure } from './event-ledger';
import { MAINTENANCE } from './maintenance-series';
import { type EventPlan, PENDING_MS } from './plan';
import { happens, isOrdinary, pick, type Series, type Slot, type Stage } from './series';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Unplanned {
  name: string;
  type: string;
  parts: readonly Part[];
  period: number;
  phase: number;
  sparse: number;
  /** Shortest and longest execution before the account was born. Ms. */
  usual: readonly [number, number];
  reason: string;
}

/** Begins when it is published. Since the account's birth each goes on a little longer than until the next. */
function unplanned({ name, type, parts, period, phase, sparse, usual, reason }: Unplanned): Series {
  return {
    name,
    period,
    phase,
    concerns: (number, regionId) => happens(number, sparse) && pick(parts, number)?.[0] === regionId,
    make({ number, at, draws, eventId }, stage, regionId) {
      const part = pick(parts, number);
      const instance = part && stage.instance(part);
      if (!instance) return [];
      return [
        {
          eventId: eventId(regionId),
          regionId,
          instanceId: instance.instanceId,
          type,
          publishedAt: at,
          notBefore: at,
          first: 'Executing',
          executionMs: number >= -1 ? period + 5 * MINUTE : draws.between(...usual),
          outcome: 'Executed',
          closes: null,
          reason,
          drill: false,
        },
      ];
    },
  };
}

/** One in so many of those that leave nothing behind is an ordinary account's. */
const ARREARS_SPARSE = 60;
const SOLD_OUT_SPARSE = 240;

const arrears: Series = {
  name: 'arrears',
  period: 50 * MINUTE,
  phase: 20 * MINUTE,
  concerns: (number, regionId) =>
    happens(number, ARREARS_SPARSE) && pick(IN_ARREARS, number)?.[0] === regionId,
  make({ number, at, draws, eventId }, stage, regionId) {
    const part = pick(IN_ARREARS, number);
    const instance = part && stage.instance(part);
    if (!instance) return [];
    // Less than an hour ahead (manual 2.1), paid in the last minutes.
    const notBefore = at + 58 * MINUTE;
    return [
      {
        eventId: eventId(regionId),
        regionId,
        instanceId: instance.instanceId,
        type: 'AccountUnbalanced.Stop',
        publishedAt: at,
        notBefore,
        first: 'Scheduled',
        executionMs: MINUTE,
        outcome: 'Executed',
        closes: { at: notBefore - draws.between(60, 150) * 1000, state: 'Avoided' },
        reason: 'The account has an overdue payment.',
        drill: false,
        passing: !isOrdinary(number, ARREARS_SPARSE),
      },
    ];
  },
};

const inquiry: Series = {
  name: 'inquiry',
  period: 6 * DAY,
  phase: -DAY,
  concerns: (_number, regionId) => ASKED[0] === regionId,
  make({ at, eventId }, stage, regionId) {
    const instance = stage.instance(ASKED);
    if (!instance) return [];
    const notBefore = at + 5 * DAY;
    return [
      {
        eventId: eventId(regionId),
        regionId,
        instanceId: instance.instanceId,
        type: 'SystemMaintenance.Redeploy',
        publishedAt: at,
        notBefore,
        first: 'Inquiring',
        executionMs: 20 * MINUTE,
        outcome: 'Executed',
        closes: { at: notBefore, state: 'Canceled' },
        reason: 'The host of the instance is to be replaced.',
        drill: false,
      },
    ];
  },
};

const renewals: readonly Series[] = RENEWALS.map(({ part, endsAfter }) => ({
  name: `renewal/${part[1]}`,
  period: 7 * DAY,
  phase: endsAfter - 3 * DAY,
  concerns: (_number: number, regionId: string) => part[0] === regionId,
  make({ at, draws, eventId }: Slot, stage: Stage, regionId: string): EventPlan[] {
    const instance = stage.instance(part);
    if (!instance) return [];
    const notBefore = at + 3 * DAY;
    return [
      {
        eventId: eventId(regionId),
        regionId,
        instanceId: instance.instanceId,
        type: 'InstanceExpiration.Stop',
        publishedAt: at,
        notBefore,
        first: 'Scheduled',
        executionMs: MINUTE,
        outcome: 'Executed',
        closes: { at: notBefore - draws.between(20, 170) * MINUTE, state: 'Avoided' },
        reason: 'The subscription of the instance ends.',
        drill: false,
      },
    ];
  },
}));

/** The id of an instance that will not come to be. */
export function stillbornId(eventId: string): string {
  return `i-${eventId.slice(2)}`;
}

/** Every five minutes since the account was born the auto-scaling group tries again. */
const soldOut: Series = {
  name: 'sold-out',
  period: 5 * MINUTE,
  phase: 2 * MINUTE,
  concerns: (number, regionId) => regionId === SOLD_OUT_REGION && number >= -1,
  make({ number, at, eventId }, _stage, regionId) {
    const id = eventId(regionId);
    const failure = creationFailure(id, regionId, stillbornId(id), at + PENDING_MS);
    return [{ ...failure, passing: !isOrdinary(number, SOLD_OUT_SPARSE) }];
  },
};

const FAILED_ONCE_IN = [HOME_REGION, 'cn-beijing', HOME_REGION, 'ap-southeast-1', SOLD_OUT_REGION];

/** Failed creations of the past, now and then and anywhere. */
const soldOutOnce: Series = {
  name: 'sold-out-once',
  period: 20 * HOUR,
  phase: -HOUR,
  concerns: (number, regionId) => number < 0 && pick(FAILED_ONCE_IN, number) === regionId,
  make({ at, eventId }, _stage, regionId) {
    const id = eventId(regionId);
    return [creationFailure(id, regionId, stillbornId(id), at)];
  },
};

/** Every series of the account. */
export const REPERTOIRE: readonly Series[] = [
  ...MAINTENANCE,
  unplanned({
    name: 'recovery',
    type: 'SystemFailure.Reboot',
    parts: RECOVERED,
    period: 5 * HOUR,
    phase: 3 * HOUR,
    sparse: 8,
    usual: [6 * MINUTE, 40 * MINUTE],
    reason: 'The host of the instance failed.',
  }),
  unplanned({
    name: 'crash',
    type: 'InstanceFailure.Reboot',
    parts: CRASHED,
    period: 5 * HOUR,
    phase: 4 * HOUR,
    sparse: 12,
    usual: [3 * MINUTE, 9 * MINUTE],
    reason: 'The operating system of the instance crashed.',
  }),
  unplanned({
    name: 'migration',
    type: 'SystemMaintenance.PerformanceImpact',
    parts: MIGRATED,
    period: 50 * MINUTE,
    phase: 30 * MINUTE,
    sparse: 24,
    usual: [3 * MINUTE, 25 * MINUTE],
    reason: 'The instance is migrated to another host while it runs.',
  }),
  arrears,
  inquiry,
  ...renewals,
  soldOut,
  soldOutOnce,
];
