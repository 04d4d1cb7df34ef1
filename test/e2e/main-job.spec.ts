import { createCommand, expect, openCommands, REGION, rows, test } from './support/fixtures';

const SCRIPT = 'for i in 1 2 3; do echo "hello {{who}} from $(hostname) $i"; done; df -h /; exit {{code}}';

test('B1, B2, C4, K1: save a command, run it on servers, read what each one answered', async ({
  page,
  context,
}) => {
  await openCommands(page);
  await createCommand(page, { name: 'greet', script: SCRIPT, parameters: true });
  await expect(rows(page).first()).toContainText('greet');

  await page.getByRole('link', { name: 'greet', exact: true }).click();
  await page.getByRole('link', { name: 'Run…' }).first().click();
  const sheet = page.getByRole('dialog');
  await expect(sheet.getByRole('heading', { name: /Run greet/ })).toBeVisible();

  // Rows that cannot run it are disabled and say why.
  const picker = sheet.getByRole('table');
  await expect(picker.getByText(/Not running|Wrong operating system|Agent/).first()).toBeVisible();
  await expect(picker.getByRole('checkbox', { disabled: true }).first()).toBeVisible();

  const ready = picker.locator('tbody tr', { hasText: 'Ready' });
  const names: string[] = [];
  for (let index = 0; index < 3; index++) {
    await ready.nth(index).getByRole('checkbox').check();
    names.push((await ready.nth(index).getByRole('cell').nth(1).innerText()).trim());
  }
  await sheet.getByRole('textbox', { name: 'who' }).fill('world');
  await sheet.getByRole('textbox', { name: 'code' }).fill('3');
  await sheet.getByRole('button', { name: 'Run on 3 instances' }).click();

  await expect(page).toHaveURL(/\/invocations\/t-[0-9a-z]+/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/3 ended with a non-zero exit code/, {
    timeout: 30_000,
  });
  const outputs = new Set<string>();
  for (const name of names) {
    await page.getByRole('table', { name: 'Instances of this run' }).getByText(name, { exact: true }).click();
    const output = page.getByRole('group', { name: `Output of ${name}` });
    await expect(output).toContainText('hello world from');
    await expect(output).toContainText('Filesystem');
    outputs.add(/hello world from (\S+) 1/.exec(await output.innerText())?.[1] ?? '');
  }
  expect(outputs.size).toBe(3);

  const address = page.url();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/3 ended with a non-zero exit code/);
  await expect(page.getByRole('group', { name: /^Output of/ })).toContainText('hello world from');

  const second = await context.newPage();
  await second.goto(address);
  await expect(second.getByRole('heading', { level: 1 })).toHaveText(/3 ended with a non-zero exit code/);
  await second.goto(`/${REGION}/commands`);
  await expect(rows(second).first()).toContainText('greet');
});
