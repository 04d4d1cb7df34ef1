import { act, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEMO_ACCOUNT } from '@/api/account-key';
import { createApi } from '@/api/api';
import type { SystemEvent } from '@/api/ecs/system-events';
import { keys } from '@/api/query-keys';
import { executionQuery } from '@/features/engine';
import { fakeRpc, renderPage } from '../../../test/support/render';
import { forgetNotifications, NotificationBell } from '.';

vi.setConfig({ testTimeout: 30_000 });

const REGION = 'cn-hangzhou';
type Status = 'Running' | 'PartialFailed';

const record = (status: Status) => ({
  Invocations: {
    Invocation: [
      {
        InvokeId: 't-1',
        CommandName: 'disk-check',
        InvocationStatus: status,
        CreationTime: new Date().toISOString(),
        InvokeInstances: {
          InvokeInstance: ['Success', 'Success', 'Failed'].map((ended, index) => ({
            InstanceId: `i-${index}`,
            InvocationStatus: status === 'Running' ? 'Running' : ended,
            ExitCode: ended === 'Failed' ? 2 : 0,
            FinishTime: status === 'Running' ? '' : '2026-11-22T08:00:00Z',
          })),
        },
      },
    ],
  },
});

const event = (EventId: string): Partial<SystemEvent> => ({
  EventId,
  InstanceId: 'i-7',
  EventType: 'SystemMaintenance.Reboot',
  EventPublishTime: Date.now(),
});

/** The bell alone, and a cloud in which one run is under way. */
async function open(at = `/${REGION}/commands`) {
  const cloud = {
    status: 'Running' as Status,
    execution: { Status: 'Running', ResourceStatus: '' },
  };
  const rpc = fakeRpc({
    DescribeInvocations: () => record(cloud.status),
    ListExecutions: () => ({
      Executions: [{ ExecutionId: 'exec-1', Description: 'disk-clean', ...cloud.execution }],
    }),
  });
  const page = renderPage(<NotificationBell />, { at, rpc });
  const bell = await screen.findByRole('button', { name: /^Notifications/ });
  return {
    ...page,
    bell,
    rpc,
    cloud,
    /** As a page that shows the record does. */
    readRun: () =>
      act(() =>
        page.queryClient.fetchQuery({
          queryKey: keys.invocations.detail(REGION, 't-1'),
          queryFn: () => createApi(rpc).ecs.describeInvocations({ RegionId: REGION, InvokeId: 't-1' }),
        }),
      ),
    /** As the page of a run by the cloud's engine does. */
    readExecution: () =>
      act(() => page.queryClient.fetchQuery(executionQuery(createApi(rpc), REGION, 'exec-1'))),
    /** As the count in the top bar does. */
    readEvents: (...ids: string[]) =>
      act(() => {
        page.queryClient.setQueryData(keys.events.pending(REGION), ids.map(event));
      }),
  };
}

const unread = (count: number) => screen.findByRole('button', { name: `Notifications, ${count} unread` });

/** The browser's notifications, of which this remembers those that were shown. */
function stubNotifications(permission: NotificationPermission, answer = permission) {
  const shown: { title: string; body: string; click(): void }[] = [];
  class Fake extends EventTarget {
    static permission = permission;
    static requestPermission = vi.fn(async () => {
      Fake.permission = answer;
      return answer;
    });
    close() {}
    constructor(title: string, { body = '' }: NotificationOptions = {}) {
      super();
      shown.push({ title, body, click: () => this.dispatchEvent(new Event('click')) });
    }
  }
  vi.stubGlobal('Notification', Fake);
  vi.stubGlobal('isSecureContext', true);
  return { shown, asked: Fake.requestPermission };
}

const hide = () => vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');

beforeEach(() => {
  vi.stubGlobal('innerWidth', 1280);
});

afterEach(async () => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
  await forgetNotifications(DEMO_ACCOUNT);
});

describe('notifications', () => {
  it('I5: a run seen under way is told of when it ends, the answer first, and leads to its record', async () => {
    const { user, router, cloud, readRun, bell } = await open();
    await readRun();
    expect(bell).toHaveAccessibleName('Notifications');
    cloud.status = 'PartialFailed';
    await readRun();
    await user.click(await unread(1));
    const panel = within(await screen.findByRole('dialog', { name: 'Notifications' }));
    await user.click(panel.getByRole('link', { name: /1 .*2 succeeded.*disk-check, China \(Hangzhou\)/ }));
    expect(router.state.location.pathname).toBe(`/${REGION}/invocations/t-1`);
    await waitFor(() => expect(bell).toHaveAccessibleName('Notifications'));
  });

  it('I5: waits for a run by itself, by the five seconds, and stops at its end', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { rpc, cloud, readRun } = await open();
    await readRun();
    await act(() => vi.advanceTimersByTimeAsync(4000));
    expect(rpc.calls).toHaveLength(1);
    cloud.status = 'PartialFailed';
    await act(() => vi.advanceTimersByTimeAsync(2000));
    expect(rpc.calls).toHaveLength(2);
    expect(await unread(1)).toBeVisible();
    await act(() => vi.advanceTimersByTimeAsync(600_000));
    expect(rpc.calls).toHaveLength(2);
  });

  it('I5: a run by the cloud’s engine is told of when it waits and when it ends, and then asked for no more', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { user, bell, rpc, cloud, readExecution } = await open();
    await readExecution();
    cloud.execution = { Status: 'Waiting', ResourceStatus: '{"Success":1,"Pending":3}' };
    await act(() => vi.advanceTimersByTimeAsync(6000));
    await user.click(await unread(1));
    const panel = within(await screen.findByRole('dialog', { name: 'Notifications' }));
    const link = panel.getByRole('link', { name: /Waits for you.*disk-clean.*China \(Hangzhou\)/ });
    expect(link).toHaveAttribute('href', `/${REGION}/engine-runs/exec-1`);
    cloud.execution = { Status: 'Success', ResourceStatus: '{"Success":3,"Failed":1}' };
    await act(() => vi.advanceTimersByTimeAsync(61_000));
    expect(await panel.findByRole('link', { name: /1 failed · 3 succeeded/ })).toBeVisible();
    expect(panel.queryByRole('link', { name: /Waits for you/ })).not.toBeInTheDocument();
    expect(bell).toHaveAccessibleName('Notifications, 1 unread');
    const asked = rpc.calls.length;
    await act(() => vi.advanceTimersByTimeAsync(600_000));
    expect(rpc.calls).toHaveLength(asked);
  });

  it('I5: what was kept with an ill-formed ID leads somewhere, and nothing breaks', async () => {
    const item = { id: 'x', region: REGION, at: 0, isRead: false, kind: 'run', ref: 't-\ud800', counts: [] };
    const kept = { version: 1, items: [item], watched: [], seen: {} };
    localStorage.setItem(`notifications:${DEMO_ACCOUNT}`, JSON.stringify(kept));
    act(() => void window.dispatchEvent(new StorageEvent('storage', { key: null })));
    const { user } = await open();
    await user.click(await unread(1));
    expect(await screen.findByRole('link', { name: /Run ended/ })).toHaveAttribute(
      'href',
      `/${REGION}/invocations/t-${encodeURIComponent('\uFFFD')}`,
    );
  });

  it('I5: events that were pending at the first look are no news; later ones are told of and announced', async () => {
    const { user, bell, readEvents } = await open();
    await readEvents('e-1', 'e-2');
    expect(bell).toHaveAccessibleName('Notifications');
    await readEvents('e-1', 'e-2', 'e-3');
    await user.click(await unread(1));
    const panel = within(await screen.findByRole('dialog', { name: 'Notifications' }));
    const link = panel.getByRole('link', { name: /Restart.*i-7, China \(Hangzhou\)/ });
    expect(link).toHaveAttribute('href', `/${REGION}/events?event=e-3`);
    const announced = document.querySelector('[aria-live="polite"].sr-only');
    expect(announced).toHaveTextContent('i-7, China (Hangzhou)');
  });

  it('I5: a reload repeats nothing, and what came meanwhile is told of', async () => {
    const first = await open();
    await first.readEvents('e-1');
    await first.readEvents('e-1', 'e-2');
    await unread(1);
    first.unmount();
    const second = await open();
    await unread(1);
    await second.readEvents('e-1', 'e-2', 'e-3');
    expect(await unread(2)).toBeVisible();
  });

  it('I5: all can be marked as read, and cleared', async () => {
    const { user, bell, readEvents } = await open();
    await readEvents();
    await readEvents('e-1', 'e-2');
    await user.click(await unread(2));
    const panel = within(await screen.findByRole('dialog', { name: 'Notifications' }));
    await user.click(panel.getByRole('button', { name: 'Mark all as read' }));
    await waitFor(() => expect(bell).toHaveAccessibleName('Notifications'));
    expect(panel.getAllByRole('listitem')).toHaveLength(2);
    await user.click(panel.getByRole('button', { name: 'Clear' }));
    expect(await panel.findByText('Nothing to tell')).toBeVisible();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(bell).toHaveFocus());
  });

  it('I5: two tabs tell the same event once', async () => {
    const { readEvents } = await open();
    await readEvents('e-1');
    const key = `notifications:${DEMO_ACCOUNT}`;
    await readEvents('e-1', 'e-2');
    await unread(1);
    const kept = localStorage.getItem(key)!;
    // Another tab has marked it as read.
    localStorage.setItem(key, kept.replace('"isRead":false', '"isRead":true'));
    act(() => void window.dispatchEvent(new StorageEvent('storage', { key })));
    expect(await screen.findByRole('button', { name: 'Notifications' })).toBeVisible();
    await readEvents('e-2', 'e-1');
    expect(screen.getByRole('button', { name: 'Notifications' })).toBeVisible();
  });
});

describe('notifications of the browser', () => {
  it('I5: are asked for by a press only, and shown while the page is hidden', async () => {
    const { shown, asked } = stubNotifications('default', 'granted');
    const { user, bell, router, readEvents } = await open();
    await readEvents();
    expect(asked).not.toHaveBeenCalled();
    await user.click(bell);
    await user.click(await screen.findByRole('switch', { name: 'Also as notifications of the browser' }));
    expect(asked).toHaveBeenCalledOnce();
    await waitFor(() => expect(screen.getByRole('switch')).toBeChecked());
    await readEvents('e-1');
    await unread(1);
    expect(shown).toEqual([]);
    hide();
    await readEvents('e-1', 'e-2');
    await waitFor(() => expect(shown).toMatchObject([{ body: 'i-7, China (Hangzhou)' }]));
    act(() => shown[0]!.click());
    expect(router.state.location.search).toBe('?event=e-2');
  });

  it('I5: a browser that was told not to says so', async () => {
    stubNotifications('denied');
    const { user, bell } = await open();
    await user.click(bell);
    const toggle = await screen.findByRole('switch', { name: 'Also as notifications of the browser' });
    expect(toggle).toBeDisabled();
    expect(toggle).toHaveAccessibleDescription(/Allow it in the browser’s site settings/);
  });
});
