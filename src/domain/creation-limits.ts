const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** What one call of RunInstances takes (contract 6). Sizes in GiB unless they say otherwise. */
export const CREATION_LIMITS = {
  amount: { min: 1, max: 100 },
  dataDisks: 16,
  tags: 20,
  /** Of the text itself, before Base64. */
  userDataBytes: 16 * 1024,
  systemDisk: { min: 20, max: 500, usual: 40 },
  dataDisk: { min: 20, max: 32_768, usual: 100 },
  /** Mbit/s out; 0: no public address. */
  bandwidth: { min: 0, max: 100 },
  /** How far ahead an automatic release may lie, ms. */
  autoRelease: { min: 30 * MINUTE, max: 3 * 365 * DAY },
} as const;

/** How long a subscription may last: weeks or months. */
export const PERIODS = {
  Week: [1, 2, 3, 4],
  Month: [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 24, 36],
} as const;

export type PeriodUnit = keyof typeof PERIODS;

export function isPeriodUnit(unit: string): unit is PeriodUnit {
  return Object.hasOwn(PERIODS, unit);
}

export function isPeriod(period: number, unit: PeriodUnit): boolean {
  return (PERIODS[unit] as readonly number[]).includes(period);
}
