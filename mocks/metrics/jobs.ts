import type { Role } from '../world/instance';
import { drawAt } from './noise';
import { isWeekend } from './rhythm';

/** Work that begins and ends: backups, reports, builds. Every slot of the day holds at most one piece of it. */
export interface JobPlan {
  slotMinutes: number;
  /** Chance of a piece of work by the hour of the local day in which its slot begins. */
  chances: readonly number[];
  weekendChances: readonly number[];
  /** Share of the slot it takes at least and at most. */
  shortest: number;
  longest: number;
  /** How hard it works, 0 to 1, at least and at most. */
  weakest: number;
  strongest: number;
}

function byHour(chance: (hour: number) => number): number[] {
  return Array.from({ length: 24 }, (_, hour) => chance(hour));
}

const isNight = (hour: number) => hour >= 1 && hour < 4;
const isWorkTime = (hour: number) => hour >= 9 && hour < 20;

// The backup at two, and now and then a report that reads whole tables.
const BACKUPS = byHour((hour) => (hour === 2 ? 1 : isNight(hour) ? 0.2 : 0.03));

const PLANS: Readonly<Partial<Record<Role, JobPlan>>> = {
  db: {
    slotMinutes: 60,
    chances: BACKUPS,
    weekendChances: BACKUPS,
    ...{ shortest: 0.3, longest: 0.7, weakest: 0.5, strongest: 0.9 },
  },
  batch: {
    slotMinutes: 90,
    chances: byHour((hour) => (isNight(hour) ? 0.97 : 0.32)),
    weekendChances: byHour((hour) => (isNight(hour) ? 0.97 : 0.12)),
    ...{ shortest: 0.35, longest: 0.95, weakest: 0.6, strongest: 1 },
  },
  build: {
    slotMinutes: 15,
    chances: byHour((hour) => (isWorkTime(hour) ? 0.62 : 0.06)),
    weekendChances: byHour(() => 0.03),
    ...{ shortest: 0.25, longest: 0.9, weakest: 0.55, strongest: 1 },
  },
};

/** The role's own jobs; null when it has none. */
export function jobsOf(role: Role): JobPlan | null {
  return PLANS[role] ?? null;
}

const RARELY = byHour(() => 0.035);

/** Everybody is hit by something now and then: a crawler, a rotated log, a cache gone cold. */
export const BLIPS: JobPlan = {
  slotMinutes: 48,
  chances: RARELY,
  weekendChances: RARELY,
  ...{ shortest: 0.04, longest: 0.16, weakest: 0.25, strongest: 0.8 },
};

/** How hard the work of a plan is in a minute, 0 to 1; 0 between two pieces of it. Read in order, a slot is drawn once. */
export function workOf(plan: JobPlan, seed: number): (localMinute: number) => number {
  let slot = Number.NaN;
  let work: Work = NO_WORK;
  return (localMinute) => {
    const at = Math.floor(localMinute / plan.slotMinutes);
    if (at !== slot) {
      slot = at;
      work = workIn(plan, seed, at);
    }
    return localMinute >= work.from && localMinute < work.to ? work.strength : 0;
  };
}

/** How hard the work of a plan is at most from a local minute on, before another. */
export function mostWork(plan: JobPlan, seed: number, first: number, end: number): number {
  let most = 0;
  for (let slot = Math.floor(first / plan.slotMinutes); slot * plan.slotMinutes < end; slot += 1) {
    const { from, to, strength } = workIn(plan, seed, slot);
    if (from < end && to > first) most = Math.max(most, strength);
  }
  return most;
}

/** One piece of work: from a local minute on, before another. */
interface Work {
  from: number;
  to: number;
  strength: number;
}

const NO_WORK: Work = { from: 0, to: 0, strength: 0 };

function workIn(plan: JobPlan, seed: number, slot: number): Work {
  const begin = slot * plan.slotMinutes;
  const chances = isWeekend(begin) ? plan.weekendChances : plan.chances;
  const place = slot * 4;
  if (drawAt(seed, place) >= chances[Math.floor(begin / 60) % 24]!) return NO_WORK;
  const share = plan.shortest + drawAt(seed, place + 1) * (plan.longest - plan.shortest);
  const length = plan.slotMinutes * share;
  const from = begin + drawAt(seed, place + 2) * (plan.slotMinutes - length);
  const strength = plan.weakest + drawAt(seed, place + 3) * (plan.strongest - plan.weakest);
  return { from, to: from + length, strength };
}
