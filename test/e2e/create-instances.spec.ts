import { expect, headline, open, REGION, test } from './support/fixtures';

test.describe('creating instances', () => {
  test('J8: from the list, as an instance that is there, followed over a reload', async ({ page }) => {
    await open(page, `/${REGION}/instances`);
    await page.getByRole('link', { name: 'Create instances' }).click();
    await page.getByRole('button', { name: 'Take from an instance…' }).click();
    const choice = page.getByRole('dialog', { name: 'Take from an instance' });
    await choice
      .getByRole('listitem')
      .filter({ hasText: `${REGION}-h` })
      .first()
      .getByRole('button')
      .click();
    await page
      .getByRole('radio', { name: /in Zone H: In stock$/ })
      .first()
      .check();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('e2e-[1,2]');
    await expect(page.getByText('Called e2e-01', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Create 1 instance' }).click();
    await page
      .getByRole('dialog', { name: /^Create 1 instance of/ })
      .getByRole('button', { name: 'Create 1 instance' })
      .click();
    await expect(headline(page)).toHaveText('1 being created');
    await page.reload();
    await expect(headline(page)).toHaveText('1 being created');
    await expect(page.getByRole('link', { name: 'e2e-01' })).toBeVisible();
  });

  test('J6: help opens from every page, finds, and leads to the page it speaks of', async ({ page }) => {
    await open(page, `/${REGION}/instances`);
    await page.getByRole('button', { name: 'Help', exact: true }).click();
    const help = page.getByRole('dialog', { name: 'Help', exact: true });
    await help.getByRole('searchbox').fill('ClientNotRunning');
    await help.getByRole('button', { name: 'Error codes of records' }).click();
    const entry = page.getByRole('dialog', { name: 'Error codes of records' });
    await expect(entry.getByRole('rowheader', { name: 'ClientNotRunning' })).toBeVisible();
    await entry.getByRole('link', { name: 'Execution records' }).click();
    await expect(page).toHaveURL(new RegExp(`/${REGION}/invocations$`));
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});
