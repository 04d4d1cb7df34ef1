import { act, configure, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Params } from '@/api/rpc';
import { apiError, fakeRpc, renderPage } from '../../../../test/support/render';
import { routes } from '../index';
// Loaded beforehand, so that no test waits for the lazy chunks to be compiled.
import '@/api/ecs/monitor';
import './ComparePage';

// Charts are many elements, of which none is hidden: looking whether they are takes most of a test's time.
configure({ asyncUtilTimeout: 20_000, defaultHidden: true });
vi.setConfig({ testTimeout: 60_000 });

const NAMES: Readonly<Record<string, string>> = { 'i-1': 'web-01', 'i-2': 'web-02', 'i-3': 'db-01' };
const LOADS: Readonly<Record<string, number>> = { 'i-1': 20, 'i-2': 70, 'i-3': 40 };

const instances = (ids: readonly string[]) => ({
  TotalCount: ids.length,
  Instances: { Instance: ids.map((InstanceId) => ({ InstanceId, InstanceName: NAMES[InstanceId] })) },
});
const ANSWERS: Parameters<typeof fakeRpc>[0] = {
  DescribeInstances: ({ InstanceIds }) =>
    instances(
      InstanceIds
        ? (JSON.parse(String(InstanceIds)) as string[]).filter((id) => NAMES[id])
        : Object.keys(NAMES),
    ),
  DescribeInstancesFullStatus: ({ InstanceId }) => ({
    InstanceFullStatusSet: {
      InstanceFullStatusType: (InstanceId as string[]).map((id) => ({
        InstanceId: id,
        HealthStatus: { Name: id === 'i-2' ? 'Impaired' : 'Ok' },
      })),
    },
  }),
  DescribeInstanceMonitorData: ({ InstanceId, StartTime }: Params) => {
    const value = LOADS[String(InstanceId)];
    if (value === undefined) throw apiError('InvalidInstanceId.NotFound', { httpStatus: 404 });
    // An hour into the span, so that a minute that passes meanwhile leaves the point in it.
    const TimeStamp = `${new Date(Date.parse(String(StartTime)) + 3_600_000).toISOString().slice(0, 19)}Z`;
    const point = { TimeStamp, CPU: value, IntranetTX: value * 10 };
    return { MonitorData: { InstanceMonitorData: [point] } };
  },
};

function open(search: string, answers = ANSWERS) {
  const rpc = fakeRpc(answers);
  return { rpc, ...renderPage(routes, { rpc, at: `/cn-hangzhou/monitoring/compare${search}` }) };
}

describe('comparing instances', () => {
  it('G7: draws one metric of several instances and says who is highest', async () => {
    open('?instances=i-1,i-2,i-3');
    expect(
      await screen.findByRole('heading', { level: 1, name: 'web-02 averages 70%, highest of 3 instances' }),
    ).toBeVisible();
    const chart = await screen.findByRole('slider', { name: 'vCPU, values over time' });
    fireEvent.keyDown(chart, { key: 'Home' });
    for (let leap = 0; leap < 6; leap++) fireEvent.keyDown(chart, { key: 'PageUp' });
    expect(chart.getAttribute('aria-valuetext')).toContain('web-01 20, web-02 70, db-01 40%');
    expect(screen.getByRole('link', { name: 'db-01' })).toHaveAttribute(
      'href',
      '/cn-hangzhou/instances/i-3/monitoring',
    );
  });

  it('H2: the health of every instance compared and of those to choose from', async () => {
    const { user } = open('?instances=i-1,i-2');
    const compared = await screen.findByRole('list', { name: 'Instances compared' });
    expect(await within(compared).findByText('Impaired')).toBeVisible();
    expect(
      within(compared)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      // With the manual's explanation, told to whoever hears the page.
      'web-01OKPassed the health check.',
      'web-02ImpairedThe instance’s performance is impaired.',
    ]);
    await user.click(screen.getByRole('button', { name: 'Add instances…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Which instances to compare' });
    await within(dialog).findByText('Impaired');
    expect(within(dialog).getByText('db-01').closest('li')).toHaveTextContent('OK');
  });

  it('G7: an instance that fails is named, and the others are drawn', async () => {
    open('?instances=i-1,i-gone');
    expect(await screen.findByText('i-gone could not be read')).toBeVisible();
    expect(screen.getByText('InvalidInstanceId.NotFound')).toBeVisible();
    expect(await screen.findByRole('slider')).toBeInTheDocument();
  });

  it('G7: takes instances out and in, eight at most, all in the address', async () => {
    const { user, router } = open('?instances=i-1,i-2&metric=intranetTraffic-out');
    await user.click(await screen.findByRole('button', { name: 'Take web-01 out' }));
    expect(router.state.location.search).toBe('?instances=i-2&metric=intranetTraffic-out');
    await user.click(screen.getByRole('button', { name: 'Add instances…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Which instances to compare' });
    expect(await within(dialog).findByRole('checkbox', { name: /web-02/ })).toBeChecked();
    await user.click(within(dialog).getByRole('checkbox', { name: /db-01/ }));
    expect(new URLSearchParams(router.state.location.search).get('instances')).toBe('i-2,i-3');
    await user.click(within(dialog).getByRole('button', { name: 'Done' }));
    expect(await screen.findByRole('heading', { name: 'Intranet traffic, out' })).toBeInTheDocument();
  });

  it('G7: two that are ticked before the first is on screen are both compared', async () => {
    const { user, router } = open('?instances=i-1');
    await user.click(await screen.findByRole('button', { name: 'Add instances…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Which instances to compare' });
    const second = await within(dialog).findByRole('checkbox', { name: /web-02/ });
    const third = within(dialog).getByRole('checkbox', { name: /db-01/ });
    act(() => {
      fireEvent.click(second);
      fireEvent.click(third);
    });
    expect(new URLSearchParams(router.state.location.search).get('instances')).toBe('i-1,i-2,i-3');
  });

  it('G7: more than eight and what is no ID are left out of an address', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `i-${index % 10}`);
    const { rpc } = open(`?instances=${[...ids, '<b>', ''].join(',')}`);
    await screen.findAllByText(/could not be read/);
    const asked = rpc.calls.filter(({ action }) => action === 'DescribeInstanceMonitorData');
    expect(asked.map(({ params }) => params['InstanceId']).sort()).toEqual(
      Array.from({ length: 8 }, (_, index) => `i-${index}`),
    );
    expect(screen.getByRole('button', { name: 'Add instances…' })).toHaveAttribute('aria-disabled', 'true');
  });

  it('G7: begins with nothing by saying how to begin', async () => {
    const { rpc } = open('');
    expect(await screen.findByRole('heading', { name: 'Choose instances' })).toBeVisible();
    expect(rpc.calls).toEqual([]);
  });
});
