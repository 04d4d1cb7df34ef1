import { screen, within } from '@testing-library/react';
import { Outlet } from 'react-router-dom';
import { describe, expect, it } from 'vitest';
import { readerOf } from '@/api/decode';
import { instanceOf } from '@/api/ecs/instance-row';
import type { InstanceContext } from '@/features/instance-context';
import { eventRpc, wireEvent, type EventAccount } from '../../../../test/support/event-account';
import { apiError, renderPage } from '../../../../test/support/render';
import { InstanceEventBanner, instanceRoutes, PendingBadge } from '../index';
// Loaded beforehand, so that no test waits for the lazy chunks to be compiled.
import './EventsTab';
import './EventBanner';
import './DrillDialog';
import '../badge/PendingBadge';
import '../actions/ActHost';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const REGION = 'cn-hangzhou';
const instance = instanceOf(
  readerOf({ InstanceId: 'i-web01', InstanceName: 'web-01', Status: 'Running', RegionId: REGION }),
);

/** The page of an instance as far as its events need it: the banner and the tab. */
function open(account: EventAccount) {
  const rpc = eventRpc(account);
  const context: InstanceContext = { region: REGION, instance };
  const page = renderPage(
    [
      {
        path: 'instances/:instanceId',
        element: (
          <>
            <InstanceEventBanner region={REGION} instance={instance} />
            <Outlet context={context} />
          </>
        ),
        children: [...instanceRoutes],
      },
    ],
    { rpc, at: `/${REGION}/instances/i-web01/events` },
  );
  return { rpc, account, ...page };
}

describe('events of an instance', () => {
  it('F8: the banner says what is about to happen, how long is left, and offers what avoids it', async () => {
    open({
      events: {
        [REGION]: [
          wireEvent({ planned: 12 * HOUR + 30_000 }),
          wireEvent({ id: 'e-2', planned: 30 * HOUR, type: 'InstanceExpiration.Stop' }),
          wireEvent({ id: 'e-other', instance: 'i-other', planned: HOUR }),
        ],
      },
    });
    const banner = (
      await screen.findByText(/A restart from here before then avoids it/)
    ).closest<HTMLElement>('[role="status"]')!;
    expect(banner).toHaveTextContent('Restart, system maintenance in 12 h,');
    expect(banner).toHaveTextContent('1 more event.');
    expect(within(banner).getByRole('button', { name: 'Restart now…' })).toBeVisible();
    expect(within(banner).getByRole('button', { name: 'Reschedule…' })).toBeVisible();
  });

  it('F9: in auto-recovery it says that the instance restarts by itself, and offers nothing', async () => {
    open({
      events: {
        [REGION]: [wireEvent({ type: 'SystemFailure.Reboot', state: 'Executing', planned: -MINUTE })],
      },
    });
    const banner = (await screen.findByText(/keeps its ID and addresses/)).closest<HTMLElement>(
      '[role="status"]',
    )!;
    expect(within(banner).queryByRole('button')).toBeNull();
  });

  it('F11: live migration is told as such', async () => {
    open({
      events: {
        [REGION]: [
          wireEvent({ type: 'SystemMaintenance.PerformanceImpact', state: 'Executing', planned: -MINUTE }),
        ],
      },
    });
    expect(await screen.findByText(/moved to another host while it runs/)).toBeVisible();
  });

  it('F3: the tab lists this instance’s events only; one without any says so', async () => {
    const { rpc } = open({ events: { [REGION]: [wireEvent({ id: 'e-other', instance: 'i-other' })] } });
    expect(await screen.findByRole('heading', { name: 'No events in two months' })).toBeVisible();
    const request = rpc.calls.find(({ params }) => 'EventPublishTime' in params);
    expect(request?.params).toMatchObject({ RegionId: REGION, InstanceId: 'i-web01' });
  });

  it('F8: an event is simulated, marked as a drill, and cancelled; it never asks for real operations', async () => {
    const drill = wireEvent({ id: 'e-drill', reason: 'A simulated event.', planned: HOUR });
    const account: EventAccount = { events: { [REGION]: [] } };
    account.answers = {
      CreateSimulatedSystemEvents: () => {
        account.events[REGION] = [drill];
        return { EventIdSet: { EventId: ['e-drill'] } };
      },
      CancelSimulatedSystemEvents: () => {
        account.events[REGION] = [];
        return {};
      },
    };
    const { rpc, user } = open(account);
    await user.click(await screen.findByRole('button', { name: 'Simulate an event…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Simulate an event on web-01' });
    expect(dialog).toHaveTextContent('Nothing happens to the instance');
    await user.click(within(dialog).getByRole('button', { name: 'Simulate the event' }));
    expect(await screen.findByText('A drill is set up on web-01')).toBeVisible();
    const created = rpc.calls.find(({ action }) => action === 'CreateSimulatedSystemEvents');
    expect(created?.params).toMatchObject({
      InstanceId: ['i-web01'],
      EventType: 'SystemMaintenance.Reboot',
      TriggerRealOps: false,
    });
    const row = await screen.findByRole('row', { name: /Drill/ });
    await user.click(within(row).getByRole('button', { name: /^Actions for/ }));
    await user.click(await screen.findByRole('menuitem', { name: 'Cancel drill…' }));
    const asked = await screen.findByRole('dialog', { name: 'Cancel 1 drill?' });
    await user.click(within(asked).getByRole('button', { name: 'Cancel 1 drill' }));
    expect(await screen.findByText('1 drill canceled')).toBeVisible();
    expect(await screen.findByRole('heading', { name: 'No events in two months' })).toBeVisible();
  });

  it('F8: a refused drill keeps the form and says why', async () => {
    const { user } = open({
      events: { [REGION]: [] },
      answers: { CreateSimulatedSystemEvents: apiError('SimulatedEventLimitExceeded', { httpStatus: 403 }) },
    });
    await user.click(await screen.findByRole('button', { name: 'Simulate an event…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Simulate an event on web-01' });
    await user.click(within(dialog).getByRole('button', { name: 'Simulate the event' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Too many drills are pending');
  });
});

describe('badge of the top bar', () => {
  const show = (account: EventAccount) =>
    renderPage(<PendingBadge region={REGION} />, { rpc: eventRpc(account), at: `/${REGION}` });

  it('F1: counts the pending events of all regions and leads to them', async () => {
    show({
      events: { [REGION]: [wireEvent(), wireEvent({ id: 'e-2' })], 'cn-beijing': [wireEvent({ id: 'e-3' })] },
    });
    const link = await screen.findByRole('link', { name: '3 pending system events' });
    expect(link).toHaveAttribute('href', `/${REGION}/events`);
    expect(link).toHaveTextContent('3');
  });

  it('F1: says that the number is a part when a region does not answer', async () => {
    show({ events: { [REGION]: [wireEvent()], 'cn-beijing': apiError('ServiceUnavailable') } });
    const link = await screen.findByRole('link', {
      name: '1 pending system event. 1 region did not answer',
    });
    expect(link).toHaveTextContent('1+');
  });
});
