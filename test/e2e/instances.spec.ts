import type { Page } from '@playwright/test';
import {
  dialog,
  expect,
  headline,
  open,
  openCommands,
  openRunSheet,
  picker,
  REGION,
  rows,
  runButton,
  test,
} from './support/fixtures';

/** Apart from OK, by which the API does not filter. */
const HEALTH = [
  'Impaired',
  'Warning',
  'Maintaining',
  'Initializing',
  'Insufficient data',
  'Not applicable',
] as const;

async function openInstances(page: Page, query = ''): Promise<void> {
  await open(page, `/${REGION}/instances${query}`);
  await expect(rows(page).first()).toBeVisible();
}

/** Leads from the list, found by name, to the instance's page. `told`: what the list says of it. */
async function leadTo(page: Page, name: string, told = name): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Instances' }).click();
  await page.getByRole('searchbox').fill(name);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText(told);
  await rows(page).getByRole('link', { name, exact: true }).click();
  await expect(headline(page)).toHaveText(new RegExp(`^${name} is `));
}

test.describe('instances', () => {
  test('E1, E2: list and page tell of an agent that is online, missing, silent, or cannot be', async ({
    page,
  }) => {
    await openInstances(page, '?q=web-prod-01');
    await expect(rows(page)).toContainText(/Online\s*\d+\.\d+\.\d+\.\d+/);
    await rows(page).getByRole('link', { name: 'web-prod-01' }).click();
    await expect(headline(page)).toHaveText('web-prod-01 is running, its agent is online');
    const main = page.getByRole('main');
    await expect(main).toContainText(/Version\s*\d+\.\d+\.\d+\.\d+/);
    await expect(main).toContainText(/Last heartbeat/);
    await expect(main).toContainText('/usr/local/share/aliyun-assist/');

    await leadTo(page, 'ci-runner-02');
    await expect(headline(page)).toHaveText('ci-runner-02 is running, it has no agent');
    await expect(page.getByText('How to install it')).toBeVisible();
    await expect(main).toContainText('aliyun_assist');
    await expect(main).toContainText('aliyun ecs InstallCloudAssistant');

    await leadTo(page, 'db-replica-02');
    await expect(headline(page)).toHaveText(/its agent is offline$/);
    await expect(page.getByText('No heartbeat for more than two minutes.')).toBeVisible();
    await expect(main).toContainText('systemctl status aliyun.service');

    await leadTo(page, 'edge-fbsd-01', 'System not supported');
    await expect(headline(page)).toHaveText(/its system cannot run commands$/);
    await expect(main).toContainText('Cloud Assistant does not support this operating system');
    await expect(page.getByText('How to install it')).toHaveCount(0);
  });

  test('H1, H2, H3: every health value is a filter, with icon and word; it is not the lifecycle state, and both are explained', async ({
    page,
  }) => {
    await openInstances(page);
    await page.getByRole('button', { name: /^Health/ }).click();
    for (const health of HEALTH) {
      await expect(page.getByRole('menuitemradio', { name: health, exact: true })).toBeVisible();
    }
    await page.getByRole('menuitemradio', { name: 'Impaired' }).click();
    await expect(page).toHaveURL(/health=Impaired/);
    await expect(headline(page)).toHaveText(/instances? match/);
    await expect(rows(page).first()).toBeVisible();
    await expect(rows(page).filter({ hasNotText: 'Impaired' })).toHaveCount(0);
    await expect(rows(page).filter({ hasText: 'cache-02' })).toHaveCount(1);
    const cell = rows(page).filter({ hasText: 'cache-02' }).getByRole('cell', { name: 'Impaired' });
    await expect(cell.locator('svg')).toHaveCount(1);
    await page.reload();
    await expect(rows(page).first()).toContainText('Impaired');

    await rows(page).getByRole('link', { name: 'cache-02', exact: true }).click();
    await expect(headline(page)).toHaveText(/^cache-02 is running/);
    await page.getByRole('button', { name: 'Health: Impaired. Explain' }).click();
    const explained = page.getByRole('dialog');
    await expect(explained).toContainText('Its lifecycle state is Running');
    await expect(explained).toContainText('State and health are two things.');
    for (const health of ['OK', ...HEALTH]) {
      await expect(explained.getByText(health, { exact: true })).toBeVisible();
    }
  });

  test('J1: state, tag, zone and search narrow the list and live in the address', async ({ page }) => {
    await openInstances(page);
    await page.getByRole('button', { name: /^State/ }).click();
    await page.getByRole('menuitemradio', { name: 'Stopped' }).click();
    await expect(rows(page).filter({ hasNotText: 'Stopped' })).toHaveCount(0);
    await page.getByRole('searchbox').fill('web-prod');
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toContainText('web-prod-07');
    await page.reload();
    await expect(rows(page)).toHaveCount(1);
    await page.getByRole('searchbox').fill('nobody-named-this');
    await expect(page.getByText(/^Nothing matches/)).toBeVisible();
    await page.getByRole('button', { name: 'Clear search and filters' }).click();
    await expect(headline(page)).toHaveText(/\d+ running/);
  });
});

/** Tells the emulator through the settings how many instances the account has. */
async function chooseFleet(page: Page, size: string): Promise<void> {
  await open(page, '/settings');
  await page.getByRole('radiogroup', { name: 'Instances' }).getByText(size, { exact: true }).click();
  await expect(dialog(page)).toContainText(`Change the fleet to ${size} instances?`);
  await dialog(page).getByRole('button', { name: 'Change fleet' }).click();
  await expect(page.getByText(`The fleet has ${size} instances`)).toBeVisible();
}

test.describe('picker', () => {
  test('B2: the selection is kept over pages and searches, and shown by itself', async ({
    page,
    account,
  }) => {
    await openCommands(page);
    const commandId = await account.save({ name: 'pick', script: 'hostname' });
    await openRunSheet(page, commandId);
    const { box, search, rows: offered } = picker(page);
    await search.fill('web-prod-01');
    await box('web-prod-01').check();
    await search.fill('api-prod');
    await box('api-prod-02').check();
    await search.fill('');
    await expect(dialog(page)).toContainText(/1–20 of \d+; here \d+ can run/);
    await dialog(page).getByRole('button', { name: 'Next page' }).click();
    await expect(dialog(page)).toContainText(/21–\d+ of \d+; here \d+ can run/);
    const third = offered.filter({ hasText: 'Ready' }).first();
    const name = await third.getByRole('cell').nth(1).innerText();
    await third.getByRole('checkbox').check();
    await dialog(page).getByRole('button', { name: 'Previous page' }).click();
    await expect(dialog(page)).toContainText('3 instances selected');
    await dialog(page).getByRole('button', { name: 'Show selected' }).click();
    const selected = dialog(page).getByRole('table', { name: 'Selected instances' });
    for (const chosen of ['web-prod-01', 'api-prod-02', name]) await expect(selected).toContainText(chosen);
    await selected.getByRole('button', { name: 'Take api-prod-02 away' }).click();
    await expect(runButton(page)).toHaveText('Run on 2 instances');
    await dialog(page).getByRole('button', { name: 'Show all' }).click();
    await search.fill('api-prod-02');
    await expect(box('api-prod-02')).not.toBeChecked();
    await search.fill('web-prod-01');
    await expect(box('web-prod-01')).toBeChecked();
  });

  test('B2: an IP address and an ID find the instance; only eligible hides the others', async ({
    page,
    account,
  }) => {
    await openCommands(page);
    const commandId = await account.save({ name: 'find', script: 'hostname' });
    const instanceId = await account.idOf('gw-01');
    const { items } = await account.ecs.describeInstances({
      RegionId: REGION,
      InstanceIds: [instanceId],
      PageNumber: 1,
      PageSize: 10,
    });
    await openRunSheet(page, commandId);
    const { search, rows: offered, named } = picker(page);
    for (const text of [instanceId, items[0]?.PrivateIps[0] ?? 'none']) {
      await search.fill(text);
      await expect(offered).toHaveCount(1);
      await expect(named('gw-01')).toBeVisible();
    }
    await search.fill('win-');
    await expect(offered.first()).toContainText('Needs Linux');
    await dialog(page).getByRole('checkbox', { name: 'Only eligible' }).check();
    await expect(dialog(page).getByRole('button', { name: 'Show them with the reasons' })).toBeVisible();
  });

  test('B3: more than 50 instances, picked over several pages, become several calls', async ({
    page,
    account,
  }) => {
    await openCommands(page);
    const commandId = await account.save({ name: 'crowd', script: 'hostname' });
    await chooseFleet(page, '1,000');
    await openRunSheet(page, commandId);
    await dialog(page).getByRole('checkbox', { name: 'Only eligible' }).check();
    const all = dialog(page).getByRole('checkbox', { name: 'Select all on this page' });
    const split = dialog(page).getByText('In 2 calls');
    for (let turn = 1; turn <= 8; turn++) {
      await expect(all).toBeEnabled();
      await expect(dialog(page)).not.toContainText('checking the agents');
      await all.click();
      if (await split.isVisible()) break;
      await dialog(page).getByRole('button', { name: 'Next page' }).click();
      await expect(dialog(page)).toContainText(`${turn * 20 + 1}–`);
    }
    await expect(split).toBeVisible();
    await expect(dialog(page).getByText('and 1 more call')).toBeVisible();
    await expect(runButton(page)).toHaveText(/^Run on [5-9]\d instances$/);
  });
});

test('E1, J5: 10,000 instances scroll to the last one, with rows appearing all the way', async ({ page }) => {
  await chooseFleet(page, '10,000');
  await openInstances(page);
  await expect(headline(page)).toHaveText(/^9,\d{3} instances/);
  const table = page.getByRole('table', { name: 'Instances' });
  const total = Number(await table.getAttribute('aria-rowcount')) - 1;
  expect(total).toBeGreaterThan(9_900);
  await rows(page).first().focus();
  await page.keyboard.press('End');
  const last = table.locator(`tbody tr[aria-rowindex="${total + 1}"]`);
  await expect(last).toBeFocused();
  await expect(last.getByRole('link')).toBeVisible();
  await expect(last).toContainText(/Online|Offline|Not installed|not supported|ago/);
  await table.hover();
  await page.mouse.wheel(0, -40_000);
  const middle = table.locator('tbody tr[data-index]').nth(5);
  await expect(middle.getByRole('link')).toBeVisible();
  // However long the list, the document holds about a window of it.
  expect(await table.locator('tbody tr').count()).toBeLessThan(120);
});
