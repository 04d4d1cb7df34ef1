import type { Page } from '@playwright/test';
import { PAST_RUNS } from '@mocks/world/past-runs';
import type { DemoAccount } from './demo-account';
import { dialog, expect, REGION, rows } from './fixtures';

type Language = 'en' | 'zh-Hant' | 'zh-Hans';

/** Chooses theme and language the way the console keeps them, before its first load. */
export async function prefer(page: Page, language: Language): Promise<void> {
  await page.addInitScript(
    (kept) => localStorage.setItem('preferences', kept),
    JSON.stringify({ state: { theme: 'system', language, zone: 'local', pageSizes: {} }, version: 0 }),
  );
}

export interface Surface {
  name: string;
  /** Brings it on screen, settled. Words differ by language, so only roles and structure are used. */
  show(page: Page): Promise<void>;
}

/** The page's headline is there and nothing is being loaded any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('main h1').first()).toHaveText(/\S/);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  await expect(page.locator('main h1').first()).toHaveText(/\S/);
}

/** An address of the console where no page is. */
const NOWHERE = `/${REGION}/nothing-here`;

/**
 * Brings another address on screen as Back does, in the document that stands, which is several times faster than loading one.
 * By way of a page that is like no other: pages of one kind share their headline, so what is on screen would not tell.
 */
export async function goWithin(page: Page, path: string): Promise<void> {
  await leaveFor(page, NOWHERE);
  const dialogs = page.getByRole('dialog');
  if ((await dialogs.count()) > 0) await page.keyboard.press('Escape');
  await expect(dialogs).toHaveCount(0);
  await leaveFor(page, path);
  await settled(page);
}

async function leaveFor(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    for (const headline of document.querySelectorAll('main h1')) headline.setAttribute('data-left', '');
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await expect(page.locator('main h1:not([data-left])').first()).toBeVisible();
}

/** Every page, sheet and dialog of the console, over the ready-made data and one fresh command. */
export async function surfacesOf(page: Page, account: DemoAccount): Promise<Surface[]> {
  await page.goto(`/${REGION}/commands`);
  await expect(rows(page).first()).toBeVisible();
  const script = 'echo "{{who}}" from $(hostname) {{where}}\nexit 3';
  const commandId = await account.save({ name: 'surface', script, parameters: true });
  const instanceId = await account.idOf('web-prod-01');
  const offline = await account.idOf('db-replica-02');
  const { items } = await account.ecs.describeInvocations({ RegionId: REGION, PageNumber: 1, PageSize: 50 });
  const withFailures = PAST_RUNS.find((run) => run.endings && Array.isArray(run.on) && run.on.length > 1);
  const record = items.find((item) => item.CommandName === withFailures?.command)?.InvokeId ?? '';
  const at = (path: string) => (on: Page) => goWithin(on, path);
  const home = `/${REGION}`;
  return [
    { name: 'overview', show: at(`${home}/overview`) },
    {
      name: 'commands',
      async show(on) {
        await at(`${home}/commands`)(on);
        await expect(rows(on).first()).toBeVisible();
      },
    },
    {
      name: 'commands, no match',
      show: at(`${home}/commands?q=no-such-command-anywhere`),
    },
    { name: 'command', show: at(`${home}/commands/${commandId}`) },
    {
      name: 'create sheet',
      async show(on) {
        await at(`${home}/commands/new`)(on);
        await expect(dialog(on).locator('.cm-content')).toBeVisible();
      },
    },
    {
      name: 'copy sheet, with parameters',
      async show(on) {
        await at(`${home}/commands/${commandId}/copy`)(on);
        await expect(dialog(on).locator('.cm-content')).toContainText('hostname');
      },
    },
    {
      name: 'edit dialog',
      async show(on) {
        await at(`${home}/commands/${commandId}/edit`)(on);
        await expect(dialog(on).getByRole('textbox').first()).toHaveValue('surface');
      },
    },
    {
      name: 'delete dialog',
      async show(on) {
        // Not the list that was read before the command was saved.
        await at(`${home}/commands?q=surface`)(on);
        await rows(on).filter({ hasText: 'surface' }).first().focus();
        await on.keyboard.press('Delete');
        await expect(dialog(on)).toContainText('surface');
      },
    },
    {
      name: 'run sheet',
      async show(on) {
        await at(`${home}/commands/${commandId}/run?instances=${instanceId}`)(on);
        await expect(dialog(on).locator('tbody tr[data-index]').first()).toBeVisible();
      },
    },
    {
      name: 'records',
      async show(on) {
        await at(`${home}/invocations`)(on);
        await expect(rows(on).first()).toBeVisible();
      },
    },
    {
      name: 'record with failures',
      async show(on) {
        await at(`${home}/invocations/${record}`)(on);
        await expect(on.getByRole('main').locator('.code-block').first()).toBeVisible();
      },
    },
    { name: 'record, its request', show: at(`${home}/invocations/${record}?tab=request`) },
    {
      name: 'instances',
      async show(on) {
        await at(`${home}/instances`)(on);
        await expect(rows(on).first()).toBeVisible();
      },
    },
    { name: 'instance', show: at(`${home}/instances/${instanceId}`) },
    {
      name: 'instance, its records',
      async show(on) {
        await at(`${home}/instances/${instanceId}/invocations`)(on);
        await expect(rows(on).first()).toBeVisible();
      },
    },
    { name: 'instance with a silent agent', show: at(`${home}/instances/${offline}`) },
    {
      name: 'create instances',
      async show(on) {
        await at(`${home}/instances/create`)(on);
        await expect(dialog(on).getByRole('table')).toBeVisible();
      },
    },
    { name: 'instances being created', show: at(`${home}/instances/create/progress?ids=${instanceId}`) },
    ...[
      'alarms',
      'alarms/rules/new',
      'alarms/history',
      'alarms/event-rules',
      'alarms/event-rules/new',
      'alarms/events',
      'alarms/contacts',
      'engine-runs',
      'explorer',
      'explorer/DescribeInstances',
      'help',
    ].map((path) => ({ name: path, show: at(`${home}/${path}`) })),
    { name: 'settings', show: at('/settings') },
    {
      name: 'palette',
      async show(on) {
        await at(`${home}/commands`)(on);
        await on.keyboard.press('ControlOrMeta+k');
        await on.getByRole('combobox').fill('web');
        await expect(on.getByRole('option').first()).toBeVisible();
      },
    },
    {
      name: 'keyboard shortcuts',
      async show(on) {
        await at('/settings')(on);
        await on.keyboard.press('?');
        await expect(dialog(on)).toBeVisible();
      },
    },
    {
      name: 'not found',
      async show(on) {
        await on.goto(NOWHERE);
        await settled(on);
      },
    },
  ];
}
