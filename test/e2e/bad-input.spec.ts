import type { Locator, Page } from '@playwright/test';
import { injectFaults } from './support/faults';
import {
  createButton,
  dialog,
  expect,
  expectFilled,
  FAILED_CALL,
  fillCommand,
  headline,
  open,
  openCommands,
  openRecord,
  openRunSheet,
  outputOf,
  picker,
  REGION,
  rows,
  runButton,
  test,
  writeScript,
} from './support/fixtures';

// Answers with an error status are what this file is about.
test.use({ provoked: FAILED_CALL });

const REQUEST_ID = /RequestId [0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}/;

/** The alert that a failed call left, with what support asks for. */
async function expectRefusal(within: Page | Locator, code: string): Promise<Locator> {
  const alert = within.getByRole('alert').filter({ hasText: code });
  await expect(alert).toBeVisible();
  await expect(alert).toContainText(REQUEST_ID);
  return alert;
}

test.describe('a script that cannot be saved', () => {
  test('A2, A3, A4: content over the limit, too many or bad parameters and no name are refused before sending, and stay', async ({
    page,
  }) => {
    const large = { name: 'too-large', script: `echo ${'x'.repeat(12_400)}` };
    await fillCommand(page, large);
    const sheet = dialog(page);
    await expect(sheet).toContainText('16,540 bytes after Base64; at most 16,384 are allowed');
    await expect(createButton(page)).toHaveAttribute('aria-disabled', 'true');
    await createButton(page).press('Enter');
    await expectFilled(page, large);
    await page.reload();
    await expectFilled(page, large);

    const names = Array.from({ length: 21 }, (_, index) => `"{{p${index + 1}}}"`);
    await page.getByRole('switch', { name: 'Use parameters' }).click();
    await writeScript(page, `echo ${names.join(' ')}`);
    await expect(sheet).toContainText('The script uses 21 parameters; at most 20 are allowed.');
    await expect(createButton(page)).toHaveAttribute('aria-disabled', 'true');

    await writeScript(page, 'echo begin\necho "{{bad name}}" "{{}}"\necho "{{ACS::Nope}}"');
    await expect(sheet.getByText(/Line 2, column 7: “bad name” is no parameter name/).first()).toBeVisible();
    await expect(sheet.getByText(/Line 2, column \d+: the braces are empty/).first()).toBeVisible();
    await expect(sheet.getByText(/Line 3, column 7: “ACS::Nope”/).first()).toBeVisible();
    await expect(createButton(page)).toHaveAttribute('aria-disabled', 'true');
    // Braces that are part of the script are no mistake once parameters are off.
    await page.getByRole('switch', { name: 'Use parameters' }).click();
    await expect(createButton(page)).not.toHaveAttribute('aria-disabled', 'true');

    const name = page.getByRole('textbox', { name: 'Name', exact: true });
    await name.fill('');
    await createButton(page).click();
    await expect(name).toHaveAccessibleDescription(/Give the command a name/);
    await expect(name).toHaveAttribute('aria-invalid', 'true');
    await expect(name).toBeFocused();
    await expectFilled(page, { name: '', script: 'echo begin' });
  });

  test('A2: a timeout of 0, −1, 1e9 or “abc” is refused with the reason', async ({ page }) => {
    await fillCommand(page, { name: 'late', script: 'echo late' });
    const timeout = page.getByRole('textbox', { name: 'Timeout' });
    for (const [value, reason] of [
      ['0', /must be at least 1 s/],
      ['-1', /must be at least 1 s|whole number of seconds/],
      ['1e9', /whole number of seconds/],
      ['1000000000', /must be at most 86,400 s/],
      ['abc', /whole number of seconds/],
      ['1.5', /whole number of seconds/],
      ['', /Give a timeout/],
    ] as const) {
      await timeout.fill(value);
      await createButton(page).click();
      await expect(timeout).toHaveAccessibleDescription(reason);
      await expect(timeout).toHaveValue(value);
    }
    await expectFilled(page, { name: 'late', script: 'echo late' });
    await timeout.fill('60');
    await createButton(page).click();
    await expect(page.getByText('late is saved')).toBeVisible();
  });

  test('A1, K4: a full quota of commands is told with its figure, and the form keeps what was typed', async ({
    page,
    account,
  }) => {
    await fillCommand(page, { name: 'one-more', script: 'echo one more' });
    const { totalCount } = await account.ecs.describeCommands({
      RegionId: REGION,
      PageNumber: 1,
      PageSize: 1,
    });
    await Promise.all(
      Array.from({ length: 100 - totalCount }, (_, index) =>
        account.save({ name: `filler-${index}`, script: 'true' }),
      ),
    );
    // The form was opened while there was room: the service is the one that refuses.
    await createButton(page).click();
    const alert = await expectRefusal(dialog(page), 'CmdCount.ExceedQuota');
    await expect(alert).toContainText('Delete commands that are no longer needed');
    await expectFilled(page, { name: 'one-more', script: 'echo one more' });

    await page.reload();
    await expect(dialog(page)).toContainText('The quota of 100 commands is full');
    await expect(createButton(page)).toHaveAttribute('aria-disabled', 'true');
    await expectFilled(page, { name: 'one-more', script: 'echo one more' });
    await openCommands(page);
    await expect(headline(page)).toHaveText('100 commands, the quota is full');
  });
});

test.describe('what another tab did meanwhile', () => {
  test('A7: deleting a command that another tab deleted ends in its absence and says so', async ({
    page,
    account,
  }) => {
    await openCommands(page);
    const commandId = await account.save({ name: 'twice-deleted', script: 'true' });
    await page.getByRole('button', { name: 'Refresh' }).click();
    await rows(page).filter({ hasText: 'twice-deleted' }).getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Delete…' }).click();
    await expect(dialog(page)).toContainText('twice-deleted');
    await account.ecs.deleteCommand({ RegionId: REGION, CommandId: commandId });
    await dialog(page).getByRole('button', { name: 'Delete command' }).click();
    await expect(page.getByText('twice-deleted was already deleted elsewhere')).toBeVisible();
    await expect(rows(page).filter({ hasText: 'twice-deleted' })).toHaveCount(0);
  });

  test('B1: a command deleted while its run sheet is open is told, and the choice stays', async ({
    page,
    account,
  }) => {
    await openCommands(page);
    const commandId = await account.save({ name: 'vanished', script: 'echo {{who}}', parameters: true });
    await openRunSheet(page, commandId, [await account.idOf('web-prod-01')]);
    await dialog(page).getByRole('textbox', { name: 'who' }).fill('somebody');
    await expect(runButton(page)).not.toHaveAttribute('aria-disabled', 'true');
    await account.ecs.deleteCommand({ RegionId: REGION, CommandId: commandId });
    await runButton(page).click();
    await expectRefusal(dialog(page), 'InvalidCmdId.NotFound');
    await expect(dialog(page)).toContainText('Nothing runs.');
    await expect(dialog(page)).toContainText('The command no longer exists');
    await expect(dialog(page).getByRole('textbox', { name: 'who' })).toHaveValue('somebody');
    await expect(dialog(page)).toContainText('1 instance selected');
  });

  test('A5: a command deleted while its name is edited is told, and the new name stays', async ({
    page,
    account,
  }) => {
    await openCommands(page);
    const commandId = await account.save({ name: 'renamed', script: 'true' });
    await open(page, `/${REGION}/commands/${commandId}`);
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    const name = dialog(page).getByRole('textbox', { name: 'Name' });
    await name.fill('a better name');
    await account.ecs.deleteCommand({ RegionId: REGION, CommandId: commandId });
    await dialog(page).getByRole('button', { name: 'Save' }).click();
    await expectRefusal(dialog(page), 'InvalidCmdId.NotFound');
    await expect(name).toHaveValue('a better name');
  });
});

test('B2, B5: a run refused for an instance that stopped meanwhile, then for the quota, keeps the sheet; the next try can succeed', async ({
  page,
  account,
}) => {
  const refusals = [
    ['InvalidInstanceStatus', /Start it, or take it out/],
    ['Invocation.ExceedQuota', /starts anew the next day/],
  ] as const;
  await injectFaults(
    page,
    refusals.map(([code]) => ({ action: 'InvokeCommand', code, status: 403, times: 1 })),
  );
  await openCommands(page);
  const commandId = await account.save({ name: 'held', script: 'echo "{{who}}"', parameters: true });
  await openRunSheet(page, commandId);
  await picker(page).search.fill('web-prod-01');
  await picker(page).box('web-prod-01').check();
  await dialog(page).getByRole('textbox', { name: 'who' }).fill('somebody');
  for (const [code, advice] of refusals) {
    await runButton(page).click();
    const alert = await expectRefusal(dialog(page), code);
    await expect(alert).toContainText('Nothing runs.');
    await expect(alert).toContainText(advice);
    await expect(picker(page).box('web-prod-01')).toBeChecked();
    await expect(dialog(page).getByRole('textbox', { name: 'who' })).toHaveValue('somebody');
  }
  await runButton(page).click();
  await expect(headline(page)).toHaveText('1 succeeded', { timeout: 30_000 });
  await expect(outputOf(page, 'web-prod-01')).toContainText('somebody');
});

test.describe('a server that fails', () => {
  test('K4: an HTML page instead of a list is told, and Try again reads it', async ({ page }) => {
    const body = '<!doctype html><h1>Sign in</h1>';
    await injectFaults(page, [{ action: 'DescribeCommands', body, contentType: 'text/html', times: 3 }]);
    await page.goto(`/${REGION}/commands`);
    const alert = page.getByRole('main').getByRole('alert');
    await expect(alert).toContainText('The commands did not load');
    await expect(alert).toContainText('BadResponse');
    await expect(async () => {
      const again = alert.getByRole('button', { name: 'Try again' });
      if (await again.isVisible()) await again.click();
      await expect(rows(page).first()).toBeVisible({ timeout: 2000 });
    }).toPass();
  });

  test('K4: malformed JSON in answer to a save is told, and what was typed stays', async ({ page }) => {
    const body = '{"RequestId": "0A1B';
    const contentType = 'application/json';
    await injectFaults(page, [{ action: 'CreateCommand', body, contentType, times: 1 }]);
    await fillCommand(page, { name: 'unanswered', script: 'echo unanswered' });
    await createButton(page).click();
    const alert = dialog(page).getByRole('alert').filter({ hasText: 'BadResponse' });
    await expect(alert).toContainText('Nothing you typed is lost');
    await expectFilled(page, { name: 'unanswered', script: 'echo unanswered' });
    await createButton(page).click();
    await expect(page.getByText('unanswered is saved')).toBeVisible();
    // Sent under the same token, it was saved once.
    await expect(rows(page).filter({ hasText: 'unanswered' })).toHaveCount(1);
  });

  test('J5, K4: 503 on every try ends in an error with Code, RequestId and a retry', async ({ page }) => {
    await injectFaults(page, [{ action: 'DescribeInstances', code: 'ServiceUnavailable', status: 503 }]);
    await page.goto(`/${REGION}/instances`);
    const alert = page.getByRole('main').getByRole('alert');
    await expect(alert).toContainText('The instances could not be read', { timeout: 45_000 });
    await expect(alert).toContainText('ServiceUnavailable');
    await expect(alert).toContainText(REQUEST_ID);
    await expect(alert.getByRole('button', { name: 'Try again' })).toBeVisible();
  });

  test('K4: throttling passes by itself: the read is tried again and nothing is asked', async ({ page }) => {
    await injectFaults(page, [{ action: '*', code: 'Throttling.User', status: 400, times: 6 }]);
    await page.goto(`/${REGION}/commands`);
    await expect(rows(page).first()).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  test('K4: a write that is throttled is sent again under its token and takes effect once', async ({
    page,
  }) => {
    await injectFaults(page, [{ action: 'CreateCommand', code: 'Throttling.User', status: 400, times: 2 }]);
    await fillCommand(page, { name: 'patient', script: 'echo patient' });
    await createButton(page).click();
    await expect(page.getByText('patient is saved')).toBeVisible({ timeout: 30_000 });
    await expect(rows(page).filter({ hasText: 'patient' })).toHaveCount(1);
  });

  test('K4: a refused permission names the code, and nothing is tried twice', async ({ page }) => {
    await injectFaults(page, [{ action: 'DescribeInvocations', code: 'Forbidden.RAM', status: 403 }]);
    await page.goto(`/${REGION}/invocations`);
    const alert = await expectRefusal(page.getByRole('main'), 'Forbidden.RAM');
    await expect(alert).toContainText('lacks the permission');
  });

  test('J5: a failed refresh keeps the rows and says how old they are', async ({ page }) => {
    await openCommands(page);
    const shown = await rows(page).count();
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('combobox', { name: 'Action' }).click();
    await page.getByRole('option', { name: 'DescribeCommands' }).click();
    await page.getByRole('combobox', { name: 'Answers with' }).click();
    await page.getByRole('option', { name: 'Forbidden.RAM' }).click();
    await page.getByRole('button', { name: 'Add failure' }).click();
    await page.getByRole('link', { name: /^Commands/ }).click();
    await expect(rows(page)).toHaveCount(shown);
    await page.getByRole('button', { name: 'Refresh' }).first().click();
    await expect(page.getByText('The last refresh failed.')).toBeVisible();
    await expect(rows(page)).toHaveCount(shown);
  });

  test('K4: a lost connection is told when a save fails for good, and what was typed stays', async ({
    page,
  }) => {
    await injectFaults(page, [{ action: 'CreateCommand', network: true, times: 5 }]);
    await fillCommand(page, { name: 'lost', script: 'echo lost' });
    await createButton(page).click();
    const alert = dialog(page).getByRole('alert').filter({ hasText: 'Network' });
    await expect(alert).toContainText('nothing has happened so far', { timeout: 45_000 });
    await expectFilled(page, { name: 'lost', script: 'echo lost' });
  });

  test('J5: offline is said at once and taken back when the connection returns', async ({
    page,
    context,
  }) => {
    await openCommands(page);
    await context.setOffline(true);
    await expect(page.getByRole('status').filter({ hasText: 'You are offline' })).toBeVisible();
    await expect(rows(page).first()).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByText('You are offline')).toHaveCount(0);
  });

  test('J5: a navigation left before its answer came leaves no error behind', async ({ page }) => {
    await injectFaults(page, [], 700);
    await open(page, `/${REGION}/commands`);
    const navigation = page.getByRole('navigation', { name: 'Main' });
    for (const [name, family] of [
      ['Instances', /\/instances$/],
      ['Execution records', /\/invocations$/],
      ['Instances', /\/instances$/],
    ] as const) {
      await navigation.getByRole('link', { name }).click();
      await expect(page).toHaveURL(family);
    }
    await page.goBack();
    await expect(page).toHaveURL(/\/invocations$/);
    await expect(rows(page).first()).toBeVisible();
    await navigation.getByRole('link', { name: 'Commands' }).click();
    await expect(rows(page).first()).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });
});

test('C4: output that means harm is text: markup, terminal sequences, bytes, and more than the limit', async ({
  page,
  account,
}) => {
  const markup = '<script>window.pwned = 1</script><img src=x onerror="window.pwned = 2"><b>bold</b>';
  await openCommands(page);
  const run = (script: string) => account.run({ name: 'harm', script }, ['web-prod-01']);
  // They run side by side; each record is opened when the one before was looked at.
  const [html, ansi, bytes, long] = await Promise.all([
    run(`cat <<'EOF'\n${markup}\nEOF`),
    run(
      String.raw`printf '\033[31mred alert\033[0m\n\033]0;taken over\007\033[2J\033[1;1Hkept\n\033[1Aup\a\b\n'; printf '\033]8;;javascript:alert(1)\033\\link\033]8;;\033\\\n'`,
    ),
    run(String.raw`printf '\377\376\200\001\xc4\xe3\xba\xc3'`),
    run("printf 'x%.0s' $(seq 30000)"),
  ]);
  const output = outputOf(page, 'web-prod-01');
  const show = async (record: string) => {
    await openRecord(page, record);
    await expect(headline(page)).toHaveText('1 succeeded', { timeout: 30_000 });
  };

  await show(html);
  await expect(output).toContainText(markup);
  await expect(output.locator('script, img, b')).toHaveCount(0);
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);

  await show(ansi);
  await expect(output).toContainText('red alert');
  await expect(output).toContainText('kept');
  await expect(output).toContainText('up');
  await expect(output).toContainText('link');
  await expect(output.getByText('red alert', { exact: true })).toHaveAttribute('class', /./);
  await expect(output).not.toContainText('\u001B');
  await expect(output.getByRole('link')).toHaveCount(0);
  expect(await page.title()).not.toBe('taken over');

  await show(bytes);
  await expect(page.getByText('not valid UTF-8')).toBeVisible();
  await page.getByRole('radio', { name: 'GB18030' }).check();
  await expect(output).toContainText('你好');
  await page.getByRole('radio', { name: 'Raw' }).check();
  await expect(output).toContainText('fffe 8001 c4e3 bac3');

  await show(long);
  await expect(page.getByRole('main')).toContainText(
    'First 24 KB kept; 5,424 bytes after them were dropped by the agent.',
  );
  await expect(output).toContainText('x'.repeat(200));
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});
