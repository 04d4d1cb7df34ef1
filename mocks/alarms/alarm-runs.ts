import { cmsRetentionMs } from '@/domain/monitor-period';
import { historyNeeded, lagOf } from '@/domain/metric-alarm';
import type { AlarmTerms } from '@/domain/metric-alarm';
import { type AlarmNote, type AlarmOutcome, type AlarmRun, createAlarmRun } from '@/domain/metric-alarm-run';
import type { Ledger } from '../ledger';
import type { Scene } from '../metrics/past';
import type { WorldInstance } from '../world/instance';
import { linesOf } from './alarm-points';
import type { RuleTerm } from './metric-rule-book';
import { inTurns, type Turns } from './alarm-turns';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

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
const MOST_KEPT = 20_000;
const kept = new WeakMap<Ledger, Map<string, Watch>>();

/** Worked out of one instance before others have their turn. */
const SLICE_MS = 4000 * MINUTE;

/**
 * A rule's time in force on its instances, judged from `since` at least until `until`, both epoch ms. Nothing is stored: it is
 * worked out from the metrics, and only what was not worked out before.
 */
export async function watch(
  term: RuleTerm,
  scene: Scene,
  { since, until }: { since: number; until: number },
  turns: Turns = inTurns(),
): Promise<WatchedLine[]> {
  const lines: WatchedLine[] = [];
  // By the day, so that what was worked out serves until the next one.
  const oldest = Math.ceil((scene.now - cmsRetentionMs(term.settings.terms.periodSeconds)) / DAY) * DAY;
  for (const { instance, asked } of watchedBy(term, scene)) {
    const { createdAt, instanceId } = instance;
    const from = Math.max(since, term.from, createdAt, oldest);
    const released = scene.ledger.events.releasedAt(instanceId);
    const end = Math.min(until, term.to ?? until, scene.now, released ?? until);
    if (end <= from) continue;
    const watched = await judged(term, scene, instance, asked, from, end, turns);
    for (const { dimensions, run } of watched.lines.values()) {
      lines.push({ term, instance, dimensions, outcome: run.outcome });
    }
  }
  return lines;
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
  instance: WorldInstance,
  asked: Target['asked'],
  from: number,
  until: number,
  turns: Turns,
): Promise<Watch> {
  const known = kept.get(scene.ledger) ?? new Map<string, Watch>();
  kept.set(scene.ledger, known);
  const { settings } = term;
  const key = JSON.stringify([settings.ruleId, term.from, from, asked, instance.instanceId]);
  let watched = known.get(key);
  // After the clock was put back what is not yet is not to be seen.
  if (!watched || watched.until > scene.now) watched = { until: from, lines: new Map() };
  known.delete(key);
  known.set(key, watched);
  if (known.size > MOST_KEPT) known.delete(known.keys().next().value!);
  while (watched.until < until) {
    const end = Math.min(until, watched.until + SLICE_MS);
    const begin = watched.until;
    advance(watched, term, scene, instance, asked, from, end);
    watched.until = end;
    await turns.after(end - begin);
  }
  return watched;
}

/** Judges what is between the last time and `end`. */
function advance(
  watched: Watch,
  { settings: { terms, metricName } }: RuleTerm,
  scene: Scene,
  instance: WorldInstance,
  asked: Target['asked'],
  from: number,
  end: number,
): void {
  const { periodSeconds } = terms;
  const step = periodSeconds * 1000;
  const begin = Math.ceil(watched.until / step) * step - step;
  const read = (start: number, stop: number) =>
    linesOf(metricName, instance, scene, asked, { from: Math.max(start, 0), to: stop, periodSeconds });
  const spans = [...earlierSpans(terms, begin, end), { from: Math.max(begin, from), to: end }];
  const found = new Map<
    string,
    { dimensions: Target['asked']; points: ReturnType<typeof read>[number]['points'] }
  >();
  for (const span of spans) {
    for (const { dimensions, points } of read(span.from, span.to)) {
      const key = JSON.stringify(dimensions);
      const line = found.get(key);
      if (line) line.points.push(...points);
      else found.set(key, { dimensions, points });
    }
  }
  for (const [key, { dimensions, points }] of found) {
    if (!watched.lines.has(key)) watched.lines.set(key, { dimensions, run: createAlarmRun(terms, from) });
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
  const lines = await watch(term, scene, { since, until: to }, turns);
  return lines.flatMap(({ outcome, ...line }) =>
    outcome.notes.filter(({ at }) => at >= from && at <= to).map((note) => ({ ...line, note })),
  );
}
