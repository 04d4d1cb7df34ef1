import { dialog, expect, headline, open, REGION, rows, test } from './support/fixtures';

const NAME = 'failed-creations';

test('I2, I4: a rule is created, meets a test event, and the event is among CloudMonitor’s', async ({
  page,
}) => {
  await open(page, `/${REGION}/alarms/event-rules`);
  await page.getByRole('link', { name: 'Create event rule' }).click();
  const sheet = dialog(page);
  await sheet.getByRole('textbox', { name: 'Name' }).fill(NAME);
  await sheet
    .getByRole('group', { name: 'Creation failed' })
    .getByRole('button', { name: 'Executing' })
    .click();
  await expect(sheet.getByRole('region', { name: 'In the last 30 days' })).toContainText(/[1-9]\d* events?/);
  await sheet.getByRole('button', { name: 'Add a contact group' }).click();
  await sheet.getByRole('combobox', { name: 'Contact group' }).click();
  await page.getByRole('option', { name: 'ops' }).click();
  await sheet.getByRole('button', { name: 'Create event rule' }).click();
  await expect(page.getByText(`Event rule ${NAME} created`)).toBeVisible();
  await expect(headline(page)).toContainText('4 event rules');

  const row = rows(page).filter({ hasText: NAME });
  await row.focus();
  await page.keyboard.press('t');
  const sending = dialog(page);
  await expect(sending.getByRole('region', { name: 'Rules that will tell of it' })).toContainText(NAME);
  await sending.getByRole('button', { name: 'Send the test event' }).click();
  await sending.getByRole('link', { name: 'among CloudMonitor’s events' }).click();
  const detail = page.getByRole('complementary', { name: /^Event Creation failed/ });
  await expect(detail).toContainText('A test event: nothing happened to the instance.');
  await expect(detail.getByRole('region', { name: 'Rules that tell of it' })).toContainText(NAME);
  await expect(rows(page).first()).toContainText('Test');
});
