import { nextFires, parseCron } from '../../src/domain/cron';
import { PRESETS } from '../../src/features/schedules/editor/presets';
import { type Measures, median, ms } from './measures';

const FIRES = 1_000;
const ROUNDS = 15;
/** Any expression is read, and answers, within this time. */
const PARSED_MS = 10;
/** Before the years of all samples, so that each has fires to give. */
const AFTER = new Date('2001-02-03T04:05:06Z');

/** Parsing and the next 1 000 fires of each of the manual's samples: the median of 15 rounds. */
export function benchCron(): Measures {
  const results: Measures = {};
  for (const { expression } of PRESETS) {
    const times = Array.from({ length: ROUNDS }, () => {
      const start = performance.now();
      const parsed = parseCron(expression);
      if (!parsed.ok) throw new Error(`${expression} is refused: ${parsed.error.reason}`);
      nextFires(parsed.cron, AFTER, FIRES);
      return performance.now() - start;
    });
    results[expression] = ms(median(times), PARSED_MS);
  }
  return results;
}
