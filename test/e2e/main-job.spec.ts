import {
  createCommand,
  dialog,
  expect,
  headline,
  openCommands,
  outputOf,
  picker,
  REGION,
  rows,
  runButton,
  test,
} from './support/fixtures';

const SCRIPT = 'for i in 1 2 3; do echo "hello {{who}} from $(hostname) $i"; done; df -h /; exit {{code}}';
const ENDED = /^3 exited non-zero$/;

test('B1, B2, C4, K1: save a command, run it on servers, read what each one answered', async ({
  page,
  context,
}) => {
  test.setTimeout(120_000);
  await openCommands(page);
  await createCommand(page, { name: 'greet', script: SCRIPT, parameters: true });
  await expect(rows(page).first()).toContainText('greet');

  await page.getByRole('link', { name: 'greet', exact: true }).click();
  await page.getByRole('main').getByRole('link', { name: 'Run…' }).click();
  await expect(dialog(page).getByRole('heading', { level: 1 })).toHaveText(/^Run greet/);
  await expect(runButton(page)).toHaveAttribute('aria-disabled', 'true');

  // What cannot run it cannot be picked, and says why.
  const { search, named, box, rows: offered } = picker(page);
  await search.fill('-0');
  for (const [name, reason] of [
    ['web-prod-07', /Stopped/],
    ['db-replica-02', /Agent offline/],
    ['legacy-02', /Not in a VPC/],
    ['win-rdp-01', /Needs Linux/],
    ['edge-fbsd-01', /not installed|not supported/],
  ] as const) {
    await search.fill(name);
    await expect(offered).toHaveCount(1);
    await expect(named(name)).toContainText(reason);
    await expect(box(name)).toBeDisabled();
    await expect(box(name)).toHaveAccessibleDescription(reason);
  }

  const names = ['web-prod-01', 'api-prod-01', 'db-primary-01'];
  for (const name of names) {
    await search.fill(name);
    await box(name).check();
  }
  await dialog(page).getByRole('textbox', { name: 'who' }).fill('world');
  await dialog(page).getByRole('textbox', { name: 'code' }).fill('3');
  await dialog(page).getByRole('button', { name: 'Run on 3 instances' }).click();

  await expect(page).toHaveURL(new RegExp(`/${REGION}/invocations/t-[0-9a-z]+`));
  await expect(headline(page)).toHaveText(ENDED, { timeout: 30_000 });
  const hosts = new Set<string | undefined>();
  const instances = page.getByRole('table', { name: 'Instances of this run' });
  for (const name of names) {
    await instances.getByText(name, { exact: true }).click();
    const output = outputOf(page, name);
    await expect(output).toContainText('hello world from');
    await expect(output).toContainText('Filesystem');
    hosts.add(/hello world from (\S+) 3/.exec(await output.innerText())?.[1]);
    await expect(page.getByRole('main')).toContainText('Exit code 3');
  }
  expect(hosts.size).toBe(3);
  expect(hosts).not.toContain(undefined);

  await page.reload();
  await expect(headline(page)).toHaveText(ENDED);
  await expect(outputOf(page, 'db-primary-01')).toContainText('hello world from');

  const second = await context.newPage();
  await second.goto(page.url());
  await expect(headline(second)).toHaveText(ENDED);
  await expect(outputOf(second, 'db-primary-01')).toContainText('hello world from');
  await second.goto(`/${REGION}/commands`);
  await expect(rows(second).first()).toContainText('greet');
});
