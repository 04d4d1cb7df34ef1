import type { AlarmState, AlarmTerms } from '@/domain/metric-alarm';
import type { Scene } from '../metrics/past';
import { watch, watching, type WatchedLine } from './alarm-runs';
import type { Turns } from './alarm-turns';
import type { RuleTerm } from './metric-rule-book';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** An alarm holds as long as its condition does, so a rule's state now needs no more than the last periods … */
const LEAST_LOOK_BACK = 2 * HOUR;
/** … unless nothing was measured in them and the rule keeps its state. */
const LOOK_BACKS = [2 * DAY, 8 * DAY] as const;

/** ALARM if any line is; OK if any has been judged; INSUFFICIENT_DATA else (contract 9.2). */
export async function standingOf(term: RuleTerm, scene: Scene, turns?: Turns): Promise<AlarmState> {
  const { terms } = term.settings;
  const hour = Math.floor(scene.now / HOUR) * HOUR;
  const shortest = LEAST_LOOK_BACK + streakMs(terms);
  const span = { since: hour - shortest, until: scene.now };
  for await (const { outcome } of watching(term, scene, { ...span, sparing: true }, turns))
    if (outcome.state === 'ALARM') return 'ALARM';
  // None is in alarm, so that the first that was judged at all decides.
  for await (const { outcome } of watching(term, scene, span, turns)) if (outcome.state === 'OK') return 'OK';
  let lines: WatchedLine[] = [];
  for (const back of [shortest, ...(terms.noDataPolicy === 'KEEP_LAST_STATE' ? LOOK_BACKS : [])]) {
    lines = await watch(term, scene, { since: hour - back, until: scene.now }, turns);
    const isSilent = lines.every(({ outcome }) => outcome.periods === outcome.gaps);
    if (!isSilent || hour - back <= term.from) break;
  }
  const states = new Set(lines.map(({ outcome }) => outcome.state));
  if (states.has('ALARM')) return 'ALARM';
  return states.has('OK') ? 'OK' : 'INSUFFICIENT_DATA';
}

function streakMs({ levels, periodSeconds }: AlarmTerms): number {
  return Math.max(0, ...Object.values(levels).map(({ times }) => times * periodSeconds * 1000));
}
