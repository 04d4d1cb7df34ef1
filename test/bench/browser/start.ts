import { type Measures, median, ms } from '../measures';
import { type Bench, LONGEST_TASK_MS, openTable, REGION, SLOW_DOWN } from './harness';

const RUNS = 3;

/** From the address to the first row of the first table, in a new browser and in one that has been here. */
export async function benchStart(bench: Bench): Promise<Measures> {
  const times = { first: [] as number[], again: [] as number[] };
  const longest = { first: [] as number[], again: [] as number[] };
  for (let run = 0; run < RUNS; run++) {
    const visitor = await bench.open();
    await visitor.slow(SLOW_DOWN);
    for (const kind of ['first', 'again'] as const) {
      const started = performance.now();
      await openTable(visitor, `${bench.base}/${REGION}/commands`);
      times[kind].push(performance.now() - started);
      longest[kind].push(await visitor.longestTask());
    }
    await visitor.close();
  }
  return {
    [`First row, first visit, CPU ${SLOW_DOWN}x slower`]: ms(median(times.first)),
    '… longest task until then': ms(median(longest.first), LONGEST_TASK_MS),
    [`First row, later visits, CPU ${SLOW_DOWN}x slower`]: ms(median(times.again)),
    '… longest task until then ': ms(median(longest.again), LONGEST_TASK_MS),
  };
}
