import type { Page } from '@playwright/test';
import { expectNoFindings } from './support/axe';
import { expect, headline, open, REGION, test } from './support/fixtures';
import { goWithin } from './support/surfaces';

/** The page of a running instance with charts; waits until they are drawn. */
async function openCharts(page: Page, name: string, tab = 'monitoring', search = ''): Promise<void> {
  await open(page, `/${REGION}/instances?q=${name}`);
  await page.getByRole('link', { name, exact: true }).click();
  await expect(headline(page)).toContainText(name);
  await page.goto(`${new URL(page.url()).pathname}/${tab}${search}`);
  await expect(page.getByRole('slider').first()).toBeVisible();
}

const chart = (page: Page, title: string) =>
  page.locator('figure').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
const cursor = (page: Page, title: string) =>
  page.getByRole('slider', { name: `${title}, values over time` });

test('G1 G2: one cursor over all charts; a drag zooms in, and there is a way back', async ({ page }) => {
  await openCharts(page, 'web-prod-04');
  await expect(page.locator('figure svg.recharts-surface')).toHaveCount(12);
  const plot = (await cursor(page, 'vCPU').boundingBox())!;
  await page.mouse.move(plot.x + 150, plot.y + 60);
  const at = await cursor(page, 'vCPU').getAttribute('aria-valuenow');
  await expect(cursor(page, 'System disk I/O')).toHaveAttribute('aria-valuenow', at!);
  await expect(cursor(page, 'Memory')).toHaveAttribute('aria-valuenow', at!);
  await page.mouse.down();
  await page.mouse.move(plot.x + 220, plot.y + 60, { steps: 4 });
  await page.mouse.up();
  await expect(page).toHaveURL(/from=.*Z&to=.*Z/);
  // Of 360 minutes a fifth or so.
  await expect(cursor(page, 'vCPU')).toHaveAttribute('aria-valuemax', /^(?:[4-9]\d|1[0-4]\d)$/);
  await page.getByRole('button', { name: 'Zoom out' }).click();
  await expect(page).not.toHaveURL(/from=/);
});

test('G2: thirty days, the table twin, the CSV and the picture', async ({ page }) => {
  await openCharts(page, 'web-prod-04', 'monitoring', '?range=30d');
  await expect(page.getByRole('button', { name: '3,600 s averages' })).toBeVisible();
  await expect(chart(page, 'vCPU')).toContainText('max');
  const save = async (entry: string) => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('menuitem', { name: entry }).click();
    return download;
  };
  const picture = await save('Charts as PNG');
  expect(picture.suggestedFilename()).toMatch(/^web-prod-04 .*Z\.png$/);
  const chunks: Buffer[] = [];
  for await (const chunk of await picture.createReadStream()) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(bytes.length).toBeGreaterThan(20_000);
  const csv = await save('Values as CSV');
  expect(csv.suggestedFilename()).toMatch(/\.csv$/);
  await page.getByRole('button', { name: 'Values' }).click();
  const table = page.getByRole('table', { name: 'Values of web-prod-04' });
  await expect(table.locator('tbody tr[data-index]').first()).toBeVisible();
  await expect(table).toHaveAttribute('aria-rowcount', /^7\d\d$/);
});

test('G4: each disk and interface of an instance has its charts', async ({ page }) => {
  await openCharts(page, 'web-prod-04', 'disks');
  await expect(page.getByRole('heading', { level: 2, name: '/dev/xvda' })).toBeVisible();
  await expect(page.getByText('Primary interface')).toBeVisible();
  await expect(chart(page, 'Latency').first()).toContainText('avg');
  await expect(chart(page, 'Dropped packets').first()).toBeVisible();
});

test('G5: the plug-in is installed from the page, and its charts appear', async ({ page }) => {
  test.setTimeout(150_000);
  await openCharts(page, 'db-primary-01');
  await page.getByRole('button', { name: 'Install the plug-in' }).click();
  await expect(page.getByText('Installing the plug-in…')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Memory', exact: true })).toBeVisible({ timeout: 120_000 });
});

test('G7 H2: from the busiest to a comparison, from a health total to its instances', async ({ page }) => {
  await open(page, `/${REGION}/monitoring`);
  await expect(headline(page)).toContainText('is busiest');
  await page
    .getByRole('region', { name: 'Busiest by vCPU' })
    .getByRole('link', { name: 'Compare these' })
    .click();
  await expect(headline(page)).toContainText('highest of 5 instances');
  await page.getByRole('combobox', { name: 'Metric' }).click();
  await page.getByRole('option', { name: 'Internet traffic, out' }).click();
  await expect(page).toHaveURL(/metric=internetTraffic-out/);
  await page.getByRole('link', { name: 'Health', exact: true }).click();
  await expect(headline(page)).toContainText('are OK');
  await page.getByRole('link', { name: /^Warning: show/ }).click();
  await expect(page).toHaveURL(/instances\?health=Warning/);
});

test('J4: axe finds nothing on the monitoring and health pages, light and dark', async ({ page }) => {
  test.setTimeout(180_000);
  await openCharts(page, 'web-prod-04');
  await expect(chart(page, 'Memory')).toContainText('avg');
  const instance = new URL(page.url()).pathname.replace('/monitoring', '');
  await cursor(page, 'vCPU').focus();
  await page.keyboard.press('ArrowLeft');
  await expectNoFindings(page, 'charts');
  for (const [address, ready] of [
    [`${instance}/monitoring?view=table`, page.locator('tbody tr[data-index]')],
    [`${instance}/disks`, page.getByRole('slider')],
    [`/${REGION}/monitoring?group=health`, page.getByRole('option')],
    [`/${REGION}/monitoring/compare`, page.getByRole('button', { name: 'Add instances…' })],
    [`/${REGION}/monitoring/compare?instances=${instance.split('/').at(-1)}`, page.getByRole('slider')],
    [`/${REGION}/health`, page.getByRole('link', { name: /^Warning: show/ })],
  ] as const) {
    await goWithin(page, address);
    await expect(ready.first()).toBeVisible();
    await expectNoFindings(page, address);
  }
});
