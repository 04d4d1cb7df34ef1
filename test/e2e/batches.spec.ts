import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { agentStateOf } from '@/domain/agent';
import { ineligibility } from '@/domain/eligibility';
import { LIMITS } from '@/domain/limits';
import { candidateOf } from '@/features/instances/eligibility';
import type { DemoAccount } from './support/demo-account';
import { injectFaults } from './support/faults';
import {
  dialog,
  expect,
  FAILED_CALL,
  headline,
  open,
  openCommands,
  openRunSheet,
  REGION,
  rowsOf,
  runButton,
  test,
} from './support/fixtures';

/** More instances than one call takes need a larger fleet than the demo begins with. */
async function enlargeFleet(page: Page): Promise<void> {
  await open(page, '/settings');
  await page.getByRole('radiogroup', { name: 'Instances' }).getByText('1,000', { exact: true }).click();
  await dialog(page).getByRole('button', { name: 'Change fleet' }).click();
  await expect(page.getByText('The fleet has 1,000 instances')).toBeVisible();
}

/** Instances that can run a Shell command. */
async function fitInstances(account: DemoAccount, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let PageNumber = 1; PageNumber <= 10 && ids.length < count; PageNumber++) {
    const request = { RegionId: REGION, Status: 'Running', PageNumber, PageSize: 50 };
    const { items } = await account.ecs.describeInstances(request);
    const InstanceId = items.map((instance) => instance.InstanceId);
    const { items: agents } = await account.ecs.describeCloudAssistantStatus({
      RegionId: REGION,
      InstanceId,
    });
    const agentOf = new Map(agents.map((agent) => [agent.InstanceId, agentStateOf(agent)]));
    const fit = items.filter((instance) => {
      const candidate = candidateOf(instance, agentOf.get(instance.InstanceId) ?? 'unknown');
      return ineligibility(candidate, 'RunShellScript', LIMITS.manual) === null;
    });
    ids.push(...fit.map((instance) => instance.InstanceId));
  }
  return ids.slice(0, count);
}

const batches = (page: Page) => page.getByRole('table', { name: 'Batches' });

/** Opens the run sheet of a command on 12 instances, in batches of 5. */
async function openInFives(page: Page, account: DemoAccount, commandId: string): Promise<string[]> {
  const ids = await fitInstances(account, 12);
  await openRunSheet(page, commandId, ids);
  await dialog(page).getByRole('switch', { name: 'Split into batches' }).check();
  await dialog(page).getByRole('textbox', { name: 'Batch size' }).fill('5');
  return ids;
}

async function recordsOf(account: DemoAccount, CommandId: string): Promise<string[]> {
  const { items } = await account.ecs.describeInvocations({ RegionId: REGION, CommandId, PageSize: 50 });
  return items.flatMap(({ InvokeInstances }) => InvokeInstances.map(({ InstanceId }) => InstanceId));
}

test.describe('runs in batches', () => {
  test('B3, C7: 120 instances go out in batches, the canary first, and are one run to its end', async ({
    page,
    account,
  }) => {
    await openCommands(page);
    const commandId = await account.save({ name: 'crowd', script: 'echo ready' });
    await enlargeFleet(page);
    const ids = await fitInstances(account, 120);
    await openRunSheet(page, commandId, ids);
    const sheet = dialog(page);
    await expect(sheet.getByText('In 3 calls')).toBeVisible();
    await sheet.getByRole('checkbox', { name: 'Canary first' }).check();
    await sheet.getByRole('textbox', { name: 'Size of the canary' }).fill('20');
    await sheet.getByRole('radio', { name: 'all succeed and answer alike' }).check();
    await expect(sheet.getByText('20 instances go first, alone; then at most 50 a call.')).toBeVisible();
    await expect(sheet.getByText('and 2 more calls')).toBeVisible();
    await runButton(page).click();
    await expect(headline(page)).toHaveText(/120 succeeded, in 3 batches/, { timeout: 40_000 });
    await expect(rowsOf(batches(page))).toHaveCount(3);
    await expect(rowsOf(batches(page)).first()).toContainText('canary');
    await expect(page.getByRole('progressbar', { name: 'Progress of the run' })).toHaveAttribute(
      'aria-valuenow',
      '120',
    );
    expect((await recordsOf(account, commandId)).toSorted()).toEqual(ids.toSorted());
    await page.getByRole('tab', { name: /Results/ }).click();
    await expect(page.getByRole('heading', { name: /All 120/ })).toBeVisible();
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'JSON' }).click();
    const file = await saving;
    expect(file.suggestedFilename()).toMatch(/^crowd-r-[0-9a-f]+\.json$/);
    const saved = JSON.parse(await readFile(await file.path(), 'utf8')) as {
      InstanceId: string;
      Batch: number;
    }[];
    expect(saved.map(({ InstanceId }) => InstanceId).toSorted()).toEqual(ids.toSorted());
    expect(new Set(saved.map(({ Batch }) => Batch))).toEqual(new Set([1, 2, 3]));
  });

  test('B3: a paused run survives a reload, goes on when told to, and sends nothing twice from two tabs', async ({
    page,
    context,
    account,
  }) => {
    await openCommands(page);
    const commandId = await account.save({
      name: 'crowd',
      script: 'sleep 1; echo {{word}}',
      parameters: true,
    });
    const ids = await openInFives(page, account, commandId);
    await dialog(page).getByRole('textbox', { name: 'word' }).fill('ready');
    await runButton(page).click();
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(headline(page)).toHaveText(/held after batch 1 of 3/);
    await page.reload();
    await expect(headline(page)).toHaveText(/5 succeeded.*7 to go, held after batch 1 of 3/);
    const other = await context.newPage();
    await other.goto(page.url());
    await expect(headline(other)).toHaveText(/held after batch 1 of 3/);
    await other.getByRole('button', { name: 'Resume' }).click();
    await expect(headline(page)).toHaveText(/12 succeeded, in 3 batches/);
    await expect(headline(other)).toHaveText(/12 succeeded, in 3 batches/);
    expect((await recordsOf(account, commandId)).toSorted()).toEqual(ids.toSorted());
  });

  test('B3: when the canary fails nothing more is sent; the failed ones can be run again', async ({
    page,
    account,
  }) => {
    await openCommands(page);
    const commandId = await account.save({ name: 'crowd', script: 'echo no >&2; exit 3' });
    await openInFives(page, account, commandId);
    const sheet = dialog(page);
    await sheet.getByRole('checkbox', { name: 'Canary first' }).check();
    await sheet.getByRole('textbox', { name: 'Size of the canary' }).fill('2');
    await runButton(page).click();
    await expect(page.getByText('The canary did not succeed everywhere')).toBeVisible();
    await expect(headline(page)).toHaveText(/2 failed.*10 to go, held after batch 1 of 3/);
    await expect(page.getByRole('region', { name: 'Failures' })).toContainText('2: Exit code 3');
    expect(await recordsOf(account, commandId)).toHaveLength(2);
    await page.getByRole('link', { name: 'Run again on 2 that did not work' }).click();
    await expect(dialog(page).getByRole('heading', { name: /Run crowd on 2 instances/ })).toBeVisible();
  });
});

test.describe('a batch that is refused', () => {
  test.use({ provoked: FAILED_CALL });

  test('B3: it holds the run, is reported with its code, and is retried alone', async ({ page, account }) => {
    await openCommands(page);
    const commandId = await account.save({ name: 'crowd', script: 'echo ready' });
    await injectFaults(page, [
      { action: 'InvokeCommand', code: 'Invocation.ExceedQuota', status: 403, times: 1 },
    ]);
    const ids = await openInFives(page, account, commandId);
    await runButton(page).click();
    const note = page.getByRole('alert').filter({ hasText: 'Batch 1 was refused' });
    await expect(note).toContainText('Invocation.ExceedQuota');
    await expect(note).toContainText('RequestId');
    await expect(headline(page)).toHaveText(/7 to go.*5 refused, held/);
    await note.getByRole('button', { name: 'Retry batch 1' }).click();
    await expect(headline(page)).toHaveText(/5 succeeded.*7 to go, held/);
    await page.getByRole('button', { name: 'Resume' }).click();
    await expect(headline(page)).toHaveText(/12 succeeded, in 3 batches/);
    expect((await recordsOf(account, commandId)).toSorted()).toEqual(ids.toSorted());
  });
});
