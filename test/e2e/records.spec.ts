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
  rowsOf,
  test,
} from './support/fixtures';

const ENDS = { timeout: 40_000 };

function instances(page: Page) {
  return page.getByRole('table', { name: 'Instances of this run' });
}

test.describe('a run under way', () => {
  test('C1, J5: list, top bar and record go from Running to finished by themselves', async ({
    page,
    account,
  }) => {
    await openCommands(page);
    const run = await account.run({ name: 'nap', script: 'sleep 6; echo awake' }, ['web-prod-01']);
    await page.goto(`/${REGION}/invocations`);
    const row = rows(page).filter({ hasText: run });
    await expect(row).toContainText('Running');
    await expect(headline(page)).toHaveText(/^1 running of/);
    await expect(page.getByRole('link', { name: '1 run in progress' })).toBeVisible();
    await row.getByRole('link', { name: 'nap' }).click();
    await expect(headline(page)).toHaveText(/^1 (running|pending)$/);
    await expect(page.getByText('No output yet', { exact: true })).toBeVisible();
    await expect(headline(page)).toHaveText('1 succeeded', ENDS);
    await expect(outputOf(page, 'web-prod-01')).toContainText('awake');
    await expect(page.getByRole('main')).toContainText('1 of 1 finished in');
    await page.goBack();
    await expect(row).toContainText('Succeeded');
    await expect(headline(page)).toHaveText(/none running$/);
  });

  test('C6: a run is stopped on chosen instances only, then on the rest', async ({ page, account }) => {
    await openCommands(page);
    const names = ['web-prod-01', 'web-prod-02', 'web-prod-03'];
    const run = await account.run({ name: 'endless', script: 'echo begun; sleep 50', timeout: 55 }, names);
    await openRecord(page, run);
    await expect(headline(page)).toHaveText('3 running');
    await page.getByRole('button', { name: 'Stop 3' }).click();
    await expect(dialog(page)).toContainText('Stop on 3 instances?');
    await expect(dialog(page).getByRole('button', { name: 'Keep running' })).toBeFocused();
    await dialog(page).getByRole('checkbox', { name: 'web-prod-02' }).uncheck();
    await dialog(page).getByRole('checkbox', { name: 'web-prod-03' }).uncheck();
    await expect(dialog(page)).toContainText('aliyun ecs StopInvocation');
    await dialog(page).getByRole('button', { name: 'Stop on 1 instance' }).click();
    await expect(page.getByText('Stop asked for on 1 instance')).toBeVisible();
    await expect(headline(page)).toHaveText(/2 running.*1 stopped/, ENDS);
    await expect(rowsOf(instances(page)).filter({ hasText: 'web-prod-01' })).toContainText('Stopped');
    await page.getByRole('button', { name: 'Stop 2' }).click();
    await dialog(page).getByRole('button', { name: 'Stop on 2 instances' }).click();
    await expect(headline(page)).toHaveText('3 stopped', ENDS);
    await expect(page.getByRole('button', { name: 'Stop', exact: true })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  });

  test('C4, C9: a script over its timeout is ended; what it wrote stays, and the log is named', async ({
    page,
    account,
  }) => {
    await openCommands(page);
    const script = 'echo before; while true; do sleep 1; done; echo after';
    const run = await account.run({ name: 'overdue', script, timeout: 3 }, ['web-prod-01']);
    await openRecord(page, run);
    await expect(headline(page)).toHaveText('1 failed', ENDS);
    const output = outputOf(page, 'web-prod-01');
    await expect(output).toContainText('before');
    await expect(output).not.toContainText('after');
    await expect(page.getByRole('main')).toContainText('Ran into its timeout');
    await expect(page.getByRole('main')).toContainText('ExecutionTimeout');
    await expect(page.getByRole('main')).toContainText(
      /Agent log on the instance:\s*\/usr\/local\/share\/aliyun-assist\/\S+/,
    );
    await expect(page.getByRole('main')).toContainText(/finished in [3-9](\.\d+)? s/);
  });

  test('K1: a run cut off by a reload goes on or is honestly ended, never stuck', async ({
    page,
    account,
  }) => {
    await openCommands(page);
    const run = await account.run({ name: 'cut-off', script: 'sleep 5; echo whole', timeout: 20 }, [
      'web-prod-01',
    ]);
    await openRecord(page, run);
    await expect(headline(page)).toHaveText('1 running');
    await page.reload();
    await expect(headline(page)).toHaveText('1 succeeded', ENDS);
    await expect(outputOf(page, 'web-prod-01')).toContainText('whole');
  });

  test('K1: a run whose tab was closed past its deadline is told as interrupted', async ({
    page,
    context,
    account,
  }) => {
    await openCommands(page);
    const run = await account.run({ name: 'orphan', script: 'sleep 4', timeout: 5 }, ['web-prod-01']);
    await openRecord(page, run);
    await expect(headline(page)).toHaveText('1 running');
    await page.close();
    const later = await context.newPage();
    // Ten minutes have passed when somebody looks again.
    await later.clock.install({ time: Date.now() + 600_000 });
    await later.goto(`/${REGION}/invocations/${run}`);
    await expect(headline(later)).toHaveText('1 failed', ENDS);
    await expect(later.getByRole('main')).toContainText('ExecutionInterrupted');
  });

  test('K1: two tabs execute a run once', async ({ page, context, account }) => {
    await openCommands(page);
    const second = await context.newPage();
    await openCommands(second);
    const names = ['web-prod-01', 'web-prod-02', 'web-prod-03', 'api-prod-01', 'api-prod-02'];
    const commandId = await account.save({
      name: 'count',
      script: 'echo once >> /root/ran; wc -l < /root/ran',
    });
    const InstanceId = await Promise.all(names.map((name) => account.idOf(name)));
    for (const times of [1, 2]) {
      const { InvokeId } = await account.ecs.invokeCommand({
        RegionId: REGION,
        CommandId: commandId,
        InstanceId,
      });
      await Promise.all([openRecord(page, InvokeId), openRecord(second, InvokeId)]);
      for (const tab of [page, second]) {
        await expect(headline(tab)).toHaveText('5 succeeded', ENDS);
        await expect(tab.getByRole('group', { name: /^Output of/ })).toHaveText(
          new RegExp(`^1?\\s*${times}$`),
        );
      }
    }
  });

  test('K1: what a run changes on an instance is there for the next, also after a reload', async ({
    page,
    account,
  }) => {
    await openCommands(page);
    const first = await account.run({ script: 'echo kept > /root/note; rm -f /root/gone' }, ['web-prod-01']);
    await openRecord(page, first);
    await expect(headline(page)).toHaveText('1 succeeded', ENDS);
    await page.reload();
    await expect(headline(page)).toHaveText('1 succeeded');
    const next = await account.run({ script: 'cat /root/note; hostname' }, ['web-prod-01']);
    await openRecord(page, next);
    await expect(headline(page)).toHaveText('1 succeeded', ENDS);
    await expect(outputOf(page, 'web-prod-01')).toContainText('kept');
    const elsewhere = await account.run({ script: 'cat /root/note' }, ['web-prod-02']);
    await openRecord(page, elsewhere);
    await expect(headline(page)).toHaveText('1 exited non-zero', ENDS);
  });
});

test.describe('what a record says', () => {
  test('C8, C9: an exit code apart from 0 is no success, on every level', async ({ page, account }) => {
    await openCommands(page);
    const script = 'case $(hostname) in *web-prod-01*) echo fine;; *) echo broken >&2; exit 7;; esac';
    const run = await account.run({ name: 'uneven', script }, ['web-prod-01', 'web-prod-02']);
    await openRecord(page, run);
    await expect(headline(page)).toHaveText(/^1 exited non-zero.*1 succeeded$/, ENDS);
    const failures = page.getByRole('region', { name: 'Failures' });
    await expect(failures).toContainText('web-prod-02');
    await expect(failures).toContainText('Exit code 7');
    await expect(failures).toContainText('broken');
    await expect(failures).not.toContainText('web-prod-01');
    await expect(rowsOf(instances(page)).first()).toContainText('web-prod-02');
    await expect(rowsOf(instances(page)).first()).toContainText('Non-zero exit');
    await expect(page.getByRole('main')).toContainText('/usr/local/share/aliyun-assist/');
    await rowsOf(instances(page)).nth(1).click();
    await expect(outputOf(page, 'web-prod-01')).toContainText('fine');
    await expect(page).toHaveURL(/instance=i-/);
    await expect(page.getByText('Agent log on the instance')).toHaveCount(0);
    await page.goto(`/${REGION}/invocations`);
    const row = rows(page).filter({ hasText: run });
    await expect(row).toContainText('1 of 2');
    await expect(row).not.toContainText('Succeeded');
  });

  test('C4, J1: next and previous walk the instances, and the address keeps the place', async ({
    page,
    account,
  }) => {
    await openCommands(page);
    const run = await account.run({ script: 'hostname' }, ['web-prod-01', 'web-prod-02']);
    await openRecord(page, run);
    await expect(headline(page)).toHaveText('2 succeeded', ENDS);
    await expect(page.getByRole('button', { name: 'Previous instance' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await page.getByRole('button', { name: 'Next instance' }).click();
    await expect(outputOf(page, 'web-prod-02')).toContainText('web-prod-02');
    await page.reload();
    await expect(outputOf(page, 'web-prod-02')).toContainText('web-prod-02');
    await page.getByRole('tab', { name: 'Request' }).click();
    await expect(page.getByRole('tabpanel')).toContainText('aliyun ecs InvokeCommand');
    await page.reload();
    await expect(page.getByRole('tabpanel')).toContainText('aliyun ecs InvokeCommand');
  });

  test('C1: records are filtered by status, type and name, live in the address', async ({ page }) => {
    await open(page, `/${REGION}/invocations`);
    await expect(rows(page).first()).toBeVisible();
    await page.getByRole('button', { name: /^Type/ }).click();
    await page.getByRole('menuitemradio', { name: 'PowerShell' }).click();
    await expect(page).toHaveURL(/type=RunPowerShellScript/);
    await expect(rows(page).filter({ hasNotText: 'PowerShell' })).toHaveCount(0);
    await expect(rows(page).first()).toContainText('win-inventory');
    await page.getByRole('button', { name: 'Remove the filter Type' }).click();
    await page.getByRole('button', { name: /^Status/ }).click();
    await page.getByRole('menuitemradio', { name: 'Stopped' }).click();
    await expect(rows(page).filter({ hasNotText: 'Stopped' })).toHaveCount(0);
    await expect(rows(page).first()).toContainText('wait-and-report');
    await page.getByRole('searchbox').fill('disk-clean');
    await expect(page).toHaveURL(/q=disk-clean/);
    await expect(rows(page)).toHaveCount(1);
    await page.reload();
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toContainText('disk-clean');
    await page.getByRole('searchbox').fill('no-such-command');
    await expect(page.getByText(/^Nothing matches/)).toBeVisible();
    await page.getByRole('button', { name: 'Clear search and filters' }).click();
    await expect(rows(page).first()).toContainText('hello');
  });

  test('J1: a record that is not there says so and leads to the others', async ({ page }) => {
    await open(page, `/${REGION}/invocations/t-0000000000000000`);
    await expect(page.getByText('No such record in this region')).toBeVisible();
    await page.getByRole('link', { name: 'All execution records' }).click();
    await expect(rows(page).first()).toBeVisible();
  });
});
