import { ALARM_LEVELS, isChangeOperator, LEAST_SILENCE_SECONDS, MOST_ALARM_INSTANCES } from './metric-alarm';
import type { AlarmCondition, AlarmLevel, AlarmTerms } from './metric-alarm';
import type { AlarmMetric } from './metric-alarm-metrics';
import { alarmPeriods } from './metric-alarm-metrics';

/** A rule as it is about to be put; what could not be read is NaN or null. */
export interface AlarmDraft extends Omit<AlarmTerms, 'effective' | 'ineffective'> {
  name: string;
  metric: AlarmMetric | null;
  /** Null: every instance. */
  instanceIds: readonly string[] | null;
  contactGroups: readonly string[];
  /** `HH:mm-HH:mm` was written, but is none. */
  isWindowWrong: boolean;
}

export type AlarmProblemKind =
  | 'nameMissing'
  | 'nameTooLong'
  | 'metricMissing'
  | 'statisticUnknown'
  | 'levelMissing'
  | 'thresholdMissing'
  | 'timesWrong'
  | 'timesTooLong'
  | 'periodUnknown'
  | 'silenceTooShort'
  | 'windowWrong'
  | 'groupMissing'
  | 'instanceMissing'
  | 'tooManyInstances';

export interface AlarmProblem {
  kind: AlarmProblemKind;
  /** The level it is about. */
  level?: AlarmLevel;
  /** What was allowed at most or at least, where there is such a number. */
  limit?: number;
}

export const LONGEST_RULE_NAME = 100;
/** Consecutive periods of one rule make up a day at most: longer ones say what a longer period says better. */
export const LONGEST_STREAK_SECONDS = 86_400;

/** All that is wrong with a rule (contract 9.2), in the order of a form; empty when it can be put. */
export function alarmProblems(draft: AlarmDraft): AlarmProblem[] {
  const { name, metric, instanceIds, contactGroups, periodSeconds } = draft;
  const problems: AlarmProblem[] = [];
  if (name.trim() === '') problems.push({ kind: 'nameMissing' });
  if (name.length > LONGEST_RULE_NAME) problems.push({ kind: 'nameTooLong', limit: LONGEST_RULE_NAME });
  if (!metric) problems.push({ kind: 'metricMissing' });
  else if (!alarmPeriods(metric).includes(periodSeconds)) problems.push({ kind: 'periodUnknown' });
  const used = ALARM_LEVELS.filter((level) => draft.levels[level]);
  if (used.length === 0) problems.push({ kind: 'levelMissing' });
  for (const level of used) {
    const condition = draft.levels[level]!;
    problems.push(...conditionProblems(condition, draft).map((problem) => ({ ...problem, level })));
  }
  if (!(draft.silenceSeconds >= LEAST_SILENCE_SECONDS)) {
    problems.push({ kind: 'silenceTooShort', limit: LEAST_SILENCE_SECONDS });
  }
  if (draft.isWindowWrong) problems.push({ kind: 'windowWrong' });
  if (contactGroups.length === 0) problems.push({ kind: 'groupMissing' });
  if (instanceIds?.length === 0) problems.push({ kind: 'instanceMissing' });
  if (instanceIds && instanceIds.length > MOST_ALARM_INSTANCES) {
    problems.push({ kind: 'tooManyInstances', limit: MOST_ALARM_INSTANCES });
  }
  return problems;
}

function conditionProblems(
  { statistic, threshold, times }: AlarmCondition,
  { metric, periodSeconds }: Pick<AlarmDraft, 'metric' | 'periodSeconds'>,
): AlarmProblem[] {
  const problems: AlarmProblem[] = [];
  if (metric && !metric.statistics.includes(statistic)) problems.push({ kind: 'statisticUnknown' });
  if (!Number.isFinite(threshold)) problems.push({ kind: 'thresholdMissing' });
  if (!Number.isSafeInteger(times) || times < 1) problems.push({ kind: 'timesWrong' });
  else if (times * periodSeconds > LONGEST_STREAK_SECONDS) {
    problems.push({ kind: 'timesTooLong', limit: Math.floor(LONGEST_STREAK_SECONDS / periodSeconds) });
  }
  return problems;
}

/** What a rule may have, but hardly means. */
export type AlarmDoubt =
  /** A share that is above 100 % or below 0 %. */
  | { kind: 'neverReached'; level: AlarmLevel }
  /** The worse level is reached as soon as this one, so that this one is never seen. */
  | { kind: 'hidden'; level: AlarmLevel; by: AlarmLevel };

export function alarmDoubts(
  { levels }: Pick<AlarmTerms, 'levels'>,
  metric: AlarmMetric | null,
): AlarmDoubt[] {
  const used = ALARM_LEVELS.flatMap((level) => {
    const condition = levels[level];
    return condition && Number.isFinite(condition.threshold) ? [{ level, condition }] : [];
  });
  return used.flatMap(({ level, condition }, index): AlarmDoubt[] => {
    if (metric?.quantity === 'percent' && !isChangeOperator(condition.operator) && isOutOfShare(condition)) {
      return [{ kind: 'neverReached', level }];
    }
    const worse = used.slice(0, index).find((other) => covers(other.condition, condition));
    return worse ? [{ kind: 'hidden', level, by: worse.level }] : [];
  });
}

function isOutOfShare({ operator, threshold }: AlarmCondition): boolean {
  if (operator === 'GreaterThanThreshold') return threshold >= 100;
  if (operator === 'GreaterThanOrEqualToThreshold') return threshold > 100;
  if (operator === 'LessThanThreshold') return threshold <= 0;
  return operator === 'LessThanOrEqualToThreshold' && threshold < 0;
}

/** Whether `wide` holds wherever `narrow` does, no later. */
function covers(wide: AlarmCondition, narrow: AlarmCondition): boolean {
  if (wide.operator !== narrow.operator || wide.statistic !== narrow.statistic) return false;
  if (wide.times > narrow.times) return false;
  if (wide.operator.startsWith('Equal') || wide.operator.startsWith('NotEqual')) {
    return wide.threshold === narrow.threshold;
  }
  // A fall of 10 % is met by one of 20 %, so changes have the smaller threshold wider in both directions.
  const smallerIsWider = wide.operator.startsWith('Greater') || isChangeOperator(wide.operator);
  return smallerIsWider ? wide.threshold <= narrow.threshold : wide.threshold >= narrow.threshold;
}
