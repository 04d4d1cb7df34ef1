import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { apiError, fakeRpc, renderPage } from '../../../test/support/render';
import { routes } from './index';
// Loaded beforehand, so that no test waits for the lazy chunks to be compiled.
import '@/api/ecs/event-topics';
import './HealthPage';

vi.setConfig({ testTimeout: 60_000 });

type Answers = Parameters<typeof fakeRpc>[0];

/** A region of sixty instances, of which these are not OK, by ID. */
function region(health: Readonly<Record<string, string>>, TotalCount = 60): Answers {
  return {
    DescribeInstances: ({ InstanceIds }) => {
      const ids = InstanceIds ? (JSON.parse(String(InstanceIds)) as string[]) : [];
      const rows = ids.map((InstanceId) => ({ InstanceId, InstanceName: `name-${InstanceId}`, ZoneId: 'z' }));
      return { TotalCount, Instances: { Instance: rows } };
    },
    DescribeInstancesFullStatus: ({ HealthStatus }) => {
      const ids = Object.keys(health).filter((id) => health[id] === HealthStatus);
      return {
        TotalCount: ids.length,
        InstanceFullStatusSet: {
          InstanceFullStatusType: ids.map((InstanceId) => ({
            InstanceId,
            Status: { Name: 'Running' },
            HealthStatus: { Name: HealthStatus },
          })),
        },
      };
    },
  };
}

const open = (answers: Answers) => renderPage(routes, { rpc: fakeRpc(answers), at: '/cn-hangzhou/health' });

describe('health of a region', () => {
  it('H1: counts and explains all seven values, with word, icon and the API’s spelling', async () => {
    open(region({ a: 'Impaired', b: 'Warning', c: 'Warning', d: 'Maintaining', e: 'NotApplicable' }));
    expect(
      await screen.findByRole('heading', { level: 1, name: '3 instances need you, 55 of 60 are OK' }),
    ).toBeVisible();
    const [values] = screen.getAllByRole('table');
    const rows = within(values!).getAllByRole('row').slice(1);
    expect(rows.map((row) => within(row).getByRole('rowheader').textContent)).toEqual([
      'OK',
      'Impaired',
      'Warning',
      'Maintaining',
      'Initializing',
      'Insufficient data',
      'Not applicable',
    ]);
    const [ok, impaired] = rows;
    expect(ok).toHaveTextContent(/OKOKPassed the health check\.55/);
    expect(impaired).toHaveTextContent(/performance is impaired/);
    for (const row of rows) expect(row.querySelector('svg')).not.toBeNull();
  });

  it('H2: each number leads to the instances of that health', async () => {
    open(region({ a: 'Warning', b: 'Warning' }));
    expect(await screen.findByRole('link', { name: 'Warning: show 2 instances' })).toHaveAttribute(
      'href',
      '/cn-hangzhou/instances?health=Warning',
    );
  });

  it('H3: shows the lifecycle state beside the health, and what sets them apart', async () => {
    open(region({ a: 'Impaired' }));
    const table = await screen.findByRole('table', { name: 'Not OK' });
    const row = (await within(table).findByRole('link', { name: 'name-a' })).closest('tr')!;
    expect(row).toHaveTextContent('Impaired');
    expect(row).toHaveTextContent('Running');
    expect(screen.getByText('Health is not the lifecycle state.')).toBeVisible();
  });

  it('H2: a region where all is well says so', async () => {
    open(region({}));
    expect(
      await screen.findByRole('heading', { level: 1, name: 'No instance needs you, 60 of 60 are OK' }),
    ).toBeVisible();
    expect(await screen.findByRole('heading', { name: 'Every instance is OK' })).toBeVisible();
  });

  it('J5: a value that cannot be counted leaves the others, and OK is not guessed', async () => {
    const answers = region({ a: 'Warning' });
    const status = answers['DescribeInstancesFullStatus'] as (params: object) => Record<string, unknown>;
    let fails = true;
    const { user } = open({
      ...answers,
      DescribeInstancesFullStatus: (params) => {
        if (fails && params['HealthStatus'] === 'Impaired') throw apiError('ServiceUnavailable');
        return status(params);
      },
    });
    const again = await screen.findByRole('button', { name: /again|retry/i });
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Health');
    expect(screen.getByRole('link', { name: 'Warning: show 1 instance' })).toBeVisible();
    fails = false;
    await user.click(again);
    expect(await screen.findByRole('heading', { level: 1, name: /1 instance needs you/ })).toBeVisible();
  });
});
