import type { Page } from '@playwright/test';
import { demoAccount } from '../../e2e/support/demo-account';
import { type Measures, ms } from '../measures';
import { growFleet } from './demo';
import { type Bench, drawn, LONGEST_TASK_MS, openTable, REGION, SLOW_DOWN } from './harness';

const MOVES = 60;
const FRAME_MS = 16;
const FLEET = 974;

/** An instance's thirty days in all charts, and the map of a fleet of 1 000. */
export async function benchMonitoring(bench: Bench): Promise<Measures> {
  return { ...(await thirtyDays(bench)), ...(await heatMap(bench)) };
}

const charts = (page: Page) => page.locator('figure[data-chart]');

async function thirtyDays(bench: Bench): Promise<Measures> {
  const visitor = await bench.open();
  const { page } = visitor;
  await openTable(visitor, `${bench.base}/${REGION}/commands`);
  // It has the plug-in, so that the host's metrics are among the charts.
  const instanceId = await demoAccount(page, REGION).idOf('web-prod-04');
  const tab = `${bench.base}/${REGION}/instances/${instanceId}/monitoring?range=30d`;
  const arrived = async () => {
    await page.getByRole('slider', { name: 'Memory' }).waitFor();
    await page.waitForFunction(
      () => !document.querySelector('figure[data-chart][aria-busy]') && document.querySelector('figure svg'),
    );
    await drawn(page);
  };
  await page.goto(tab);
  await arrived();
  const number = await charts(page).count();
  await page.getByRole('radio', { name: '1 h', exact: true }).click();
  await arrived();
  await openTable(visitor, `${bench.base}/${REGION}/instances?q=web-prod-04`);
  await page.getByRole('link', { name: 'web-prod-04', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /web-prod-04/ }).waitFor();
  await visitor.slow(SLOW_DOWN);
  const opened = await visitor.measure(async () => {
    await page.evaluate(
      (address) => {
        history.pushState(null, '', address);
        dispatchEvent(new PopStateEvent('popstate'));
      },
      new URL(tab).pathname + new URL(tab).search,
    );
    await arrived();
  });
  await visitor.slow(1);
  const plot = (await page.getByRole('slider').first().boundingBox())!;
  const moved = await visitor.measure(async () => {
    for (let move = 1; move <= MOVES; move++) {
      await page.mouse.move(plot.x + 50 + ((plot.width - 60) * move) / MOVES, plot.y + 60);
      await drawn(page);
    }
  });
  await visitor.close();
  return {
    [`Thirty days in ${number} charts, until all are drawn, CPU ${SLOW_DOWN}x slower`]: ms(opened.took),
    '… scripting': ms(opened.script),
    '… longest task': ms(opened.longestTask, LONGEST_TASK_MS),
    [`One move of the cursor over ${number} charts, scripting, no slow-down`]: ms(
      moved.script / MOVES,
      FRAME_MS,
    ),
  };
}

async function heatMap(bench: Bench): Promise<Measures> {
  const visitor = await bench.open();
  const { page } = visitor;
  await openTable(visitor, `${bench.base}/${REGION}/commands`);
  await growFleet(page, bench.base, '1,000');
  await openTable(visitor, `${bench.base}/${REGION}/instances`);
  await visitor.slow(SLOW_DOWN);
  const cells = page.getByRole('option');
  const opened = await visitor.measure(async () => {
    await page.getByRole('navigation').getByRole('link', { name: 'Monitoring' }).click();
    await cells.nth(FLEET - 1).waitFor({ timeout: 60_000 });
    await page.getByText('is busiest').waitFor();
    await drawn(page);
  });
  const shaded = await visitor.measure(async () => {
    await page.getByRole('radio', { name: 'Network' }).click();
    await page.getByRole('main').getByText('Mbit/s').last().waitFor();
    await drawn(page);
  });
  const [first, last] = [await cells.first().boundingBox(), await cells.nth(FLEET - 1).boundingBox()];
  const pointed = await visitor.measure(async () => {
    for (let move = 0; move < MOVES; move++) {
      const share = move / MOVES;
      await page.mouse.move(first!.x + 4 + 8 * move, first!.y + (last!.y - first!.y) * share);
      await drawn(page);
    }
  });
  await visitor.close();
  return {
    [`Map of ${FLEET} instances, until all are shaded, CPU ${SLOW_DOWN}x slower`]: ms(opened.took),
    '… scripting ': ms(opened.script),
    '… longest task ': ms(opened.longestTask, LONGEST_TASK_MS),
    'Shaded by another metric, longest task': ms(shaded.longestTask, LONGEST_TASK_MS),
    'One move of the pointer over the map, scripting': ms(pointed.script / MOVES, FRAME_MS * SLOW_DOWN),
  };
}
