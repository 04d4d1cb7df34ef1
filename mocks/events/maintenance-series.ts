import type { WorldInstance } from '../world/instance';
import type { Draws } from '../world/random';
import { HOME_REGION } from '../world/regions';
import { MAINTAINED_AT_HOME } from './cast';
import type { EventPlan } from './plan';
import { pick, type Series, type Slot } from './series';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Announced this long after its round began at most. */
const ANNOUNCED_WITHIN = 20 * MINUTE;

/**
 * Between two rounds of planned maintenance. The busiest regions always have one ahead, the home region two: what was
 * announced within a day is not due yet.
 */
const MAINTENANCE_EVERY: Readonly<Record<string, number>> = {
  [HOME_REGION]: 11.5 * HOUR,
  'cn-beijing': 20 * HOUR,
  'ap-southeast-1': 20 * HOUR,
  'cn-shanghai': 44 * HOUR,
  'cn-shenzhen': 60 * HOUR,
  'cn-hongkong': 64 * HOUR,
  'eu-central-1': 80 * HOUR,
};

/** One more instance per round for so many instances. */
const INSTANCES_PER_ROUND = 400;

/** The first time at or after `earliest` that is `offset` into the day of UTC+8: the night, when maintenance is done. */
function atNight(earliest: number, offset: number): number {
  const local = earliest + 8 * HOUR;
  const day = Math.floor(local / DAY) * DAY + offset;
  return (day >= local ? day : day + DAY) - 8 * HOUR;
}

function maintenancePlan(
  slot: Slot,
  index: number,
  instance: WorldInstance,
  draws: Draws,
  bornAt: number,
): EventPlan {
  const publishedAt = slot.at + draws.between(0, ANNOUNCED_WITHIN / MINUTE) * MINUTE;
  // 24 to 48 hours ahead (manual 2.1).
  const notBefore = atNight(publishedAt + DAY, 2 * HOUR + draws.between(0, 23) * 10 * MINUTE);
  const fate = draws.next();
  const closesAt = Math.round((publishedAt + (notBefore - publishedAt) * draws.next()) / 1000) * 1000;
  // Whoever looks now is the one to act: colleagues restarted instances only before the account was born.
  const avoided = fate < 0.3 && notBefore <= bornAt;
  // Nor does the service take back what it announced at home, so that something is always ahead there.
  const canceled = fate >= 0.9 && (instance.regionId !== HOME_REGION || notBefore <= bornAt);
  return {
    eventId: slot.eventId(instance.regionId, index),
    regionId: instance.regionId,
    instanceId: instance.instanceId,
    type: 'SystemMaintenance.Reboot',
    publishedAt,
    notBefore,
    first: 'Scheduled',
    executionMs: draws.between(4, 35) * MINUTE,
    outcome: fate >= 0.86 && fate < 0.9 ? 'Failed' : 'Executed',
    closes: avoided || canceled ? { at: closesAt, state: avoided ? 'Avoided' : 'Canceled' } : null,
    reason: 'The host of the instance needs maintenance.',
    drill: false,
  };
}

function maintenance(regionId: string, period: number): Series {
  return {
    name: `maintenance/${regionId}`,
    period,
    phase: -3 * HOUR,
    concerns: (_number, asked) => asked === regionId,
    make(slot, stage) {
      const roster =
        regionId === HOME_REGION
          ? MAINTAINED_AT_HOME.flatMap((name) => stage.instance([regionId, name]) ?? [])
          : stage.steady(regionId);
      const grown = stage.grown(regionId);
      const chosen = [pick(roster, slot.number)];
      for (let more = Math.floor(grown.length / INSTANCES_PER_ROUND); more > 0; more -= 1)
        chosen.push(slot.draws.pick(grown));
      return chosen.flatMap((instance, index) =>
        instance ? [maintenancePlan(slot, index, instance, slot.draws, stage.bornAt)] : [],
      );
    },
  };
}

/** Planned maintenance of every region. */
export const MAINTENANCE: readonly Series[] = Object.entries(MAINTENANCE_EVERY).map(([regionId, period]) =>
  maintenance(regionId, period),
);
