import { configure, screen, waitFor, within } from '@testing-library/react';
import { Outlet } from 'react-router-dom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '@/api/errors';
import type { Params, Rpc } from '@/api/rpc';
import { runRoute } from '@/features/run';
import { createTestEmulator } from '@mocks/node';
import { createWorld, HOME_REGION } from '@mocks/world/world';
import { createFakeRunner, exited, type FakeRunner } from '../../../test/support/fake-runner';
import { emulatorRpc, renderPage } from '../../../test/support/render';
import { routes as engineRoutes } from './index';
// Loaded beforehand, so that no test waits for the lazy chunks to be compiled.
import '@/features/run/RunPage';
import './list/EngineRunsPage';
import './page/EngineRunPage';

configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 60_000 });

const NOW = Date.UTC(2026, 10, 22);
const IDS = createWorld({ seed: 1, fleetSize: 60, bornAt: NOW })
  .instances(HOME_REGION)
  .filter(
    ({ state, osType, networkType, agent }) =>
      state === 'Running' && osType === 'linux' && networkType === 'vpc' && agent.state === 'online',
  )
  .slice(0, 4)
  .map(({ instanceId }) => instanceId);

const routes = [
  { path: 'commands', element: <Outlet />, children: [runRoute] },
  { path: 'invocations/:invokeId', element: <h1>Record page</h1> },
  ...engineRoutes,
];

async function account(runner: FakeRunner = createFakeRunner(() => exited(0, 'ready'))) {
  const { fetch, clock, emulator } = await createTestEmulator({ now: NOW, fleetSize: 60, runner });
  const direct = emulatorRpc(fetch);
  const sent: [action: string, params: Params][] = [];
  const refusals = new Map<string, string>();
  const rpc: Rpc = async (product, action, params, options) => {
    if (options.kind === 'write') sent.push([action, params]);
    const code = refusals.get(action);
    if (code)
      throw new ApiError({ code, message: '', product, action, httpStatus: 401, requestId: 'REQUEST' });
    return direct(product, action, params, options);
  };
  const { Commands } = (await direct(
    'ecs',
    'DescribeCommands',
    { RegionId: HOME_REGION, Name: 'disk-clean' },
    { kind: 'read' },
  )) as { Commands: { Command: { CommandId: string }[] } };
  const commandId = Commands.Command[0]!.CommandId;
  return {
    ...{ sent, refusals, runner, clock, emulator },
    /** The run sheet with the batches driven by the engine. */
    async sheet() {
      const page = renderPage(routes, {
        rpc,
        at: `/${HOME_REGION}/commands/${commandId}/run?instances=${IDS.join(',')}`,
      });
      await page.user.click(await screen.findByRole('switch', { name: 'Split into batches' }));
      await page.user.click(screen.getByRole('radio', { name: 'the cloud (OOS)' }));
      return page;
    },
    at: (path: string) => renderPage(routes, { rpc, at: `/${HOME_REGION}${path}` }),
  };
}

const send = async () => {
  const button = await screen.findByRole('button', { name: /^Run on/ });
  await waitFor(() => expect(button).not.toHaveAttribute('aria-disabled'));
  return button;
};
const headline = (text: RegExp) => screen.findByRole('heading', { level: 1, name: text });

describe('a run handed to the cloud’s engine', () => {
  beforeEach(() => sessionStorage.clear());

  it('B10: says what will happen, hands it over, waits after the first batch and goes on when told to', async () => {
    const { sheet, sent, clock } = await account();
    const { user, router } = await sheet();
    expect(await screen.findByText("The cloud's engine runs it on 4")).toBeVisible();
    expect(
      screen.getByText(/^In 4 batches, one at a time\. It waits for you once\. It goes on/),
    ).toBeVisible();
    expect(await screen.findByText(/^4 of the .* runs left today/)).toBeVisible();
    expect(screen.getByRole('group', { name: 'The same as a CLI call' })).toHaveTextContent(
      'aliyun oos StartExecution --RegionId cn-hangzhou --TemplateContent',
    );
    await user.click(await send());
    await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/cn-hangzhou\/engine-runs\/exec-/));
    clock.advance(3000);
    expect(await headline(/^1 succeeded\s*3 to go, waits for you after batch 1/)).toBeVisible();
    expect(await screen.findByRole('link', { name: /^t-/ })).toBeVisible();
    await user.click(await screen.findByRole('button', { name: 'Go on' }));
    const dialog = await screen.findByRole('dialog', { name: 'Go on with 3 instances?' });
    expect(dialog).toHaveTextContent('aliyun oos NotifyExecution');
    await user.click(within(dialog).getByRole('button', { name: 'Go on' }));
    expect(await headline(/^4 succeeded, in 4 batches/)).toBeVisible();
    await waitFor(() => expect(screen.getAllByRole('link', { name: /^t-/ })).toHaveLength(4));
    await user.click(screen.getByRole('tab', { name: 'Request' }));
    expect(await screen.findByRole('group', { name: 'Template' })).toHaveTextContent(
      '"Action": "ACS::ECS::InvokeCommand"',
    );
    const [[, started]] = sent as [[string, Params]];
    expect(started).toMatchObject({ Mode: 'Automatic', LoopMode: 'FirstBatchPause', SafetyCheck: 'Skip' });
    expect(started['ClientToken']).toMatch(/./);
    expect(JSON.parse(String(started['Parameters']))).toMatchObject({
      targets: { Type: 'ResourceIds', RegionId: HOME_REGION, ResourceIds: IDS.toSorted() },
      rateControl: { Mode: 'Batch', MaxErrors: 0, Batch: [1, '25%'], BatchPauseOption: 'FirstBatchPause' },
    });
  });

  it('B10: a failed instance keeps it waiting, is tried again, and is skipped', async () => {
    const bad = IDS.toSorted()[1];
    const { sheet, clock, sent } = await account(
      createFakeRunner((job) => exited(job.instance.instanceId === bad ? 2 : 0)),
    );
    const { user } = await sheet();
    await user.click(screen.getByRole('radio', { name: 'Rolling' }));
    await user.click(screen.getByRole('combobox', { name: 'If more fail' }));
    await user.click(await screen.findByRole('option', { name: 'wait until I retry or skip them' }));
    await user.click(await send());
    await screen.findByRole('button', { name: 'Cancel run' });
    clock.advance(3000);
    const note = await screen.findByText('The engine waits: 1 failed.');
    expect(note).toBeVisible();
    for (const name of ['Try again', 'Skip']) {
      await user.click(await screen.findByRole('button', { name }));
      const dialog = await screen.findByRole('dialog');
      await user.click(within(dialog).getByRole('button', { name: /^(Try again|Skip it)$/ }));
      await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    }
    expect(await headline(/^3 succeeded\s*1 skipped/)).toBeVisible();
    expect(sent.map(([action, params]) => params['NotifyType'] ?? action)).toEqual([
      'StartExecution',
      'RetryTask',
      'SkipTask',
    ]);
  });

  it('B10: several failures are decided in one call, so that none is left behind when fewer are tolerated', async () => {
    const bad = new Set(IDS.toSorted().slice(0, 2));
    const { sheet, clock, sent } = await account(
      createFakeRunner((job) => exited(bad.has(job.instance.instanceId) ? 2 : 0)),
    );
    const { user } = await sheet();
    await user.click(screen.getByRole('radio', { name: 'Rolling' }));
    await user.clear(screen.getByRole('textbox', { name: 'May fail' }));
    await user.type(screen.getByRole('textbox', { name: 'May fail' }), '1');
    await user.click(screen.getByRole('combobox', { name: 'If more fail' }));
    await user.click(await screen.findByRole('option', { name: 'wait until I retry or skip them' }));
    await user.click(await send());
    await screen.findByRole('button', { name: 'Cancel run' });
    clock.advance(3000);
    expect(await screen.findByText('The engine waits: 2 failed.')).toBeVisible();
    await user.click(await screen.findByRole('button', { name: 'Skip' }));
    const dialog = await screen.findByRole('dialog', { name: 'Skip 2 failed instances?' });
    await user.click(within(dialog).getByRole('button', { name: 'Skip them' }));
    expect(await headline(/^2 succeeded\s*2 skipped/)).toBeVisible();
    expect(JSON.parse(String(sent.at(-1)?.[1]['TaskExecutionIds']))).toHaveLength(2);
  });

  it('B10: cancelled, it offers to stop what has begun', async () => {
    const { sheet, runner, clock, sent, refusals } = await account(createFakeRunner());
    const { user } = await sheet();
    await user.click(await send());
    await screen.findByRole('button', { name: 'Cancel run' });
    clock.advance(3000);
    await runner.started(1);
    expect(await headline(/^1 running\s*3 to go/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Cancel run' }));
    const ask = await screen.findByRole('dialog', { name: 'Cancel this run?' });
    expect(ask).toHaveTextContent('3 instances do not get it. The script that runs on 1 goes on');
    await user.click(within(ask).getByRole('button', { name: 'Cancel the run' }));
    expect(await headline(/^4 cut off or not started, cancelled/)).toBeVisible();
    expect(await screen.findByText('On 1 instance the script still runs.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Stop them…' }));
    const stop = await screen.findByRole('dialog', { name: 'Stop the script on 1 instance?' });
    refusals.set('StopInvocation', 'User.NoPermission');
    await user.click(within(stop).getByRole('button', { name: 'Stop on 1' }));
    expect(await within(stop).findByRole('alert')).toHaveTextContent('RequestId REQUEST');
    refusals.delete('StopInvocation');
    await user.click(within(stop).getByRole('button', { name: 'Stop on 1' }));
    await waitFor(() =>
      expect(screen.queryByText('On 1 instance the script still runs.')).not.toBeInTheDocument(),
    );
    expect(sent.at(-1)?.[0]).toBe('StopInvocation');
  });

  it('B10: where the runs of the items cannot be listed, the records are found among all', async () => {
    const { sheet, refusals, clock } = await account();
    refusals.set('ListTaskExecutionInvocations', 'User.NoPermission');
    const { user } = await sheet();
    await user.click(screen.getByRole('radio', { name: 'Rolling' }));
    await user.click(await send());
    await screen.findByRole('button', { name: 'Cancel run' });
    clock.advance(3000);
    expect(await headline(/^4 succeeded/)).toBeVisible();
    await waitFor(() => expect(screen.getAllByRole('link', { name: /^t-/ })).toHaveLength(4));
  });

  it('K4: a refusal names the right that is missing, and nothing that was chosen is lost', async () => {
    const { sheet, refusals } = await account();
    refusals.set('StartExecution', 'User.NoPermission');
    const { user } = await sheet();
    await user.click(await send());
    const note = await screen.findByRole('alert');
    expect(note).toHaveTextContent('oos:StartExecution');
    expect(note).toHaveTextContent('User.NoPermission, RequestId REQUEST');
    expect(screen.getByRole('textbox', { name: 'Sizes of the batches' })).toHaveValue('1, 25%');
  });

  it('B10: fields that cannot be read keep the button and say so', async () => {
    const { sheet } = await account();
    const { user } = await sheet();
    const sizes = screen.getByRole('textbox', { name: 'Sizes of the batches' });
    await user.clear(sizes);
    await user.type(sizes, '0, 110%');
    expect(sizes).toHaveAccessibleDescription(/Numbers from 1 to 1,000 or percentages/);
    const button = await screen.findByRole('button', { name: /^Run on/ });
    expect(button).toHaveAttribute('aria-disabled', 'true');
  });

  it('B10: the list has what was handed over, and says when there is nothing', async () => {
    const { sheet, at, clock } = await account();
    const empty = at('/engine-runs');
    expect(await screen.findByText('Nothing was handed over yet')).toBeVisible();
    empty.unmount();
    const { user, unmount } = await sheet();
    await user.click(await send());
    await screen.findByRole('button', { name: 'Cancel run' });
    unmount();
    clock.advance(3000);
    const list = at('/engine-runs');
    expect(await headline(/^1 run waits for you/)).toBeVisible();
    const table = screen.getByRole('table', { name: 'Engine runs' });
    expect(within(table).getByRole('link', { name: 'disk-clean' })).toBeVisible();
    list.unmount();
    at('/engine-runs/exec-0123456789abcdef');
    expect(await screen.findByText('There is no execution exec-0123456789abcdef here')).toBeVisible();
  });
});
