import type { Page } from '@playwright/test';
import { encodeBase64 } from '@/domain/base64';
import { demoAccount } from '../../e2e/support/demo-account';
import { type Measures, ms } from '../measures';
import { growFleet, shellTargets } from './demo';
import { type Bench, type BenchPage, openTable, REGION, rowsOf } from './harness';

const INSTANCES = 1_000;
const USEFUL_MS = 1_000;
const GROUPED_MS = 200;
/** Some 24 KB, of which one line is the instance's own; one instance in fifty says something else. */
const SCRIPT = 'seq 1 4900; hostname; case $(hostname) in *7) echo odd;; esac';

/** A run on 1 000 instances, sent in 20 batches and carried out by the demo: its page, then what all of them answered. */
export async function benchLargeRun(bench: Bench): Promise<Measures> {
  const visitor = await bench.open();
  const { page } = visitor;
  await openTable(visitor, `${bench.base}/${REGION}/commands`);
  await growFleet(page, bench.base, '10,000');
  const started = performance.now();
  const address = await runEverywhere(visitor, bench.base);
  const took = performance.now() - started;

  const done = page.getByRole('heading', { level: 1, name: /1,000 succeeded/ });
  const opened = await fromElsewhere(visitor, bench.base, address, async () => {
    await done.waitFor();
    await rowsOf(page)
      .nth(INSTANCES / 50 - 1)
      .waitFor();
  });
  const grouped = await visitor.measure(async () => {
    await page.getByRole('tab', { name: /Results/ }).click();
    await groupsOf(page).waitFor({ timeout: 120_000 });
  });
  const masked = await visitor.measure(async () => {
    await page.getByRole('switch', { name: 'Ignore times, PIDs, IPs and own names' }).click();
    await page.getByRole('heading', { name: /^All 1,?000|2 different/ }).waitFor({ timeout: 120_000 });
  });
  await visitor.close();
  return {
    'Run on 1 000 instances, from the sheet to its end': ms(took),
    'Its page, from a link to a whole first screen': ms(opened.took, USEFUL_MS),
    '… longest task': ms(opened.longestTask, GROUPED_MS),
    'Its 1 000 outputs of 24 KB read and grouped': ms(grouped.took),
    '… longest task ': ms(grouped.longestTask, GROUPED_MS),
    'Grouped again with what is each one’s own masked': ms(masked.took),
    '… longest task  ': ms(masked.longestTask, GROUPED_MS),
  };
}

const groupsOf = (page: Page) => page.getByRole('heading', { name: /different|^All / });

/** Sends the run as a person does, and waits for its end. Resolves with the address of its page. */
async function runEverywhere({ page }: BenchPage, base: string): Promise<string> {
  const { ecs } = demoAccount(page, REGION);
  const { CommandId } = await ecs.createCommand({
    RegionId: REGION,
    Name: 'bench',
    Type: 'RunShellScript',
    CommandContent: encodeBase64(SCRIPT),
    Timeout: 60,
  });
  const targets = await shellTargets({ ecs }, INSTANCES);
  await page.goto(`${base}/${REGION}/commands/${CommandId}/run`);
  await page.getByRole('button', { name: 'Paste IDs or IPs' }).click();
  await page.getByRole('textbox', { name: 'Instance IDs or IP addresses' }).fill(targets.join('\n'));
  await page.getByRole('button', { name: 'Add to the selection' }).click();
  await page.getByText('In 20 calls').waitFor({ timeout: 60_000 });
  await page
    .getByRole('dialog')
    .last()
    .getByRole('button', { name: /^Run( on|$)/ })
    .click();
  await page.getByRole('heading', { level: 1, name: /1,000 succeeded/ }).waitFor({ timeout: 600_000 });
  return new URL(page.url()).pathname;
}

/** Follows a link to an address from a page of the same document, as a person does who comes back to it. */
async function fromElsewhere(
  { page, measure }: BenchPage,
  base: string,
  address: string,
  arrived: () => Promise<unknown>,
) {
  await page.goto(`${base}/${REGION}/invocations`);
  await rowsOf(page).first().waitFor();
  const link = page.locator(`a[href="${address}"]`).first();
  await link.waitFor();
  return measure(async () => {
    await link.click();
    await arrived();
  });
}
