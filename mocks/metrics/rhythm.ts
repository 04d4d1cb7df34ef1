import type { Role } from '../world/instance';

/** How busy a role is over the day, from hour to level; in between it goes smoothly. Local time of its users. */
type DayCurve = readonly (readonly [hour: number, level: number])[];

const SHOPPERS: DayCurve = [
  [0, 0.36],
  [3.5, 0.14],
  [6.5, 0.22],
  [9.5, 0.66],
  [11.5, 0.84],
  [13.5, 0.7],
  [16, 0.8],
  [18, 0.76],
  [20.5, 1],
  [22.5, 0.78],
];
const SERVICES: DayCurve = [
  [0, 0.34],
  [4, 0.18],
  [7, 0.3],
  [10, 0.86],
  [12.5, 0.74],
  [15, 0.95],
  [18.5, 0.8],
  [20.5, 0.92],
  [23, 0.5],
];
const OFFICE: DayCurve = [
  [0, 0.05],
  [7.5, 0.05],
  [9.5, 0.9],
  [11.5, 0.95],
  [12.75, 0.45],
  [14.5, 1],
  [17, 0.85],
  [19, 0.3],
  [21, 0.08],
];
const STEADY: DayCurve = [
  [0, 0.3],
  [12, 0.4],
];

const CURVES: Readonly<Record<Role, DayCurve>> = {
  web: SHOPPERS,
  api: SERVICES,
  db: SERVICES,
  cache: SHOPPERS,
  gateway: SERVICES,
  batch: STEADY,
  build: OFFICE,
  desktop: OFFICE,
};

/** Saturdays and Sundays against the other days. */
const WEEKEND: Readonly<Record<Role, number>> = {
  web: 1.14,
  api: 0.84,
  db: 0.86,
  cache: 1.1,
  gateway: 0.9,
  batch: 0.9,
  build: 0.15,
  desktop: 0.12,
};

const DAY_MINUTES = 1440;

/** How busy users make a role. */
export interface Rhythm {
  /** Level of every minute of a day on their clocks. */
  day: Float64Array;
  /** The highest level of every hour of such a day. */
  peaks: Float64Array;
  /** By how much a Saturday or Sunday differs. */
  weekend: number;
}

const rhythms = new Map<Role, Rhythm>();

export function rhythmOf(role: Role): Rhythm {
  const known = rhythms.get(role);
  if (known) return known;
  const curve = CURVES[role];
  const day = Float64Array.from({ length: DAY_MINUTES }, (_, minute) => levelOn(curve, minute / 60));
  const peaks = Float64Array.from({ length: 24 }, (_, hour) =>
    Math.max(...day.subarray(hour * 60, hour * 60 + 60)),
  );
  const rhythm = { day, peaks, weekend: WEEKEND[role] };
  rhythms.set(role, rhythm);
  return rhythm;
}

function levelOn(curve: DayCurve, hour: number): number {
  const next = curve.findIndex(([at]) => at > hour);
  const [from, low] = curve[next < 0 ? curve.length - 1 : next - 1]!;
  const [to, high] = next < 0 ? [24, curve[0]![1]] : curve[next]!;
  const within = (hour - from) / (to - from);
  return low + (high - low) * within * within * (3 - 2 * within);
}

/** Hours that the users' clocks are ahead of UTC: their standard time, all year. */
export function hoursAhead(regionId: string): number {
  if (regionId.startsWith('eu-')) return 1;
  return 8;
}

/** 1 January 1970 was a Thursday. */
const SATURDAY = 2;
const SUNDAY = 3;

/** @param localMinute minutes since 1970 on some clock */
export function isWeekend(localMinute: number): boolean {
  const weekday = Math.floor(localMinute / DAY_MINUTES) % 7;
  return weekday === SATURDAY || weekday === SUNDAY;
}

/** How busy a minute is, about 0 to 1.15. */
export function levelAt({ day, weekend }: Rhythm, localMinute: number): number {
  const level = day[localMinute % DAY_MINUTES]!;
  return isWeekend(localMinute) ? level * weekend : level;
}

/** How busy the busiest of some minutes can be: that of their hours. */
export function mostLevel({ peaks, weekend }: Rhythm, firstLocal: number, endLocal: number): number {
  let most = 0;
  for (let hour = Math.floor(firstLocal / 60); hour * 60 < endLocal; hour += 1) {
    const peak = peaks[hour % 24]!;
    most = Math.max(most, isWeekend(hour * 60) ? peak * weekend : peak);
  }
  return most;
}
