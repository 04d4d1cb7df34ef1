import { nextFires, parseCron } from '../../src/domain/cron';
import { PRESETS } from '../../src/features/schedules/editor/presets';

const FIRES = 1_000;
const ROUNDS = 15;
/** Before the years of all samples, so that each has fires to give. */
const AFTER = new Date('2001-02-03T04:05:06Z');

/** Parsing and the next 1 000 fires of each of the manual's samples: the median of 15 rounds. */
export function benchCron(): Record<string, string> {
  const results: Record<string, string> = {};
  for (const { expression } of PRESETS) {
    const times = Array.from({ length: ROUNDS }, () => {
      const start = performance.now();
      const parsed = parseCron(expression);
      if (!parsed.ok) throw new Error(`${expression} is refused: ${parsed.error.reason}`);
      nextFires(parsed.cron, AFTER, FIRES);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    results[expression] = `${times[Math.floor(ROUNDS / 2)]!.toFixed(2)} ms`;
  }
  return results;
}
