import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { noteServerClock } from '@/api/server-clock';
import { eventRpc, wireEvent, type EventAccount } from '../../../../test/support/event-account';
import { apiError, renderPage } from '../../../../test/support/render';
import { routes } from '../index';
// Loaded beforehand, so that no test waits for the lazy chunk to be compiled.
import './PendingPage';
import '../actions/ActHost';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const REGION = 'cn-hangzhou';

function open(account: EventAccount, search = '') {
  const rpc = eventRpc(account);
  return { rpc, account, ...renderPage([...routes], { rpc, at: `/${REGION}/events${search}` }) };
}
const headline = () => screen.findByRole('heading', { level: 1 });
const rowOf = async (name: string) =>
  (await screen.findByRole('link', { name })).closest<HTMLElement>('tr[data-index]')!;

describe('pending events', () => {
  it('F2: answers with what is due, grouped, by time left, with type, code, state, time and what to do', async () => {
    open({
      events: {
        [REGION]: [
          wireEvent({ id: 'e-late', instance: 'i-late', planned: 3 * DAY, type: 'InstanceExpiration.Stop' }),
          wireEvent({ id: 'e-web', planned: 12 * HOUR + 30_000 }),
          wireEvent({
            id: 'e-gpu',
            instance: 'i-gpu',
            type: 'SystemMaintenance.PerformanceImpact',
            state: 'Executing',
            planned: -HOUR,
          }),
        ],
        'cn-beijing': [wireEvent({ id: 'e-bj', instance: 'i-bj', planned: 2 * HOUR + 30_000 })],
      },
      instances: {
        'i-web01': { name: 'web-01' },
        'i-late': { name: 'etl-03', status: 'Stopped' },
        'i-gpu': { name: 'gpu-01' },
        'i-bj': { name: 'bj-01' },
      },
    });
    await rowOf('bj-01');
    expect(await headline()).toHaveTextContent('2 restarts due within 24 hours, the first in 2 h');
    expect(screen.getByText('4 pending events in 2 regions. 1 is under way.')).toBeVisible();
    const texts = screen.getAllByRole('row').map((row) => row.textContent);
    const order = ['Under way1', 'gpu-01', 'Within 24 hours2', 'bj-01', 'web-01', 'Later1', 'etl-03'];
    let last = -1;
    for (const text of order) {
      const at = texts.findIndex((row, index) => index > last && row?.includes(text));
      expect(at, text).toBeGreaterThan(last);
      last = at;
    }
    const row = await rowOf('etl-03');
    expect(row).toHaveTextContent('Stop, subscription expires');
    expect(row).toHaveTextContent('InstanceExpiration.Stop');
    expect(row).toHaveTextContent('Stopped');
    expect(row).toHaveTextContent('Scheduled');
    expect(within(row).getByRole('button', { name: /^Renew\s*etl-03$/ })).toBeEnabled();
    expect(
      within(await rowOf('web-01')).getByRole('button', { name: /^Restart now…\s*web-01$/ }),
    ).toBeVisible();
  });

  it('F2: says so when nothing is pending, and in how many regions was asked', async () => {
    open({ events: { [REGION]: [], 'cn-beijing': [] } });
    expect(await screen.findByRole('heading', { name: 'Nothing is pending' })).toBeVisible();
    expect(screen.getByText('2 regions asked.')).toBeVisible();
    expect(screen.getByRole('heading', { name: 'No pending events' })).toBeVisible();
  });

  it('F2: one event is one event', async () => {
    open({
      events: { [REGION]: [wireEvent({ planned: 12 * HOUR + 30_000 })] },
      instances: { 'i-web01': { name: 'web-01' } },
    });
    await rowOf('web-01');
    expect(await headline()).toHaveTextContent(/^1 restart due within 24 hours, in 12 h$/);
  });

  it('F2: two thousand events in twenty regions are one list, asked for without a burst', async () => {
    const events = Object.fromEntries(
      Array.from({ length: 20 }, (_, region) => [
        `cn-region-${region}`,
        Array.from({ length: 100 }, (_, index) =>
          wireEvent({
            id: `e-${region}-${index}`,
            instance: `i-${region}-${index}`,
            planned: (region * 100 + index + 1) * HOUR,
          }),
        ),
      ]),
    );
    const { rpc } = open({ events });
    await waitFor(() => expect(screen.getByText('2,000 pending events in 20 regions.')).toBeVisible());
    // Only what is in view is drawn.
    expect(screen.getAllByRole('row').length).toBeLessThan(100);
    expect(rpc.calls.filter(({ action }) => action === 'DescribeInstanceHistoryEvents')).toHaveLength(20);
  });

  it('F4: an unknown type or state, no time and no real time are shown as they come, and break nothing', async () => {
    open({
      events: {
        [REGION]: [
          wireEvent({ id: 'e-new', instance: 'i-new', type: 'SystemUpgrade.Migrate', planned: null }),
          wireEvent({ id: 'e-odd', instance: 'i-odd', state: 'Pondering', planned: 'tomorrow at noon' }),
          wireEvent({ id: 'e-bad', instance: 'i-bad', planned: '2026-02-31T00:00:00Z', published: null }),
        ],
      },
      instances: { 'i-new': {}, 'i-odd': {}, 'i-bad': {} },
    });
    expect(await rowOf('i-new')).toHaveTextContent('No time given');
    expect(await rowOf('i-new')).toHaveTextContent('SystemUpgrade.Migrate');
    expect(await rowOf('i-odd')).toHaveTextContent('Pondering');
    expect(await rowOf('i-bad')).toHaveTextContent('No time given');
  });

  it('F1: a region that does not answer makes the list a part, says which and why, and can be asked again', async () => {
    const { account, user } = open({
      events: {
        [REGION]: [wireEvent()],
        'cn-beijing': apiError('ServiceUnavailable', { httpStatus: 503 }),
      },
      instances: { 'i-web01': { name: 'web-01' } },
    });
    await rowOf('web-01');
    const note = await screen.findByText('1 of 2 regions did not answer:');
    const box = note.closest<HTMLElement>('[role="status"]')!;
    expect(box).toHaveTextContent('China (Beijing)');
    expect(box).toHaveTextContent('ServiceUnavailable');
    account.events['cn-beijing'] = [wireEvent({ id: 'e-bj', instance: 'i-bj' })];
    await user.click(within(box).getByRole('button', { name: 'Ask them again' }));
    expect(await screen.findByText('2 pending events in 2 regions.')).toBeVisible();
    expect(screen.queryByText(/did not answer/)).toBeNull();
  });

  it('F1: when no region answers, the failure stands where the list would, with code and a way on', async () => {
    const { account, user } = open({ events: { [REGION]: apiError('Forbidden.RAM', { httpStatus: 403 }) } });
    expect(await screen.findByRole('alert')).toHaveTextContent('Forbidden.RAM');
    account.events[REGION] = [];
    await user.click(screen.getByRole('button', { name: /retry|again/i }));
    expect(await screen.findByRole('heading', { name: 'Nothing is pending' })).toBeVisible();
  });

  it('F2: region and text are filters in the address', async () => {
    const { rpc } = open(
      {
        events: {
          [REGION]: [wireEvent(), wireEvent({ id: 'e-2', instance: 'i-db' })],
          'cn-beijing': [wireEvent({ id: 'e-bj', instance: 'i-bj' })],
        },
        instances: { 'i-web01': { name: 'web-01' }, 'i-db': { name: 'db-01' }, 'i-bj': { name: 'bj-01' } },
      },
      `?in=${REGION}&q=db`,
    );
    await rowOf('db-01');
    expect(screen.queryByRole('link', { name: 'web-01' })).toBeNull();
    expect(rpc.calls.some(({ params }) => params['RegionId'] === 'cn-beijing')).toBe(false);
  });

  it('F2: an address to an event that is over says so, and leads to it among all events', async () => {
    const { account, user } = open(
      { events: { [REGION]: [wireEvent()] }, instances: { 'i-web01': { name: 'web-01' } } },
      '?event=e-1',
    );
    expect(await screen.findByRole('complementary', { name: 'Event of web-01' })).toBeVisible();
    expect(screen.queryByText(/is not pending/)).toBeNull();
    account.events[REGION] = [];
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(
      await screen.findByText('e-1 is not pending: it is over, or in no region shown here.'),
    ).toBeVisible();
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(screen.getByRole('link', { name: 'Look it up' })).toHaveAttribute(
      'href',
      `/${REGION}/events/all?q=e-1&event=e-1`,
    );
  });

  it('F2: counts by the server’s clock when the device’s is hours off', async () => {
    noteServerClock(-10 * HOUR);
    open({ events: { [REGION]: [wireEvent({ planned: 5 * HOUR + 30_000 })] } });
    expect(await screen.findByText(/within 24 hours/, { selector: 'h1' })).toHaveTextContent('in 15 h');
    noteServerClock(0);
  });

  it('F13: the details have the raw fields, the life of the event and the advice of its type', async () => {
    const { user, router } = open({
      events: { [REGION]: [wireEvent({ reason: 'Hardware is replaced.' })] },
      instances: { 'i-web01': { name: 'web-01' } },
    });
    await user.click(within(await rowOf('web-01')).getByText('SystemMaintenance.Reboot'));
    const dock = await screen.findByRole('complementary', { name: 'Event of web-01' });
    expect(router.state.location.search).toBe('?event=e-1');
    expect(dock).toHaveTextContent('SystemMaintenance.Reboot (1)');
    expect(dock).toHaveTextContent('Hardware is replaced.');
    expect(dock).toHaveTextContent('a restart inside the operating system does not answer the event');
    expect(within(dock).getByRole('row', { name: /^Latest choice/ })).toBeVisible();
    await user.click(within(dock).getByRole('button', { name: 'Raw event' }));
    expect(within(dock).getByRole('group', { name: 'Raw event' })).toHaveTextContent('"EventCycleStatus"');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
  });
});
