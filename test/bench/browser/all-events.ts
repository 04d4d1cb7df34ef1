import type { Act } from '@mocks/acts';
import { createTestEmulator } from '@mocks/node';
import { createWorld, HOME_REGION } from '@mocks/world/world';
import { type Measures, ms } from '../measures';
import { importAccount } from './demo';
import { type Bench, drawn, LONGEST_TASK_MS, openTable, REGION, rowsOf, SLOW_DOWN } from './harness';

const MINUTE = 60_000;
const HISTORY = 20_000;
const PAGE_TURNS = 5;

/** Drills of the last 55 days, all over. */
async function accountWithHistory(): Promise<unknown> {
  const now = Date.now();
  const step = (55 * 24 * 60 * MINUTE) / HISTORY;
  const bornAt = now - 61 * 24 * 60 * MINUTE;
  const fleetSize = 1_000;
  const fleet = createWorld({ seed: 1, fleetSize, bornAt }).instances(HOME_REGION);
  const { journal } = await createTestEmulator({ now: bornAt, fleetSize });
  await journal.append(
    Array.from({ length: HISTORY }, (_, index): Act => {
      const at = now - Math.round((HISTORY - index) * step) - 60 * MINUTE;
      return {
        kind: 'EventsSimulated',
        at,
        regionId: HOME_REGION,
        type: 'SystemMaintenance.Reboot',
        notBefore: at + 30 * MINUTE,
        events: [
          {
            eventId: `e-${index.toString(16).padStart(16, '0')}`,
            instanceId: fleet[index % fleet.length]!.instanceId,
          },
        ],
      };
    }),
  );
  return journal.exportAll();
}

/** In the demo, whose emulator sorts and pages them beside the page. */
export async function benchAllEvents(bench: Bench): Promise<Measures> {
  const visitor = await bench.open();
  const { page } = visitor;
  await openTable(visitor, `${bench.base}/${REGION}/commands`);
  await importAccount(page, bench.base, await accountWithHistory());
  await openTable(visitor, `${bench.base}/${REGION}/commands`);
  await visitor.slow(SLOW_DOWN);
  const output = page.getByRole('navigation', { name: 'Pages' }).getByRole('status');
  const opened = await visitor.measure(async () => {
    await page.getByRole('navigation').getByRole('link', { name: 'Events' }).click();
    await page.getByRole('link', { name: 'All events' }).click();
    await page.getByText(/of 2\d,\d{3}/).waitFor();
    await rowsOf(page).nth(10).waitFor();
    await drawn(page);
  });
  const turned: number[] = [];
  let longest = 0;
  for (let turn = 0; turn < PAGE_TURNS; turn++) {
    const before = await output.textContent();
    const { took, longestTask } = await visitor.measure(async () => {
      await page.getByRole('button', { name: 'Next page' }).click();
      await page.waitForFunction(
        (text) => document.querySelector('nav output')?.textContent !== text,
        before,
      );
      await drawn(page);
    });
    turned.push(took);
    longest = Math.max(longest, longestTask);
  }
  await visitor.close();
  return {
    [`All events: more than ${HISTORY}, first page, demo, CPU ${SLOW_DOWN}x slower`]: ms(opened.took),
    '…  scripting': ms(opened.script),
    '…  longest task': ms(opened.longestTask, LONGEST_TASK_MS),
    'The next page, slowest of five': ms(Math.max(...turned)),
    '…  longest task ': ms(longest, LONGEST_TASK_MS),
  };
}
