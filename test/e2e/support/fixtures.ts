import { test as base, expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { demoAccount, type DemoAccount } from './demo-account';

export const REGION = 'cn-hangzhou';

/** What Chromium itself writes about an answer with an error status. */
export const FAILED_CALL = /Failed to load resource: (?:the server responded with a status|net::ERR_)/;

interface Fixtures {
  /** Console errors this test provokes. */
  provoked: RegExp | null;
  problems: string[];
  /** The demo account of `page`, through the console's own client: for what a test needs but is not about. */
  account: DemoAccount;
}

/**
 * A page whose console is watched: a test ends with no error, no unhandled rejection and no refusal by the
 * Content-Security-Policy, unless it provoked the failure itself.
 */
export const test = base.extend<Fixtures>({
  provoked: [null, { option: true }],
  problems: [
    async ({ context, provoked }, provide) => {
      const problems: string[] = [];
      const leaving = pagesBeingLeft(context);
      const note = (page: Page | null, problem: string) => {
        if (page !== null && leaving.has(page)) return;
        if (!provoked?.test(problem)) problems.push(problem);
      };
      context.on('weberror', (error) => note(error.page(), `pageerror: ${error.error().message}`));
      context.on('console', (message) => {
        if (message.type() === 'error') note(message.page(), `console: ${message.text()}`);
      });
      await provide(problems);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
  account: async ({ page }, provide) => {
    await provide(demoAccount(page, REGION));
  },
});

/** Pages whose next document is on its way. The old one sees its loads end halfway, which is no fault of its own. */
function pagesBeingLeft(context: BrowserContext): ReadonlySet<Page> {
  const leaving = new Set<Page>();
  const watch = (page: Page) => {
    page.on('request', (request) => {
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) leaving.add(page);
    });
    page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame()) leaving.delete(page);
    });
  };
  context.pages().forEach(watch);
  context.on('page', watch);
  return leaving;
}

export { expect };

/** Opens an address and waits until the page, not the outline, stands. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 }).first()).not.toBeEmpty();
}

/** The rows of a table that hold data, in view. */
export function rowsOf(table: Locator): Locator {
  return table.locator('tbody tr[data-index]');
}

/** The rows of the page's first list. */
export function rows(page: Page): Locator {
  return rowsOf(page.getByRole('main').getByRole('table').first());
}

export async function openCommands(page: Page): Promise<void> {
  await open(page, `/${REGION}/commands`);
  await expect(rows(page).first()).toBeVisible();
}

/** The sheet or dialog on top. */
export function dialog(page: Page): Locator {
  return page.getByRole('dialog').last();
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

export function createButton(page: Page): Locator {
  return dialog(page).getByRole('button', { name: 'Create command' });
}

/** Opens the form for a new command and fills it in. */
export async function fillCommand(
  page: Page,
  { name, script, parameters = false, timeout }: NewCommand,
): Promise<void> {
  await open(page, `/${REGION}/commands/new`);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  if (timeout !== undefined) await page.getByRole('textbox', { name: 'Timeout' }).fill(timeout);
  const useParameters = page.getByRole('switch', { name: 'Use parameters' });
  if (parameters !== (await useParameters.isChecked())) await useParameters.click();
  await writeScript(page, script);
}

/** What the form for a new command holds. */
export async function expectFilled(page: Page, { name, script, timeout }: NewCommand): Promise<void> {
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(name);
  if (timeout !== undefined)
    await expect(page.getByRole('textbox', { name: 'Timeout' })).toHaveValue(timeout);
  // The editor renders the lines in view, each as an element of its own.
  const [firstLine = ''] = script.split('\n');
  await expect(page.getByRole('textbox', { name: 'Content' })).toContainText(firstLine.slice(0, 40));
}

/** Creates a Shell command through the form and waits for the toast. */
export async function createCommand(page: Page, command: NewCommand): Promise<void> {
  await fillCommand(page, command);
  await createButton(page).click();
  await expect(page.getByText(`${command.name} is saved`)).toBeVisible();
}

/** The run sheet's table of instances; `named` gives one row. */
export function picker(page: Page) {
  const table = dialog(page).getByRole('table', { name: 'Instances to choose from' });
  return {
    table,
    rows: rowsOf(table),
    named: (name: string) => rowsOf(table).filter({ has: page.getByText(name, { exact: true }) }),
    box: (name: string) => table.getByRole('checkbox', { name: `Select ${name}`, exact: true }),
    search: dialog(page).getByRole('searchbox', { name: 'Name, ID or IP' }),
  };
}

/** Opens a command's run sheet with these instances chosen, as a link does. */
export async function openRunSheet(
  page: Page,
  commandId: string,
  instanceIds: readonly string[] = [],
): Promise<void> {
  const query = instanceIds.length > 0 ? `?instances=${instanceIds.join(',')}` : '';
  await page.goto(`/${REGION}/commands/${commandId}/run${query}`);
  await expect(picker(page).rows.first()).toBeVisible();
}

export function runButton(page: Page): Locator {
  return dialog(page).getByRole('button', { name: /^Run( on|$)/ });
}

export function headline(page: Page): Locator {
  return page.getByRole('main').getByRole('heading', { level: 1 });
}

/** The output shown of one instance. */
export function outputOf(page: Page, name: string): Locator {
  return page.getByRole('group', { name: `Output of ${name}`, exact: true });
}

export async function openRecord(page: Page, invokeId: string, query = ''): Promise<void> {
  await page.goto(`/${REGION}/invocations/${invokeId}${query}`);
  await expect(headline(page)).toHaveText(/\d/);
}
