import 'fake-indexeddb/auto';
import { configure, screen, waitFor, within } from '@testing-library/react';
import { Suspense } from 'react';
import { Outlet } from 'react-router-dom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Params, Rpc } from '@/api/rpc';
import { BatchRunner, routes as batchRoutes, useHasUnfinishedRuns } from '@/features/batches';
import { routes as scheduleRoutes } from '@/features/schedules';
import { createTestEmulator } from '@mocks/node';
import { createWorld, HOME_REGION } from '@mocks/world/world';
import { createFakeRunner, exited } from '../../../test/support/fake-runner';
import { apiError, emulatorRpc, renderPage } from '../../../test/support/render';
import { runRoute } from './index';
// Loaded beforehand, so that no test waits for the lazy chunks to be compiled.
import '@/features/batches/page/BatchRunPage';
import '@/features/batches/BatchRunner';
import '@/features/schedules/page/SchedulesPage';
import '@/features/schedules/page/StopSchedule';
import '@/features/schedules/editor/ScheduleEditor';
import './RunPage';
import './ScheduleField';

// A whole emulator answers, and a run is followed at its own pace.
configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 60_000 });

const NOW = Date.UTC(2026, 10, 22);
const SIZE = 400;
const world = createWorld({ seed: 1, fleetSize: SIZE, bornAt: NOW });
/** Servers that can run a Shell command. */
const IDS = world
  .instances(HOME_REGION)
  .filter(
    ({ state, osName, networkType, agent }) =>
      state === 'Running' &&
      /^(Ubuntu|CentOS|Debian)/.test(osName) &&
      networkType === 'vpc' &&
      agent.state === 'online',
  )
  .slice(0, 60)
  .map(({ instanceId }) => instanceId);

function Frame() {
  const hasRuns = useHasUnfinishedRuns();
  return (
    <>
      {hasRuns ? (
        <Suspense>
          <BatchRunner region={HOME_REGION} />
        </Suspense>
      ) : null}
      <Outlet />
    </>
  );
}

const routes = [
  {
    element: <Frame />,
    children: [
      { path: 'commands', element: <Outlet />, children: [runRoute] },
      ...batchRoutes,
      ...scheduleRoutes,
      { path: 'invocations', element: <h1>Records page</h1> },
    ],
  },
];

async function account(exitCode = 0) {
  const runner = createFakeRunner(() => exited(exitCode, 'ready'));
  const { fetch } = await createTestEmulator({ now: NOW, fleetSize: SIZE, runner });
  const direct = emulatorRpc(fetch);
  const sent: Params[] = [];
  const stopped: Params[] = [];
  let refusals: string[] = [];
  let stopRefusals: string[] = [];
  const rpc: Rpc = async (product, action, params, options) => {
    if (action === 'InvokeCommand') {
      sent.push(params);
      const code = refusals.shift();
      if (code) throw apiError(code, { action, httpStatus: 403 });
    }
    if (action === 'StopInvocation') {
      const code = stopRefusals.shift();
      if (code) throw apiError(code, { action, httpStatus: 503 });
      stopped.push(params);
    }
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
    sent,
    stopped,
    /** The next runs are refused with these codes, `''` for one that is taken. */
    refuse: (...codes: string[]) => {
      refusals = codes;
    },
    refuseStop: (...codes: string[]) => {
      stopRefusals = codes;
    },
    open: (ids: readonly string[], rest = '') =>
      renderPage(routes, {
        rpc,
        at: `/${HOME_REGION}/commands/${commandId}/run?instances=${ids.join(',')}${rest}`,
      }),
    at: (path: string) => renderPage(routes, { rpc, at: path }),
  };
}

const ready = () =>
  waitFor(async () => {
    const button = await screen.findByRole('button', { name: /^Run on/ });
    expect(button).not.toHaveAttribute('aria-disabled');
    return button;
  });
const headline = (text: RegExp) => screen.findByRole('heading', { level: 1, name: text });

describe('a run in batches', () => {
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
  });

  it('B3: more instances than one call takes: says how many calls, sends them, is one run with one page', async () => {
    expect(IDS.length).toBeGreaterThan(50);
    const { open, sent } = await account();
    const { user, router } = open(IDS);
    expect(await screen.findByText('In 2 calls')).toBeVisible();
    expect(screen.getByText(`${IDS.length} instances, at most 50 a call.`)).toBeVisible();
    expect(await screen.findByText(/^2 of the .* runs left today/)).toBeVisible();
    expect(screen.getByText('and 1 more call')).toBeVisible();
    await user.click(await ready());
    expect(await headline(new RegExp(`^${IDS.length} succeeded, in 2 batches`))).toBeVisible();
    expect(router.state.location.pathname).toMatch(/^\/cn-hangzhou\/runs\/r-/);
    expect(sent.map((params) => (params['InstanceId'] as string[]).length)).toEqual([50, IDS.length - 50]);
    const bar = screen.getByRole('progressbar', { name: 'Progress of the run' });
    expect(bar).toHaveAttribute('aria-valuenow', String(IDS.length));
    const table = screen.getByRole('table', { name: 'Batches' });
    expect(within(table).getAllByRole('link', { name: /^t-/ })).toHaveLength(2);
    expect(screen.queryByRole('button', { name: 'Pause' })).not.toBeInTheDocument();
  });

  it('B3: a canary that fails holds the rest; a person may stop the run, and run what is left anew', async () => {
    const { open, sent } = await account(3);
    const { user } = open(IDS.slice(0, 6));
    await user.click(await screen.findByRole('switch', { name: 'Split into batches' }));
    await user.click(screen.getByRole('checkbox', { name: 'Canary first' }));
    const size = screen.getByRole('textbox', { name: 'Size of the canary' });
    await user.clear(size);
    await user.type(size, '2');
    expect(screen.getByText(/^2 instances go first, alone: /)).toBeVisible();
    await user.click(await ready());
    expect(await screen.findByText('The canary did not succeed everywhere')).toBeVisible();
    expect(await headline(/^2 failed\s*4 to go, held after batch 1 of 2/)).toBeVisible();
    expect(await screen.findByRole('region', { name: 'Failures' })).toHaveTextContent('2: Exit code 3');
    expect(sent).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    const dialog = await screen.findByRole('dialog', { name: 'Stop this run?' });
    expect(dialog).toHaveTextContent('4 instances have not had it yet');
    await user.click(within(dialog).getByRole('button', { name: 'Stop the run' }));
    expect(await headline(/^2 failed\s*4 not started, stopped after batch 1 of 2/)).toBeVisible();
    const left = screen.getByRole('link', { name: 'Run on 4 not started' }).getAttribute('href');
    expect(new URLSearchParams(left?.split('?')[1]).get('instances')?.split(',')).toEqual(IDS.slice(2, 6));
  });

  it('K4: a batch that is refused says why, with Code and RequestId, and is retried alone', async () => {
    const { open, refuse } = await account();
    refuse('Invocation.ExceedQuota');
    const { user } = open(IDS.slice(0, 6));
    await user.click(await screen.findByRole('switch', { name: 'Split into batches' }));
    await user.type(screen.getByRole('textbox', { name: 'Batch size' }), '4');
    await user.click(await ready());
    const note = await screen.findByRole('alert');
    expect(note).toHaveTextContent(
      'Batch 1 was refused, nothing of it runs. No more runs in this region today',
    );
    expect(note).toHaveTextContent('Invocation.ExceedQuota, RequestId TEST-REQUEST-ID');
    expect(await headline(/^2 to go\s*4 refused, held/)).toBeVisible();
    await user.click(within(note).getByRole('button', { name: 'Retry batch 1' }));
    expect(await headline(/^4 succeeded\s*2 to go, held/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Resume' }));
    expect(await headline(/^6 succeeded, in 2 batches/)).toBeVisible();
  });

  it('B3: fields that hold no number keep the button and say so', async () => {
    const { open, sent } = await account();
    const { user } = open(IDS.slice(0, 6));
    await user.click(await screen.findByRole('switch', { name: 'Split into batches' }));
    const size = screen.getByRole('textbox', { name: 'Batch size' });
    await user.type(size, '51');
    expect(size).toHaveAccessibleDescription(/A whole number from 1 to 50\./);
    await waitFor(async () =>
      expect(await screen.findByRole('button', { name: /^Run on/ })).toHaveAccessibleDescription(
        'How to split it is not clear',
      ),
    );
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(sent).toEqual([]);
  });

  it('J5: a run this browser does not know says so', async () => {
    const { at } = await account();
    at(`/${HOME_REGION}/runs/r-nope`);
    expect(await screen.findByText('This browser has no such run')).toBeVisible();
    expect(screen.getByRole('link', { name: 'See the execution records' })).toHaveAttribute(
      'href',
      '/cn-hangzhou/invocations',
    );
  });
});

describe('a schedule in batches', () => {
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
  });
  const DAILY = `&cron=${encodeURIComponent('0 0 2 * * ?')}`;
  const scheduleButton = () =>
    waitFor(async () => {
      const button = await screen.findByRole('button', { name: /^Schedule on/ });
      expect(button).not.toHaveAttribute('aria-disabled');
      return button;
    });
  const rowOf = async (name: string) => {
    const links = await screen.findAllByRole('link', { name });
    const rows = links
      .map((link) => link.closest('tr')!)
      .filter((row) => row.textContent.includes('0 0 2 * * ?'));
    expect(rows).toHaveLength(1);
    return rows[0]!;
  };

  it('D7: is told beforehand, goes out in calls that are one row of the schedules, and is stopped as one', async () => {
    const { open, at, sent, stopped, refuseStop } = await account();
    const { user, router, unmount } = open(IDS, DAILY);
    expect(await screen.findByText('In 2 calls')).toBeVisible();
    expect(await screen.findByText(/^2 now and 2 fires in 24 h/)).toBeVisible();
    // Its batches never end: there is nothing to wait for.
    expect(screen.queryByRole('checkbox', { name: 'Canary first' })).toBeNull();
    expect(screen.queryByRole('textbox', { name: /failures/i })).toBeNull();
    await user.click(await scheduleButton());
    expect(await headline(/^60 scheduled, in 2 batches/)).toBeVisible();
    const runPath = router.state.location.pathname;
    expect(sent.map(({ Frequency, InstanceId }) => [Frequency, (InstanceId as string[]).length])).toEqual([
      ['0 0 2 * * ?', 50],
      ['0 0 2 * * ?', 10],
    ]);
    expect(new Set(sent.map((params) => params['ClientToken'])).size).toBe(2);
    unmount();

    const page = at(`/${HOME_REGION}/schedules`);
    const row = await rowOf('disk-clean');
    expect(row).toHaveTextContent('in 2 batches');
    expect(within(row).getByRole('cell', { name: '60' })).toBeVisible();
    expect(within(row).getByRole('link')).toHaveAttribute('href', runPath);
    refuseStop('', 'ServiceUnavailable');
    await page.user.click(within(row).getByRole('button', { name: /^Stop/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Stop on 60 instances?' });
    expect(dialog).toHaveTextContent('Batch 1, 50 instances');
    await page.user.click(within(dialog).getByRole('button', { name: 'Stop on 60 instances' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      /1 batch was not stopped\..*ServiceUnavailable/,
    );
    await page.user.click(within(dialog).getByRole('button', { name: 'Stop on 10 instances' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(stopped.map((params) => (params['InstanceId'] as string[]).length)).toEqual([50, 10]);
    await waitFor(() => expect(screen.queryByText('0 0 2 * * ?')).toBeNull());
  });

  it('C6, D7: is stopped on its own page too, batch by batch, and says what it fires on still', async () => {
    const { open, stopped } = await account();
    const { user } = open(IDS, DAILY);
    await user.click(await scheduleButton());
    expect(await headline(/^60 scheduled, in 2 batches/)).toBeVisible();
    await user.click(await screen.findByRole('button', { name: 'Stop' }));
    const dialog = await screen.findByRole('dialog', { name: 'Stop on 60 instances?' });
    await user.click(within(dialog).getByRole('checkbox', { name: 'Batch 1, 50 instances' }));
    await user.click(within(dialog).getByRole('button', { name: 'Stop on 10 instances' }));
    expect(await headline(/^50 scheduled\s*10 stopped/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    const rest = await screen.findByRole('dialog', { name: 'Stop on 50 instances?' });
    await user.click(within(rest).getByRole('button', { name: 'Stop on 50 instances' }));
    expect(await headline(/^60 stopped/)).toBeVisible();
    expect(screen.getByText('By a schedule that is stopped: it fires no more.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
    expect(screen.getAllByRole('cell', { name: 'Stopped' })).toHaveLength(2);
    expect(stopped.map((params) => (params['InstanceId'] as string[]).length)).toEqual([10, 50]);
  });

  it('B5: a quota that ends in the middle leaves what was sent, says so, and the rest is retried alone', async () => {
    const { open, sent, refuse } = await account();
    refuse('', 'Invocation.ExceedQuota');
    const { user } = open(IDS, DAILY);
    await user.click(await scheduleButton());
    const note = await screen.findByRole('alert');
    expect(note).toHaveTextContent(
      'Batch 2 was refused, nothing of it runs. No more runs in this region today',
    );
    expect(await headline(/^50 scheduled\s*10 refused/)).toBeVisible();
    await user.click(within(note).getByRole('button', { name: 'Retry batch 2' }));
    expect(await headline(/^60 scheduled, in 2 batches/)).toBeVisible();
    expect(sent.map((params) => (params['InstanceId'] as string[]).length)).toEqual([50, 10, 10]);
    expect(new Set(sent.map((params) => params['ClientToken'])).size).toBe(3);
  });
});
