import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { Outlet } from 'react-router-dom';
import { describe, expect, it, vi } from 'vitest';
import type { Params } from '@/api/rpc';
import { apiError, fakeRpc, renderPage } from '../../../../test/support/render';
import { testInstance } from '../test-instance';
import { instanceRoutes } from '../index';
// Loaded beforehand, so that no test waits for the lazy chunks to be compiled.
import '@/api/cms/actions';
import '@/api/ecs/event-topics';
import '@/api/ecs/monitor';
import './MonitoringTab';

// Charts are many elements, of which none is hidden: looking whether they are takes most of a test's time.
configure({ asyncUtilTimeout: 20_000, defaultHidden: true });
vi.setConfig({ testTimeout: 60_000 });

const MINUTE = 60_000;
const ID = 'i-bp1aaa';
type Answers = Parameters<typeof fakeRpc>[0];

/** One value per period of the span asked for, as the instance action answers. */
function steadyData(values: (at: number) => Record<string, unknown> = () => ({ CPU: 40 })) {
  return ({ StartTime, EndTime, Period }: Params) => {
    const rows = [];
    const end = Math.min(Date.parse(String(EndTime)), Date.now());
    for (let at = Date.parse(String(StartTime)); at < end; at += Number(Period) * 1000)
      rows.push({ InstanceId: ID, TimeStamp: new Date(at).toISOString().replace('.000', ''), ...values(at) });
    return { MonitorData: { InstanceMonitorData: rows } };
  };
}

const plugIn = (Status: string) => ({ NodeStatusList: { NodeStatus: [{ InstanceId: ID, Status }] } });
const ANSWERS: Answers = {
  DescribeInstanceMonitorData: steadyData((at) => ({
    CPU: (at / MINUTE) % 2 === 0 ? 20 : 60,
    IntranetRX: 6000,
    IntranetTX: 3000,
    IntranetBandwidth: 8000,
    IOPSRead: 4,
    IOPSWrite: 8,
    BPSRead: 1000,
    BPSWrite: 2000,
  })),
  DescribeMonitoringAgentStatuses: plugIn('not_installed'),
  DescribeInvocations: { TotalCount: 0, Invocations: { Invocation: [] } },
  DescribeInstanceHistoryEvents: { InstanceSystemEventSet: { InstanceSystemEventType: [] } },
};

function open(answers: Answers = {}, search = '', created = '2026-01-10T02:00Z') {
  const instance = testInstance({
    InstanceId: ID,
    InstanceName: 'web-01',
    CreationTime: created,
    InternetMaxBandwidthOut: 5,
  });
  const page = { region: 'cn-hangzhou', instance };
  const routes = [
    { path: 'instances/:id', element: <Outlet context={page} />, children: instanceRoutes },
    { path: 'invocations/:id', element: <h1>Record page</h1> },
  ];
  const rpc = fakeRpc({ ...ANSWERS, ...answers });
  return { rpc, ...renderPage(routes, { rpc, at: `/cn-hangzhou/instances/${ID}/monitoring${search}` }) };
}

/** Six hours that are over: no minute that passes meanwhile moves them on. */
const past = () => {
  const to = Math.floor(Date.now() / MINUTE) * MINUTE - 10 * MINUTE;
  const moment = (at: number) => `${new Date(at).toISOString().slice(0, 16)}Z`;
  return `?from=${moment(to - 360 * MINUTE)}&to=${moment(to)}`;
};

const figure = async (title: string) => {
  const heading = await screen.findByRole('heading', { name: title });
  return heading.closest('figure')!;
};
const slider = (title: string) => screen.findByRole('slider', { name: `${title}, values over time` });

describe('monitoring of an instance', () => {
  it('G1: shows the seven groups of the manual with units and figures; one call serves them all', async () => {
    const { rpc } = open({}, past());
    await slider('vCPU');
    const titles = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(titles.slice(0, 7)).toEqual([
      'vCPU',
      'Intranet traffic',
      'Intranet bandwidth',
      'Internet traffic',
      'Internet bandwidth',
      'System disk operations',
      'System disk I/O',
    ]);
    expect(await figure('vCPU')).toHaveTextContent(/min 20 ?avg 40 ?max 60/);
    expect(await figure('Intranet traffic')).toHaveTextContent('Mbit in 60 s');
    expect(await figure('Intranet bandwidth')).toHaveTextContent('Mbit/s');
    expect(await figure('Internet traffic')).toHaveTextContent('Nothing was measured in this time.');
    expect(await figure('System disk I/O')).toHaveTextContent('KB/s');
    expect(rpc.calls.filter(({ action }) => action === 'DescribeInstanceMonitorData')).toHaveLength(1);
  });

  it('G2: the arrows move one cursor over all charts, and say the values', async () => {
    open({}, past());
    const cpu = await slider('vCPU');
    const disk = await slider('System disk operations');
    cpu.focus();
    const last = Number(cpu.getAttribute('aria-valuenow'));
    fireEvent.keyDown(cpu, { key: 'ArrowLeft' });
    fireEvent.keyDown(cpu, { key: 'ArrowLeft' });
    expect(cpu).toHaveAttribute('aria-valuenow', String(last - 2));
    expect(disk).toHaveAttribute('aria-valuenow', String(last - 2));
    expect(cpu.getAttribute('aria-valuetext')).toMatch(/\d\d:\d\d: (20|60)%/);
    expect(disk.getAttribute('aria-valuetext')).toMatch(/read 4, write 8/);
    fireEvent.keyDown(cpu, { key: 'Home' });
    expect(disk).toHaveAttribute('aria-valuenow', '0');
    expect(cpu).toHaveAccessibleDescription(/vCPU, %, from .* minimum 20, average 40, maximum 60/);
  });

  it('G2: Shift and the arrows select a span, Enter zooms into it, and there is a way back', async () => {
    const { router, user } = open({}, past());
    const before = router.state.location.search;
    const cpu = await slider('vCPU');
    cpu.focus();
    fireEvent.keyDown(cpu, { key: 'PageDown' });
    for (let step = 0; step < 9; step++) fireEvent.keyDown(cpu, { key: 'ArrowLeft', shiftKey: true });
    expect(cpu.getAttribute('aria-valuetext')).toMatch(/Enter zooms in/);
    fireEvent.keyDown(cpu, { key: 'Enter' });
    const zoomed = new URLSearchParams(router.state.location.search);
    expect(Date.parse(zoomed.get('to')!) - Date.parse(zoomed.get('from')!)).toBe(10 * MINUTE);
    await user.click(await screen.findByRole('button', { name: 'Zoom out' }));
    expect(router.state.location.search).toBe(before);
  });

  it('G2: keeps range and period in the address; refuses a period with too many points and says why', async () => {
    const { router, user, rpc } = open({}, '?range=24h');
    await user.click(await screen.findByRole('button', { name: '600 s averages' }));
    const fine = await screen.findByRole('menuitem', { name: /60 s, 1,440 points/ });
    expect(fine).toHaveAttribute('aria-disabled', 'true');
    expect(fine).toHaveTextContent('One call gives at most 400 points.');
    await user.click(screen.getByRole('menuitem', { name: '3,600 s, 24 points' }));
    expect(router.state.location.search).toBe('?range=24h&period=3600');
    expect(await screen.findByRole('button', { name: '3,600 s averages, chosen' })).toBeVisible();
    await user.click(screen.getByRole('radio', { name: '30 d' }));
    expect(router.state.location.search).toBe('?range=30d');
    await slider('vCPU');
    const spans = rpc.calls
      .filter(({ action, params }) => action === 'DescribeInstanceMonitorData' && params['Period'] === 3600)
      .map(({ params }) => Date.parse(String(params['EndTime'])) - Date.parse(String(params['StartTime'])));
    expect(spans.length).toBeGreaterThanOrEqual(2);
    for (const span of spans) expect(span / 3_600_000).toBeLessThanOrEqual(400);
  });

  it('G2: the values have a twin in a table', async () => {
    const { user, router } = open();
    await user.click(await screen.findByRole('button', { name: 'Values' }));
    expect(router.state.location.search).toBe('?view=table');
    const table = await screen.findByRole('table', { name: 'Values of web-01' });
    expect(within(table).getByRole('columnheader', { name: 'vCPU, %' })).toBeVisible();
    expect(
      within(table).getByRole('columnheader', { name: 'System disk operations, write, /s' }),
    ).toBeVisible();
    expect(within(table).getAllByRole('cell', { name: '60.0' })[0]).toBeVisible();
    expect(screen.queryByRole('slider')).toBeNull();
  });

  it('G1: draws the bandwidth that traffic cannot pass, once the axis reaches it', async () => {
    const full = { InternetBandwidth: 5000 };
    open({ DescribeInstanceMonitorData: steadyData(() => full) });
    await slider('Internet bandwidth');
    expect(await figure('Internet bandwidth')).toHaveTextContent('out at most 5 Mbit/s');
    expect(await figure('Intranet bandwidth')).not.toHaveTextContent('at most');
  });

  it('G3: shows traffic in bytes on request, with the manual’s explanation at the switch', async () => {
    const { user, router } = open();
    await slider('vCPU');
    expect(await figure('Intranet bandwidth')).toHaveTextContent(/Mbit\/s.*min 8/);
    await user.click(screen.getByRole('radio', { name: 'B/s' }));
    expect(await figure('Intranet bandwidth')).toHaveTextContent(/MB\/s.*min 1\D/);
    expect(router.state.location.search).toBe('?unit=byte');
    expect(screen.getByText(/1 Mbit\/s downloads 125 KB\/s at best/)).toBeInTheDocument();
  });

  it.each([
    ['?from=2026-11-20T08:00Z&to=2026-11-20T08:00Z', 'The end has to come after the start.'],
    ['?from=2026-11-20T08:00Z&to=2026-11-20T07:00Z', 'The end has to come after the start.'],
    ['?from=2199-01-01T00:00Z&to=2199-01-02T00:00Z', 'It begins in the future.'],
    ['?from=2020-01-01T00:00Z&to=2020-01-02T00:00Z', 'It begins more than 30 days ago'],
  ])('G2: a range that has no values says why, and asks nothing: %s', async (search, words) => {
    const { user, router, rpc } = open({}, search);
    expect(await screen.findByText(words, { exact: false })).toBeVisible();
    expect(rpc.calls).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Show the last 6 hours' }));
    await slider('vCPU');
    expect(router.state.location.search).toBe('');
  });

  it('G2: the dialog for a range refuses a reversed one beside its field', async () => {
    const { user, router } = open();
    await user.click(await screen.findByRole('button', { name: /Choose another range$/ }));
    const dialog = await screen.findByRole('dialog', { name: 'Which time to show' });
    const to = within(dialog).getByLabelText(/^To/);
    fireEvent.change(to, { target: { value: '2020-01-01T00:00' } });
    expect(to).toHaveAccessibleDescription(/The end has to come after the start\./);
    await user.click(within(dialog).getByRole('button', { name: 'Show' }));
    expect(router.state.location.search).toBe('');
  });

  it('G1: a single minute and a wild answer are drawn as what they are', async () => {
    const from = Math.floor(Date.now() / MINUTE) * MINUTE - 10 * MINUTE;
    const wire = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;
    const rows = [
      { TimeStamp: wire(from + 3 * MINUTE), CPU: '30' },
      { TimeStamp: wire(from), CPU: 10 },
      { TimeStamp: wire(from + MINUTE), CPU: 'NaN' },
      { TimeStamp: wire(from + 2 * MINUTE), CPU: -7 },
      { TimeStamp: wire(from), CPU: 20 },
      { TimeStamp: 'soon', CPU: 99 },
      { CPU: 98 },
      { TimeStamp: wire(from + 4 * MINUTE) },
      null,
    ];
    const answers = { DescribeInstanceMonitorData: { MonitorData: { InstanceMonitorData: rows } } };
    const span = (minutes: number) =>
      `?from=${wire(from).slice(0, 16)}Z&to=${wire(from + minutes * MINUTE).slice(0, 16)}Z`;
    const wild = open(answers, span(5));
    await slider('vCPU');
    expect(await figure('vCPU')).toHaveTextContent(/min 20 ?avg 25 ?max 30 ?last 30/);
    expect(await figure('vCPU')).toHaveTextContent('1 value was no measurement and is left out.');
    wild.unmount();
    open(answers, span(1));
    const single = await slider('vCPU');
    expect(single).toHaveAttribute('aria-valuemax', '0');
    expect(await figure('vCPU')).toHaveTextContent(/last 20/);
  });

  it('G2: nothing is drawn before the creation, and the foot says so', async () => {
    const created = new Date(Math.floor(Date.now() / MINUTE) * MINUTE - 30 * MINUTE);
    open(
      { DescribeInstanceMonitorData: steadyData((at) => (at >= created.getTime() ? { CPU: 5 } : {})) },
      '?range=1h',
      created.toISOString(),
    );
    await slider('vCPU');
    expect(screen.getByText(/^Created .*; nothing was measured before\.$/)).toBeVisible();
    expect((await slider('vCPU')).getAttribute('aria-valuemax')).toBe('59');
  });

  it('J5: an instance released meanwhile is told once, and can be asked for again', async () => {
    const refused = apiError('InvalidInstanceId.NotFound', {
      action: 'DescribeInstanceMonitorData',
      httpStatus: 404,
    });
    const answers: Answers = { ...ANSWERS, DescribeInstanceMonitorData: refused };
    const rpc = fakeRpc(answers);
    const instance = testInstance({ InstanceId: ID });
    const context = { region: 'cn-hangzhou', instance };
    const { user } = renderPage(
      [{ path: 'instances/:id', element: <Outlet context={context} />, children: instanceRoutes }],
      { rpc, at: `/cn-hangzhou/instances/${ID}/monitoring` },
    );
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The values of the instance could not be read');
    expect(alert).toHaveTextContent('InvalidInstanceId.NotFound');
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    answers['DescribeInstanceMonitorData'] = ANSWERS['DescribeInstanceMonitorData']!;
    await user.click(within(alert).getByRole('button', { name: /again|retry/i }));
    await slider('vCPU');
  });

  it('G5: one metric of the plug-in that fails leaves the others alone, and is asked for again by itself', async () => {
    const points = ({ MetricName, StartTime }: Params) => {
      if (MetricName === 'memory_usedutilization') throw apiError('InternalError', { httpStatus: 500 });
      const timestamp = Math.ceil(Number(StartTime) / MINUTE) * MINUTE;
      return {
        Period: '60',
        Datapoints: JSON.stringify([
          { timestamp, instanceId: ID, device: '/dev/vda1', state: 'TCP_TOTAL', Average: 12 },
        ]),
      };
    };
    const { rpc, user } = open({
      DescribeMonitoringAgentStatuses: plugIn('running'),
      DescribeMetricList: points,
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Memory could not be read');
    await slider('Load');
    expect(await figure('Disk use')).toHaveTextContent('12');
    const asked = () => rpc.calls.filter(({ action }) => action === 'DescribeMetricList').length;
    const before = asked();
    await user.click(within(alert).getByRole('button', { name: /again|retry/i }));
    await waitFor(() => expect(asked()).toBe(before + 1));
  });

  it('G5: without the plug-in it says what it gives, installs it and follows the installation', async () => {
    let status = 'not_installed';
    const { user, rpc } = open({
      DescribeMonitoringAgentStatuses: () => plugIn(status),
      InstallMonitoringAgent: () => {
        status = 'installing';
        return {};
      },
      DescribeMetricList: { Datapoints: '[]' },
    });
    expect(await screen.findByText(/is not installed on this instance/)).toBeVisible();
    const panel = screen.getByRole('region', { name: /^Host metrics/ });
    expect(panel).toHaveTextContent(
      'aliyun cms InstallMonitoringAgent --RegionId cn-hangzhou --InstanceIds.1 i-bp1aaa',
    );
    await user.click(within(panel).getByRole('button', { name: 'Install the plug-in' }));
    expect(await within(panel).findByText('Installing the plug-in…')).toBeVisible();
    const install = rpc.calls.find(({ action }) => action === 'InstallMonitoringAgent');
    expect(install?.params).toEqual({ RegionId: 'cn-hangzhou', InstanceIds: [ID] });
    status = 'running';
    expect(await screen.findByRole('heading', { name: 'Memory' })).toBeVisible();
    expect(screen.queryByRole('region', { name: /^Host metrics/ })).toBeNull();
  });

  it('G6: names the runs and events of the time shown, each a link', async () => {
    const now = Math.floor(Date.now() / MINUTE) * MINUTE;
    const wire = (minutes: number) => `${new Date(now - minutes * MINUTE).toISOString().slice(0, 19)}Z`;
    const { user, router } = open({
      DescribeInvocations: {
        TotalCount: 2,
        Invocations: {
          Invocation: [
            { InvokeId: 't-1', CommandName: 'deploy-web', CreationTime: wire(20) },
            { InvokeId: 't-2', CommandName: 'last-month', CreationTime: wire(60 * 24 * 20) },
          ],
        },
      },
      DescribeInstanceHistoryEvents: {
        InstanceSystemEventSet: {
          InstanceSystemEventType: [
            {
              EventId: 'e-1',
              InstanceId: ID,
              EventType: { Name: 'SystemMaintenance.PerformanceImpact' },
              EventCycleStatus: { Name: 'Executed' },
              NotBefore: wire(50),
              EventFinishTime: wire(30),
            },
          ],
        },
      },
    });
    await slider('vCPU');
    expect(await screen.findByRole('link', { name: /performance impact|live migration/i })).toHaveAttribute(
      'href',
      `/cn-hangzhou/instances/${ID}/events?event=e-1`,
    );
    expect(screen.queryByText('last-month')).toBeNull();
    await user.click(await screen.findByRole('link', { name: 'deploy-web' }));
    expect(router.state.location.pathname).toBe('/cn-hangzhou/invocations/t-1');
  });

  it('F11, G6: events are bands; those of one time are told apart, and each is reached by pointer and by keys', async () => {
    const now = Math.floor(Date.now() / MINUTE) * MINUTE;
    const wire = (minutes: number) => `${new Date(now - minutes * MINUTE).toISOString().slice(0, 19)}Z`;
    const event = (EventId: string, Name: string, from: number, to: number) => ({
      EventId,
      InstanceId: ID,
      EventType: { Name },
      EventCycleStatus: { Name: 'Executed' },
      NotBefore: wire(from),
      EventFinishTime: wire(to),
    });
    const { user, router } = open({
      DescribeInstanceHistoryEvents: {
        InstanceSystemEventSet: {
          InstanceSystemEventType: [
            event('e-1', 'SystemMaintenance.PerformanceImpact', 300, 60),
            event('e-2', 'SystemFailure.Reboot', 200, 100),
          ],
        },
      },
    });
    const cpu = await slider('vCPU');
    const links = await screen.findAllByRole('link', { name: /performance impact|system failure/i });
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      `/cn-hangzhou/instances/${ID}/events?event=e-1`,
      `/cn-hangzhou/instances/${ID}/events?event=e-2`,
    ]);
    const bands = (await figure('vCPU')).querySelectorAll('rect[fill-opacity="0.16"]');
    expect(new Set([...bands].map((rect) => rect.getAttribute('fill'))).size).toBe(2);
    cpu.focus();
    fireEvent.keyDown(cpu, { key: 'Home' });
    for (let leap = 0; leap < 20; leap++) fireEvent.keyDown(cpu, { key: 'PageUp' });
    expect(cpu.getAttribute('aria-valuetext')).toMatch(/Marked: .*, .*\. Enter opens it\./);
    fireEvent.keyDown(cpu, { key: 'Enter' });
    const menu = await screen.findByRole('menu', { name: 'Marked here' });
    const items = within(menu).getAllByRole('menuitem');
    expect(items).toHaveLength(2);
    await user.click(items[1]!);
    expect(router.state.location.search).toBe('?event=e-2');
  });

  it('G1: a line goes straight from value to value: none is left out, none is made up', async () => {
    open({ DescribeInstanceMonitorData: steadyData((at) => ({ CPU: (at / MINUTE) % 7 })) }, past());
    await slider('vCPU');
    const [, line] = [...(await figure('vCPU')).querySelectorAll('path.recharts-curve')];
    const path = line!.getAttribute('d')!;
    expect(path.match(/[a-z]/gi)!.join('')).toBe(`M${'L'.repeat(359)}`);
    expect(new Set([...path.matchAll(/,([\d.]+)/g)].map(([, y]) => y)).size).toBe(7);
  });

  it('G2: the answers of a burst are asked for a few at a time, each once, whatever charts show them', async () => {
    let now = 0;
    let most = 0;
    const slowly = async (answer: Record<string, unknown>) => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, 1));
      now -= 1;
      return answer;
    };
    const { rpc } = open(
      {
        DescribeMonitoringAgentStatuses: plugIn('running'),
        DescribeInstanceMonitorData: (params) => slowly(steadyData()(params)),
        DescribeMetricList: () => slowly({ Datapoints: '[]' }),
        DescribeInvocations: () => slowly({ TotalCount: 0, Invocations: { Invocation: [] } }),
        DescribeInstanceHistoryEvents: () =>
          slowly({ InstanceSystemEventSet: { InstanceSystemEventType: [] } }),
      },
      '?range=30d',
    );
    await slider('vCPU');
    await screen.findByRole('heading', { name: 'TCP connections' });
    const asked = () =>
      rpc.calls
        .filter(({ action }) => /MonitorData|MetricList/.test(action))
        .map(({ action, params }) => JSON.stringify([action, params['MetricName'], params['StartTime']]));
    await waitFor(() => expect(asked()).toHaveLength(9));
    expect(new Set(asked()).size).toBe(9);
    await waitFor(() => expect(now).toBe(0));
    expect(most).toBeLessThanOrEqual(4);
  });

  it('G2: a failed refresh keeps the values and says how old they are', async () => {
    let fails = false;
    const data = steadyData();
    const { user } = open({
      DescribeInstanceMonitorData: (params) => {
        if (fails) throw apiError('ServiceUnavailable', { httpStatus: 503 });
        return data(params);
      },
    });
    await slider('vCPU');
    fails = true;
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    expect((await screen.findAllByText(/The values are as of/))[0]).toBeVisible();
    expect(await figure('vCPU')).toHaveTextContent('avg 40');
  });
});
