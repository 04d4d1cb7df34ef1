import { configure, screen, waitFor, within } from '@testing-library/react';
import { Outlet } from 'react-router-dom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createApi } from '@/api/api';
import type { Params, Rpc } from '@/api/rpc';
import { encodeBase64 } from '@/domain/base64';
import { routes as recordRoutes } from '@/features/invocations';
import { createTestEmulator } from '@mocks/node';
import { createWorld, HOME_REGION } from '@mocks/world/world';
import { createFakeRunner, exited } from '../../../../test/support/fake-runner';
import { apiError, emulatorRpc, renderPage } from '../../../../test/support/render';
import { runScriptRoute, scriptAddress } from '../index';
import { recentScripts } from './recent-scripts';
import { EMPTY_SCRIPT } from './script-draft';
// Loaded beforehand, so that no test waits for the lazy chunks to be compiled.
import './RunScriptPage';
import '@/features/invocations/InvocationPage';

vi.mock('@/ui/code-editor/LoadedEditor', () => import('../../../../test/support/plain-editor'));

// A whole emulator answers.
configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 60_000 });

const NOW = Date.UTC(2026, 10, 22);
const world = createWorld({ seed: 1, fleetSize: 60, bornAt: NOW });
const idOf = (name: string) =>
  world.instances(HOME_REGION).find((instance) => instance.instanceName === name)!.instanceId;
const [FAILING, FINE] = ['web-prod-01', 'cache-01'].map(idOf) as [string, string];
const CONTENT = '# how full\ndf -h {{path}}';
const HOW = { Type: 'RunShellScript', WorkingDir: '/tmp', Timeout: 77, Parameters: { path: '/data' } };

const routes = [
  { path: 'commands', element: <Outlet />, children: [runScriptRoute] },
  ...recordRoutes,
  { path: 'commands/:commandId', element: null },
];

/** A script without a name that ran on two instances and failed on the first. */
async function ran() {
  const runner = createFakeRunner(({ instance }) => exited(instance.instanceId === FAILING ? 3 : 0, 'full'));
  const { fetch } = await createTestEmulator({ now: NOW, runner });
  const direct = emulatorRpc(fetch);
  const { ecs } = createApi(direct);
  const { InvokeId } = await ecs.runCommand({
    RegionId: HOME_REGION,
    CommandContent: encodeBase64(CONTENT),
    EnableParameter: true,
    InstanceId: [FAILING, FINE],
    ...HOW,
  });
  await vi.waitFor(async () => {
    const { items } = await ecs.describeInvocations({ RegionId: HOME_REGION, InvokeId });
    expect(items[0]?.InvokeInstances.every(({ FinishTime }) => FinishTime !== '')).toBe(true);
  });
  const sent: Params[] = [];
  let failures = 0;
  const rpc: Rpc = async (product, action, params, options) => {
    if (action === 'RunCommand') sent.push(params);
    if (action === 'DescribeInvocations' && failures-- > 0)
      throw apiError('InternalError', { httpStatus: 500 });
    return direct(product, action, params, options);
  };
  return {
    InvokeId,
    sent,
    failOnce: () => (failures = 1),
    open: (at: string) => renderPage(routes, { rpc, at }),
    sheet: scriptAddress(HOME_REGION, { instances: [FAILING], from: InvokeId }),
  };
}

const script = () => screen.findByRole('textbox', { name: 'Script' });

describe('running a script again that is not saved', () => {
  beforeEach(() => sessionStorage.clear());

  it('B6, B7: from its record, on what failed, with its text, folder, timeout and values', async () => {
    const { open, InvokeId, sent } = await ran();
    const { user } = open(`/${HOME_REGION}/invocations/${InvokeId}`);
    expect(await screen.findByText('df -h {{path}}')).toBeVisible();
    await user.click(await screen.findByRole('link', { name: 'Run again on 1 failed' }));
    expect(await script()).toHaveValue(CONTENT);
    const sheet = within(screen.getByRole('dialog'));
    expect(sheet.getByRole('textbox', { name: 'Working directory' })).toHaveValue('/tmp');
    expect(sheet.getByRole('textbox', { name: 'Timeout, s' })).toHaveValue('77');
    expect(sheet.getByRole('switch', { name: 'Use parameters' })).toBeChecked();
    expect(sheet.getByRole('textbox', { name: 'path' })).toHaveValue('/data');
    const run = await waitFor(() => {
      const button = sheet.getByRole('button', { name: /^Run$|^Run on/ });
      expect(button).not.toHaveAttribute('aria-disabled');
      return button;
    });
    await user.click(run);
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      ...HOW,
      Parameters: JSON.stringify(HOW.Parameters),
      CommandContent: encodeBase64(CONTENT),
      KeepCommand: false,
      InstanceId: [FAILING],
    });
  });

  it('B7: leaving it as it is loses nothing and asks nothing; a change survives a reload', async () => {
    const { open, sheet } = await ran();
    const first = open(sheet);
    expect(await script()).toHaveValue(CONTENT);
    await first.user.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(first.router.state.location.pathname).toBe(`/${HOME_REGION}/commands`));
    expect(sessionStorage.getItem(`script-draft:${HOME_REGION}`)).toBeNull();
    first.unmount();
    const second = open(sheet);
    await second.user.type(await script(), ' # again');
    second.unmount();
    open(sheet);
    expect(await script()).toHaveValue(`${CONTENT} # again`);
  });

  it('B7: what was being written meanwhile can be recalled', async () => {
    const { open, sheet } = await ran();
    const draft = { ...EMPTY_SCRIPT, content: 'uptime' };
    sessionStorage.setItem(`script-draft:${HOME_REGION}`, JSON.stringify(draft));
    open(sheet);
    expect(await script()).toHaveValue(CONTENT);
    expect(recentScripts().map((recent) => recent.script.content)).toEqual(['uptime']);
  });

  it('J5: says when the record cannot be read, and reads it again', async () => {
    const { open, sheet, failOnce } = await ran();
    failOnce();
    const { user } = open(sheet);
    await user.click(await screen.findByRole('button', { name: /try again|retry/i }));
    expect(await script()).toHaveValue(CONTENT);
  });

  it('B7: a record that is gone leaves an empty script', async () => {
    const { open } = await ran();
    open(scriptAddress(HOME_REGION, { instances: [FINE], from: 't-gone' }));
    expect(await script()).toHaveValue('');
    expect(await screen.findByRole('heading', { name: /^Run a script on cache-01/ })).toBeVisible();
  });
});
