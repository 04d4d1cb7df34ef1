import 'fake-indexeddb/auto';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEMO_ACCOUNT } from '@/api/account-key';
import { noteServerClock } from '@/api/server-clock';
import { formatWireTime } from '@/api/wire-times';
import { keepBatchedRun } from '../../../test/support/batched-run';
import { eventRpc, wireEvent, type EventAccount } from '../../../test/support/event-account';
import { apiError, renderPage } from '../../../test/support/render';
import { forgetPlans } from '@/features/batches';
import { routes } from './index';
// Loaded beforehand, so that no test waits for the lazy chunks to be compiled.
import './CalendarPage';
import '@/features/events/actions/ActHost';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const REGION = 'cn-hangzhou';
const saved = vi.hoisted(() => [] as { blob: Blob; name: string }[]);
vi.mock('@/ui/save-file', () => ({ saveFile: (blob: Blob, name: string) => saved.push({ blob, name }) }));
beforeEach(() => {
  saved.length = 0;
  localStorage.removeItem('calendar-written');
});
afterEach(() => {
  noteServerClock(0);
  return forgetPlans(DEMO_ACCOUNT);
});

/** A schedule that fires each hour on the hour, on these instances. */
const hourly = (instances: readonly string[]) => ({
  Invocations: {
    Invocation: [
      {
        InvokeId: 't-hourly',
        CommandId: 'c-1',
        CommandName: 'disk-clean',
        Timed: true,
        Frequency: '0 0 * * * ?',
        InvokeStatus: 'Running',
        InvocationStatus: 'Running',
        CreationTime: formatWireTime(Date.now() - DAY),
        InvokeInstances: {
          InvokeInstance: instances.map((InstanceId) => ({ InstanceId, InstanceInvokeStatus: 'Running' })),
        },
      },
    ],
  },
  TotalCount: 1,
});
/** A run in one call that is not over, on these instances. */
const running = (instances: readonly string[]) => ({
  Invocations: {
    Invocation: [
      {
        InvokeId: 't-running',
        CommandId: 'c-2',
        CommandName: 'db-vacuum',
        Timed: false,
        InvokeStatus: 'Running',
        InvocationStatus: 'Running',
        CreationTime: formatWireTime(Date.now() - 60_000),
        Timeout: 1800,
        InvokeInstances: {
          InvokeInstance: instances.map((InstanceId) => ({ InstanceId, InstanceInvokeStatus: 'Running' })),
        },
      },
    ],
  },
  TotalCount: 1,
});
const batched = (instanceIds: readonly string[]) => keepBatchedRun({ name: 'deploy-web', instanceIds });
/** A schedule in two calls, both accepted: two records for the service, one schedule for people. */
async function inTwoCalls() {
  const instanceIds = ['i-web01', 'i-web02'];
  const runId = await keepBatchedRun({ name: 'disk-clean', instanceIds, cron: '0 0 * * * ?' });
  const parts = [...plan(1, 'i-web01'), ...plan(2, 'i-web02')];
  return { runId, answer: { Invocations: { Invocation: parts }, TotalCount: parts.length } };
}
const plan = (place: number, instanceId: string) =>
  hourly([instanceId]).Invocations.Invocation.map((record) => ({ ...record, InvokeId: `t-part${place}` }));
const NONE = { Invocations: { Invocation: [] }, TotalCount: 0 };

function open(account: EventAccount, search = '') {
  const rpc = eventRpc(account);
  return { rpc, account, ...renderPage([...routes], { rpc, at: `/${REGION}/calendar${search}` }) };
}

describe('operations calendar', () => {
  it('F12: a run inside the window of a restart is a collision, with a way to act', async () => {
    const { user } = open({
      events: { [REGION]: [wireEvent({ planned: 3 * HOUR + 60_000 })] },
      instances: { 'i-web01': { name: 'web-01' } },
      answers: { DescribeInvocations: hourly(['i-web01']) },
    });
    expect(
      await screen.findByRole('heading', { level: 1, name: /^1 collision, the first on/ }),
    ).toBeVisible();
    const panel = screen.getByRole('complementary', { name: 'Collisions' });
    const one = within(panel).getByRole('listitem');
    await waitFor(() => expect(one).toHaveTextContent(/^1disk-clean, .*web-01/));
    expect(one).toHaveTextContent(/[56] more runs are hit too\./);
    expect(within(one).getByRole('link', { name: /^Open schedule\s*disk-clean$/ })).toHaveAttribute(
      'href',
      `/${REGION}/invocations/t-hourly`,
    );
    await user.click(within(one).getByRole('button', { name: /^Reschedule restart…/ }));
    expect(await screen.findByRole('dialog', { name: 'Restart web-01 at another time' })).toBeVisible();
  });

  it('F12: a run under way on an instance that may restart now is a collision, and leads to the run', async () => {
    open({
      events: { [REGION]: [wireEvent({ planned: 5 * 60_000 })] },
      instances: { 'i-web01': { name: 'web-01' } },
      answers: { DescribeInvocations: ({ Timed }) => (Timed ? NONE : running(['i-web01', 'i-other'])) },
    });
    expect(await screen.findByRole('heading', { level: 1, name: /^1 collision/ })).toBeVisible();
    const panel = screen.getByRole('complementary', { name: 'Collisions' });
    const one = within(panel).getByRole('listitem');
    await waitFor(() => expect(one).toHaveTextContent(/^1db-vacuum, while web-01 may go downNow/));
    expect(within(one).getByRole('link', { name: /^Open run\s*db-vacuum$/ })).toHaveAttribute(
      'href',
      `/${REGION}/invocations/t-running`,
    );
    // It would cut the run off itself.
    expect(within(one).queryByRole('button', { name: /^Restart/ })).toBeNull();
    const runs = screen.getByRole('list', { name: 'Runs under way' });
    expect(within(runs).getByRole('listitem')).toHaveTextContent(/over by .* at the latest Collision 1\.21$/);
  });

  it('F12: a batched run that may reach a restart is a collision; paused, it meets nothing', async () => {
    const runId = await batched(['i-web01', 'i-web02']);
    const { user } = open({
      events: { [REGION]: [wireEvent({ planned: 3 * HOUR })] },
      instances: { 'i-web01': { name: 'web-01' } },
      answers: { DescribeInvocations: NONE },
    });
    const panel = await screen.findByRole('complementary', { name: 'Collisions' });
    const one = await within(panel).findByRole('listitem');
    await waitFor(() => expect(one).toHaveTextContent(/^1deploy-web, before it is over on web-01/));
    expect(within(one).getByRole('link', { name: /^Open run/ })).toHaveAttribute(
      'href',
      `/${REGION}/runs/${runId}`,
    );
    expect(within(one).getByRole('button', { name: /^Reschedule restart…\s*web-01$/ })).toBeVisible();
    await user.click(within(one).getByRole('button', { name: /^Pause run\s*deploy-web$/ }));
    expect(await screen.findByText('deploy-web is paused')).toBeVisible();
    expect(await screen.findByRole('heading', { name: 'No collisions in these days' })).toBeVisible();
    const runs = screen.getByRole('list', { name: 'Runs under way' });
    expect(within(runs).getByRole('listitem')).toHaveTextContent('Paused');
  });

  it('F12: a schedule in several calls is one row with all its instances, and leads to its run', async () => {
    const { runId, answer } = await inTwoCalls();
    const { user } = open({
      events: { [REGION]: [wireEvent({ instance: 'i-web02', planned: 3 * HOUR + 60_000 })] },
      instances: { 'i-web02': { name: 'web-02' } },
      answers: { DescribeInvocations: ({ Timed }) => (Timed ? answer : NONE) },
    });
    const schedules = await screen.findByRole('list', { name: 'Schedules' });
    await waitFor(() => expect(within(schedules).getAllByRole('listitem')).toHaveLength(1));
    const row = within(schedules).getByRole('listitem');
    await waitFor(() => expect(row).toHaveTextContent(/Collision 1\.21$/));
    expect(within(row).getByRole('link')).toHaveAttribute('href', `/${REGION}/runs/${runId}`);
    const panel = screen.getByRole('complementary', { name: 'Collisions' });
    // It meets the event of an instance of the second call.
    const one = await within(panel).findByRole('listitem');
    expect(within(one).getByRole('link', { name: /^Open schedule/ })).toHaveAttribute(
      'href',
      `/${REGION}/runs/${runId}`,
    );
    await user.click(screen.getByRole('button', { name: 'Download .ics' }));
    const text = await saved[0]!.blob.text();
    const entries = new ICAL.Component(ICAL.parse(text) as unknown as [string, unknown[], unknown[]])
      .getAllSubcomponents('vevent')
      .map((part) => new ICAL.Event(part))
      .filter(({ uid }) => uid.includes('.schedules.'));
    expect(entries.every(({ uid }) => uid.startsWith('t-part1-'))).toBe(true);
    expect(entries[0]!.description).toContain('2 instances');
    await user.click(screen.getByRole('radio', { name: 'List' }));
    const table = await screen.findByRole('table', { name: 'Planned events and runs' });
    const [first] = await within(table).findAllByRole('row', { name: /disk-clean/ });
    expect(within(first!).getByRole('link', { name: '2 instances' })).toHaveAttribute(
      'href',
      `/${REGION}/runs/${runId}`,
    );
  });

  it('F12: the list tells runs under way too, and none of them in later weeks', async () => {
    const { user } = open(
      {
        events: { [REGION]: [] },
        answers: { DescribeInvocations: ({ Timed }) => (Timed ? NONE : running(['i-web01'])) },
      },
      '?view=list',
    );
    const table = await screen.findByRole('table', { name: 'Planned events and runs' });
    expect(await within(table).findByRole('row', { name: /db-vacuum · under way 1 instance/ })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Seven days later' }));
    expect(await screen.findByText('Nothing is planned in these days')).toBeVisible();
  });

  it('F12: runs elsewhere collide with nothing; every row says in words what it shows', async () => {
    open({
      events: { [REGION]: [wireEvent()] },
      instances: { 'i-web01': { name: 'web-01' } },
      answers: { DescribeInvocations: hourly(['i-other']) },
    });
    expect(await screen.findByRole('heading', { name: 'No collisions in these days' })).toBeVisible();
    expect(screen.getByText('1 planned event begins, 1 schedule is active.')).toBeVisible();
    const schedules = screen.getByRole('list', { name: 'Schedules' });
    expect(within(schedules).getByRole('listitem')).toHaveTextContent(/Fires 1\d\d times in these days\./);
    const events = screen.getByRole('list', { name: 'System events' });
    expect(await within(events).findByRole('link', { name: 'web-01' })).toBeVisible();
  });

  it('F12: the list has the same, in order, with both clocks; the view is in the address', async () => {
    const { user, router } = open({
      events: { [REGION]: [wireEvent({ planned: 30 * 60_000 })] },
      instances: { 'i-web01': { name: 'web-01' } },
      answers: { DescribeInvocations: NONE },
    });
    await screen.findByRole('heading', { name: 'No collisions in these days' });
    await user.click(screen.getByRole('radio', { name: 'List' }));
    expect(router.state.location.search).toBe('?view=list');
    const table = await screen.findByRole('table', { name: 'Planned events and runs' });
    expect(within(table).getByRole('row', { name: /Restart, system maintenance web-01/ })).toBeVisible();
  });

  it('F12: nothing planned is said, and later weeks can be looked at', async () => {
    const { user, router } = open({ events: { [REGION]: [] }, answers: { DescribeInvocations: NONE } });
    expect(await screen.findByText('Nothing planned in these days')).toBeVisible();
    expect(screen.getByText('No active schedules')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Seven days earlier' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await user.click(screen.getByRole('button', { name: 'Seven days later' }));
    expect(router.state.location.search).toBe('?week=1');
    await user.click(screen.getByRole('button', { name: 'Today' }));
    expect(router.state.location.search).toBe('');
    const later = screen.getByRole('button', { name: 'Seven days later' });
    act(() => {
      fireEvent.click(later);
      fireEvent.click(later);
    });
    expect(router.state.location.search).toBe('?week=2');
  });

  it('F4: an event of an unknown type, without times or with none that are real, breaks nothing', async () => {
    open({
      events: {
        [REGION]: [
          wireEvent({ id: 'e-1', type: 'SystemUpgrade.Migrate' }),
          wireEvent({ id: 'e-2', instance: 'i-none', published: null, planned: null }),
          wireEvent({ id: 'e-3', instance: 'i-odd', published: null, planned: 'tomorrow' }),
          wireEvent({ id: 'e-4', instance: 'i-new', published: 0, planned: null, state: 'Pondering' }),
        ],
      },
      instances: { 'i-web01': { name: 'web-01' } },
      answers: { DescribeInvocations: hourly(['i-web01', 'i-none', 'i-odd', 'i-new']) },
    });
    expect(await screen.findByRole('heading', { name: 'No collisions in these days' })).toBeVisible();
    const events = screen.getByRole('list', { name: 'System events' });
    // What has a time at all has a row.
    await waitFor(() => expect(within(events).getAllByRole('listitem')).toHaveLength(2));
    expect(within(events).getByRole('link', { name: 'web-01' })).toBeVisible();
  });

  it('F12: now is the server’s, also on a device whose clock is hours off', async () => {
    noteServerClock(-10 * HOUR);
    open({
      // Past by the device's clock, ahead by the server's.
      events: { [REGION]: [wireEvent({ planned: -5 * HOUR })] },
      instances: { 'i-web01': { name: 'web-01' } },
      answers: { DescribeInvocations: hourly(['i-web01']) },
    });
    expect(await screen.findByRole('heading', { name: /^1 collision, the first on/ })).toBeVisible();
    const panel = screen.getByRole('complementary', { name: 'Collisions' });
    await waitFor(() =>
      expect(within(panel).getByRole('listitem')).toHaveTextContent(
        /disk-clean, (at the restart|in the window) of web-01/,
      ),
    );
  });

  it('F12: three overlapping windows on one instance are three rows', async () => {
    open({
      events: {
        [REGION]: [
          wireEvent({ id: 'e-1', planned: 10 * HOUR }),
          wireEvent({ id: 'e-2', planned: 11 * HOUR }),
          wireEvent({ id: 'e-3', planned: 12 * HOUR, type: 'InstanceExpiration.Stop' }),
        ],
      },
      answers: { DescribeInvocations: NONE },
    });
    const events = await screen.findByRole('list', { name: 'System events' });
    await waitFor(() => expect(within(events).getAllByRole('listitem')).toHaveLength(3));
  });

  it('F12: the file is a calendar; what was moved since the last one has a higher sequence', async () => {
    const { user, account } = open({
      events: { [REGION]: [wireEvent({ planned: 12 * HOUR })] },
      instances: { 'i-web01': { name: 'web-01' } },
      answers: { DescribeInvocations: NONE },
    });
    await screen.findByRole('heading', { name: 'No collisions in these days' });
    const read = async () => {
      await user.click(screen.getByRole('button', { name: 'Download .ics' }));
      const text = await saved.at(-1)!.blob.text();
      const [event] = new ICAL.Component(
        ICAL.parse(text) as unknown as [string, unknown[], unknown[]],
      ).getAllSubcomponents('vevent');
      const { uid, sequence, startDate } = new ICAL.Event(event!);
      return { uid, sequence, start: startDate.toUnixTime() };
    };
    const first = await read();
    account.events[REGION] = [wireEvent({ planned: 6 * HOUR })];
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    let second = first;
    await waitFor(async () => {
      second = await read();
      expect(second.start).toBeLessThan(first.start);
    });
    expect(second.uid).toBe(first.uid);
    expect(second.sequence).toBe(first.sequence + 1);
  });

  it('F12: a region that does not answer leaves a part, and says so', async () => {
    open({
      events: { [REGION]: [wireEvent()], 'cn-beijing': apiError('ServiceUnavailable', { httpStatus: 503 }) },
      answers: { DescribeInvocations: NONE },
    });
    expect(await screen.findByText('1 of 2 regions did not answer:')).toBeVisible();
    expect(screen.getByRole('list', { name: 'System events' })).toBeVisible();
    // What was not read is not "none".
    expect(screen.getByRole('heading', { level: 1, name: 'Operations calendar' })).toBeVisible();
    const collisions = screen.getByRole('complementary', { name: 'Collisions' });
    expect(collisions).toHaveTextContent('Not every region has answered');
    expect(collisions).not.toHaveTextContent('No run meets a planned event');
  });
});
