import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { eventRpc, wireEvent, type EventAccount } from '../../../../test/support/event-account';
import { apiError, renderPage } from '../../../../test/support/render';
import { routes } from '../index';
// Loaded beforehand, so that no test waits for the lazy chunk to be compiled.
import './AllEventsPage';
import '../actions/ActHost';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const REGION = 'cn-hangzhou';
const saved = vi.hoisted(() => [] as { blob: Blob; name: string }[]);
vi.mock('@/ui/save-file', () => ({ saveFile: (blob: Blob, name: string) => saved.push({ blob, name }) }));
beforeEach(() => {
  saved.length = 0;
});

function open(account: EventAccount, search = '') {
  const rpc = eventRpc(account);
  return { rpc, account, ...renderPage([...routes], { rpc, at: `/${REGION}/events/all${search}` }) };
}
const past = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    wireEvent({
      id: `e-${index}`,
      state: 'Executed',
      published: -3 * DAY,
      planned: -DAY,
      finished: -DAY + 30 * 60_000,
    }),
  );
const asked = (rpc: ReturnType<typeof eventRpc>) =>
  rpc.calls
    .filter(
      ({ action, params }) => action === 'DescribeInstanceHistoryEvents' && 'EventPublishTime' in params,
    )
    .map(({ params }) => params);

describe('all events', () => {
  it('F3: two months, paged by the server, with how each ended', async () => {
    const { rpc, user } = open({
      events: { [REGION]: past(45) },
      instances: { 'i-web01': { name: 'web-01' } },
    });
    expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('All events');
    expect(await screen.findByText('45 events in two months')).toBeVisible();
    const [, first] = screen.getAllByRole('row');
    expect(first).toHaveTextContent('Executed');
    await user.click(screen.getByRole('button', { name: 'Page 3' }));
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(6));
    const [request] = asked(rpc);
    expect(request?.['InstanceEventCycleStatus']).toEqual(expect.arrayContaining(['Scheduled', 'Executed']));
    const { Start } = request!['EventPublishTime'] as { Start: string };
    expect(Date.now() - Date.parse(Start)).toBeGreaterThan(58 * DAY);
    expect(asked(rpc).at(-1)).toMatchObject({ PageNumber: 3, PageSize: 20 });
  });

  it('F3: filters live in the address and go to the server, a name as the instance it stands for', async () => {
    const { rpc } = open(
      {
        events: { [REGION]: past(2) },
        instances: { 'i-web01': { name: 'web-01' } },
        answers: {
          DescribeInstances: {
            Instances: { Instance: [{ InstanceId: 'i-web01', InstanceName: 'web-01', Status: 'Running' }] },
            TotalCount: 1,
          },
        },
      },
      '?q=web-01&type=SystemMaintenance.Reboot&status=Executed&range=week',
    );
    expect(await screen.findByText('2 events found')).toBeVisible();
    expect(asked(rpc)[0]).toMatchObject({
      InstanceId: 'i-web01',
      InstanceEventType: ['SystemMaintenance.Reboot'],
      InstanceEventCycleStatus: ['Executed'],
    });
  });

  it('F3: days of one’s own are chosen, asked for whole, and live in the address', async () => {
    const { rpc, user, router } = open({ events: { [REGION]: past(2) } });
    await screen.findByText('2 events in two months');
    await user.click(screen.getByRole('button', { name: /^Published/ }));
    await user.click(await screen.findByRole('menuitemradio', { name: 'own range' }));
    fireEvent.change(await screen.findByLabelText('From (UTC)'), { target: { value: '2026-11-01' } });
    fireEvent.change(screen.getByLabelText('To (UTC)'), { target: { value: '2026-11-03' } });
    await waitFor(() =>
      expect(asked(rpc).at(-1)).toMatchObject({
        EventPublishTime: { Start: '2026-11-01T00:00:00Z', End: '2026-11-03T23:59:59Z' },
      }),
    );
    expect(router.state.location.search).toBe('?range=custom&from=2026-11-01&to=2026-11-03');
  });

  it('F3: what could not be created is among them, with the reason', async () => {
    const failed = wireEvent({ type: 'SystemFailure.Delete', state: 'Executed', instance: 'i-gone' });
    const { rpc } = open({ events: { [REGION]: [failed, ...past(1)] } }, '?type=SystemFailure.Delete');
    const row = (await screen.findByText('i-gone')).closest<HTMLElement>('tr')!;
    expect(row).toHaveTextContent('Creation failed');
    expect(asked(rpc)[0]).toMatchObject({ InstanceEventType: ['SystemFailure.Delete'] });
  });

  it('F3: no match is told apart from no events, and can be cleared', async () => {
    const { user } = open({ events: { [REGION]: past(1) } }, '?type=SystemFailure.Delete');
    expect(await screen.findByText('No events')).toBeVisible();
    await user.click(screen.getByRole('button', { name: /clear/i }));
    expect(await screen.findByText('1 event in two months')).toBeVisible();
  });

  it('F3: the CSV has every event of the filters, not the page on screen', async () => {
    const { user } = open({ events: { [REGION]: past(250) } });
    await screen.findByText('250 events in two months');
    await user.click(screen.getByRole('button', { name: 'Export CSV' }));
    expect(await screen.findByText(/^250 events saved as events-cn-hangzhou-/)).toBeVisible();
    const text = await saved[0]!.blob.text();
    expect(text.trim().split('\r\n')).toHaveLength(251);
    expect(text).toContain('"e-249"');
  });

  it('F3: a page that is not there any more is the last one', async () => {
    const { router } = open({ events: { [REGION]: past(45) } }, '?page=9');
    await waitFor(() => expect(router.state.location.search).toBe('?page=3'));
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(6));
    expect(screen.getByRole('button', { name: 'Page 3' })).toHaveAttribute('aria-current', 'page');
  });

  it('F13: an event without times, or with none that are real, has its details too', async () => {
    const { user } = open({
      events: {
        [REGION]: [
          wireEvent({
            state: 'Executed',
            published: null,
            planned: '2026-02-31T00:00:00Z',
            reason: '<b>x</b>',
          }),
        ],
      },
    });
    await user.click(await screen.findByText('Restart, system maintenance'));
    const dock = await screen.findByRole('complementary', { name: 'Event of i-web01' });
    expect(dock).toHaveTextContent('<b>x</b>');
    expect(within(dock).queryByText(/NaN|Invalid|1970/)).toBeNull();
    await user.click(within(dock).getByRole('button', { name: 'Raw event' }));
    expect(within(dock).getByRole('group', { name: 'Raw event' })).toHaveTextContent('2026-02-31T00:00:00Z');
  });

  it('F4: a type and a state the console does not know stand as they came', async () => {
    open({
      events: { [REGION]: [wireEvent({ type: 'SecurityPunish.Locked', state: 'Pondering', planned: null })] },
      instances: { 'i-web01': {} },
    });
    expect(await screen.findByText('SecurityPunish.Locked', { selector: 'span span' })).toBeVisible();
    expect(screen.getByText('Pondering')).toBeVisible();
  });

  it('J5: a failure has its code and a way on', async () => {
    const { account, user } = open({
      events: { [REGION]: apiError('Throttling.User', { httpStatus: 400 }) },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('Throttling.User');
    account.events[REGION] = past(1);
    await user.click(within(screen.getByRole('alert')).getByRole('button'));
    expect(await screen.findByText('1 event in two months')).toBeVisible();
  });
});
