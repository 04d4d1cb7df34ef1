import { test as base, expect, type Page } from '@playwright/test';

export const REGION = 'cn-hangzhou';

/**
 * A page whose console is watched: a test ends with no error, no unhandled rejection and no refusal by the
 * Content-Security-Policy, unless it expected the failure itself.
 */
export const test = base.extend<{ problems: string[] }>({
  problems: [
    async ({ page }, use) => {
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(`pageerror: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') problems.push(`console: ${message.text()}`);
      });
      await use(problems);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Opens an address and waits until the page, not the outline, stands. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
}

/** The first rows of the page's list. */
export function rows(page: Page) {
  return page.getByRole('main').getByRole('table').first().locator('tbody tr[data-index]');
}

export async function openCommands(page: Page): Promise<void> {
  await open(page, `/${REGION}/commands`);
  await expect(rows(page).first()).toBeVisible();
}

/** Types a script into the code editor. */
export async function writeScript(page: Page, script: string): Promise<void> {
  const editor = page.getByRole('textbox', { name: 'Content' });
  await editor.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(script);
}

export interface NewCommand {
  name: string;
  script: string;
  parameters?: boolean;
  timeout?: string;
}

/** Creates a Shell command through the form and waits for the toast. */
export async function createCommand(
  page: Page,
  { name, script, parameters = false, timeout }: NewCommand,
): Promise<void> {
  await page.getByRole('link', { name: 'Create command' }).first().click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  if (timeout !== undefined) await page.getByRole('textbox', { name: 'Timeout' }).fill(timeout);
  const useParameters = page.getByRole('switch', { name: 'Use parameters' });
  if (parameters !== (await useParameters.isChecked())) await useParameters.click();
  await writeScript(page, script);
  await page.getByRole('button', { name: 'Create command' }).click();
  await expect(page.getByText(`${name} is saved`)).toBeVisible();
}
