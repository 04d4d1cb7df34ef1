import { configure, screen, waitFor, within } from '@testing-library/react';
import { Outlet } from 'react-router-dom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { toCli } from '@/api/cli';
import type { Params, Rpc } from '@/api/rpc';
import { createTestEmulator } from '@mocks/node';
import { createWorld, HOME_REGION } from '@mocks/world/world';
import { createFakeRunner } from '../../../test/support/fake-runner';
import { emulatorRpc, renderPage } from '../../../test/support/render';
import { runAddress, runRoute } from './index';
// Loaded beforehand, so that no test waits for the lazy chunk to be compiled.
import './RunPage';
import './ScheduleField';

// A whole emulator answers.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 40_000 });

const NOW = Date.now();
const world = createWorld({ seed: 1, fleetSize: 60, bornAt: NOW });
const IDS = ['web-prod-01', 'cache-01'].map(
  (name) => world.instances(HOME_REGION).find((instance) => instance.instanceName === name)!.instanceId,
);
const routes = [
  { path: 'commands', element: <Outlet />, children: [runRoute] },
  { path: 'invocations/:invokeId', element: <h1>Record page</h1> },
];

async function sheet(prefill: { cron?: string; parameters?: Record<string, string> } = {}) {
  const { fetch } = await createTestEmulator({ now: NOW, runner: createFakeRunner() });
  const direct = emulatorRpc(fetch);
  const sent: Params[] = [];
  const rpc: Rpc = (product, action, params, options) => {
    if (action === 'InvokeCommand') sent.push(params);
    return direct(product, action, params, options);
  };
  const { Commands } = (await direct(
    'ecs',
    'DescribeCommands',
    { RegionId: HOME_REGION, Name: 'disk-clean' },
    {
      kind: 'read',
    },
  )) as { Commands: { Command: { CommandId: string }[] } };
  const { CommandId } = Commands.Command[0]!;
  const { cron = '', parameters } = prefill;
  const run = { RegionId: HOME_REGION, CommandId, InstanceId: IDS, Parameters: JSON.stringify(parameters) };
  const earlier = parameters && (await direct('ecs', 'InvokeCommand', run, { kind: 'write' }));
  const from = earlier ? String(earlier['InvokeId']) : '';
  const at = runAddress(HOME_REGION, CommandId, { instances: IDS, from, cron });
  return { ...renderPage(routes, { rpc, at }), sent };
}

const ready = (name: RegExp) =>
  waitFor(async () => {
    const button = await screen.findByRole('button', { name });
    expect(button).not.toHaveAttribute('aria-disabled');
    return button;
  });

describe('a run by schedule', () => {
  beforeEach(() => sessionStorage.clear());

  it('B1: is told in the headline, sent as the CLI line says, and leads to its record', async () => {
    const { user, sent } = await sheet();
    await ready(/^Run on 2/);
    await user.click(screen.getByRole('radio', { name: 'On a schedule' }));
    const field = await screen.findByRole('textbox', { name: /^Cron/ });
    expect(screen.getByRole('button', { name: /^Schedule on 2/ })).toHaveAccessibleDescription(
      'No schedule yet',
    );
    await user.type(field, '0 0 18 ? * MON-FRI');
    expect(
      await screen.findByRole('heading', {
        name: /^Run disk-clean on 2 instances, at 18:00 UTC, Monday to Friday$/,
      }),
    ).toBeVisible();
    expect(screen.getByText('At least 1 d between two fires; the limit is 10 s.')).toBeVisible();
    const line = within(screen.getByRole('group', { name: 'The same as a CLI call' }))
      .getByRole('button', { name: /^aliyun/ })
      .getAttribute('aria-label');
    await user.click(await ready(/^Schedule on 2/));
    expect(await screen.findByRole('heading', { name: 'Record page' })).toBeVisible();
    expect(sent[0]).toMatchObject({ Timed: true, RepeatMode: 'Period', Frequency: '0 0 18 ? * MON-FRI' });
    expect(line).toBe(toCli('ecs', 'InvokeCommand', sent[0]!).replace(/ --ClientToken \S+/, ''));
    expect(screen.getByText('disk-clean is scheduled on 2 instances')).toBeVisible();
  });

  it.each([
    ['0/5 * * * * ?', 'It fires more often than every 10 s'],
    ['0 0 0 31 2 ?', 'It never fires'],
    ['0 0 25 * * ?', 'The cron expression has an error'],
  ])('D5: %s cannot be sent', async (cron, reason) => {
    const { user, sent } = await sheet({ cron });
    const button = await screen.findByRole('button', { name: /^Schedule on 2/ });
    expect(button).toHaveAccessibleDescription(reason);
    await user.click(button);
    expect(sent).toEqual([]);
  });

  it('D8: says once whose clock counts', async () => {
    await sheet({ cron: '0 0 18 * * ?' });
    expect(await screen.findAllByText(/own clock/)).toHaveLength(1);
  });

  it('B6: opens with the parameters of the record and the schedule that its address names, and asks nothing when left so', async () => {
    const { user, router } = await sheet({ cron: '0 0 2 * * ?', parameters: { path: '/data', days: '14' } });
    expect(await screen.findByRole('textbox', { name: 'path' })).toHaveValue('/data');
    expect(screen.getByRole('textbox', { name: 'days' })).toHaveValue('14');
    expect(await screen.findByRole('textbox', { name: /^Cron/ })).toHaveValue('0 0 2 * * ?');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(router.state.location.pathname).toBe(`/${HOME_REGION}/commands`));
    expect(router.state.location.search).toBe('');
  });

  it('B1: the kept choices hold the schedule', async () => {
    const first = await sheet({ cron: '0 0 2 * * ?' });
    const field = await screen.findByRole('textbox', { name: /^Cron/ });
    await first.user.clear(field);
    await first.user.type(field, '0 30 4 * * ?');
    first.unmount();
    await sheet({ cron: '0 0 2 * * ?' });
    expect(await screen.findByRole('textbox', { name: /^Cron/ })).toHaveValue('0 30 4 * * ?');
  });
});
