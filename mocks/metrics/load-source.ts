import type { HealthStatus } from '@/domain/health';
import type { WorldInstance } from '../world/instance';
import { FULL_CPU, MinuteReader } from './minute';
import type { MinuteLoad } from './minute';
import { mostCpu } from './most-cpu';
import { drawAt } from './noise';
import { pastOf } from './past';
import type { Past, Scene, Span } from './past';
import { profileOf } from './profile';
import type { LoadProfile } from './profile';

export const MINUTE_MS = 60_000;

/** Throughput that an impaired host leaves. */
const IMPAIRED_THROUGHPUT = 0.42;
/** What a script adds to the minute in which it starts, however soon it is over; share of its strength. */
const START_SHARE = 0.12;
const LONG_AGO = 255;
/** How long after a start an instance is busy with it. */
const BOOT_MINUTES = 4;

/** The metrics of one instance, minute by minute. Minutes count from 1970, UTC. */
export interface LoadSource {
  readonly profile: LoadProfile;
  /**
   * Visits the minutes from `first`, before `end`, in order. Only those there are: after the instance was made, when it ran
   * all the minute, over by now, and not lost. The load visited is one object for all of them.
   */
  eachMinute(first: number, end: number, visit: (load: MinuteLoad, minute: number) => void): void;
  /** What the CPU does not exceed from minute `first` on, before `end`, %: known without visiting any. */
  mostCpu(first: number, end: number): number;
}

/** @param since epoch ms: nothing before will be read */
export function createLoadSource(instance: WorldInstance, scene: Scene, since: number): LoadSource {
  const profile = profileOf(instance);
  const past = pastOf(instance, scene, since);
  const earliest = Math.ceil(past.createdAt / MINUTE_MS);
  const latest = Math.floor(scene.now / MINUTE_MS);
  return {
    profile,
    eachMinute(first, end, visit) {
      const from = Math.max(first, earliest);
      const to = Math.min(end, latest);
      if (to <= from) return;
      const shapes = shapesOf(past, from, to - from);
      const load = new MinuteReader(profile);
      const { shape } = load;
      for (let minute = from; minute < to; minute += 1) {
        const index = minute - from;
        if (shapes.down[index] === 1 || isLost(past.health, profile.seed, minute)) continue;
        const isImpaired = past.health === 'Impaired' && isBadSpell(profile.seed, minute);
        shape.script = shapes.script[index]!;
        shape.throughput = isImpaired ? IMPAIRED_THROUGHPUT : shapes.throughput[index]!;
        shape.sinceBoot = shapes.sinceBoot[index]!;
        visit(load.turnTo(minute), minute);
      }
    },
    mostCpu: (first, end) => (isDisturbed(past, first, end) ? FULL_CPU : mostCpu(profile, first, end)),
  };
}

/** Whether a script ran, or the instance was started, in or shortly before some minutes. */
function isDisturbed({ createdAt, down, scripts }: Past, first: number, end: number): boolean {
  const [from, to] = [(first - BOOT_MINUTES) * MINUTE_MS, end * MINUTE_MS];
  const isNear = (at: number) => at > from && at < to;
  return (
    isNear(createdAt) ||
    down.some((span) => isNear(span.to)) ||
    scripts.some((span) => span.from < to && span.to > from)
  );
}

/** What ails an instance comes and goes (manual 4.2): in spells of some minutes. */
const SPELL_MINUTES = 37;
const BAD_SPELLS = 0.4;

function isBadSpell(seed: number, minute: number): boolean {
  return drawAt(seed ^ 0xbad, Math.floor(minute / SPELL_MINUTES)) < BAD_SPELLS;
}

/** Health is InsufficientData because values do not arrive. */
function isLost(health: HealthStatus, seed: number, minute: number): boolean {
  return health === 'InsufficientData' && isBadSpell(seed, minute);
}

/** What happened, laid out over the minutes of a span. */
interface Shapes {
  down: Uint8Array;
  script: Float64Array;
  throughput: Float64Array;
  sinceBoot: Uint8Array;
}

function shapesOf(past: Past, first: number, count: number): Shapes {
  const shapes: Shapes = {
    down: new Uint8Array(count),
    script: new Float64Array(count),
    throughput: new Float64Array(count).fill(1),
    sinceBoot: new Uint8Array(count).fill(LONG_AGO),
  };
  const booted = (at: number) => {
    const boot = Math.ceil(at / MINUTE_MS) - first;
    for (let since = 0; since < 3; since += 1) {
      const index = boot + since;
      if (index >= 0 && index < count) shapes.sinceBoot[index] = since;
    }
  };
  booted(past.createdAt);
  for (const span of past.down) {
    eachTouched(span, first, count, (index) => (shapes.down[index] = 1));
    booted(span.to);
  }
  for (const span of past.impaired) {
    eachTouched(span, first, count, (index, share) => {
      shapes.throughput[index] = 1 - (1 - IMPAIRED_THROUGHPUT) * share;
    });
  }
  for (const span of past.scripts) {
    const started = Math.floor(span.from / MINUTE_MS) - first;
    eachTouched(span, first, count, (index, share) => {
      const worked = index === started ? Math.max(share, START_SHARE) : share;
      shapes.script[index] = Math.min(1, shapes.script[index]! + worked * span.strength);
    });
  }
  return shapes;
}

/** Visits the minutes that a span touches, with the share of the minute it takes. */
function eachTouched(
  span: Span,
  first: number,
  count: number,
  visit: (index: number, share: number) => void,
): void {
  const from = Math.max(0, Math.floor(span.from / MINUTE_MS) - first);
  const to = Math.min(count, Math.ceil(span.to / MINUTE_MS) - first);
  for (let index = from; index < to; index += 1) {
    const begin = (first + index) * MINUTE_MS;
    const overlap = Math.min(span.to, begin + MINUTE_MS) - Math.max(span.from, begin);
    visit(index, overlap / MINUTE_MS);
  }
}
