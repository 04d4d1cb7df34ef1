import type { Page } from '@playwright/test';
import { dialog, expect, headline, open, openRecord, REGION, rows, test } from './support/fixtures';

async function openInstances(page: Page, query = ''): Promise<void> {
  await open(page, `/${REGION}/instances${query}`);
  await expect(rows(page).first()).toBeVisible();
}

/** The same account in another tab, some time later: a restart takes half a minute in the demo. */
async function laterTab(page: Page, path: string): Promise<Page> {
  const later = await page.context().newPage();
  await later.clock.install({ time: Date.now() + 120_000 });
  await open(later, path);
  return later;
}

test.describe('agents', () => {
  test('E1: installs an agent by API, restarts separately, and follows it until it is online', async ({
    page,
  }) => {
    await openInstances(page, '?q=ci-runner-02');
    await rows(page).getByRole('link', { name: 'ci-runner-02' }).click();
    await expect(headline(page)).toHaveText('ci-runner-02 is running, it has no agent');
    await page.getByRole('button', { name: 'Install by API…' }).click();
    await expect(dialog(page)).toContainText('aliyun ecs InstallCloudAssistant --RegionId cn-hangzhou');
    await dialog(page).getByRole('button', { name: 'Install', exact: true }).click();
    await expect(dialog(page)).toContainText('It takes effect only with a restart');
    await dialog(page).getByRole('button', { name: 'Restart later' }).click();
    const steps = page.getByRole('region', { name: 'Installation' });
    await expect(steps).toContainText('Waits for a restart');

    await page.reload();
    await steps.getByRole('button', { name: 'Restart now…' }).click();
    await expect(dialog(page)).toContainText('aliyun ecs RebootInstance --RegionId cn-hangzhou');
    await dialog(page).getByRole('button', { name: 'Restart', exact: true }).click();
    await expect(headline(page)).toHaveText(/^ci-runner-02 is (?:stopping|starting)/);
    await expect(steps).toContainText('Restarting');

    const later = await laterTab(page, new URL(page.url()).pathname);
    await expect(headline(later)).toHaveText('ci-runner-02 is running, its agent is online');
    await expect(later.getByText(/The agent is online\s*\d+\.\d+\.\d+\.\d+/)).toBeVisible();
  });

  test('E1: installs on several, leaves out who needs none, and tells of all above the list', async ({
    page,
  }) => {
    await openInstances(page);
    for (const name of ['ci-runner-02', 'db-replica-02', 'web-prod-01']) {
      await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).click();
    }
    await page.getByRole('button', { name: 'Install the agent…' }).click();
    await expect(dialog(page)).toContainText('Left out, its agent is online: web-prod-01.');
    await dialog(page).getByRole('button', { name: 'Install on 2 instances' }).click();
    await dialog(page).getByRole('button', { name: 'Restart 2 instances' }).click();
    await expect(page.getByText('Agent installation on 2 instances:')).toBeVisible();

    const later = await laterTab(page, `/${REGION}/instances?agent=missing`);
    await expect(later.getByRole('status').filter({ hasText: 'Agent installation' })).toContainText(
      '2 online',
    );
    await expect(rows(later).filter({ hasText: 'ci-runner-02' })).toHaveCount(0);
    await later.getByRole('button', { name: 'Dismiss' }).click();
    await expect(later.getByText('Agent installation on 2 instances:')).toBeHidden();
  });

  test('E1: filters by the state of the agent, which no call can, and keeps that in the address', async ({
    page,
  }) => {
    await openInstances(page);
    await page.getByRole('button', { name: 'Agent: any' }).click();
    await page.getByRole('menuitemradio', { name: 'Offline' }).click();
    await expect(page).toHaveURL(/agent=offline/);
    await expect(headline(page)).toHaveText(/^\d+ of 34 instances match$/);
    await expect(rows(page).first()).toContainText('Offline');
    await expect(rows(page).filter({ hasText: 'Online' })).toHaveCount(0);
    await page.reload();
    await expect(rows(page).first()).toContainText('Offline');
  });

  test('B6: runs again on the instances of one failure, and on the succeeded ones', async ({
    page,
    account,
  }) => {
    await open(page, `/${REGION}/invocations`);
    const script = 'case "$(hostname)" in *-01) echo no space left; exit 3;; esac; echo fine';
    const invokeId = await account.run({ name: 'fails-in-part', script }, [
      'web-prod-01',
      'api-prod-01',
      'web-prod-02',
    ]);
    await openRecord(page, invokeId);
    const failures = page.getByRole('region', { name: 'Failures' });
    await expect(failures).toContainText('2 instances');
    await failures.getByRole('link', { name: /^Run again on these/ }).click();
    await expect(dialog(page)).toContainText('2 selected');
    await page.goBack();
    await page.getByRole('button', { name: 'Run again on other instances of the record' }).click();
    await page.getByRole('menuitem', { name: 'Run again on 1 that succeeded' }).click();
    await expect(dialog(page)).toContainText('1 selected');
  });
});
