import { configure, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createApi } from '@/api/api';
import type { Instance } from '@/api/ecs/instances';
import type { Rpc } from '@/api/rpc';
import { createTestEmulator, type TestEmulator } from '@mocks/node';
import { apiError, emulatorRpc, renderPage } from '../../../../test/support/render';
import { instanceRoute, routes } from '../index';
import { useAsked } from './asked-store';

// The emulator answers in this process, beside whatever else the machine does.
configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 60_000 });

const REGION = 'cn-hangzhou';
let emulator: TestEmulator;
let rpc: Rpc;
let fleet: Instance[];

beforeEach(async () => {
  emulator = await createTestEmulator();
  rpc = emulatorRpc(emulator.fetch);
  fleet = (await createApi(rpc).ecs.describeInstances({ RegionId: REGION, PageSize: 100 })).items;
});
afterEach(() => useAsked.setState({ installs: {}, restarts: {} }));

const named = (name: string) => fleet.find((item) => item.InstanceName === name)!;
const openInstance = (name: string, answers = rpc) =>
  renderPage([instanceRoute([])], {
    at: `/${REGION}/instances/${named(name).InstanceId}`,
    rpc: answers,
  });
const dialog = async (name: string) => within(await screen.findByRole('dialog', { name }));

/** The same, with every call noted, and one action failing. */
function watched(failing?: { action: string; code: string }) {
  const calls: { action: string; params: Record<string, unknown> }[] = [];
  const answers: Rpc = (...call) => {
    const [, action, params] = call;
    calls.push({ action, params });
    return failing?.action === action
      ? Promise.reject(apiError(failing.code, { action, httpStatus: 403 }))
      : rpc(...call);
  };
  return { answers, of: (action: string) => calls.filter((call) => call.action === action) };
}

describe('installing the agent by API', () => {
  it('E1: asks for the install and the restart one after the other, and follows both until the agent is online', async () => {
    const { answers, of } = watched();
    const { user, queryClient } = openInstance('ci-runner-02', answers);
    await user.click(await screen.findByRole('button', { name: 'Install by API…' }));
    const ask = await dialog('Install the agent on ci-runner-02?');
    await user.click(await ask.findByRole('button', { name: 'Install' }));
    const restart = await dialog('Restart ci-runner-02?');
    expect(of('RebootInstance')).toHaveLength(0);
    expect(restart.getByText('The agent is installed.')).toBeVisible();
    await user.click(restart.getByRole('button', { name: 'Restart later' }));

    const steps = await screen.findByRole('region', { name: 'Installation' });
    expect(steps).toHaveTextContent('Waits for a restart');
    await user.click(within(steps).getByRole('button', { name: 'Restart now…' }));
    await user.click((await dialog('Restart ci-runner-02?')).getByRole('button', { name: 'Restart' }));
    await waitFor(() => expect(steps).toHaveTextContent('Restarting'));
    expect(await screen.findByRole('heading', { level: 1, name: /is stopping/ })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Restart…' })).toHaveAttribute('aria-disabled', 'true');

    emulator.clock.advance(40_000);
    await queryClient.invalidateQueries();
    expect(await screen.findByText('The agent is online')).toBeVisible();
    expect(
      await screen.findByRole('heading', { level: 1, name: 'ci-runner-02 is running, its agent is online' }),
    ).toBeVisible();
    expect(of('InstallCloudAssistant')).toHaveLength(1);
    expect(of('RebootInstance')).toHaveLength(1);
    const card = within(screen.getByRole('region', { name: 'Cloud Assistant agent' }));
    await user.click(card.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText('The agent is online')).toBeNull();
  });

  it('E1: shows the calls as command lines before it makes them', async () => {
    const { user } = openInstance('ci-runner-02');
    await user.click(await screen.findByRole('button', { name: 'Install by API…' }));
    const ask = await dialog('Install the agent on ci-runner-02?');
    expect(await ask.findByText(/aliyun ecs InstallCloudAssistant --RegionId cn-hangzhou/)).toBeVisible();
    await user.click(ask.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('E1: keeps a refusal in place, with its code and request', async () => {
    const { answers } = watched({
      action: 'InstallCloudAssistant',
      code: 'InvalidInstanceId.OSTypeUnsupported',
    });
    const { user } = openInstance('ci-runner-02', answers);
    await user.click(await screen.findByRole('button', { name: 'Install by API…' }));
    const ask = await dialog('Install the agent on ci-runner-02?');
    await user.click(await ask.findByRole('button', { name: 'Install' }));
    const alert = await ask.findByRole('alert');
    expect(alert).toHaveTextContent('InvalidInstanceId.OSTypeUnsupported');
    expect(alert).toHaveTextContent('TEST-REQUEST-ID');
    expect(ask.getByRole('button', { name: 'Try again' })).toBeVisible();
    expect(useAsked.getState().installs).toEqual({});
  });

  it('E1: is still followed after leaving the page', async () => {
    const { InstanceId } = named('ci-runner-02');
    await createApi(rpc).ecs.installCloudAssistant({ RegionId: REGION, InstanceId: [InstanceId] });
    useAsked.setState({ installs: { [`${REGION}/${InstanceId}`]: Date.now() } });
    const { user } = renderPage(routes, { at: `/${REGION}/instances`, rpc });
    expect(await screen.findByText(/1 waits for a restart/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Show' }));
    const list = await dialog('Agent installation on 1 instance');
    expect(list.getByRole('link', { name: 'ci-runner-02' })).toBeVisible();
    expect(list.getByRole('button', { name: 'Restart the one that waits…' })).toBeVisible();
  });

  it('E1: on several, leaves out those that need none or can have none, and says why', async () => {
    const { answers, of } = watched();
    const { user } = renderPage(routes, { at: `/${REGION}/instances`, rpc: answers });
    for (const name of ['ci-runner-02', 'web-prod-01', 'edge-fbsd-01', 'db-replica-02']) {
      await user.click(await screen.findByRole('checkbox', { name: new RegExp(name) }));
    }
    await user.click(screen.getByRole('button', { name: 'Install the agent…' }));
    const ask = await dialog('Install the agent on 2 instances?');
    expect(ask.getByText('Left out, its agent is online: web-prod-01.')).toBeVisible();
    expect(ask.getByText('Left out, its system is not supported: edge-fbsd-01.')).toBeVisible();
    await user.click(ask.getByRole('button', { name: 'Install on 2 instances' }));
    const restart = await dialog('Restart 2 instances?');
    expect(of('InstallCloudAssistant').map(({ params }) => params['InstanceId'])).toEqual([
      [named('ci-runner-02').InstanceId, named('db-replica-02').InstanceId],
    ]);
    await user.click(restart.getByRole('button', { name: 'Restart 2 instances' }));
    expect(await screen.findByText('2 instances are asked to restart')).toBeVisible();
    expect(of('RebootInstance')).toHaveLength(2);
  });

  it('J2: names the instances that refused to restart, and tries only those again', async () => {
    let broken = named('ci-runner-02').InstanceId;
    const asked: unknown[] = [];
    const answers: Rpc = (...call) => {
      const [, action, params] = call;
      if (action !== 'RebootInstance') return rpc(...call);
      asked.push(params['InstanceId']);
      return params['InstanceId'] === broken
        ? Promise.reject(apiError('InstanceLockedForSecurity', { action, httpStatus: 403 }))
        : rpc(...call);
    };
    const { user } = renderPage(routes, { at: `/${REGION}/instances`, rpc: answers });
    for (const name of ['ci-runner-02', 'web-prod-01']) {
      await user.click(await screen.findByRole('checkbox', { name: new RegExp(name) }));
    }
    await user.click(screen.getByRole('button', { name: 'Restart…' }));
    await user.click(
      (await dialog('Restart 2 instances?')).getByRole('button', { name: 'Restart 2 instances' }),
    );
    const failed = await dialog('ci-runner-02 could not be restarted');
    expect(failed.getByRole('alert')).toHaveTextContent('InstanceLockedForSecurity');
    broken = '';
    await user.click(failed.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked).toHaveLength(3);
    expect(asked.at(-1)).toBe(named('ci-runner-02').InstanceId);
  });
});
