import { dialog, expect, headline, open, REGION, rowsOf, test } from './support/fixtures';
import { goWithin } from './support/surfaces';

test('B10: a run handed to the cloud waits where it was told to, and goes on while its page is closed', async ({
  page,
  account,
}) => {
  await open(page, `/${REGION}/engine-runs`);
  await expect(page.getByText('Nothing was handed over yet')).toBeVisible();
  const commandId = await account.save({ name: 'names', script: 'hostname' });
  const servers = ['web-prod-01', 'api-prod-01'];
  const ids = await Promise.all(servers.map((name) => account.idOf(name)));
  await goWithin(page, `/${REGION}/commands/${commandId}/run?instances=${ids.join(',')}`);
  await dialog(page).getByRole('switch', { name: 'Split into batches' }).check();
  await dialog(page).getByText('the cloud (OOS)').click();
  await expect(dialog(page).getByText("The cloud's engine runs it on 2")).toBeVisible();
  await dialog(page)
    .getByRole('button', { name: /^Run on 2/ })
    .click();
  await expect(headline(page)).toHaveText(/^1 succeeded\s*1 to go, waits for you after batch 1 of 2$/);
  await page.getByRole('button', { name: 'Go on' }).click();
  await dialog(page).getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('The engine goes on')).toBeVisible();
  const address = page.url();

  await page.goto('about:blank');
  await page.goto(address);
  await expect(headline(page)).toHaveText(/^2 succeeded, in 2 batches$/);
  const table = page.getByRole('table', { name: 'Instances' });
  await expect(rowsOf(table).getByRole('link', { name: /^t-/ })).toHaveCount(2);
  await page.getByRole('tab', { name: /^Results/ }).click();
  await expect(page.getByText('2 different results')).toBeVisible();
});
