import { configure, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { createApi } from '@/api/api';
import { createClock } from '@mocks/clock';
import { createTestEmulator } from '@mocks/node';
import { createFakeRunner, exited } from '../../../../test/support/fake-runner';
import { apiError, emulatorRpc, fakeRpc, renderPage } from '../../../../test/support/render';
import { routes } from '../index';
// Loaded beforehand, so that no test waits for the lazy chunk to be compiled.
import './SchedulesPage';
import './StopSchedule';

// A whole emulator answers.
configure({ asyncUtilTimeout: 5_000 });
vi.setConfig({ testTimeout: 30_000 });

const REGION = 'cn-beijing';
const HOUR = 3_600_000;
const PAGES = [...routes, { path: 'invocations/:invokeId', element: <h1>Record page</h1> }];

/** An account with these schedules, made two hours ago; those the demo has are stopped. */
async function account(frequencies: readonly string[]) {
  const clock = createClock(Date.now, Date.now() - 2 * HOUR);
  const { fetch } = await createTestEmulator({ clock, runner: createFakeRunner(() => exited(0, 'ok')) });
  const rpc = emulatorRpc(fetch);
  const api = createApi(rpc);
  for (const { InvokeId } of (await api.ecs.describeInvocations({ RegionId: REGION, Timed: true })).items)
    await api.ecs.stopInvocation({ RegionId: REGION, InvokeId });
  const content = {
    Type: 'RunShellScript' as const,
    CommandContent: 'ZGY=',
    ContentEncoding: 'Base64' as const,
  };
  const { CommandId } = await api.ecs.createCommand({ RegionId: REGION, Name: 'disk-check', ...content });
  const running = await api.ecs.describeInstances({ RegionId: REGION, Status: 'Running', PageSize: 100 });
  const agents = await api.ecs.describeCloudAssistantStatus({
    RegionId: REGION,
    InstanceId: running.items.map(({ InstanceId }) => InstanceId),
  });
  const online = new Set(agents.items.filter((row) => row.CloudAssistantStatus).map((row) => row.InstanceId));
  const InstanceId = running.items
    .filter(
      (row) => row.OSType === 'linux' && row.InstanceNetworkType === 'vpc' && online.has(row.InstanceId),
    )
    .slice(0, 2)
    .map((row) => row.InstanceId);
  const ids: string[] = [];
  for (const Frequency of frequencies) {
    const run = { Timed: true, RepeatMode: 'Period', Frequency };
    ids.push((await api.ecs.invokeCommand({ RegionId: REGION, CommandId, InstanceId, ...run })).InvokeId);
  }
  clock.advance(2 * HOUR);
  return { api, ids, open: (search = '') => renderPage(PAGES, { rpc, at: `/${REGION}/schedules${search}` }) };
}

describe('schedules page', () => {
  it('D7: lists every active schedule with words, cron, instances and next fire, the next first', async () => {
    const { open } = await account(['0 0 18 ? * MON-FRI', '0 0/10 * * * ?']);
    open();
    const headline = /^2 schedules, the next fires in \d+ (?:min|s)$/;
    expect(await screen.findByRole('heading', { level: 1, name: headline })).toBeVisible();
    const [, first, second] = within(screen.getByRole('table')).getAllByRole('row');
    expect(first).toHaveTextContent('Every 10 minutes');
    expect(first).toHaveTextContent('0 0/10 * * * ?');
    expect(second).toHaveTextContent('At 18:00 UTC, Monday to Friday');
    expect(second).toHaveTextContent('18:00 UTC');
    expect(within(second!).getByRole('cell', { name: '2' })).toBeVisible();
  });

  it('D7: opens the record', async () => {
    const { open, ids } = await account(['0 0/10 * * * ?']);
    const { user, router } = open();
    await user.click(await screen.findByRole('link', { name: 'disk-check' }));
    expect(router.state.location.pathname).toBe(`/${REGION}/invocations/${ids[0]}`);
  });

  it('D7: says so when there is none', async () => {
    const { open } = await account([]);
    open();
    expect(await screen.findByRole('heading', { name: 'No active schedules' })).toBeVisible();
    expect(screen.getByText('Nothing runs by a schedule in this region')).toBeVisible();
  });

  it('C6: stops a schedule on one instance; the other goes on', async () => {
    const { open, api, ids } = await account(['0 0/10 * * * ?']);
    const { user } = open();
    await user.click(await screen.findByRole('button', { name: /^Stop\s*disk-check$/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Stop on 2 instances?' });
    expect(dialog).toHaveTextContent('It fires no more on them.');
    const [box] = within(dialog).getAllByRole('checkbox');
    await user.click(box!);
    await user.click(within(dialog).getByRole('button', { name: 'Stop on 1 instance' }));
    expect(await screen.findByText('Stop asked for on 1 instance')).toBeVisible();
    const { items } = await api.ecs.describeInvocations({ RegionId: REGION, InvokeId: ids[0]! });
    expect(items[0]?.InvokeStatus).toBe('Running');
    expect(items[0]?.InvokeInstances.map((row) => row.InstanceInvokeStatus).toSorted()).toEqual([
      'Running',
      'Stopped',
    ]);
  });

  it('C6: a schedule that is stopped everywhere leaves the list', async () => {
    const { open } = await account(['0 0/10 * * * ?']);
    const { user } = open();
    await user.click(await screen.findByRole('button', { name: /^Stop\s*disk-check$/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Stop on 2 instances?' });
    await user.click(within(dialog).getByRole('button', { name: 'Stop on 2 instances' }));
    expect(await screen.findByRole('heading', { name: 'No active schedules' })).toBeVisible();
  });

  it('D7: the week has a list that the keyboard reaches, with the same fires', async () => {
    const { open } = await account(['0 0 18 * * ?']);
    const { user, router } = open('?tab=week');
    const link = await screen.findByRole('link', { name: 'disk-check' });
    expect(link.closest('li')).toHaveTextContent(/At 18:00 UTC, every day\. \d fires in these days\./);
    await user.click(screen.getByRole('radio', { name: 'List' }));
    expect(router.state.location.search).toBe('?tab=week&view=list');
    const table = screen.getByRole('table', { name: 'Seven days from today' });
    expect(within(table).getAllByRole('row').length).toBeGreaterThanOrEqual(7);
    expect(within(table).getAllByRole('link', { name: 'disk-check' })[0]).toBeVisible();
  });

  it('J5: an answer that does not come is told, and can be asked for again', async () => {
    const refused = apiError('ServiceUnavailable', { action: 'DescribeInvocations', httpStatus: 503 });
    const answers: Parameters<typeof fakeRpc>[0] = { DescribeInvocations: refused };
    const { user } = renderPage(PAGES, { rpc: fakeRpc(answers), at: `/${REGION}/schedules` });
    const again = await screen.findByRole('button', { name: /again|retry/i });
    answers['DescribeInvocations'] = { Invocations: { Invocation: [] }, TotalCount: 0 };
    await user.click(again);
    expect(await screen.findByRole('heading', { name: 'No active schedules' })).toBeVisible();
  });
});
