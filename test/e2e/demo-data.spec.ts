import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import {
  dialog,
  expect,
  headline,
  open,
  openCommands,
  openRecord,
  outputOf,
  REGION,
  rows,
  test,
} from './support/fixtures';

const DATABASE = 'ecs-operations-console-demo';

/** Does something to the stored account while no console of the origin has it open. */
async function withDatabase(
  page: Page,
  version: number | undefined,
  damage: 'none' | 'meta' | 'act',
): Promise<void> {
  await page.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.goto('/');
  await page.evaluate(
    async ([name, asked, kind]) => {
      const done = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.addEventListener('success', () => resolve(request.result));
          request.addEventListener('error', () => reject(request.error ?? new Error('refused')));
        });
      const db = await done(indexedDB.open(name, asked));
      if (kind !== 'none') {
        const tx = db.transaction(kind === 'meta' ? 'meta' : 'acts', 'readwrite');
        if (kind === 'meta') await done(tx.objectStore('meta').put({ bornAt: 'yesterday' }, 'meta'));
        else await done(tx.objectStore('acts').add({ kind: 'Nonsense' }));
      }
      db.close();
    },
    [DATABASE, version, damage] as const,
  );
  await page.unroute('**/assets/*.js');
}

test.describe('demo data', () => {
  test('K1: reset takes away what was made and leaves the account as new', async ({ page, account }) => {
    await openCommands(page);
    const fresh = await headline(page).innerText();
    await account.save({ name: 'short-lived', script: 'true' });
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(rows(page).first()).toContainText('short-lived');
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Reset…' }).click();
    await expect(dialog(page)).toContainText('This cannot be undone');
    await dialog(page).getByRole('button', { name: 'Keep' }).click();
    await page.getByRole('button', { name: 'Reset…' }).click();
    await dialog(page).getByRole('button', { name: 'Reset data' }).click();
    await expect(page.getByText('The demo starts anew')).toBeVisible();
    await openCommands(page);
    await expect(headline(page)).toHaveText(fresh);
    await expect(page.getByText('short-lived')).toHaveCount(0);
  });

  test('K1: an export brings everything back after a reset: command, record, output and files', async ({
    page,
    account,
  }) => {
    await openCommands(page);
    const script = 'echo kept > /root/kept; echo "carried over"';
    const run = await account.run({ name: 'carried', script }, ['web-prod-01']);
    await openRecord(page, run);
    await expect(headline(page)).toHaveText('1 succeeded', { timeout: 30_000 });

    await open(page, '/settings');
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^ecs-operations-console-demo-\d{4}-\d\d-\d\d\.json$/);
    const exported = await readFile(await download.path(), 'utf8');
    expect(exported).not.toContain('AccessKeySecret');

    await page.getByRole('button', { name: 'Reset…' }).click();
    await dialog(page).getByRole('button', { name: 'Reset data' }).click();
    await expect(page.getByText('The demo starts anew')).toBeVisible();
    await page.goto(`/${REGION}/invocations/${run}`);
    await expect(page.getByText('No such record in this region')).toBeVisible();

    await open(page, '/settings');
    await page.getByLabel('Export file to import').setInputFiles({
      name: 'kept.json',
      mimeType: 'application/json',
      buffer: Buffer.from(exported),
    });
    await expect(dialog(page)).toContainText('1 command created');
    await expect(dialog(page)).toContainText('1 run');
    await dialog(page).getByRole('button', { name: 'Replace data' }).click();
    await expect(page.getByText('The demo data was replaced')).toBeVisible();
    await openRecord(page, run);
    await expect(outputOf(page, 'web-prod-01')).toContainText('carried over');
    await openRecord(page, await account.run({ script: 'cat /root/kept' }, ['web-prod-01']));
    await expect(headline(page)).toHaveText('1 succeeded', { timeout: 30_000 });
    await expect(outputOf(page, 'web-prod-01')).toContainText('kept');
  });

  test('K1: a file that is no export, or one with a damaged act, is refused as a whole and changes nothing', async ({
    page,
    account,
  }) => {
    await openCommands(page);
    await account.save({ name: 'stays', script: 'true' });
    await open(page, '/settings');
    for (const [name, text, reason] of [
      ['notes.json', 'not json at all', 'notes.json is not a JSON file.'],
      ['other.json', '{"format":"another"}', 'other.json is not an export of this demo.'],
    ] as const) {
      await page
        .getByLabel('Export file to import')
        .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
      await expect(page.getByRole('alert')).toContainText(reason);
    }
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    const exported = JSON.parse(await readFile(await (await downloading).path(), 'utf8')) as {
      acts: unknown[];
    };
    exported.acts = [{ kind: 'CommandCreated', at: 'never' }];
    await page.getByLabel('Export file to import').setInputFiles({
      name: 'damaged.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(exported)),
    });
    await dialog(page).getByRole('button', { name: 'Replace data' }).click();
    await expect(page.getByRole('alert')).toContainText('That did not work');
    await openCommands(page);
    await expect(rows(page).first()).toContainText('stays');
  });

  test('K1: data without its stores or account, with an act nobody knows or of a newer version gives a clear page, and its reset a working demo', async ({
    page,
  }) => {
    // The first in a browser that has none yet; each reset leaves a whole account to the next.
    for (const [version, damage, title] of [
      [1, 'none', 'The demo’s data cannot be read'],
      [undefined, 'meta', 'The demo’s data cannot be read'],
      [undefined, 'act', 'The demo’s data cannot be read'],
      [99, 'none', 'The demo’s data comes from a newer version'],
    ] as const) {
      await withDatabase(page, version, damage);
      await page.goto(`/${REGION}/commands`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
      await expect(page.getByRole('button', { name: 'Reload' })).toBeVisible();
      await page.getByRole('button', { name: 'Reset demo data' }).click();
      await dialog(page).getByRole('button', { name: 'Reset demo data' }).click();
      await expect(rows(page).first()).toBeVisible();
    }
  });
});
