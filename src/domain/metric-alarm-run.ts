import { ALARM_LEVELS, lagOf, meets } from './metric-alarm';
import type { AlarmCondition, AlarmLevel, AlarmState, AlarmTerms } from './metric-alarm';
import { isEffective } from './metric-alarm-window';

/** One period of one line of values. */
export interface AlarmPoint {
  /** Epoch ms of the period's begin. */
  at: number;
  Average?: number | undefined;
  Minimum?: number | undefined;
  Maximum?: number | undefined;
}

/** Whether anybody was told: yes; not at this time of day; not so soon again; not by this rule. */
export type AlarmDelivery = 'sent' | 'outside' | 'silenced' | 'unsent';

/** Something a rule had to say about one line of values. */
export interface AlarmNote {
  /** Epoch ms at which it was known: the end of the period. */
  at: number;
  /** `repeated`: still, after the silence. `resolved`: it is over, or there is nothing to judge by any more. */
  kind: 'triggered' | 'repeated' | 'resolved';
  /** Reached now, or the one that is over. */
  level: AlarmLevel;
  /** What it was before; null: no alarm. */
  before: AlarmLevel | null;
  /** Null: nothing was measured. */
  value: number | null;
  delivery: AlarmDelivery;
}

export interface AlarmOutcome {
  state: AlarmState;
  /** Null unless the state is ALARM. */
  level: AlarmLevel | null;
  /** Oldest first. */
  notes: readonly AlarmNote[];
  /** Periods judged, those without a value, and those whose earlier value was missing. */
  periods: number;
  gaps: number;
  undecided: number;
}

/** A rule being worked out along a line of values; it goes on where it stopped. */
export interface AlarmRun {
  readonly outcome: AlarmOutcome;
  /** Epoch ms: the begin of the next period to judge. */
  readonly next: number;
  /** Whether nothing is going on: no alarm, and no condition that is being met. */
  readonly isAtRest: boolean;
  /** Leaves out, at rest, the periods that begin before `until`: it is known that none of them meets a condition. */
  leaveOut(until: number): void;
  /** Judges all periods that are over by `until`. Points in order; of those before `next` only what is compared with counts. */
  go(points: readonly AlarmPoint[], until: number): void;
}

const RANK: Readonly<Record<AlarmLevel, number>> = { Critical: 0, Warn: 1, Info: 2 };

/**
 * What a rule makes of a line of values, period by period (contract 9.2, 9.3): a level is reached when its condition held in
 * `times` consecutive periods, the most severe one counts, and it is over with the first period in which none holds. A reached
 * level is told, then again each time the silence is over; what comes back within the silence, no worse than before, is not.
 * A period that cannot be compared does not count as met. Before the first value the state is INSUFFICIENT_DATA.
 * @param from epoch ms: periods that begin earlier are not judged
 */
export function createAlarmRun(terms: AlarmTerms, from: number): AlarmRun {
  const step = terms.periodSeconds * 1000;
  const silence = terms.silenceSeconds * 1000;
  const levels = ALARM_LEVELS.flatMap((level) => {
    const condition = terms.levels[level];
    return condition
      ? [{ level, condition, lag: lagOf(condition.operator, terms.periodSeconds), met: 0 }]
      : [];
  });
  const longest = Math.max(0, ...levels.map(({ lag }) => lag));
  /** Kept only for rules that compare with the past. */
  const earlier = new Map<number, AlarmPoint>();
  const notes: AlarmNote[] = [];
  let next = Math.ceil(from / step) * step;
  let state: AlarmState = 'INSUFFICIENT_DATA';
  let current: AlarmLevel | null = null;
  let told: { at: number; rank: number } | null = null;
  let wasTold = false;
  const counts = { periods: 0, gaps: 0, undecided: 0 };

  function judge(at: number, point: AlarmPoint | undefined): void {
    counts.periods += 1;
    let reached: (typeof levels)[number] | undefined;
    let isMeasured = false;
    let isUndecided = false;
    for (const one of levels) {
      const value = valueOf(one.condition, point);
      if (value === undefined) continue;
      isMeasured = true;
      const before = one.lag > 0 ? valueOf(one.condition, earlier.get(at - one.lag)) : undefined;
      const met = meets(one.condition, value, before);
      isUndecided ||= met === null;
      one.met = met === true ? one.met + 1 : 0;
      if (one.met >= one.condition.times) reached ??= one;
    }
    if (!isMeasured) {
      counts.gaps += 1;
      return withoutData(at + step);
    }
    if (isUndecided) counts.undecided += 1;
    const shown = reached ?? levels.find(({ level }) => level === current) ?? levels[0];
    turnTo(reached?.level ?? null, at + step, valueOf(shown!.condition, point) ?? null);
    state = current === null ? 'OK' : 'ALARM';
  }

  function withoutData(at: number): void {
    if (terms.noDataPolicy === 'KEEP_LAST_STATE') return;
    for (const one of levels) one.met = 0;
    turnTo(null, at, null);
    state = terms.noDataPolicy;
  }

  function turnTo(level: AlarmLevel | null, at: number, value: number | null): void {
    const before = current;
    current = level;
    if (level === null) {
      if (before === null) return;
      notes.push({ at, kind: 'resolved', level: before, before, value, delivery: recovery(at) });
      wasTold = false;
    } else if (level !== before) {
      notes.push({ at, kind: 'triggered', level, before, value, delivery: tell(level, at) });
    } else if ((told === null || at - told.at >= silence) && isEffective(terms, at)) {
      notes.push({ at, kind: 'repeated', level, before, value, delivery: tell(level, at) });
    }
  }

  function tell(level: AlarmLevel, at: number): AlarmDelivery {
    if (!isEffective(terms, at)) return 'outside';
    const rank = RANK[level];
    if (told && at - told.at < silence && rank >= told.rank) return 'silenced';
    told = { at, rank };
    wasTold = true;
    return 'sent';
  }

  function recovery(at: number): AlarmDelivery {
    if (!terms.sendOk) return 'unsent';
    if (!isEffective(terms, at)) return 'outside';
    return wasTold ? 'sent' : 'silenced';
  }

  return {
    get outcome() {
      return { state, level: current, notes, ...counts };
    },
    get next() {
      return next;
    },
    get isAtRest() {
      return current === null && levels.every(({ met }) => met === 0);
    },
    leaveOut(until) {
      next = Math.max(next, Math.ceil(until / step) * step);
    },
    go(points, until) {
      if (longest > 0) for (const point of points) earlier.set(point.at, point);
      let index = 0;
      for (; next + step <= until; next += step) {
        while (index < points.length && points[index]!.at < next) index += 1;
        judge(next, points[index]?.at === next ? points[index] : undefined);
      }
      for (const at of earlier.keys()) {
        if (at >= next - longest) break;
        earlier.delete(at);
      }
    },
  };
}

function valueOf({ statistic }: AlarmCondition, point: AlarmPoint | undefined): number | undefined {
  return point?.[statistic];
}

/** The whole of a line at once. @param until epoch ms: periods that are not over then are left out */
export function runAlarm(
  terms: AlarmTerms,
  points: readonly AlarmPoint[],
  { from, until }: { from: number; until: number },
): AlarmOutcome {
  const run = createAlarmRun(terms, from);
  run.go(points, until);
  return run.outcome;
}

/** A time in which one level was reached; an end of null: it still is. Epoch ms. */
export interface AlarmSpan {
  from: number;
  to: number | null;
  level: AlarmLevel;
  /** At its begin. */
  value: number | null;
}

/** The times in which there was an alarm, oldest first; a change of level begins another. */
export function alarmSpans(notes: readonly AlarmNote[]): AlarmSpan[] {
  const spans: AlarmSpan[] = [];
  for (const { kind, at, level, value } of notes) {
    if (kind === 'repeated') continue;
    const open = spans.at(-1);
    if (open && open.to === null) open.to = at;
    if (kind === 'triggered') spans.push({ from: at, to: null, level, value });
  }
  return spans;
}

/** How often it fired: alarms that began, whatever levels they went through. */
export function firings(notes: readonly AlarmNote[]): AlarmNote[] {
  return notes.filter(({ kind, before }) => kind === 'triggered' && before === null);
}
