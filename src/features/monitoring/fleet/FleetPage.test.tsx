import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Params } from '@/api/rpc';
import { apiError, fakeRpc, renderPage } from '../../../../test/support/render';
import { routes } from '../index';
// Loaded beforehand, so that no test waits for the lazy chunks to be compiled.
import '@/api/cms/actions';
import '@/api/ecs/event-topics';
import './FleetPage';

// Charts are many elements, of which none is hidden: looking whether they are takes most of a test's time.
configure({ asyncUtilTimeout: 20_000, defaultHidden: true });
vi.setConfig({ testTimeout: 60_000 });

interface Row {
  name: string;
  cpu?: number;
  health?: string;
  state?: string;
}

/** A region with these instances, `i-0` on. */
function region(rows: readonly Row[]): Parameters<typeof fakeRpc>[0] {
  const idOf = (index: number) => `i-${index}`;
  const page = ({ PageNumber = 1, PageSize = 10 }: Params) => {
    const first = (Number(PageNumber) - 1) * Number(PageSize);
    return rows
      .map((row, index) => ({
        InstanceId: idOf(index),
        InstanceName: row.name,
        Status: row.state ?? 'Running',
        ZoneId: index % 2 ? 'zone-b' : 'zone-a',
      }))
      .slice(first, first + Number(PageSize));
  };
  return {
    DescribeInstances: (params) => ({ TotalCount: rows.length, Instances: { Instance: page(params) } }),
    DescribeInstancesFullStatus: ({ InstanceId }) => ({
      InstanceFullStatusSet: {
        InstanceFullStatusType: (InstanceId as string[]).map((id) => ({
          InstanceId: id,
          HealthStatus: { Name: rows[Number(id.slice(2))]?.health ?? 'Ok' },
        })),
      },
    }),
    DescribeMetricLast: ({ MetricName, Dimensions }) => {
      const asked = JSON.parse(String(Dimensions)) as { instanceId: string }[];
      const points = asked.map(({ instanceId }) => ({
        timestamp: Date.now(),
        instanceId,
        Average: MetricName === 'CPUUtilization' ? rows[Number(instanceId.slice(2))]?.cpu : 8_000_000,
      }));
      return { Datapoints: JSON.stringify(points) };
    },
  };
}

const ROWS: Row[] = [
  { name: 'web-prod-01', cpu: 30 },
  { name: 'web-prod-02', cpu: 92, health: 'Warning' },
  { name: 'web-prod-10', cpu: 10 },
  { name: 'db-01', cpu: 55 },
  { name: 'old-01', state: 'Stopped', health: 'NotApplicable' },
];

function open(answers: Parameters<typeof fakeRpc>[0], search = '') {
  const rpc = fakeRpc(answers);
  return { rpc, ...renderPage(routes, { rpc, at: `/cn-hangzhou/monitoring${search}` }) };
}

describe('the region’s monitoring', () => {
  it('G7 H2: ranks the busiest with their health by vCPU, network and disk, each the way into its charts', async () => {
    open(region(ROWS));
    expect(
      await screen.findByRole('heading', { level: 1, name: 'web-prod-02 is busiest, 92% of its vCPUs' }),
    ).toBeVisible();
    const busiest = screen.getByRole('region', { name: 'Busiest by vCPU' });
    expect(await within(busiest).findByText('Warning')).toBeVisible();
    expect(
      within(busiest)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent?.replace(/(?:Passed|Performance)[^.]*\./, ' ')),
    ).toEqual(['web-prod-02Warning 92.0', 'db-01OK 55.0', 'web-prod-01OK 30.0', 'web-prod-10OK 10.0']);
    expect(within(busiest).getByRole('link', { name: 'db-01' })).toHaveAttribute(
      'href',
      '/cn-hangzhou/instances/i-3/monitoring',
    );
    expect(screen.getByRole('region', { name: 'Busiest by Network' })).toHaveTextContent('Mbit/s');
    expect(within(busiest).getByRole('link', { name: 'Compare these' })).toHaveAttribute(
      'href',
      '/cn-hangzhou/monitoring/compare?instances=i-1,i-3,i-0,i-2&metric=cpu-used',
    );
  });

  it('G7: every instance is a cell with load and health in words; rows are walked by keys', async () => {
    const { router } = open(region(ROWS));
    const row = await screen.findByRole('listbox', { name: 'web-prod, 3 instances' });
    const hot = await within(row).findByRole('option', {
      name: 'web-prod-02: vCPU 92%, health Warning',
    });
    expect(hot).toHaveTextContent('!');
    expect(screen.getByText('1 at ≥ 85%')).toBeVisible();
    expect(
      await screen.findByRole('option', { name: 'old-01: no value, health Not applicable' }),
    ).toBeVisible();
    row.focus();
    fireEvent.keyDown(row, { key: 'ArrowRight' });
    expect(row).toHaveAttribute('aria-activedescendant', hot.id);
    fireEvent.keyDown(row, { key: ' ' });
    expect(hot).toHaveAttribute('aria-selected', 'true');
    fireEvent.keyDown(row, { key: 'Home' });
    fireEvent.keyDown(row, { key: ' ' });
    expect(screen.getByRole('status')).toHaveTextContent('2 instances selected');
    expect(screen.getByRole('link', { name: 'Compare' })).toHaveAttribute(
      'href',
      '/cn-hangzhou/monitoring/compare?instances=i-1,i-0',
    );
    fireEvent.keyDown(row, { key: 'Enter' });
    expect(router.state.location.pathname).toBe('/cn-hangzhou/instances/i-0/monitoring');
  });

  it('H1: rows by health name the values, kept in the address', async () => {
    const { user, router } = open(region(ROWS));
    await user.click(await screen.findByRole('radio', { name: 'Health' }));
    expect(router.state.location.search).toBe('?group=health');
    expect(await screen.findByRole('listbox', { name: 'OK, 3 instances' })).toBeVisible();
    expect(screen.getByRole('listbox', { name: 'Warning, 1 instance' })).toBeVisible();
  });

  it('G7: a thousand instances take ten pages; more are said to be left out', async () => {
    const rows = Array.from({ length: 1200 }, (_, index) => ({ name: `n-${index}`, cpu: index % 100 }));
    const { rpc } = open(region(rows));
    expect(await screen.findByText(/The newest 1,000 of 1,200 instances are drawn/)).toBeVisible();
    expect(rpc.calls.filter(({ action }) => action === 'DescribeInstances')).toHaveLength(10);
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1000));
  });

  it('J5: a figure that cannot be read leaves the others', async () => {
    const answers = region(ROWS);
    const last = answers['DescribeMetricLast'] as (params: Params) => Record<string, unknown>;
    open({
      ...answers,
      DescribeMetricLast: (params) => {
        if (params['MetricName'] === 'DiskReadBPS') throw apiError('Throttling.User');
        return last(params);
      },
    });
    const disk = await screen.findByRole('region', { name: 'Busiest by Disk' });
    expect(await within(disk).findByRole('alert')).toHaveTextContent('Throttling.User');
    expect(within(disk).getByRole('button', { name: /again|retry/i })).toBeVisible();
    expect(await screen.findByRole('heading', { level: 1, name: /web-prod-02 is busiest/ })).toBeVisible();
  });

  it('J5: a region without instances says so', async () => {
    open(region([]));
    expect(await screen.findByRole('heading', { name: 'No instances in this region' })).toBeVisible();
  });
});
