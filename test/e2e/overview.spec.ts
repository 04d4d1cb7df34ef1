import { expect, headline, openCommands, REGION, test } from './support/fixtures';

test('J3: the overview tells what needs a person and what runs, and each number leads to what it counts', async ({
  page,
  account,
}) => {
  await openCommands(page);
  const record = await account.run({ name: 'long-haul', script: 'sleep 40' }, ['web-prod-01', 'web-prod-02']);
  await page.keyboard.press('g');
  await page.keyboard.press('o');
  await expect(headline(page)).toHaveText(/^\d+ things? needs? you, \d+ of \d+ instances are OK$/);
  await expect(page).toHaveURL(`/${REGION}/overview`);

  // Every figure is the number of the page it leads to.
  const main = page.getByRole('main');
  const figures = main.getByRole('list', { name: 'Key figures' });
  const badge = await page
    .getByRole('banner')
    .getByRole('link', { name: /pending system events/ })
    .innerText();
  await expect(figures.getByRole('link', { name: /^Pending, all regions/ })).toContainText(badge.trim());
  const running = main.getByRole('region', { name: 'Runs' }).getByRole('list', { name: 'Running now' });
  await expect(running.getByRole('link', { name: /^long-haul.* of 2/ })).toHaveAttribute(
    'href',
    `/${REGION}/invocations/${record}`,
  );

  // A need leads to its proof; Back leads here again.
  const needs = main.getByRole('list', { name: 'What needs you' });
  await needs.getByRole('listitem').filter({ hasText: 'restart within 24 hours' }).getByRole('link').click();
  await expect(headline(page)).toHaveText(/due within 24 hours/);
  await page.goBack();
  const ill = main.getByRole('region', { name: 'Health' }).getByRole('link', { name: /^Impaired: \d/ });
  const count = /\d+/.exec((await ill.getAttribute('aria-label')) ?? '')?.[0] ?? '';
  await ill.click();
  await expect(page).toHaveURL(`/${REGION}/instances?health=Impaired`);
  await expect(headline(page)).toContainText(count);

  // The product's name leads back; the fleet's map leads to the instances of a row.
  await page.getByRole('banner').getByRole('link', { name: 'Cloud operations' }).click();
  const map = main.getByRole('region', { name: /^vCPU now/ });
  await map.getByRole('link', { name: /^web-prod: \d+ instances/ }).click();
  await expect(page).toHaveURL(`/${REGION}/instances?q=web-prod`);
});
