import type { Page } from '@playwright/test';
import {
  dialog,
  expect,
  headline,
  open,
  openCommands,
  outputOf,
  REGION,
  rows,
  test,
} from './support/fixtures';

/** Presses Tab until the control has the focus, as someone without a mouse does. */
async function tabTo(page: Page, reached: () => Promise<boolean>, key = 'Tab'): Promise<void> {
  for (let step = 0; step < 80; step++) {
    if (await reached()) return;
    await page.keyboard.press(key);
  }
  throw new Error('The control cannot be reached with Tab.');
}

const focusedName = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  });

const hasFocus = (page: Page, role: Parameters<Page['getByRole']>[0], name: string | RegExp) => async () =>
  (await page.getByRole(role, { name }).and(page.locator(':focus')).count()) > 0;

async function expectFocusKept(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false);
}

test.describe('keyboard', () => {
  test('J4: the main job without a mouse: create a command, run it, read the output', async ({ page }) => {
    await openCommands(page);
    await tabTo(page, hasFocus(page, 'link', 'Create command'));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
    await page.keyboard.type('by-keys');
    await tabTo(page, hasFocus(page, 'textbox', 'Content'));
    await page.keyboard.type('echo "typed on $(hostname)"');
    // Tab belongs to the script until Escape gives it back.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await tabTo(page, hasFocus(page, 'button', 'Create command'));
    await page.keyboard.press('Enter');
    await expect(page.getByText('by-keys is saved')).toBeVisible();
    await expectFocusKept(page);

    await tabTo(page, async () => (await focusedName(page)).includes('by-keys') && (await rowHasFocus(page)));
    await page.keyboard.press('r');
    const search = dialog(page).getByRole('searchbox');
    await expect(search).toBeFocused();
    await page.keyboard.type('web-prod-01');
    await page.keyboard.press('Enter');
    await expect(dialog(page).locator('tbody tr[data-index]')).toHaveCount(1);
    await expect(dialog(page).locator('tbody')).toContainText('Ready');
    await tabTo(page, () => rowHasFocus(page));
    await page.keyboard.press('Space');
    await expect(dialog(page).getByRole('checkbox', { name: 'Select web-prod-01' })).toBeChecked();
    await page.keyboard.press('Control+Enter');
    await expect(headline(page)).toHaveText('1 succeeded', { timeout: 30_000 });
    await expectFocusKept(page);
    await tabTo(page, hasFocus(page, 'group', 'Output of web-prod-01'));
    await expect(outputOf(page, 'web-prod-01')).toContainText('typed on');
  });

  test('J4: rows are walked, selected and opened by keys', async ({ page }) => {
    await openCommands(page);
    await rows(page).first().focus();
    await page.keyboard.press('ArrowDown');
    await expect(rows(page).nth(1)).toBeFocused();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await expect(page.getByText('2 selected')).toBeVisible();
    await page.keyboard.press('Home');
    await expect(rows(page).first()).toBeFocused();
    const name = await rows(page).first().getByRole('link').innerText();
    await page.keyboard.press('Enter');
    await expect(headline(page)).toHaveText(new RegExp(`^${name}`));
    await expectFocusKept(page);
  });

  test('J4: closing a sheet, a dialog or a menu brings the focus back, never to nowhere', async ({
    page,
  }) => {
    await openCommands(page);

    const create = page.getByRole('link', { name: 'Create command' });
    await create.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(create).toBeFocused();

    const first = rows(page).first();
    for (const [key, heading] of [
      ['e', /^Edit /],
      ['r', /^Run /],
      ['c', /^Copy of /],
      ['Delete', /^Delete /],
    ] as const) {
      await first.focus();
      await page.keyboard.press(key);
      await expect(dialog(page).getByRole('heading').first()).toHaveText(heading);
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null))
        .toBe(true);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expectFocusKept(page);
      await expect(first).toBeFocused();
    }

    const kebab = first.getByRole('button', { name: /^Actions for/ });
    await kebab.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem').first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
    await expect(kebab).toBeFocused();

    const region = page.getByRole('button', { name: /^Region:/ });
    await region.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: 'Find a region' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(region).toBeFocused();

    await first.focus();
    await page.keyboard.press('Enter');
    const run = page.getByRole('main').getByRole('link', { name: 'Run…' });
    await run.focus();
    await page.keyboard.press('Enter');
    await expect(dialog(page).getByRole('heading').first()).toHaveText(/^Run /);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(run).toBeFocused();
  });

  test('J4: a deletion, a saved edit and a stop leave the focus somewhere sensible', async ({
    page,
    account,
  }) => {
    await openCommands(page);
    await account.save({ name: 'to-go', script: 'true' });
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(rows(page).first()).toContainText('to-go');

    await rows(page).first().focus();
    await page.keyboard.press('e');
    await expect(dialog(page).getByRole('textbox', { name: 'Name' })).toBeFocused();
    await page.keyboard.press('End');
    await page.keyboard.type(' soon');
    await page.keyboard.press('Enter');
    await expect(page.getByText('to-go soon is saved')).toBeVisible();
    await expectFocusKept(page);

    await rows(page).first().focus();
    await page.keyboard.press('Delete');
    await tabTo(page, hasFocus(page, 'button', 'Delete command'));
    await page.keyboard.press('Enter');
    await expect(page.getByText(/is deleted$/)).toBeVisible();
    await expectFocusKept(page);

    const run = await account.run({ name: 'endless', script: 'sleep 50', timeout: 55 }, ['web-prod-01']);
    await open(page, `/${REGION}/invocations/${run}`);
    await expect(headline(page)).toHaveText('1 running');
    await page.getByRole('button', { name: 'Stop 1' }).focus();
    await page.keyboard.press('Enter');
    await tabTo(page, hasFocus(page, 'button', 'Stop on 1 instance'));
    await page.keyboard.press('Enter');
    await expect(headline(page)).toHaveText('1 stopped', { timeout: 30_000 });
    await expectFocusKept(page);
  });

  test('J4: unsaved work asks before it is left, and the draft comes back', async ({ page }) => {
    await open(page, `/${REGION}/commands/new`);
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('half done');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toContainText('Leave without saving?');
    await expect(dialog(page).getByRole('button', { name: 'Stay here' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await dialog(page).getByRole('button', { name: 'Leave, keep the draft' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expectFocusKept(page);
    const create = page.getByRole('link', { name: 'Create command' });
    await create.click();
    await expect(page.getByText('Your unsaved draft is back.')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('half done');
    await page.getByRole('button', { name: 'Discard the draft' }).click();
    await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(create).toBeFocused();
  });

  test('J4: the skip link leads past the frame, and a new page takes the focus to its headline', async ({
    page,
  }) => {
    await openCommands(page);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Instances' }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/instances$/);
    await expect(headline(page)).toBeFocused();
  });
});

function rowHasFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement?.matches('tr[data-index]') ?? false);
}
