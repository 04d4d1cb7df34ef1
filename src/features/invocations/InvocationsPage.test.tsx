import { configure, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Params } from '@/api/rpc';
import { apiError, fakeRpc, renderPage } from '../../../test/support/render';
import { routes } from '.';

// A page is loaded before its first row shows.
configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });
beforeAll(() => import('./InvocationsPage'), 60_000);

const instance = (id: string, status: string) => ({
  InstanceId: id,
  InvocationStatus: status,
  StartTime: '2026-11-22T06:28:40Z',
  FinishTime: status === 'Running' ? '' : '2026-11-22T06:28:44Z',
});

const RUN = {
  InvokeId: 't-deploy',
  CommandId: 'c-deploy',
  CommandName: 'deploy-web',
  CommandType: 'RunShellScript',
  CommandContent: '',
  Username: 'deployer',
  RepeatMode: 'Once',
  InvocationStatus: 'PartialFailed',
  CreationTime: '2026-11-22T06:28:39Z',
  InvokeInstances: {
    InvokeInstance: [instance('i-1', 'Success'), instance('i-2', 'Success'), instance('i-3', 'Failed')],
  },
};
const SCHEDULE = {
  ...RUN,
  InvokeId: 't-nightly',
  CommandName: 'backup',
  CommandType: 'RunPowerShellScript',
  Username: '',
  Timed: true,
  RepeatMode: 'Period',
  Frequency: '0 0 2 * * ?',
  InvocationStatus: 'Scheduled',
  InvokeInstances: { InvokeInstance: [instance('i-1', 'Scheduled')] },
};

/** Pages of these records, as the service cuts them; the head asks for those that run in a page of one. */
function open(rows: object[], search = '') {
  const rpc = fakeRpc({
    DescribeInvocations: ({ PageNumber, PageSize, InvokeStatus, Timed }: Params) => {
      const found = InvokeStatus === 'Running' && Timed === false ? [] : rows;
      const [page, size] = [Number(PageNumber), Number(PageSize)];
      return {
        Invocations: { Invocation: found.slice((page - 1) * size, page * size) },
        TotalCount: found.length,
        PageNumber: page,
        PageSize: size,
      };
    },
  });
  const listed = () => rpc.calls.filter(({ params }) => params['PageSize'] !== 1).map(({ params }) => params);
  return { rpc, listed, ...renderPage([...routes], { rpc, at: `/cn-hangzhou/invocations${search}` }) };
}

const rowOf = async (name: string) => (await screen.findByRole('link', { name })).closest<HTMLElement>('tr')!;

describe('the list of execution records', () => {
  it('C1: tells of each run its ID, command, type, mode, status, instances, user, start and time', async () => {
    vi.stubGlobal('innerWidth', 1600);
    open([RUN, SCHEDULE]);
    const run = await rowOf('deploy-web');
    for (const text of ['t-deploy', 'Shell', 'Once', 'Partly failed', '2 of 3', 'deployer', '5 s'])
      expect(run).toHaveTextContent(text);
    expect(
      within(run).getByRole('img', { name: /2 .*succeeded.*1 .*failed|1 .*failed.*2 .*succeeded/i }),
    ).toBeVisible();
    const schedule = await rowOf('backup');
    for (const text of ['t-nightly', 'PowerShell', '0 0 2 * * ?', 'Scheduled', 'on 1 instance', 'default'])
      expect(schedule).toHaveTextContent(text);
    vi.unstubAllGlobals();
  });

  it('C1: filters by command, status, mode and type are asked of the service, and live in the address', async () => {
    const { listed, user, router } = open(
      [RUN],
      '?q=deploy-web&status=Failed&mode=scheduled&type=RunShellScript',
    );
    await rowOf('deploy-web');
    expect(listed()[0]).toMatchObject({
      CommandName: 'deploy-web',
      InvokeStatus: 'Failed',
      Timed: true,
      CommandType: 'RunShellScript',
    });
    const search = screen.getByRole('searchbox', { name: 'Command name, or any ID' });
    await user.clear(search);
    await user.type(search, 'i-bp1abcdef');
    await waitFor(() => expect(listed().at(-1)).toMatchObject({ InstanceId: 'i-bp1abcdef' }));
    expect(router.state.location.search).toContain('q=i-bp1abcdef');
  });

  it('C1: is paged by the service; a page that is not there any more is the last one', async () => {
    const rows = Array.from({ length: 45 }, (_, index) => ({
      ...RUN,
      InvokeId: `t-${index}`,
      CommandName: `run-${index}`,
    }));
    const { router, user } = open(rows, '?page=9');
    await rowOf('run-44');
    expect(router.state.location.search).toBe('?page=3');
    await user.click(screen.getByRole('button', { name: 'Page 2' }));
    await rowOf('run-20');
  });

  it('C1, J5: nothing found is told apart from nothing run', async () => {
    const { user } = open([], '?status=Failed');
    expect(await screen.findByRole('heading', { level: 1, name: '0 records match' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: /clear/i }));
    expect(await screen.findByText('No execution records in this region yet')).toBeVisible();
  });

  it('J5, K4: a list that cannot be read says why, with code and request, and is read again', async () => {
    let isDown = true;
    const rpc = fakeRpc({
      DescribeInvocations: () => {
        if (isDown) throw apiError('ServiceUnavailable', { httpStatus: 503 });
        return { Invocations: { Invocation: [RUN] }, TotalCount: 1 };
      },
    });
    const { user } = renderPage([...routes], { rpc, at: '/cn-hangzhou/invocations' });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('ServiceUnavailable');
    expect(alert).toHaveTextContent('TEST-REQUEST-ID');
    isDown = false;
    await user.click(within(alert).getByRole('button', { name: /again|retry/i }));
    await rowOf('deploy-web');
  });
});
