import { dialog, expect, headline, open, openCommands, REGION, rows, test } from './support/fixtures';
import { goWithin } from './support/surfaces';

test('I5, C4: a run watched and left is told of in the top bar, and leads back to its record', async ({
  page,
  account,
}) => {
  await openCommands(page);
  const invokeId = await account.run({ name: 'slow', script: 'sleep 3; exit 3' }, ['web-prod-01']);
  await goWithin(page, `/${REGION}/invocations/${invokeId}`);
  await expect(headline(page)).toHaveText('1 running');
  await page.getByRole('link', { name: 'Schedules', exact: true }).click();

  await page.getByRole('button', { name: 'Notifications, 1 unread' }).click();
  const told = dialog(page).getByRole('link', { name: /1 exited non-zero/ });
  await expect(told).toContainText('slow');
  await told.click();
  await expect(page).toHaveURL(`/${REGION}/invocations/${invokeId}`);
  await expect(page.getByRole('button', { name: 'Notifications', exact: true })).toBeVisible();
});

test('I1: a contact is made, outlives a reload, and joins a group', async ({ page }) => {
  await open(page, `/${REGION}/alarms/contacts`);
  await page.getByRole('button', { name: 'New contact' }).click();
  await dialog(page).getByRole('textbox', { name: 'Name' }).fill('alice');
  await dialog(page).getByRole('textbox', { name: 'Mail' }).fill('alice@example.com');
  await dialog(page).getByRole('button', { name: 'New contact' }).click();
  const alice = rows(page).filter({ has: page.getByRole('link', { name: 'alice', exact: true }) });
  await expect(alice).toContainText('Not activated yet');

  await open(page, `/${REGION}/alarms/contacts?list=groups&group=ops`);
  await dialog(page).getByRole('checkbox', { name: 'alice' }).check();
  await dialog(page).getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Group ops is saved with 4 contacts')).toBeVisible();

  await page.getByText('Contacts 6', { exact: true }).click();
  await expect(alice).toContainText('ops');
});
