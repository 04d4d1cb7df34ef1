import { type Measures, ms } from '../measures';
import { growFleet } from './demo';
import { type Bench, drawn, LONGEST_TASK_MS, openTable, REGION, rowsOf, SLOW_DOWN } from './harness';

const STEPS = 200;
const PAGES = 40;

/** The list of 10 000 instances: thrown from end to end, and read through page by page. */
export async function benchInstances(bench: Bench): Promise<Measures> {
  const visitor = await bench.open();
  const { page } = visitor;
  await openTable(visitor, `${bench.base}/${REGION}/commands`);
  await growFleet(page, bench.base, '10,000');
  await openTable(visitor, `${bench.base}/${REGION}/instances`);
  await visitor.slow(SLOW_DOWN);
  const scrollBy = (pixels: 'all' | 'page', steps: number) =>
    page
      .getByRole('table')
      .first()
      .evaluate(
        async (table, { pixels, steps }) => {
          const box = table.parentElement!;
          const way = box.scrollHeight - box.clientHeight;
          const length = pixels === 'all' ? way / steps : box.clientHeight * 0.8;
          box.scrollTop = 0;
          for (let step = 1; step <= steps; step++) {
            box.scrollTop = Math.min(way, length * step);
            await new Promise((resolve) => requestAnimationFrame(resolve));
          }
        },
        { pixels, steps },
      );
  const thrown = await visitor.measure(() => scrollBy('all', STEPS));
  await rowsOf(page).last().waitFor();
  await drawn(page);
  const read = await visitor.measure(() => scrollBy('page', PAGES));
  await visitor.close();
  return {
    [`10 000 instances end to end in ${STEPS} steps, scripting, CPU ${SLOW_DOWN}x slower`]: ms(thrown.script),
    '… longest task': ms(thrown.longestTask, LONGEST_TASK_MS),
    [`The same list, ${PAGES} times one page down, scripting`]: ms(read.script),
    '… longest task ': ms(read.longestTask, LONGEST_TASK_MS),
  };
}
