import type { Page } from '@playwright/test';
import {
  createButton,
  createCommand,
  dialog,
  FAILED_CALL,
  headline,
  openRunSheet,
  outputOf,
  picker,
  REGION,
  rows,
  runButton,
} from './support/fixtures';
import {
  chooseInAccountMenu,
  connect,
  expect,
  expectAsked,
  instanceId,
  KEY,
  test,
  type LiveServers,
} from './support/live';

const COMMANDS = `/${REGION}/commands`;

test.beforeEach(({ live }) => live.cloud.control('reset'));

/** Saves a command and runs it on an instance, as a person does. */
async function runsACommand(page: Page, { ecs }: LiveServers, name: string): Promise<void> {
  await createCommand(page, { name, script: 'echo "live on $(hostname)"' });
  const { items } = await ecs.describeCommands({ RegionId: REGION, Name: name });
  const target = await instanceId(ecs, 'web-prod-01');
  await openRunSheet(page, items[0]?.CommandId ?? '', [target]);
  await expect(picker(page).named('web-prod-01')).toBeVisible();
  await runButton(page).click();
  await expect(headline(page)).toHaveText('1 succeeded', { timeout: 30_000 });
  await expect(outputOf(page, 'web-prod-01')).toContainText('live on web-prod-01');
}

test.describe('keys in the browser', () => {
  // A page whose clock is wound forward is first refused for it, until it has the server's time.
  test.use({ baseURL: async ({ live }, provide) => provide(live.keys.url), provoked: FAILED_CALL });

  test('K2: a key connects, runs a command, survives a reload where asked to, and goes when nobody is there', async ({
    page,
    live,
  }) => {
    await page.clock.install();
    await page.goto('/');
    await connect(page, { keep: true });
    await expect(rows(page).first()).toBeVisible();
    await expect(page.getByRole('button', { name: /^Live · te…/ })).toBeVisible();
    await runsACommand(page, live, 'by-key');
    await page.clock.fastForward('31:00');
    await expectAsked(page, 'Locked, because nobody used the console');
    await connect(page);
    await expect(headline(page)).toHaveText('1 succeeded');
  });

  test('K2: the secret is in no storage, address, message, cache or request, before and after signing out', async ({
    page,
    context,
  }) => {
    const seen: string[] = [];
    context.on('console', (message) => seen.push(message.text()));
    context.on('request', (request) => seen.push(request.url(), request.postData() ?? ''));
    await page.goto('/');
    await connect(page);
    await expect(rows(page).first()).toBeVisible();
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Instances' }).click();
    await expect(rows(page).first()).toBeVisible();
    seen.push(await traces(page));
    await chooseInAccountMenu(page, 'Lock');
    await expectAsked(page, 'Locked. Enter the key again');
    await connect(page);
    await expect(page).toHaveURL(/\/instances$/);
    await expect(rows(page).first()).toBeVisible();
    await chooseInAccountMenu(page, 'Sign out');
    await expectAsked(page, 'Signed out');
    const left = await traces(page);
    seen.push(left);
    expect(seen.filter((text) => text.includes(KEY.accessKeySecret))).toEqual([]);
    expect(left).not.toContain(REGION);
    await page.goBack();
    await expect(page.getByRole('heading', { name: 'Connect to an account' })).toBeVisible();
  });

  test.describe('refused', () => {
    test('K2: what is wrong with the key is said, each with what to do', async ({ page, live }) => {
      await page.goto('/');
      const told = page.getByRole('alert');
      await connect(page, { accessKeyId: 'nobody' });
      await expect(told).toContainText('Unknown AccessKey');
      await connect(page, { accessKeySecret: 'not-it' });
      await expect(told).toContainText('The signature was refused');
      await expect(told).not.toContainText('string to sign');
      await live.cloud.control('faults', [
        { action: 'DescribeRegions', code: 'Forbidden.RAM', status: 403, times: 1 },
      ]);
      await connect(page);
      await expect(told).toContainText('ecs:DescribeRegions');
      await expect(told).toContainText(/RequestId [0-9A-F-]{36}/);
      await page.route(`${live.cloud.url}/`, (route) => route.abort(), { times: 1 });
      await connect(page);
      await expect(told).toContainText('No answer from the cloud');
      await connect(page);
      await expect(rows(page).first()).toBeVisible();
    });

    test('K2: a token that expires midway is asked for again in place', async ({ page, live }) => {
      await page.goto(`/${REGION}/instances`);
      const token = `sts-${new Date(Date.now() + 3_600_000).toISOString().slice(0, 19)}Z`;
      const temporary = { accessKeyId: 'STS.testid', accessKeySecret: 'ststestsecret', securityToken: token };
      await connect(page, temporary);
      await expect(rows(page).first()).toBeVisible();
      await live.cloud.control('faults', [{ action: '*', code: 'InvalidSecurityToken.Expired' }]);
      await page.getByRole('link', { name: 'Execution records' }).click();
      // The list that is left may be the first to hear of it, while the next page is still on its way.
      await expect(page).toHaveURL(/\/invocations$/);
      const note = page.getByRole('alert').filter({ hasText: 'no longer accepts the key' });
      await expect(note).toBeVisible();
      await live.cloud.control('faults', []);
      await note.getByRole('button', { name: 'Enter another' }).click();
      await expectAsked(page, 'no longer accepts the key');
      await connect(page, temporary);
      await expect(page).toHaveURL(/\/invocations$/);
      await expect(rows(page).first()).toBeVisible();
    });
  });
});

test.describe('through the gateway', () => {
  test.use({ baseURL: async ({ live }, provide) => provide(live.gateway.url), provoked: FAILED_CALL });

  test('K2: the console connects by itself and runs a command; no key is in the browser', async ({
    page,
    context,
    live,
  }) => {
    const asked: string[] = [];
    context.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
    await page.goto('/');
    await expect(rows(page).first()).toBeVisible();
    await runsACommand(page, live, 'by-gateway');
    const foreign = asked.filter((text) => !text.startsWith(live.gateway.url) && !text.startsWith('blob:'));
    expect(foreign).toEqual([]);
    expect(asked.filter((text) => /testid|testsecret|Signature/.test(text))).toEqual([]);
    expect(live.gateway.printed()).not.toContain(KEY.accessKeySecret);
  });

  test('K4: throttling slows the console and says so; 503 passes unseen; a lost answer starts no second run', async ({
    page,
    live,
  }) => {
    await live.cloud.control('faults', [
      { action: 'DescribeInstances', code: 'Throttling.User', times: 2 },
      { action: 'DescribeCommands', code: 'ServiceUnavailable', status: 503, times: 2 },
    ]);
    await page.goto(COMMANDS);
    await expect(page.getByText('The cloud limits how often it is asked (DescribeInstances)')).toBeVisible();
    await expect(rows(page).first()).toBeVisible();
    let sent = 0;
    await page.route('**/gateway/ecs/InvokeCommand', async (route) => {
      sent++;
      await route.fetch();
      await route.abort('connectionreset');
    });
    const { items } = await live.ecs.describeCommands({ RegionId: REGION, Name: 'hello' });
    const CommandId = items[0]?.CommandId ?? '';
    const before = await live.ecs.describeInvocations({ RegionId: REGION, CommandId });
    await openRunSheet(page, CommandId, [await instanceId(live.ecs, 'web-prod-01')]);
    await runButton(page).click();
    await expect(page.getByText('The run had started all the same')).toBeVisible();
    await expect(headline(page)).toHaveText(/^1 /);
    const after = await live.ecs.describeInvocations({ RegionId: REGION, CommandId });
    expect([sent, after.totalCount]).toEqual([1, before.totalCount + 1]);
  });

  test('K2: read-only, it shows everything and refuses to change anything, with the reason', async ({
    page,
    live,
  }) => {
    await page.goto(`${live.readOnly.url}${COMMANDS}`);
    await expect(page.getByRole('button', { name: /read-only/ })).toBeVisible();
    await expect(rows(page).first()).toBeVisible();
    await page.goto(`${live.readOnly.url}${COMMANDS}/new`);
    await expect(createButton(page)).toHaveAccessibleDescription('This connection is read-only');
    // The limits of today, not those of the manual that the demo follows.
    await expect(dialog(page)).toContainText('of 24 KB');
    await expect(page.getByRole('textbox', { name: 'Timeout' })).toHaveValue('60');
    const forced = await page.evaluate(async () => {
      const answer = await fetch('/gateway/ecs/CreateCommand', {
        method: 'POST',
        body: new URLSearchParams({ RegionId: 'cn-hangzhou' }),
        headers: { 'x-console-gateway': '1' },
      });
      return [answer.status, ((await answer.json()) as { Code: string }).Code];
    });
    expect(forced).toEqual([403, 'Gateway.ReadOnly']);
  });
});

test.describe('from the demo', () => {
  test.use({ provoked: /Content Security Policy/ });

  test('K2: connecting leaves the demo and loads no emulator; the demo can be had back', async ({ page }) => {
    const scripts: string[] = [];
    await page.goto('/');
    await expect(rows(page).first()).toBeVisible();
    page.on('request', (request) => scripts.push(request.url()));
    await chooseInAccountMenu(page, 'Connect to an account…');
    await expect(page.getByRole('heading', { name: 'Connect to an account' })).toBeVisible();
    await connect(page, { endpoint: 'http://127.0.0.1:9' });
    await expect(page.getByRole('alert')).toContainText('This page may not call that address');
    expect(scripts.filter((url) => /assets\/(?:browser|emulator)-/.test(url))).toEqual([]);
    await page.getByRole('button', { name: 'Use the demo' }).click();
    await expect(page.getByRole('button', { name: /^Demo/ })).toBeVisible();
    await expect(rows(page).first()).toBeVisible();
  });
});

/** Everything of this origin that outlives a moment, as one text. */
function traces(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const cached = await Promise.all(
      (await caches.keys()).map(async (name) => {
        const cache = await caches.open(name);
        const answers = await cache.matchAll();
        return Promise.all(answers.map((answer) => answer.text()));
      }),
    );
    const workers = await navigator.serviceWorker.getRegistrations();
    const databases = await indexedDB.databases();
    return JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      cached,
      workers.map(({ scope, active }) => [scope, active?.scriptURL]),
      databases,
      document.cookie,
      window.name,
      history.state,
      location.href,
      document.documentElement.outerHTML,
    ]);
  });
}
