import {
  createCommand,
  dialog,
  expect,
  FAILED_CALL,
  headline,
  open,
  openCommands,
  openRecord,
  outputOf,
  REGION,
  rows,
  test,
} from './support/fixtures';

const ROUTES = [
  [`/${REGION}/commands`, /\d+ commands/],
  [`/${REGION}/commands/new`, /New command/],
  [`/${REGION}/invocations`, /execution record|running of/],
  [`/${REGION}/instances`, /\d+ instances/],
  ['/settings', /instances in the demo/],
] as const;

test.describe('frame', () => {
  test('K1: a first visit lands in the demo with commands on screen, asks nothing, and calls no other host', async ({
    page,
    context,
    baseURL,
  }) => {
    const called: string[] = [];
    context.on('request', (request) => called.push(request.url()));
    await page.goto('/');
    await expect(page).toHaveURL(new RegExp(`/${REGION}/commands$`));
    await expect(rows(page).first()).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(called.filter((url) => !url.startsWith(`${baseURL}/`))).toEqual([]);
  });

  test('J1: every list and form, one command, its sheets, one record and one instance open directly', async ({
    page,
    account,
  }) => {
    await openCommands(page);
    const instanceId = await account.idOf('web-prod-01');
    const invokeId = await account.run({ name: 'linked', script: 'echo linked' }, ['web-prod-01']);
    const { items } = await account.ecs.describeCommands({ RegionId: REGION, PageNumber: 1, PageSize: 1 });
    const command = `/${REGION}/commands/${items[0]?.CommandId}`;
    for (const [path, heading] of [
      ...ROUTES,
      [command, /^linked/],
      [`${command}/edit`, /^Edit linked/],
      [`${command}/copy`, /^Copy of linked/],
      [`${command}/run?instances=${instanceId}`, /^Run linked on web-prod-01/],
      [`/${REGION}/invocations/${invokeId}`, /1 succeeded/],
      [`/${REGION}/instances/${instanceId}`, /^web-prod-01 is running/],
    ] as const) {
      await page.goto(path);
      await expect(page.getByRole('heading', { name: heading }).first()).toBeVisible();
    }
  });

  test.describe('a mistyped address', () => {
    test.use({ provoked: FAILED_CALL });

    test('J1: an unknown page says so and leads back; an unknown region names it and offers the account’s own', async ({
      page,
    }) => {
      await open(page, `/${REGION}/nothing-here`);
      await expect(page.getByRole('heading', { name: 'This page does not exist' })).toBeVisible();
      await page.getByRole('link', { name: 'Go to commands' }).click();
      await expect(rows(page).first()).toBeVisible();
      await open(page, '/cn-atlantis/instances');
      await expect(page.getByRole('heading', { name: /There is no region “cn-atlantis”/ })).toBeVisible();
      await page.getByRole('main').getByRole('link', { name: 'Singapore' }).click();
      await expect(page).toHaveURL(/\/ap-southeast-1\/instances$/);
      await expect(rows(page).first()).toBeVisible();
    });
  });

  test('J1: switching the region keeps the page and reads the other region', async ({ page }) => {
    await open(page, `/${REGION}/instances`);
    await expect(rows(page).first()).toBeVisible();
    await page.getByRole('button', { name: /^Region: China \(Hangzhou\)/ }).click();
    await page.getByRole('option', { name: /Singapore/ }).click();
    await expect(page).toHaveURL(/\/ap-southeast-1\/instances$/);
    await expect(rows(page).filter({ hasText: 'web-sg-prod-01' })).toBeVisible();
  });

  test('J1: filters live in the address: reload and Back show the same', async ({ page }) => {
    await openCommands(page);
    await page.getByRole('button', { name: /^Type/ }).click();
    await page.getByRole('menuitemradio', { name: 'PowerShell' }).click();
    await expect(page).toHaveURL(/type=RunPowerShellScript/);
    await expect(rows(page).filter({ hasNotText: 'PowerShell' })).toHaveCount(0);
    const shown = await rows(page).count();
    expect(shown).toBeGreaterThan(0);
    await page.reload();
    await expect(rows(page)).toHaveCount(shown);
    await rows(page).first().getByRole('link').click();
    await expect(page).toHaveURL(/\/commands\/c-/);
    await page.goBack();
    await expect(page).toHaveURL(/type=RunPowerShellScript/);
    await expect(rows(page)).toHaveCount(shown);
    await page.goBack();
    await expect(page).not.toHaveURL(/type=/);
    await expect(rows(page).filter({ hasText: 'Shell' }).first()).toBeVisible();
  });

  test('J2: times are local with their zone named, UTC is one click away; zone and language are kept over a reload', async ({
    page,
  }) => {
    await openCommands(page);
    const zone = page.getByRole('button', { name: /Times are in local time/ });
    await expect(zone).toContainText('UTC+8');
    const created = rows(page).first().locator('time').first();
    const local = await created.innerText();
    await zone.click();
    await expect(created).not.toHaveText(local);
    const utc = await created.innerText();
    await page.reload();
    await expect(page.getByRole('button', { name: /Times are in UTC/ })).toBeVisible();
    await expect(created).toHaveText(utc);
    await page.getByRole('button', { name: 'Language' }).click();
    await page.getByRole('menuitemradio', { name: '繁體中文' }).click();
    await expect(page.getByRole('link', { name: '執行記錄' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('link', { name: '執行記錄' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant');
  });

  test('J4: the theme is set before the first paint', async ({ page, context }) => {
    await openCommands(page);
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    // In a page whose own script never arrives, the theme is there all the same.
    const bare = await context.newPage();
    await bare.route('**/assets/*.js', () => undefined);
    await bare.goto(`/${REGION}/commands`, { waitUntil: 'commit' });
    await expect(bare.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(bare.getByRole('table')).toHaveCount(0);
  });

  test('J4: the palette opens by keyboard, goes to a page, gives the focus back, and finds by a part of the name', async ({
    page,
  }) => {
    await openCommands(page);
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox').fill('Execution records');
    await expect(page.getByRole('option').first()).toContainText('Execution records');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/invocations$/);
    const status = page.getByRole('button', { name: /^Status/ });
    await status.focus();
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('combobox')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(status).toBeFocused();
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox').fill('disk-cl');
    await expect(page.getByRole('option', { name: /^Run disk-clean/ })).toBeVisible();
    await page.getByRole('combobox').fill('cache-0');
    await page.getByRole('option', { name: /cache-02/ }).click();
    await expect(page.getByRole('heading', { name: /^cache-02 is running/ })).toBeVisible();
  });

  test('J4: “?” lists the keys, and the keys of the list go where they say', async ({ page }) => {
    await openCommands(page);
    await page.keyboard.press('?');
    await expect(dialog(page)).toContainText('Execution records');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.keyboard.press('g');
    await page.keyboard.press('i');
    await expect(page).toHaveURL(/\/instances$/);
    // The page before stands until this one is drawn and takes the focus.
    await expect(page.getByRole('heading', { level: 1, name: /\d+ instances/ })).toBeFocused();
    await page.keyboard.press('/');
    await expect(page.getByRole('searchbox', { name: 'Name, ID or IP' })).toBeFocused();
  });

  test('K1: API calls shows each call with its command line and RequestId', async ({ page }) => {
    await openCommands(page);
    await page.getByRole('button', { name: /Account and tools/ }).click();
    await page.getByRole('menuitem', { name: 'API calls' }).click();
    const calls = page.getByRole('complementary', { name: 'API calls' });
    await calls
      .getByRole('button', { name: /DescribeCommands/ })
      .first()
      .click();
    await expect(calls).toContainText(`aliyun ecs DescribeCommands --RegionId ${REGION}`);
    await expect(calls).toContainText(/[0-9A-F]{8}-[0-9A-F]{4}/);
  });
});

test.describe('content security', () => {
  test.describe('an attempt', () => {
    test.use({ provoked: /Content Security Policy/ });

    test('K2: the policy of the built page allows no inline script and no eval; one that got in does not run', async ({
      page,
    }) => {
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
  });

  test('K2: writing, saving and running a script breaks no rule of the policy', async ({ page, account }) => {
    // The watch over the console fails this test at any refusal; the event says so even where the console is silent.
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    await openCommands(page);
    await createCommand(page, { name: 'calm', script: 'echo "quiet on $(hostname)"' });
    const { items } = await account.ecs.describeCommands({
      RegionId: REGION,
      Name: 'calm',
      PageNumber: 1,
      PageSize: 1,
    });
    const { InvokeId } = await account.ecs.invokeCommand({
      RegionId: REGION,
      CommandId: items[0]?.CommandId ?? '',
      InstanceId: [await account.idOf('web-prod-01')],
    });
    await openRecord(page, InvokeId);
    await expect(headline(page)).toHaveText('1 succeeded', { timeout: 30_000 });
    await expect(outputOf(page, 'web-prod-01')).toContainText('quiet on');
  });
});
