import { configure, screen, waitFor } from '@testing-library/react';
import { Outlet } from 'react-router-dom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { toCli } from '@/api/cli';
import type { Params, Rpc } from '@/api/rpc';
import { decodeBase64 } from '@/domain/base64';
import { createTestEmulator, type TestEmulatorOptions } from '@mocks/node';
import { createWorld, HOME_REGION } from '@mocks/world/world';
import { createFakeRunner } from '../../../../test/support/fake-runner';
import { apiError, emulatorRpc, renderPage } from '../../../../test/support/render';
import { runRoute, runScriptRoute } from '../index';
import { recentScripts, rememberScript } from './recent-scripts';
import { EMPTY_SCRIPT } from './script-draft';
// Loaded beforehand, so that no test waits for the lazy chunks to be compiled.
import './RunScriptPage';

vi.mock('@/ui/code-editor/LoadedEditor', () => import('../../../../test/support/plain-editor'));

// A whole emulator answers.
configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 60_000 });

const NOW = Date.UTC(2026, 10, 22);
const world = createWorld({ seed: 1, fleetSize: 60, bornAt: NOW });
const idOf = (name: string) =>
  world.instances(HOME_REGION).find((instance) => instance.instanceName === name)!.instanceId;
const TWO = ['web-prod-01', 'cache-01'] as const;

const routes = [
  { path: 'commands', element: <Outlet />, children: [runRoute, runScriptRoute] },
  { path: 'invocations', element: <h1>Records page</h1> },
  { path: 'invocations/:invokeId', element: <h1>Record page</h1> },
];

async function open(names: readonly string[] = TWO, options: TestEmulatorOptions = {}) {
  const { fetch } = await createTestEmulator({ now: NOW, runner: createFakeRunner(), ...options });
  const direct = emulatorRpc(fetch);
  const sent: Params[] = [];
  let failure: Error | null = null;
  const rpc: Rpc = async (product, action, params, callOptions) => {
    if (action === 'RunCommand') sent.push(params);
    const answer = await direct(product, action, params, callOptions);
    if (action === 'RunCommand' && failure) throw failure;
    return answer;
  };
  const total = async (action: string) =>
    (await direct('ecs', action, { RegionId: HOME_REGION }, { kind: 'read' }))['TotalCount'] as number;
  const instances = names.length > 0 ? `?instances=${names.map(idOf).join(',')}` : '';
  const at = `/${HOME_REGION}/commands/run-script${instances}`;
  return {
    ...renderPage(routes, { rpc, at }),
    sent,
    total,
    fail: (error: Error | null) => {
      failure = error;
    },
  };
}

/** A script that is being written, as a reload would find it. */
function write(change: object) {
  sessionStorage.setItem(`script-draft:${HOME_REGION}`, JSON.stringify({ ...EMPTY_SCRIPT, ...change }));
}

const runButton = () => screen.findByRole('button', { name: /^Run( on|$)/ });
const readyButton = () =>
  waitFor(async () => {
    const button = await runButton();
    expect(button).not.toHaveAttribute('aria-disabled');
    return button;
  });
const textOf = (base64: unknown) => new TextDecoder().decode(decodeBase64(String(base64)));

describe('one-off script', () => {
  beforeEach(() => sessionStorage.clear());

  it('B7, J4: opens with the focus in the script', async () => {
    const { user } = await open();
    const script = await screen.findByRole('textbox', { name: 'Script' });
    await waitFor(() => expect(script).toHaveFocus());
    await user.keyboard('uptime');
    expect(script).toHaveValue('uptime');
  });

  it('B7: runs a typed script without saving it, and shows the record', async () => {
    const { user, sent, total, router } = await open();
    const commands = await total('DescribeCommands');
    expect(await runButton()).toHaveAccessibleDescription('No script yet');
    await user.click(await screen.findByRole('textbox', { name: 'Script' }));
    await user.paste('uptime');
    expect(screen.getByRole('textbox', { name: 'Timeout, s' })).toHaveValue('60');
    await user.click(await readyButton());
    expect(await screen.findByRole('heading', { name: 'Record page' })).toBeVisible();
    expect(router.state.location.pathname).toMatch(/^\/cn-hangzhou\/invocations\/t-/);
    expect(screen.getByText('The script runs on 2 instances')).toBeVisible();
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      Type: 'RunShellScript',
      ContentEncoding: 'Base64',
      KeepCommand: false,
      Timeout: 60,
      InstanceId: TWO.map(idOf).toSorted(),
    });
    expect(textOf(sent[0]!['CommandContent'])).toBe('uptime');
    expect(sent[0]).not.toHaveProperty('Name', expect.anything());
    expect(await total('DescribeCommands')).toBe(commands);
    expect(recentScripts().map(({ script }) => script.content)).toEqual(['uptime']);
  });

  it('B7: also saves it as a command, under a name', async () => {
    write({ content: 'df -h "{{mount}}"', enableParameter: true });
    const { user, sent, total } = await open();
    const commands = await total('DescribeCommands');
    await user.type(await screen.findByRole('textbox', { name: 'mount' }), '/data');
    await user.click(screen.getByRole('switch', { name: 'Also save it as a command' }));
    expect(await runButton()).toHaveAccessibleDescription('Give the command a name.');
    await user.type(screen.getByRole('textbox', { name: 'Name of the command' }), 'disk-now');
    await user.click(await readyButton());
    expect(await screen.findByText('It is saved as disk-now.')).toBeVisible();
    expect(sent[0]).toMatchObject({ KeepCommand: true, Name: 'disk-now', Parameters: '{"mount":"/data"}' });
    expect(await total('DescribeCommands')).toBe(commands + 1);
  });

  it('B7: a full command quota stops saving, not running', async () => {
    write({ content: 'uptime', keep: true, name: 'x' });
    const { user, sent } = await open(TWO, { limits: { commandQuota: 1 } });
    await waitFor(async () =>
      expect(await runButton()).toHaveAccessibleDescription('The quota of 1 commands is full'),
    );
    await user.click(screen.getByRole('switch', { name: 'Also save it as a command' }));
    await user.click(await readyButton());
    expect(await screen.findByRole('heading', { name: 'Record page' })).toBeVisible();
    expect(sent).toHaveLength(1);
  });

  it('B7: shows the equivalent CLI call', async () => {
    write({ content: 'uptime' });
    const { sent, user } = await open();
    const line = await screen.findByRole('group', { name: 'The same as a CLI call' });
    const shown = line.textContent;
    await user.click(await readyButton());
    expect(await screen.findByRole('heading', { name: 'Record page' })).toBeVisible();
    expect(sent).toHaveLength(1);
    const { ClientToken, ...params } = sent[0]!;
    expect(ClientToken).toBeTruthy();
    expect(shown).toContain(toCli('ecs', 'RunCommand', params));
  });

  it('B7: after an answer that was lost, sends the same request under the same token', async () => {
    write({ content: 'uptime' });
    const { user, sent, fail, total } = await open();
    const runs = await total('DescribeInvocations');
    fail(apiError('Timeout', { action: 'RunCommand', httpStatus: null }));
    await user.click(await readyButton());
    expect(await screen.findByText('It is not known whether it runs.')).toBeVisible();
    fail(null);
    await user.click(await readyButton());
    expect(await screen.findByRole('heading', { name: 'Record page' })).toBeVisible();
    expect(new Set(sent.map(({ ClientToken }) => ClientToken)).size).toBe(1);
    expect(await total('DescribeInvocations')).toBe(runs + 1);
  });

  it('B7: judges the chosen instances anew when the type changes', async () => {
    write({ content: 'uptime' });
    const { user, sent } = await open();
    await readyButton();
    await user.click(screen.getByRole('radio', { name: 'PowerShell' }));
    expect(await screen.findByText('2 of 2 cannot run it', { selector: 'b' })).toBeVisible();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(sent).toEqual([]);
  });

  it('B7: recalls a recent script and loses nothing that was being written', async () => {
    write({ content: 'echo draft' });
    rememberScript({ ...EMPTY_SCRIPT, content: '#!/bin/sh\nuptime', timeout: '90' }, 1);
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Recent scripts' }));
    expect(await screen.findByText('Kept in this tab only: scripts may hold secrets.')).toBeInTheDocument();
    await user.click(await screen.findByRole('menuitem', { name: /^uptime/ }));
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Timeout, s' })).toHaveValue('90'));
    expect(recentScripts().map(({ script }) => script.content)).toContain('echo draft');
  });

  it('B7: keeps what is being written over a reload, and asks before it is left', async () => {
    write({ content: 'echo draft', workingDir: '/srv' });
    const { user } = await open([]);
    expect(await screen.findByRole('textbox', { name: 'Working directory' })).toHaveValue('/srv');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByRole('dialog', { name: 'Leave without running it?' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Discard it' }));
    await waitFor(() => expect(sessionStorage).toHaveLength(0));
  });
});
