/**
 * The vocabulary of metric alarm rules (contract 9.2, 9.3; manual 4.1 "設定警示規則"): as on the wire, so that nothing has to be
 * translated between a form, a call and the evaluation.
 */

/** Most severe first. A rule has at least one. */
export const ALARM_LEVELS = ['Critical', 'Warn', 'Info'] as const;
export type AlarmLevel = (typeof ALARM_LEVELS)[number];

/** What the log of alarms calls the levels (contract 9.3). */
export const LOG_LEVELS: Readonly<Record<AlarmLevel, string>> = { Critical: 'P2', Warn: 'P3', Info: 'P4' };

/** Compared with a fixed threshold. */
export const THRESHOLD_OPERATORS = [
  'GreaterThanOrEqualToThreshold',
  'GreaterThanThreshold',
  'LessThanOrEqualToThreshold',
  'LessThanThreshold',
  'EqualToThreshold',
  'NotEqualToThreshold',
] as const;
/** Compared with an earlier value; the threshold is a change in %. */
export const CHANGE_OPERATORS = [
  'GreaterThanYesterday',
  'LessThanYesterday',
  'GreaterThanLastWeek',
  'LessThanLastWeek',
  'GreaterThanLastPeriod',
  'LessThanLastPeriod',
] as const;
export const ALARM_OPERATORS = [...THRESHOLD_OPERATORS, ...CHANGE_OPERATORS] as const;
export type ChangeOperator = (typeof CHANGE_OPERATORS)[number];
export type AlarmOperator = (typeof ALARM_OPERATORS)[number];

export const ALARM_STATISTICS = ['Average', 'Maximum', 'Minimum'] as const;
export type AlarmStatistic = (typeof ALARM_STATISTICS)[number];

/** What a period without a value means; the first is the service's default. */
export const NO_DATA_POLICIES = ['KEEP_LAST_STATE', 'INSUFFICIENT_DATA', 'OK'] as const;
export type NoDataPolicy = (typeof NO_DATA_POLICIES)[number];

export const ALARM_STATES = ['OK', 'ALARM', 'INSUFFICIENT_DATA'] as const;
export type AlarmState = (typeof ALARM_STATES)[number];

/** The resource of a rule that watches every instance. */
export const ALL_INSTANCES = '_ALL';
export const DEFAULT_SILENCE_SECONDS = 86_400;
export const LEAST_SILENCE_SECONDS = 3600;
/** Instances of one rule that are named one by one. */
export const MOST_ALARM_INSTANCES = 50;

/** When one level of a rule is reached: all four together (contract 9.2). */
export interface AlarmCondition {
  statistic: AlarmStatistic;
  operator: AlarmOperator;
  /** In the metric's own unit; of a change, in %. */
  threshold: number;
  /** Consecutive periods. */
  times: number;
}

/** What decides when a rule fires, and whom it then tells. */
export interface AlarmTerms {
  levels: Readonly<Partial<Record<AlarmLevel, AlarmCondition>>>;
  periodSeconds: number;
  silenceSeconds: number;
  /** Minutes of the day in which it tells anybody; null: all. */
  effective: DayWindow | null;
  /** Minutes of the day in which it does not; null: none. */
  ineffective: DayWindow | null;
  noDataPolicy: NoDataPolicy;
  /** Whether a recovery is told. */
  sendOk: boolean;
}

/** Minutes of the day by the service's clock, both included; one that begins after its end goes over midnight. */
export interface DayWindow {
  from: number;
  to: number;
}

const LAG_MS = { Yesterday: 86_400_000, LastWeek: 7 * 86_400_000 } as const;

/** How much earlier the value lies that an operator compares with, ms; 0 for a fixed threshold. */
export function lagOf(operator: AlarmOperator, periodSeconds: number): number {
  if (operator.endsWith('Yesterday')) return LAG_MS.Yesterday;
  if (operator.endsWith('LastWeek')) return LAG_MS.LastWeek;
  return operator.endsWith('LastPeriod') ? periodSeconds * 1000 : 0;
}

export function isChangeOperator(operator: string): operator is ChangeOperator {
  return CHANGE_OPERATORS.some((known) => known === operator);
}

/** How far back values are needed to judge a period, ms: what is compared with, and the consecutive periods. */
export function historyNeeded({
  levels,
  periodSeconds,
}: Pick<AlarmTerms, 'levels' | 'periodSeconds'>): number {
  const needs = Object.values(levels).map(
    ({ operator, times }) => lagOf(operator, periodSeconds) + times * periodSeconds * 1000,
  );
  return Math.max(0, ...needs);
}

/**
 * The value from which on a rule may do anything at all: below it none of its conditions holds. Null where that is not so
 * simple: for values that are too low, or compared with others.
 */
export function leastToMeet({ levels }: Pick<AlarmTerms, 'levels'>): number | null {
  const conditions = Object.values(levels);
  const areAllUpwards = conditions.every(
    ({ operator }) => operator === 'GreaterThanOrEqualToThreshold' || operator === 'GreaterThanThreshold',
  );
  return areAllUpwards ? Math.min(...conditions.map(({ threshold }) => threshold)) : null;
}

/**
 * Whether a value meets a condition. The changes are worked out as (value − before) ÷ before in %, and met from the threshold
 * on; one against nothing, or against zero, cannot be told.
 * @param before the value that the operator compares with
 * @returns null when it cannot be told
 */
export function meets(
  { operator, threshold }: Pick<AlarmCondition, 'operator' | 'threshold'>,
  value: number,
  before: number | undefined,
): boolean | null {
  switch (operator) {
    case 'GreaterThanOrEqualToThreshold':
      return value >= threshold;
    case 'GreaterThanThreshold':
      return value > threshold;
    case 'LessThanOrEqualToThreshold':
      return value <= threshold;
    case 'LessThanThreshold':
      return value < threshold;
    case 'EqualToThreshold':
      return value === threshold;
    case 'NotEqualToThreshold':
      return value !== threshold;
    default: {
      if (before === undefined || before === 0) return null;
      const change = ((value - before) / before) * 100;
      return operator.startsWith('Greater') ? change >= threshold : -change >= threshold;
    }
  }
}
