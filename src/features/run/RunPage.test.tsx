import { configure, screen, waitFor, within } from '@testing-library/react';
import { Outlet } from 'react-router-dom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { toCli } from '@/api/cli';
import { ApiError } from '@/api/errors';
import type { Params, Rpc } from '@/api/rpc';
import { createTestEmulator, type TestEmulatorOptions } from '@mocks/node';
import { createWorld, HOME_REGION } from '@mocks/world/world';
import { createFakeRunner } from '../../../test/support/fake-runner';
import { apiError, emulatorRpc, renderPage } from '../../../test/support/render';
import { runRoute } from './index';
// Loaded beforehand, so that no test waits for the lazy chunk to be compiled.
import './RunPage';

// A whole emulator answers.
configure({ asyncUtilTimeout: 5_000 });
vi.setConfig({ testTimeout: 30_000 });

const NOW = Date.UTC(2026, 10, 22);
const world = createWorld({ seed: 1, fleetSize: 60, bornAt: NOW });
const idOf = (name: string) =>
  world.instances(HOME_REGION).find((instance) => instance.instanceName === name)!.instanceId;

const routes = [
  { path: 'commands', element: <Outlet />, children: [runRoute] },
  { path: 'commands/:commandId/copy', element: <h1>Copy page</h1> },
  { path: 'invocations', element: <h1>Records page</h1> },
  { path: 'invocations/:invokeId', element: <h1>Record page</h1> },
];

type Intercept = (
  action: string,
  params: Params,
  answer: () => Promise<Record<string, unknown>>,
) => Promise<Record<string, unknown>>;

/** An account in the emulator, and a way to tamper with its answers. */
async function account(options: TestEmulatorOptions = {}) {
  const { fetch, emulator } = await createTestEmulator({ now: NOW, runner: createFakeRunner(), ...options });
  const direct = emulatorRpc(fetch);
  const sent: Params[] = [];
  let intercept: Intercept = (_action, _params, answer) => answer();
  const rpc: Rpc = (product, action, params, callOptions) => {
    if (action === 'InvokeCommand') sent.push(params);
    return intercept(action, params, () => direct(product, action, params, callOptions));
  };
  const read = (action: string, params: Params = {}) =>
    direct('ecs', action, { RegionId: HOME_REGION, ...params }, { kind: 'read' });
  const { Commands } = (await read('DescribeCommands', { Name: 'disk-clean' })) as {
    Commands: { Command: { CommandId: string }[] };
  };
  const commandId = Commands.Command[0]!.CommandId;
  return {
    emulator,
    commandId,
    sent,
    read,
    tamper(next: Intercept) {
      intercept = next;
    },
    async runs() {
      const { TotalCount } = await read('DescribeInvocations', { CommandId: commandId });
      return TotalCount as number;
    },
    open(names: readonly string[] = [], id = commandId) {
      const instances = names.length > 0 ? `?instances=${names.map(idOf).join(',')}` : '';
      return renderPage(routes, { rpc, at: `/${HOME_REGION}/commands/${id}/run${instances}` });
    },
  };
}

const TWO = ['web-prod-01', 'cache-01'] as const;
const runButton = () => screen.findByRole('button', { name: /^Run( on|$)/ });
/** Asked for anew: the button is another element once it has a reason. */
const expectReason = (text: string) =>
  waitFor(async () => expect(await runButton()).toHaveAccessibleDescription(text));
/** The button once nothing is in the way. */
const readyButton = () =>
  waitFor(async () => {
    const button = await runButton();
    expect(button).not.toHaveAttribute('aria-disabled');
    return button;
  });
const line = (text: string) => screen.findByText(text, { selector: 'b' });

describe('run sheet', () => {
  beforeEach(() => sessionStorage.clear());

  it('B1: opens on the instances of its address, runs on them and shows the record', async () => {
    const { open, commandId, sent, runs } = await account();
    const before = await runs();
    const { user, router } = open(TWO);
    expect(await screen.findByRole('heading', { name: 'Run disk-clean on 2 instances, now' })).toBeVisible();
    expect(await screen.findByText('All 2 can run it')).toBeVisible();
    await user.click(await readyButton());
    expect(await screen.findByRole('heading', { name: 'Record page' })).toBeVisible();
    expect(router.state.location.pathname).toMatch(/^\/cn-hangzhou\/invocations\/t-/);
    // In place of the sheet, which Back does not open again.
    expect(router.state.historyAction).toBe('REPLACE');
    expect(screen.getByText('disk-clean runs on 2 instances')).toBeVisible();
    expect(await runs()).toBe(before + 1);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ CommandId: commandId, InstanceId: TWO.map(idOf).toSorted() });
    expect(sessionStorage).toHaveLength(0);
  });

  it('B1: no instance never means all', async () => {
    const { open, sent } = await account();
    const { user } = open();
    const button = await runButton();
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toHaveAccessibleDescription('No instance chosen yet');
    await user.click(button);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(sent).toEqual([]);
  });

  it('B1: shows the command as it was saved', async () => {
    const { open } = await account();
    const { user } = open(TWO);
    await user.click(await screen.findByRole('button', { name: 'View content' }));
    const dialog = await screen.findByRole('dialog', { name: 'disk-clean, as it was saved' });
    expect(within(dialog).getByRole('group', { name: 'Command content' })).toHaveTextContent('{{path}}');
    expect(within(dialog).getByText('10 min')).toBeVisible();
  });

  it('B4: empty is allowed; values show where they will stand, and count in the size', async () => {
    const { open, sent } = await account();
    const { user } = open(TWO);
    const preview = await screen.findByRole('group', { name: 'Script as it will run' });
    const days = screen.getByRole('textbox', { name: 'days' });
    expect(days).toHaveAccessibleDescription('empty is allowed');
    await user.type(screen.getByRole('textbox', { name: 'path' }), '/data/logs');
    expect(preview).toHaveTextContent('find "/data/logs" -type f');
    expect(within(preview).getAllByTitle('days: empty')).not.toHaveLength(0);
    await user.click(await readyButton());
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.['Parameters']).toBe('{"path":"/data/logs"}');
  });

  it('B4: refuses more than 16 KB before sending', async () => {
    const { open, sent } = await account();
    const { user } = open(TWO);
    await readyButton();
    await user.click(screen.getByRole('textbox', { name: 'path' }));
    await user.paste('x'.repeat(12_300));
    await expectReason('Script and values are too large');
    await user.click(await runButton());
    expect(sent).toEqual([]);
  });

  it('B8: the CLI line says exactly what is sent', async () => {
    const { open, sent } = await account();
    const { user } = open(TWO);
    await user.type(await screen.findByRole('textbox', { name: 'path' }), `/data/it's $HOME`);
    const line = within(screen.getByRole('group', { name: 'The same as a CLI call' })).getByRole('button', {
      name: /^aliyun ecs InvokeCommand/,
    });
    const shown = line.getAttribute('aria-label');
    await user.click(await readyButton());
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(shown).toBe(toCli('ecs', 'InvokeCommand', sent[0]!));
  });

  it('K4: a double click and Ctrl+Enter send it once', async () => {
    const { open, sent, runs } = await account();
    const before = await runs();
    const { user } = open(TWO);
    await user.dblClick(await readyButton());
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByRole('heading', { name: 'Record page' })).toBeVisible();
    expect(sent).toHaveLength(1);
    expect(await runs()).toBe(before + 1);
  });

  it('K4: after a lost answer the same run is sent under the same token and starts once', async () => {
    const { open, sent, runs, tamper } = await account();
    const before = await runs();
    const { user } = open(TWO);
    await user.type(await screen.findByRole('textbox', { name: 'path' }), '/data');
    tamper(async (action, _params, answer) => {
      const reply = await answer();
      if (action !== 'InvokeCommand') return reply;
      throw new ApiError({ code: 'Timeout', message: '', product: 'ecs', action });
    });
    await user.click(await readyButton());
    const note = await screen.findByRole('alert');
    expect(note).toHaveTextContent('It is not known whether it runs.');
    expect(note).toHaveTextContent('Timeout');
    expect(within(note).getByRole('link', { name: 'See its execution records' })).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'path' })).toHaveValue('/data');
    tamper((_action, _params, answer) => answer());
    await user.click(await readyButton());
    expect(await screen.findByRole('heading', { name: 'Record page' })).toBeVisible();
    expect(sent).toHaveLength(2);
    expect(sent[1]?.['ClientToken']).toBe(sent[0]?.['ClientToken']);
    expect(await runs()).toBe(before + 1);
  });

  it('K4: the token outlives a reload, and the sheet says that an answer is missing', async () => {
    const { open, sent, runs, tamper } = await account();
    const before = await runs();
    const first = open(TWO);
    let arrived: () => void = () => undefined;
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    tamper(async (action, _params, answer) => {
      const reply = await answer();
      if (action !== 'InvokeCommand') return reply;
      arrived();
      return new Promise(() => undefined);
    });
    await first.user.click(await readyButton());
    await arrival;
    first.unmount();
    tamper((_action, _params, answer) => answer());
    const again = open(TWO);
    expect(await screen.findByText('An earlier attempt got no answer')).toBeVisible();
    expect(screen.getByText(/it is recognized and does not run twice/)).toBeVisible();
    await again.user.click(await readyButton());
    expect(await screen.findByRole('heading', { name: 'Record page' })).toBeVisible();
    expect(sent.map((params) => params['ClientToken'])).toEqual([
      sent[0]?.['ClientToken'],
      sent[0]?.['ClientToken'],
    ]);
    expect(await runs()).toBe(before + 1);
  });

  it('B2: an instance that stopped after it was chosen is named and can be left out; the rest is kept', async () => {
    const { open, sent, tamper } = await account();
    const { user } = open(TWO);
    await user.type(await screen.findByRole('textbox', { name: 'path' }), '/data');
    const button = await readyButton();
    const stopped = idOf('cache-01');
    tamper(async (action, _params, answer) => {
      const reply = await answer();
      if (action !== 'DescribeInstances') return reply;
      const { Instance } = reply['Instances'] as { Instance: { InstanceId: string; Status: string }[] };
      const rows = Instance.map((row) => (row.InstanceId === stopped ? { ...row, Status: 'Stopped' } : row));
      return { ...reply, Instances: { Instance: rows } };
    });
    await user.click(button);
    const note = await screen.findByRole('alert');
    expect(note).toHaveTextContent('Nothing was sent. 1 of 2 cannot run it');
    expect(note).toHaveTextContent('cache-01: Not running');
    expect(sent).toEqual([]);
    await user.click(within(note).getByRole('button', { name: 'Leave it out' }));
    expect(screen.getByRole('textbox', { name: 'path' })).toHaveValue('/data');
    await user.click(await readyButton());
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.['InstanceId']).toEqual([idOf('web-prod-01')]);
  });

  it('B2: an address cannot bring in an instance that cannot run the command', async () => {
    const { open } = await account();
    open(['web-prod-01', 'web-prod-07']);
    expect(await line('1 of 2 cannot run it')).toBeVisible();
    expect(screen.getByText('web-prod-07: Not running')).toBeVisible();
    await expectReason('1 of 2 cannot run it');
  });

  it('B5: shows the quota that is left; a refusal names it and keeps everything', async () => {
    const { open, emulator } = await account();
    const { user } = open(TWO);
    expect(await screen.findByText('Quota is enough')).toBeVisible();
    expect(screen.getByText(/runs left today, of 5,000/)).toBeVisible();
    await user.type(screen.getByRole('textbox', { name: 'path' }), '/data');
    emulator.faults.set([{ action: 'InvokeCommand', code: 'Invocation.ExceedQuota', status: 403, times: 1 }]);
    await user.click(await readyButton());
    const note = await screen.findByRole('alert');
    expect(note).toHaveTextContent('Nothing runs. No more runs in this region today.');
    expect(note).toHaveTextContent('The daily quota of runs is used up.');
    expect(note).toHaveTextContent('Invocation.ExceedQuota');
    expect(note).toHaveTextContent('RequestId');
    expect(screen.getByRole('textbox', { name: 'path' })).toHaveValue('/data');
    await user.click(await readyButton());
    expect(await screen.findByRole('heading', { name: 'Record page' })).toBeVisible();
  });

  it('B5: a quota that is used up is the button’s reason', async () => {
    const { open } = await account({ limits: { invocationsPerDay: 0 } });
    open(TWO);
    const button = await screen.findByRole('button', { description: 'The daily quota of 0 runs is used up' });
    expect(button).toHaveAttribute('aria-disabled', 'true');
  });

  it('K4: a command that was deleted meanwhile says so and loses nothing', async () => {
    const { open, read, commandId, runs } = await account();
    const before = await runs();
    const { user } = open(TWO);
    await user.type(await screen.findByRole('textbox', { name: 'path' }), '/data');
    const button = await readyButton();
    await read('DeleteCommand', { CommandId: commandId });
    await user.click(button);
    const note = await screen.findByRole('alert');
    expect(note).toHaveTextContent('Nothing runs. The command no longer exists.');
    expect(
      await screen.findByText('It was deleted while this sheet was open. What you chose is still here.'),
    ).toBeVisible();
    await expectReason('The command no longer exists');
    expect(screen.getByRole('textbox', { name: 'path' })).toHaveValue('/data');
    expect(await runs()).toBe(before);
  });

  it('K4: offline nothing is sent, and it goes on when the network is back', async () => {
    const { open, sent, tamper } = await account();
    const { user } = open(TWO);
    const button = await readyButton();
    tamper(async (action) => {
      throw apiError('Network', { action, httpStatus: null, requestId: null });
    });
    await user.click(button);
    const note = await screen.findByRole('alert');
    expect(note).toHaveTextContent('Nothing was sent. No answer from the cloud.');
    expect(sent).toEqual([]);
    tamper((_action, _params, answer) => answer());
    await user.click(button);
    expect(await screen.findByRole('heading', { name: 'Record page' })).toBeVisible();
  });

  it('B9: warns when the command already runs on the instances', async () => {
    const { open, read, commandId } = await account();
    const params = { CommandId: commandId, 'InstanceId.1': idOf('cache-01') };
    const { InvokeId } = (await read('InvokeCommand', params)) as { InvokeId: string };
    open(TWO);
    expect(await screen.findByText('Already running on 1 of them')).toBeVisible();
    expect(screen.getByRole('link', { name: 'See its record' })).toHaveAttribute(
      'href',
      `/cn-hangzhou/invocations/${InvokeId}`,
    );
  });

  it('B1: leaving asks; what is kept comes back, what is discarded does not', async () => {
    const { open } = await account();
    const { user, router, unmount } = open(TWO);
    await user.type(await screen.findByRole('textbox', { name: 'path' }), '/data');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    const question = await screen.findByRole('dialog', { name: 'Leave without running it?' });
    await user.click(within(question).getByRole('button', { name: 'Leave, keep it' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/cn-hangzhou/commands'));
    unmount();
    const again = open();
    expect(await screen.findByRole('heading', { name: /on 2 instances/ })).toBeVisible();
    expect(screen.getByRole('textbox', { name: 'path' })).toHaveValue('/data');
    await again.user.click(screen.getByRole('button', { name: 'Cancel' }));
    await again.user.click(await screen.findByRole('button', { name: 'Discard it' }));
    await waitFor(() => expect(again.router.state.location.pathname).toBe('/cn-hangzhou/commands'));
    expect(sessionStorage).toHaveLength(0);
  });

  it('B1: leaving what was only opened does not ask', async () => {
    const { open } = await account();
    const { user, router } = open(TWO);
    await readyButton();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/cn-hangzhou/commands'));
  });

  it('K4: what fails after the sheet was left is told all the same', async () => {
    const { open, tamper } = await account();
    const { user, router } = open(TWO);
    let fail: () => void = () => undefined;
    const left = new Promise<void>((resolve) => {
      fail = resolve;
    });
    tamper(async (action, _params, answer) => {
      if (action !== 'InvokeCommand') return answer();
      await left;
      throw apiError('Invocation.ExceedQuota', { action, httpStatus: 403 });
    });
    await user.click(await readyButton());
    expect(await screen.findByRole('button', { name: 'Sending…' })).toHaveAttribute('aria-busy', 'true');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/cn-hangzhou/commands'));
    fail();
    expect(await screen.findByText('Sending disk-clean failed')).toBeVisible();
    expect(screen.getByText(/No more runs in this region today/)).toBeVisible();
    expect(sessionStorage).toHaveLength(0);
  });

  it('J5: says when there is no such command', async () => {
    const { open } = await account();
    open([], 'c-nope');
    const dialog = await screen.findByRole('dialog', { name: 'No such command' });
    expect(within(dialog).getByText('There is no command c-nope to run')).toBeVisible();
    expect(within(dialog).getByRole('link', { name: 'See its execution records' })).toHaveAttribute(
      'href',
      '/cn-hangzhou/invocations?q=c-nope',
    );
  });

  it('J5: a command that did not load can be asked for again', async () => {
    const { open, tamper } = await account();
    tamper(async (action, _params, answer) => {
      if (action === 'DescribeCommands') throw apiError('ServiceUnavailable', { httpStatus: 503 });
      return answer();
    });
    const { user } = open(TWO);
    expect(await screen.findByText('The command did not load')).toBeVisible();
    tamper((_action, _params, answer) => answer());
    await user.click(screen.getByRole('button', { name: /again|retry/i }));
    expect(await screen.findByRole('heading', { name: /on 2 instances/ })).toBeVisible();
  });
});
