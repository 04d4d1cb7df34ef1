import { expect, open, openCommands, REGION, rows, test } from './support/fixtures';

const ROUTES = [
  [`/${REGION}/commands`, /command/],
  [`/${REGION}/commands/new`, /New command/],
  [`/${REGION}/invocations`, /record|running/i],
  [`/${REGION}/instances`, /instance/i],
  ['/settings', /./],
] as const;

test.describe('frame', () => {
  test('K1: a first visit lands in the demo with commands on screen and asks nothing', async ({ page }) => {
    await page.goto('/');
    await expect(page).toHaveURL(new RegExp(`/${REGION}/commands$`));
    await expect(rows(page).first()).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  for (const [path, heading] of ROUTES) {
    test(`J1: ${path} can be opened directly`, async ({ page }) => {
      await open(page, path);
      await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible();
    });
  }

  test('J1: an unknown address says so and leads back', async ({ page }) => {
    await open(page, `/${REGION}/nothing-here`);
    await expect(page.getByRole('heading', { name: 'This page does not exist' })).toBeVisible();
    await page.getByRole('link', { name: 'Go to commands' }).click();
    await expect(rows(page).first()).toBeVisible();
  });

  test('J1: switching the region keeps the page and reads the other region', async ({ page }) => {
    await open(page, `/${REGION}/instances`);
    await expect(rows(page).first()).toBeVisible();
    await page.getByRole('button', { name: /^Region: China \(Hangzhou\)/ }).click();
    await page.getByRole('option', { name: /Singapore/ }).click();
    await expect(page).toHaveURL(/\/ap-southeast-1\/instances$/);
    await expect(rows(page).first()).toBeVisible();
  });

  test('J1: filters live in the address: reload and Back show the same', async ({ page }) => {
    await openCommands(page);
    await page.getByRole('button', { name: /^Type/ }).click();
    await page.getByRole('menuitemradio', { name: 'PowerShell' }).click();
    await expect(page).toHaveURL(/type=RunPowerShellScript/);
    await expect(rows(page).first()).toContainText('PowerShell');
    const shown = await rows(page).count();
    await page.reload();
    await expect(rows(page)).toHaveCount(shown);
    await expect(rows(page).first()).toContainText('PowerShell');
  });

  test('J2: the language is kept over a reload and names the document', async ({ page }) => {
    await openCommands(page);
    await page.getByRole('button', { name: 'Language' }).click();
    await page.getByRole('menuitemradio', { name: '繁體中文' }).click();
    await expect(page.getByRole('link', { name: '執行記錄' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('link', { name: '執行記錄' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant');
  });

  test('J4: the theme is set before the first paint', async ({ page }) => {
    await openCommands(page);
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.route('**/assets/**', (route) => route.abort());
    await page.reload({ waitUntil: 'commit' });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

  test('K2: the policy of the built page allows no inline script and no eval', async ({ page }) => {
    await openCommands(page);
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    const scripts = policy?.split(';').find((part) => part.trim().startsWith('script-src'));
    expect(scripts).toContain("'self'");
    expect(scripts).not.toMatch(/unsafe-inline|unsafe-eval/);
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.inlineRan = true';
      document.body.append(script);
      return 'inlineRan' in window;
    });
    expect(ran).toBe(false);
  });

  test('J4: the palette opens by keyboard, goes to a page, and gives the focus back', async ({ page }) => {
    await openCommands(page);
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox').fill('Execution records');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/invocations$/);
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});
