import { cmsRetentionMs } from '@/domain/monitor-period';
import { historyNeeded, lagOf, leastToMeet } from '@/domain/metric-alarm';
import type { AlarmTerms } from '@/domain/metric-alarm';
import { type AlarmNote, type AlarmOutcome, type AlarmRun, createAlarmRun } from '@/domain/metric-alarm-run';
import type { Ledger } from '../ledger';
import type { Scene } from '../metrics/past';
import type { WorldInstance } from '../world/instance';
import { type PointLine, pointSource, type PointSource } from './alarm-points';
import type { RuleTerm } from './metric-rule-book';
import { inTurns, type Turns } from './alarm-turns';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What a rule made of one line of values of one instance. */
export interface WatchedLine {
  term: RuleTerm;
  instance: WorldInstance;
  dimensions: Readonly<Record<string, string>>;
  outcome: AlarmOutcome;
}

/** A rule on an instance, worked out from a begin as far as somebody wanted to know. */
interface Watch {
  /** Epoch ms: judged so far. */
  until: number;
  lines: Map<string, { dimensions: Readonly<Record<string, string>>; run: AlarmRun }>;
}

/** What is worked out once is kept; beyond that many the oldest go. */
const MOST_KEPT = 40_000;
const kept = new WeakMap<Ledger, Map<string, Watch>>();

/** Worked out of one instance before others have their turn. */
const SLICE_MS = 4000 * MINUTE;
/** What it takes to look at an instance at all, in minutes worked out. */
const LOOK_MS = 40 * MINUTE;

export interface WatchSpan {
  /** Epoch ms. */
  since: number;
  until: number;
  /** Leaves out the hours in which nothing can have come up: enough to know what is told, and what is in alarm. */
  sparing?: boolean;
}

/** The lines of `watching`, all of them. */
export async function watch(...of: Parameters<typeof watching>): Promise<WatchedLine[]> {
  const lines: WatchedLine[] = [];
  for await (const line of watching(...of)) lines.push(line);
  return lines;
}

/**
 * A rule's time in force on its instances, one after the other, judged from `since` at least until `until`. Nothing is stored:
 * it is worked out from the metrics, and only what was not worked out before.
 */
export async function* watching(
  term: RuleTerm,
  scene: Scene,
  { since, until, sparing = false }: WatchSpan,
  turns: Turns = inTurns(),
): AsyncGenerator<WatchedLine> {
  // By the day, so that what was worked out serves until the next one.
  const oldest = Math.ceil((scene.now - cmsRetentionMs(term.settings.terms.periodSeconds)) / DAY) * DAY;
  for (const { instance, asked } of watchedBy(term, scene)) {
    const { createdAt, instanceId } = instance;
    const from = Math.max(since, term.from, createdAt, oldest);
    const released = scene.ledger.events.releasedAt(instanceId);
    const end = Math.min(until, term.to ?? until, scene.now, released ?? until);
    if (end <= from) continue;
    const watched = await judged(term, scene, { instance, asked }, { from, until: end, sparing }, turns);
    for (const { dimensions, run } of watched.lines.values()) {
      yield { term, instance, dimensions, outcome: run.outcome };
    }
  }
}

interface Target {
  instance: WorldInstance;
  asked: Readonly<Record<string, string>>;
}

/** The instances that a rule watches; those that are gone are there for what they did before. */
function watchedBy({ settings: { resources }, from }: RuleTerm, { world, worldAt }: Scene): Target[] {
  if (resources === null) {
    return world.regions.flatMap(({ regionId }) =>
      world.instances(regionId).map((instance) => ({ instance, asked: {} })),
    );
  }
  const then = worldAt(from);
  return resources.flatMap((asked) => {
    const id = asked['instanceId'] ?? '';
    for (const { regionId } of world.regions) {
      const instance = world.find(regionId, id) ?? then.find(regionId, id);
      if (instance) return [{ instance, asked }];
    }
    return [];
  });
}

async function judged(
  term: RuleTerm,
  scene: Scene,
  { instance, asked }: Target,
  { from, until, sparing }: { from: number; until: number; sparing: boolean },
  turns: Turns,
): Promise<Watch> {
  const known = kept.get(scene.ledger) ?? new Map<string, Watch>();
  kept.set(scene.ledger, known);
  const { settings } = term;
  const key = JSON.stringify([settings.ruleId, term.from, from, sparing, asked, instance.instanceId]);
  let watched = known.get(key);
  // After the clock was put back what is not yet is not to be seen.
  if (!watched || watched.until > scene.now) watched = { until: from, lines: new Map() };
  known.delete(key);
  known.set(key, watched);
  if (known.size > MOST_KEPT) known.delete(known.keys().next().value!);
  if (watched.until >= until) return watched;
  const { terms, metricName } = settings;
  const statistics = new Set(Object.values(terms.levels).map(({ statistic }) => statistic));
  const place = { metricName, instance, asked, statistics };
  const source = pointSource(place, scene, watched.until - historyNeeded(terms));
  const least = sparing ? leastToMeet(terms) : null;
  const restUntil = (at: number) => (least === null ? at : source.staysBelow(least, at, until));
  let worked = LOOK_MS;
  while (watched.until < until) {
    const begin = watched.until;
    const runs = [...watched.lines.values()];
    const rested = runs.every(({ run }) => run.isAtRest) ? restUntil(begin) : begin;
    if (rested > begin) {
      for (const { run } of runs) run.leaveOut(rested);
      watched.until = rested;
      continue;
    }
    watched.until = Math.min(until, least === null ? begin + SLICE_MS : nextHour(begin));
    advance(watched, term, source, { begin, from, end: watched.until });
    worked += watched.until - begin;
    if (worked < SLICE_MS) continue;
    await turns.after(worked);
    worked = 0;
  }
  await turns.after(worked);
  return watched;
}

const nextHour = (at: number) => (Math.floor(at / HOUR) + 1) * HOUR;

/** Judges what is between the last time and `end`. */
function advance(
  watched: Watch,
  { settings: { terms } }: RuleTerm,
  source: PointSource,
  { begin, from, end }: { begin: number; from: number; end: number },
): void {
  const { periodSeconds } = terms;
  const step = periodSeconds * 1000;
  const first = Math.ceil(begin / step) * step - step;
  const found = new Map<string, PointLine>();
  for (const span of [...earlierSpans(terms, first, end), { from: Math.max(first, from), to: end }]) {
    for (const { dimensions, points } of source.lines({
      from: Math.max(span.from, 0),
      to: span.to,
      periodSeconds,
    })) {
      const key = JSON.stringify(dimensions);
      const line = found.get(key);
      if (line) line.points.push(...points);
      else found.set(key, { dimensions, points });
    }
  }
  for (const [key, { dimensions, points }] of found) {
    if (!watched.lines.has(key))
      watched.lines.set(key, { dimensions, run: createAlarmRun(terms, Math.max(first, from)) });
    watched.lines.get(key)!.run.go(points, end);
  }
  for (const [key, { run }] of watched.lines) if (!found.has(key)) run.go([], end);
}

/** The earlier values that a stretch is compared with, oldest first. */
function earlierSpans({ levels, periodSeconds }: AlarmTerms, from: number, to: number) {
  const lags = new Set(Object.values(levels).map(({ operator }) => lagOf(operator, periodSeconds)));
  return [...lags]
    .filter((lag) => lag > 0)
    .toSorted((a, b) => b - a)
    .map((lag) => ({ from: from - lag, to: Math.min(to - lag, from) }));
}

/** What a rule had told in a span. */
export interface ToldNote extends Omit<WatchedLine, 'outcome'> {
  note: AlarmNote;
}

/**
 * What a rule had to say in a span, `from` ≤ t ≤ `to`, epoch ms. It is followed from the begin of an earlier day on, long enough
 * to know what was told before and is silenced by it.
 */
export async function notesOf(
  term: RuleTerm,
  scene: Scene,
  { from, to }: { from: number; to: number },
  turns?: Turns,
): Promise<ToldNote[]> {
  if (term.from > to || (term.to !== null && term.to < from)) return [];
  const { terms } = term.settings;
  const before = Math.min(8 * DAY, terms.silenceSeconds * 1000 + historyNeeded(terms));
  const since = Math.floor((from - before) / DAY) * DAY;
  const lines = await watch(term, scene, { since, until: to, sparing: true }, turns);
  return lines.flatMap(({ outcome, ...line }) =>
    outcome.notes.filter(({ at }) => at >= from && at <= to).map((note) => ({ ...line, note })),
  );
}
