import { expect, test } from './support/fixtures';

test('J7: any action is filled in, sent and answered; a write asks first', async ({ page }) => {
  await page.goto('/cn-hangzhou/explorer/DescribeInstances');
  await page.getByRole('button', { name: 'Add PageSize' }).click();
  await page.getByRole('textbox', { name: 'PageSize' }).fill('2');
  await page.keyboard.press('Control+Enter');
  const answer = page.getByRole('group', { name: 'Response' });
  await expect(answer).toContainText('PageSize: 2');
  await expect(page.getByText('HTTP 200')).toBeVisible();
  await expect(page).toHaveURL(/PageSize=2/);

  await page.getByRole('link', { name: /^CreateCommand/ }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('from-the-explorer');
  await page.getByRole('combobox', { name: 'Type' }).click();
  await page.getByRole('option', { name: 'RunShellScript' }).click();
  await page.getByRole('textbox', { name: 'CommandContent' }).fill('uptime');
  await page.getByRole('button', { name: 'Encode as Base64' }).click();
  await page.getByRole('button', { name: 'Send…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Send CreateCommand?' });
  await expect(dialog).toContainText('cn-hangzhou');
  await dialog.getByRole('button', { name: 'Send CreateCommand' }).click();
  await expect(answer).toContainText(/CommandId: "c-\w+"/);

  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('dialog').getByRole('combobox').fill('sendfile');
  await page.getByRole('option', { name: 'SendFile', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^SendFile/ })).toBeVisible();

  await page.getByRole('link', { name: /^Commands/ }).click();
  await expect(page.getByRole('link', { name: 'from-the-explorer' })).toBeVisible();
});
