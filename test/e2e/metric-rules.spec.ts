import { expectNoFindings } from './support/axe';
import { expect, headline, open, REGION, test } from './support/fixtures';

test('I3: a chart leads to a rule that is tried on its day, put, and found in the list', async ({ page }) => {
  await open(page, `/${REGION}/instances?q=web-prod-02`);
  await page.getByRole('link', { name: 'web-prod-02', exact: true }).click();
  await expect(headline(page)).toContainText('web-prod-02');
  await page.getByRole('main').getByRole('link', { name: 'Monitoring' }).click();
  await page.getByRole('link', { name: 'Create an alarm on vCPU' }).click();
  await expect(headline(page)).toContainText('New metric rule');
  await expect(page.getByText(/ave fired .*on web-prod-02 in the last 24 hours/)).toBeVisible();
  const threshold = page.getByRole('textbox', { name: 'Threshold, Warning, %' });
  await threshold.fill('1');
  await expect(page.locator('[data-threshold="warn"]')).toBeVisible();
  await expect(page.locator('[data-alarm="warn"]').first()).toBeVisible();
  await expectNoFindings(page, 'the form of a rule');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('e2e cpu');
  await page.getByRole('checkbox', { name: /^ops/ }).check();
  await page.getByRole('button', { name: 'Create rule' }).click();
  await expect(headline(page)).toContainText('e2e cpu');
  await page.getByRole('link', { name: 'Alarms' }).click();
  await expect(page.getByRole('row', { name: /e2e cpu/ })).toContainText('1 instance');
  await page.getByRole('link', { name: 'Alarm history' }).click();
  await expect(headline(page)).toContainText(/alarm entr/);
});
