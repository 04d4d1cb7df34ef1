import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '@/domain/limits';
import { fetchEligibility } from '@/features/instances';
import { usePreferences } from '@/ui/preferences';
import { emptyRegion, openCommands, saveCommand } from '../../../test/support/open-commands';

vi.setConfig({ testTimeout: 30_000 });

beforeEach(() => {
  vi.stubGlobal('innerWidth', 1280);
  sessionStorage.clear();
  usePreferences.setState({ pageSizes: {} });
});

const rowOf = async (name: string) => {
  const link = await screen.findByRole('link', { name });
  const row = link.closest('tr');
  if (!row) throw new Error(`no row of ${name}`);
  return row;
};

describe('list of commands', () => {
  it('A1: shows every column, newest first, and the quota used and left', async () => {
    await openCommands('/commands', {}, (api) =>
      saveCommand(api, { Description: 'Says hello', WorkingDir: '/srv' }),
    );
    const row = await rowOf('say-hello');
    expect(row).toHaveAttribute('aria-rowindex', '2');
    for (const text of ['Shell', 'Says hello', '/srv', '1', '60']) {
      expect(within(row).getByText(text)).toBeInTheDocument();
    }
    expect(
      await screen.findByRole('heading', { level: 1, name: '6 commands, room for 94 more' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('meter', { name: 'Commands' })).toHaveAttribute('aria-valuetext', '6 of 100');
    expect(await screen.findByRole('meter', { name: 'Runs today' })).toHaveAttribute('aria-valuemax', '5000');
    expect(screen.getByRole('columnheader', { name: /Created/ })).toHaveAttribute('aria-sort', 'descending');
    expect(document.title).toBe('Commands · China (Beijing)');
  });

  it('A1: searches by a part of the name and by ID on the server, and keeps the search in the URL', async () => {
    let id = '';
    const { user, router } = await openCommands('/commands', {}, async (api) => {
      id = await saveCommand(api);
    });
    await rowOf('say-hello');
    await user.keyboard('/');
    expect(screen.getByRole('searchbox', { name: 'Name or command ID' })).toHaveFocus();
    await user.keyboard('say-he{Enter}');
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2));
    expect(router.state.location.search).toBe('?q=say-he');
    await user.clear(screen.getByRole('searchbox'));
    await user.keyboard(`${id}{Enter}`);
    await waitFor(() => expect(router.state.location.search).toBe(`?q=${id}`));
    expect(await screen.findByText('1–1 of 1')).toBeInTheDocument();
  });

  it('J5: no match says what was looked for and can be cleared', async () => {
    const { user, router } = await openCommands('/commands?q=nothing-like-it&type=RunBatScript');
    expect(await screen.findByText('Nothing matches “nothing-like-it” of type Bat')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Clear search and filters' }));
    await waitFor(() => expect(router.state.location.search).toBe(''));
    expect(await screen.findAllByRole('checkbox', { name: /^Select (?!all)/ })).toHaveLength(5);
  });

  it('A1: pages on the server', async () => {
    const { user, router } = await openCommands('/commands?size=10', {}, async (api) => {
      for (let number = 1; number <= 7; number++) await saveCommand(api, { Name: `more-${number}` });
    });
    await rowOf('more-7');
    await user.click(screen.getByRole('button', { name: 'Next page' }));
    await waitFor(() => expect(router.state.location.search).toContain('page=2'));
    expect(await screen.findByText('11–12 of 12')).toBeInTheDocument();
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(3));
  });

  it('A1: an address of a page that is not there leads to the last one', async () => {
    const { router } = await openCommands('/commands?size=10&page=9', {}, async (api) => {
      for (let number = 1; number <= 7; number++) await saveCommand(api, { Name: `more-${number}` });
    });
    expect(await screen.findByText('11–12 of 12')).toBeInTheDocument();
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(3));
    expect(router.state.location.search).toContain('page=2');
  });

  it('J5: an empty region says how to begin, and a sample fills the form', async () => {
    const { user } = await openCommands('/commands', {}, emptyRegion);
    expect(await screen.findByText('No commands in China (Beijing) yet')).toBeInTheDocument();
    expect(
      await screen.findByRole('heading', { level: 1, name: 'No commands yet, room for 100 more' }),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('link', { name: 'Start from a sample' }));
    expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveValue('hello-fleet');
    expect(screen.getByRole('switch', { name: 'Use parameters' })).toBeChecked();
  });

  it('A1: with the quota used up, creating is off and says why and what to do', async () => {
    await openCommands('/commands', { limits: { commandQuota: 5 } });
    expect(
      await screen.findByRole('heading', { level: 1, name: '5 commands, the quota is full' }),
    ).toBeInTheDocument();
    const create = screen.getByRole('link', { name: 'Create command' });
    expect(create).toHaveAttribute('aria-disabled', 'true');
    expect(create).toHaveAccessibleDescription('All 5 commands of this region are in use. Delete one first.');
  });

  it('K4: a failed list shows advice, Code and RequestId, and loads on retry', async () => {
    const { user, emulator } = await openCommands('/settings', {}).then(async (page) => {
      page.emulator.faults.set([{ action: 'DescribeCommands', code: 'Operation.Forbidden', status: 403 }]);
      await page.router.navigate('/cn-beijing/commands');
      return page;
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The commands did not load');
    expect(alert).toHaveTextContent(/Operation\.Forbidden, RequestId [0-9A-F-]{36}/);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Commands, could not be read');
    emulator.faults.set([]);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findAllByRole('checkbox', { name: /^Select (?!all)/ })).toHaveLength(5);
  });

  it.each([
    ['malformed JSON', { body: '{"Commands":', contentType: 'application/json' }, 'BadResponse'],
    ['HTML', { body: '<html><script>alert(1)</script></html>', contentType: 'text/html' }, 'BadResponse'],
    ['an empty body', { body: '' }, 'BadResponse'],
    ['500', { code: 'InternalError', status: 500 }, 'InternalError'],
    ['503', { code: 'ServiceUnavailable', status: 503 }, 'ServiceUnavailable'],
    ['throttling', { code: 'Throttling.User', status: 400 }, 'Throttling.User'],
    ['a broken connection', { network: true }, 'Network'],
  ])('K4: %s from the server is an error with a code and a retry', async (_, fault, code) => {
    const { router, emulator } = await openCommands('/settings');
    emulator.faults.set([{ action: 'DescribeCommands', ...fault }]);
    await router.navigate('/cn-beijing/commands');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(code);
    expect(within(alert).getByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });

  it('J5: a failed refresh keeps the old rows and says how old they are', async () => {
    const { user, emulator } = await openCommands('/commands', {}, (api) => saveCommand(api));
    await rowOf('say-hello');
    emulator.faults.set([{ action: 'DescribeCommands', code: 'InternalError', status: 500 }]);
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(await screen.findByText('The last refresh failed.')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'say-hello' })).toBeInTheDocument();
  });

  it('J4: the keys of a row open what its menu offers', async () => {
    const { user, router } = await openCommands('/commands?type=RunShellScript', {}, (api) =>
      saveCommand(api),
    );
    const row = await rowOf('say-hello');
    row.focus();
    await user.keyboard('e');
    expect(await screen.findByRole('dialog', { name: 'Edit say-hello' })).toBeInTheDocument();
    expect(router.state.location.search).toBe('?type=RunShellScript');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(router.state.location.pathname).toBe('/cn-beijing/commands');
    (await rowOf('say-hello')).focus();
    await user.keyboard('{Delete}');
    expect(await screen.findByRole('dialog', { name: 'Delete say-hello?' })).toBeInTheDocument();
    await user.keyboard('{Escape}');
    (await rowOf('say-hello')).focus();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(router.state.location.pathname).toMatch(/\/commands\/c-/));
  });

  it('B8: shows a command as CLI calls', async () => {
    const { user } = await openCommands('/commands', {}, (api) => saveCommand(api));
    await rowOf('say-hello');
    await user.click(screen.getByRole('button', { name: 'Actions for say-hello' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Show the CLI call' }));
    const dialog = await screen.findByRole('dialog', { name: 'say-hello as CLI calls' });
    expect(within(dialog).getByRole('group', { name: 'Run it' })).toHaveTextContent(
      /aliyun ecs InvokeCommand --RegionId cn-beijing --CommandId c-\S+ --InstanceId\.1 '<InstanceId>' --Parameters '\{"who":"<who>"\}'/,
    );
  });

  it('J4: Run takes one command, says so for two', async () => {
    const { user } = await openCommands('/commands', {}, (api) => saveCommand(api));
    const boxes = () => screen.getAllByRole('checkbox', { name: /^Select (?!all)/ });
    await rowOf('say-hello');
    const [first, second] = boxes();
    if (!first || !second) throw new Error('two rows are needed');
    await user.click(first);
    expect(screen.getByText('1 selected')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Run…' })).not.toHaveAttribute('aria-disabled');
    await user.click(second);
    expect(screen.getByRole('button', { name: 'Run…' })).toHaveAccessibleDescription(
      'Run takes one command at a time',
    );
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByText('2 selected')).not.toBeInTheDocument());
  });
});

describe('deleting', () => {
  it('A7, B8: names what it deletes, shows the calls, opens on Keep, deletes, and says so', async () => {
    const { user, api } = await openCommands('/commands', {}, async (client) => {
      await saveCommand(client);
      await saveCommand(client, { Name: 'say-goodbye' });
    });
    await rowOf('say-hello');
    await user.click(screen.getByRole('checkbox', { name: 'Select say-hello' }));
    await user.click(screen.getByRole('checkbox', { name: 'Select say-goodbye' }));
    await user.click(screen.getByRole('button', { name: 'Delete…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Delete 2 commands?' });
    await waitFor(() => expect(within(dialog).getByRole('button', { name: 'Keep' })).toHaveFocus());
    const [first, second] = within(dialog).getAllByRole('listitem');
    expect(first).toHaveTextContent(/^say-helloc-/);
    expect(second).toHaveTextContent(/^say-goodbyec-/);
    expect(dialog).toHaveTextContent(/aliyun ecs DeleteCommand --RegionId cn-beijing --CommandId c-/);
    await user.click(within(dialog).getByRole('button', { name: 'Delete 2 commands' }));
    expect(await screen.findByText('2 commands are deleted')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('link', { name: 'say-hello' })).not.toBeInTheDocument());
    expect((await api.ecs.describeCommands({ RegionId: 'cn-beijing', Name: 'say-*' })).totalCount).toBe(0);
  });

  it('D8: says that a schedule of the command goes on without it', async () => {
    const { user } = await openCommands('/commands', {}, async (api) => {
      const CommandId = await saveCommand(api);
      await saveCommand(api, { Name: 'say-goodbye' });
      const { items } = await api.ecs.describeInstances({
        RegionId: 'cn-beijing',
        Status: 'Running',
        PageSize: 100,
      });
      const ids = items.map((instance) => instance.InstanceId);
      const fit = await fetchEligibility(api, 'cn-beijing', ids, 'RunShellScript', LIMITS.manual);
      const InstanceId = ids.filter((id) => fit.get(id) === null).slice(0, 1);
      const daily = { Timed: true, RepeatMode: 'Period', Frequency: '0 0 2 * * ?' };
      await api.ecs.invokeCommand({ RegionId: 'cn-beijing', CommandId, InstanceId, ...daily });
    });
    (await rowOf('say-hello')).focus();
    await user.keyboard('{Delete}');
    const dialog = await screen.findByRole('dialog', { name: 'Delete say-hello?' });
    expect(await within(dialog).findByText('say-hello runs by a schedule.')).toBeVisible();
    expect(dialog).toHaveTextContent('It goes on after the command is deleted, until it is stopped.');
    expect(within(dialog).getByRole('link', { name: 'See the schedules' })).toHaveAttribute(
      'href',
      '/cn-beijing/schedules',
    );
    await user.click(within(dialog).getByRole('button', { name: 'Keep' }));
    (await rowOf('say-goodbye')).focus();
    await user.keyboard('{Delete}');
    const other = await screen.findByRole('dialog', { name: 'Delete say-goodbye?' });
    expect(other).not.toHaveTextContent('schedule');
  });

  it('A7: a command that another tab deleted meanwhile is said to be gone', async () => {
    let id = '';
    const { user, api } = await openCommands('/commands', {}, async (client) => {
      id = await saveCommand(client);
    });
    const row = await rowOf('say-hello');
    await api.ecs.deleteCommand({ RegionId: 'cn-beijing', CommandId: id });
    row.focus();
    await user.keyboard('{Delete}');
    await user.click(await screen.findByRole('button', { name: 'Delete command' }));
    expect(await screen.findByText('say-hello was already deleted elsewhere')).toBeInTheDocument();
    await waitFor(() => expect(screen.queryByRole('link', { name: 'say-hello' })).not.toBeInTheDocument());
  });

  it('A7: a partial failure says which remains and why, and retries that one', async () => {
    const { user, emulator } = await openCommands('/commands', {}, async (client) => {
      await saveCommand(client);
      await saveCommand(client, { Name: 'say-goodbye' });
    });
    await rowOf('say-hello');
    await user.click(screen.getByRole('checkbox', { name: 'Select say-hello' }));
    await user.click(screen.getByRole('checkbox', { name: 'Select say-goodbye' }));
    await user.click(screen.getByRole('button', { name: 'Delete…' }));
    emulator.faults.set([{ action: 'DeleteCommand', code: 'Operation.Forbidden', status: 403, times: 1 }]);
    await user.click(await screen.findByRole('button', { name: 'Delete 2 commands' }));
    const dialog = await screen.findByRole('dialog', { name: '1 of 2 commands was not deleted' });
    expect(
      within(within(dialog).getByRole('list', { name: 'Commands that remain' })).getAllByRole('listitem'),
    ).toHaveLength(1);
    expect(within(dialog).getByRole('alert')).toHaveTextContent(/Operation\.Forbidden, RequestId/);
    await user.click(within(dialog).getByRole('button', { name: 'Try the one again' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await waitFor(() => expect(screen.queryByRole('link', { name: /say-/ })).not.toBeInTheDocument());
  });
});
