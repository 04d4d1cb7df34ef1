import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { expectNoFindings } from './support/axe';
import { dialog, expect, headline, open, REGION, rows, test } from './support/fixtures';
import { goWithin, prefer, settled } from './support/surfaces';

/** The rows that hold an event, not the headings of their groups. */
const events = (page: Page) => rows(page).filter({ has: page.getByRole('link') });

async function openPending(page: Page): Promise<void> {
  await open(page, `/${REGION}/events?in=${REGION}`);
  await expect(events(page).first()).toBeVisible();
  await settled(page);
}

/** The planned restart that leaves most time, so that no test races with it. */
async function lastRestart(page: Page): Promise<string> {
  const row = events(page).filter({ hasText: 'SystemMaintenance.Reboot' }).last();
  await expect(row.getByRole('button', { name: /^Restart now/ })).toBeVisible();
  // Names come after the events.
  await expect(row.getByRole('link').first()).not.toHaveText(/^i-/);
  return row.getByRole('link').first().innerText();
}

test('F1, F2: the badge counts, leads to the pending events, and both agree', async ({ page }) => {
  await open(page, `/${REGION}/commands`);
  const badge = page.getByRole('link', { name: /^\d+ pending system events?$/ });
  await expect(badge).toBeVisible();
  await badge.click();
  await expect(page).toHaveURL(/\/events$/);
  await expect(events(page).first()).toBeVisible();
  await settled(page);
  // Regions answer one after another, and both count on.
  await expect(async () => {
    const count = Number((await badge.innerText()).trim());
    const lede = page.getByText(new RegExp(`^${count} pending events in 7 regions\\.`));
    await expect(lede).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await expect(headline(page)).toContainText(/due within 24 hours|under way|to come/);
});

test('F7, F13: a restart from the console answers the event, which becomes Avoided', async ({ page }) => {
  await openPending(page);
  const name = await lastRestart(page);
  const row = events(page).filter({ hasText: name }).filter({ hasText: 'SystemMaintenance.Reboot' }).last();
  await row.getByText('SystemMaintenance.Reboot').click();
  const eventId = new URL(page.url()).searchParams.get('event') ?? '';
  expect(eventId).toMatch(/^e-/);
  const dock = page.getByRole('complementary', { name: `Event of ${name}` });
  await expect(dock).toContainText('What to do');
  await dock.getByRole('button', { name: 'Restart now…' }).click();
  await expect(dialog(page)).toContainText('A restart inside the operating system does not count');
  await dialog(page).getByRole('button', { name: 'Restart 1 instance' }).click();
  await expect(page.getByText('Restart asked for on 1 instance')).toBeVisible();
  await page.getByRole('link', { name: 'All events' }).last().click();
  await expect(headline(page)).toContainText('in two months');
  await page.getByRole('searchbox').fill(eventId);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText('Avoided');
});

test('F6: a restart is moved within the limits, and not beyond them', async ({ page }) => {
  await openPending(page);
  const name = await lastRestart(page);
  const row = events(page).filter({ hasText: name }).filter({ hasText: 'SystemMaintenance.Reboot' }).last();
  await row.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Reschedule…' }).click();
  const when = dialog(page).getByLabel('Date and time');
  await when.fill('2020-01-01T00:00');
  await expect(dialog(page)).toContainText('This time has passed.');
  await when.fill('2040-01-01T00:00');
  await expect(dialog(page)).toContainText('Later than the latest time, 30 min before the plan.');
  await dialog(page).getByRole('button', { name: 'In 15 min' }).click();
  await expect(dialog(page)).toContainText(/That is .* UTC, in 1[45] min/);
  await dialog(page).getByRole('button', { name: 'Reschedule 1 restart' }).click();
  await expect(page.getByText(/^1 restart moved to/)).toBeVisible();
  await expect(row.locator('td').nth(1)).toContainText(/^1[3-5] min/);
});

test('F3: all events are filtered by address and saved as CSV', async ({ page }) => {
  await open(page, `/${REGION}/events/all?status=Avoided`);
  await expect(rows(page).first()).toBeVisible();
  await expect(headline(page)).toContainText(/events? found$/);
  const total = Number((await headline(page).innerText()).replace(/\D/g, ''));
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export CSV' }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toMatch(/^events-cn-hangzhou-\d{4}-\d\d-\d\d\.csv$/);
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
  expect(lines).toHaveLength(total + 1);
  expect(lines.slice(1).every((line) => line.includes('"Avoided"'))).toBe(true);
});

test('F8: an event is simulated on an instance, shown as a drill, and cancelled', async ({
  page,
  account,
}) => {
  const instanceId = await (async () => {
    await open(page, `/${REGION}/commands`);
    return account.idOf('web-prod-01');
  })();
  await open(page, `/${REGION}/instances/${instanceId}/events`);
  await page.getByRole('button', { name: 'Simulate an event…' }).click();
  await dialog(page).getByRole('button', { name: 'Simulate the event' }).click();
  await expect(page.getByText('A drill is set up on web-prod-01')).toBeVisible();
  const row = rows(page).filter({ hasText: 'Drill' });
  await expect(row).toHaveCount(1);
  await expect(row).toContainText('Scheduled');
  await row.getByRole('button', { name: /^Actions for/ }).click();
  await page.getByRole('menuitem', { name: 'Cancel drill…' }).click();
  await dialog(page).getByRole('button', { name: 'Cancel 1 drill' }).click();
  await expect(row).toContainText('Canceled');
});

test('F12: the calendar shows the week and its collisions, with a way to act; as a list too, and downloaded', async ({
  page,
}) => {
  await open(page, `/${REGION}/calendar`);
  const collisions = page.getByRole('complementary', { name: 'Collisions' });
  const backup = collisions
    .getByRole('listitem')
    .filter({ hasText: /^\d+backup-etc, (?:in the window|at the restart)/ });
  await backup
    .getByRole('button', { name: /^Reschedule restart…/ })
    .first()
    .click();
  await expect(dialog(page)).toContainText('30 min before the plan');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(headline(page)).toContainText(/^\d+ collisions?, the first on/);
  await expect(page.getByRole('list', { name: 'System events' }).getByRole('listitem').first()).toBeVisible();
  await page.getByRole('radio', { name: 'List' }).click();
  await expect(page).toHaveURL(/view=list/);
  await expect(rows(page).first()).toBeVisible();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download .ics' }).click();
  const text = await readFile(await (await saving).path(), 'utf8');
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(text).toContain('SystemMaintenance.Reboot');
});

test('J4: the pending events by keys: walk, select, open, close', async ({ page }) => {
  await openPending(page);
  const first = events(page).first();
  await first.focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('1 selected')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('1 selected')).toHaveCount(0);
  await first.focus();
  await page.keyboard.press('Enter');
  const dock = page.getByRole('complementary');
  await expect(dock).toBeVisible();
  await dock.getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('Escape');
  await expect(dock).toHaveCount(0);
});

test('J4: axe finds nothing on the events’ pages, light and dark', async ({ page }) => {
  test.setTimeout(180_000);
  await prefer(page, 'zh-Hant');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const surfaces: readonly [string, () => Promise<void>][] = [
    [
      'pending',
      async () => {
        await openPending(page);
        await events(page).first().focus();
        await page.keyboard.press('Enter');
        await expect(page.getByRole('complementary')).toBeVisible();
      },
    ],
    [
      'reschedule',
      async () => {
        await openPending(page);
        await events(page).filter({ hasText: 'SystemMaintenance.Reboot' }).last().focus();
        await page.keyboard.press('t');
        await expect(dialog(page).locator('input')).toBeVisible();
      },
    ],
    [
      'instance',
      async () => {
        await openPending(page);
        const instance = await events(page).last().getByRole('link').first().getAttribute('href');
        await goWithin(page, `${instance}/events`);
        await expect(rows(page).first()).toBeVisible();
      },
    ],
    [
      'all',
      async () => {
        await goWithin(page, `/${REGION}/events/all`);
        await expect(rows(page).first()).toBeVisible();
      },
    ],
    [
      'calendar',
      async () => {
        await goWithin(page, `/${REGION}/calendar`);
        await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
      },
    ],
    [
      'agenda',
      async () => {
        await goWithin(page, `/${REGION}/calendar?view=list`);
        await expect(rows(page).first()).toBeVisible();
      },
    ],
  ];
  for (const [name, show] of surfaces) {
    await show();
    await settled(page);
    await expectNoFindings(page, name);
  }
});
