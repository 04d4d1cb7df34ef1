import type { Act } from '@mocks/acts';
import { startGatewayProcess } from '../../support/gateway-process';
import { type Measures, ms } from '../measures';
import { type Bench, drawn, LONGEST_TASK_MS, rowsOf, SLOW_DOWN } from './harness';
import { KEY, startLargeCloud } from './many-regions';

const MINUTE = 60_000;
const PENDING = 2_000;
const TICKING_MS = 10_000;
const STEPS = 60;

/** Restarts announced for every instance, five minutes to ten days ahead: of those on the first screen the seconds count. */
function restarts(regionId: string, instanceIds: readonly string[], index: number): Act[] {
  const now = Date.now();
  return instanceIds.map((instanceId, place) => {
    const order = place * 20 + index;
    return {
      kind: 'EventsSimulated',
      at: now - 60 * MINUTE,
      regionId,
      type: 'SystemMaintenance.Reboot',
      notBefore: now + (order < 100 ? 20 + order * 0.3 : order * 7) * MINUTE,
      events: [{ eventId: `e-${order.toString(16).padStart(16, '0')}`, instanceId }],
    };
  });
}

/** Live, through the gateway, from a cloud with twenty regions: the page alone is measured. */
export async function benchPending(bench: Bench): Promise<Measures> {
  const cloud = await startLargeCloud((fleets) =>
    [...fleets].flatMap(([regionId, fleet], index) =>
      restarts(
        regionId,
        fleet.map(({ instanceId }) => instanceId),
        index,
      ),
    ),
  );
  const gateway = await startGatewayProcess(['--endpoint', cloud.url], {
    ALIBABA_CLOUD_ACCESS_KEY_ID: KEY.accessKeyId,
    ALIBABA_CLOUD_ACCESS_KEY_SECRET: KEY.accessKeySecret,
    CONSOLE_DIST: bench.dist,
  });
  const visitor = await bench.open();
  const { page } = visitor;
  try {
    await page.goto(`${gateway.url}/settings`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await visitor.slow(SLOW_DOWN);
    const opened = await visitor.measure(async () => {
      await page.getByRole('navigation').getByRole('link', { name: 'Events' }).click();
      await page.getByText(`${PENDING.toLocaleString('en')} pending events in 20 regions`).waitFor();
      await rowsOf(page).nth(3).waitFor();
      await drawn(page);
    });
    await page.waitForLoadState('networkidle');
    const ticked = await visitor.measure(() => page.waitForTimeout(TICKING_MS));
    const scrolled = await visitor.measure(() =>
      page
        .getByRole('table')
        .first()
        .evaluate(async (table, steps) => {
          const box = table.parentElement!;
          for (let step = 1; step <= steps; step++) {
            box.scrollTop = ((box.scrollHeight - box.clientHeight) * step) / steps;
            await new Promise((resolve) => requestAnimationFrame(resolve));
          }
        }, STEPS),
    );
    return {
      [`Pending: ${PENDING} events of 20 regions until all are there, live, CPU ${SLOW_DOWN}x slower`]: ms(
        opened.took,
      ),
      '… scripting': ms(opened.script),
      '… longest task': ms(opened.longestTask, LONGEST_TASK_MS),
      [`Ticking for ${TICKING_MS / 1000} s, scripting`]: ms(ticked.script),
      '… longest task ': ms(ticked.longestTask, 50),
      [`Scrolled end to end in ${STEPS} steps, scripting`]: ms(scrolled.script),
      '… longest task  ': ms(scrolled.longestTask, LONGEST_TASK_MS),
    };
  } finally {
    await visitor.close();
    await gateway.stop();
    cloud.close();
  }
}
