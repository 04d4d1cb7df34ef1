import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { apiError, fakeRpc, renderPage } from '../../../../test/support/render';
import { routes } from '../index';
// Loaded beforehand, so that no test waits for the lazy chunks to be compiled.
import '../AlarmsLayout';
import './HistoryPage';

const REGION = 'cn-hangzhou';
const NOW = Date.now();

const entry = (index: number) => ({
  LogId: `log-${index}`,
  AlertTime: String(NOW - index * 60_000),
  RuleId: 'r-1',
  RuleName: 'cpu-high',
  MetricName: 'CPUUtilization',
  InstanceId: 'i-1',
  InstanceName: `web-${index}`,
  EventType: index % 2 ? 'RESOLVED' : 'TRIGGERED',
  Level: index % 2 ? 'OK' : 'P2',
  LevelChange: index % 2 ? 'P2->OK' : 'OK->P2',
  SendStatus: index === 0 ? '0' : '2',
  Message: JSON.stringify({ Average: 91.5, expression: '$Average>=85' }),
  Dimensions: [{ Key: 'instanceId', Value: 'i-1' }],
  Escalation: { Expression: '$Average>=85', Level: 'P2', Times: 3 },
  ContactGroups: ['ops'],
  SendResultList: [
    { Key: 'MAIL', Value: ['a@example.com'] },
    { Key: 'DING', Value: ['https://oapi.dingtalk.com/robot/send?access_token=very-secret'] },
  ],
});

function open(total: number, search = '') {
  const rpc = fakeRpc({
    DescribeAlertLogList: ({ PageNumber, PageSize }) => {
      const start = (Number(PageNumber) - 1) * Number(PageSize);
      const count = Math.max(0, Math.min(Number(PageSize), total - start));
      return { AlertLogList: Array.from({ length: count }, (_, index) => entry(start + index)) };
    },
  });
  return { rpc, ...renderPage([...routes], { rpc, at: `/${REGION}/alarms/history${search}` }) };
}

describe('the alarm history', () => {
  it('I3: says that it goes on when a read takes long', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    onTestFinished(() => void vi.useRealTimers());
    const rpc = fakeRpc({ DescribeAlertLogList: () => new Promise(() => undefined) });
    renderPage([...routes], { rpc, at: `/${REGION}/alarms/history` });
    await screen.findByRole('table');
    expect(screen.queryByText(/This takes a while/)).toBeNull();
    act(() => void vi.advanceTimersByTime(3000));
    expect(screen.getByText(/This takes a while/)).toBeInTheDocument();
  });

  it('I3: has no total: it is paged until a page is short', async () => {
    const { user, rpc } = open(70);
    expect(await screen.findByText('50 alarm entries and more')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Older' }));
    expect(await screen.findByText('51–70')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Older' })).toHaveAccessibleDescription(/nothing older/);
    const { params } = rpc.calls.at(-1)!;
    expect(params).toMatchObject({ PageNumber: 2, PageSize: 50 });
    expect(Number(params['EndTime']) - Number(params['StartTime'])).toBe(86_400_000);
  });

  it('I3: filters live in the address and go to the server', async () => {
    const { rpc } = open(3, '?range=7d&level=P2&sent=2&event=TRIGGERED&rule=r-1&q=web');
    expect(await screen.findByText('3 alarm entries')).toBeInTheDocument();
    expect(rpc.calls.at(-1)!.params).toMatchObject({
      Level: 'P2',
      SendStatus: '2',
      EventType: 'TRIGGERED',
      RuleId: 'r-1',
      SearchKey: 'web',
    });
  });

  it('I3: an entry tells what happened and whom it was sent to; a robot’s token is not shown', async () => {
    const { user, router } = open(2);
    await user.click(await screen.findByText('Told', { selector: 'td *' }));
    const dock = await screen.findByRole('complementary', { name: 'Entry of web-0' });
    expect(dock).toHaveTextContent('a@example.com');
    expect(dock).toHaveTextContent('91.5%');
    expect(dock).toHaveTextContent('OK → Critical'.replace('OK', 'Over'));
    expect(dock).not.toHaveTextContent('very-secret');
    expect(router.state.location.search).toBe('?log=log-0');
    await user.click(within(dock).getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('complementary', { name: /^Entry/ })).toBeNull());
  });

  it('I3: by keyboard: Enter opens an entry, Escape in it leads back to its row', async () => {
    const { user } = open(2);
    const row = async () => (await screen.findByText('web-0', { selector: 'td *' })).closest('tr')!;
    (await row()).focus();
    await user.keyboard('{Enter}');
    const dock = await screen.findByRole('complementary', { name: 'Entry of web-0' });
    within(dock).getByRole('button', { name: 'Close' }).focus();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('complementary', { name: /^Entry/ })).toBeNull());
    expect(await row()).toHaveFocus();
  });

  it('I3: nothing, and a failure that can be tried again', async () => {
    open(0);
    expect(await screen.findByText('No alarm in this time')).toBeInTheDocument();
    const rpc = fakeRpc({ DescribeAlertLogList: apiError('InternalError', { httpStatus: 500 }) });
    renderPage([...routes], { rpc, at: `/${REGION}/alarms/history` });
    expect(await screen.findByText('The alarm history could not be read')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });
});
