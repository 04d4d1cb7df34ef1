import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { apiError, fakeRpc, renderPage } from '../../../../test/support/render';
import { routes } from '../index';
import { readEventFilters, spanOf, writeEventFilters } from './event-filters';
// Loaded beforehand, so that no test waits for the lazy chunks to be compiled.
import '../AlarmsLayout';
import './EventsPage';

const REGION = 'cn-hangzhou';
const DAY = 86_400_000;
const event = (index: number, members: Record<string, unknown> = {}) => ({
  Id: `E-${index}`,
  Product: 'ECS',
  Name: 'Instance:SystemMaintenance.Reboot:Scheduled',
  Level: 'CRITICAL',
  Status: 'Scheduled',
  Time: Date.now() - index * 60_000,
  RegionId: 'cn-beijing',
  ResourceId: `acs:ecs:cn-beijing:1:instance/i-${index}`,
  InstanceName: `web-${index}`,
  Content: JSON.stringify({ eventId: `e-${index}`, instanceId: `i-${index}` }),
  ...members,
});
const EVENTS = [
  ...Array.from({ length: 70 }, (_, index) => event(index)),
  event(70, { Name: 'Instance:StateChange', Level: 'Info', Status: 'Normal', Content: '<b>no json</b>' }),
];

function open(search = '', answers: Parameters<typeof fakeRpc>[0] = {}) {
  const named = (params: Record<string, unknown>) =>
    EVENTS.filter(({ Name }) => params['Name'] === undefined || Name === params['Name']);
  const rpc = fakeRpc({
    DescribeSystemEventAttribute: (params) => {
      const size = Number(params['PageSize']);
      const start = (Number(params['PageNumber']) - 1) * size;
      return { SystemEvents: { SystemEvent: named(params).slice(start, start + size) } };
    },
    DescribeSystemEventCount: {
      SystemEventCounts: {
        SystemEventCount: [
          { Num: 70, Name: EVENTS[0]!.Name, Level: 'CRITICAL', Status: 'Scheduled' },
          { Num: 1, Name: 'Instance:StateChange', Level: 'INFO', Status: 'Normal' },
        ],
      },
    },
    DescribeEventRuleList: { EventRules: { EventRule: [] }, Total: 0 },
    ...answers,
  });
  return { rpc, ...renderPage([...routes], { rpc, at: `/${REGION}/alarms/events${search}` }) };
}
const listed = (rpc: ReturnType<typeof fakeRpc>) =>
  rpc.calls.filter(({ action }) => action === 'DescribeSystemEventAttribute').map(({ params }) => params);

describe('CloudMonitor’s events', () => {
  it('I4: counts first, with the level of each; one shows only its own', async () => {
    const { rpc, router, user } = open();
    expect(await screen.findByText('71 events in 7 days')).toBeVisible();
    const counts = screen.getByRole('region', { name: 'What happened how often' });
    const one = within(counts).getByRole('button', { name: 'Info, Instance state changed: 1' });
    await user.click(one);
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2));
    expect(one).toHaveAttribute('aria-pressed', 'true');
    expect(router.state.location.search).toContain('name=Instance%3AStateChange');
    expect(listed(rpc).at(-1)).toMatchObject({ Name: 'Instance:StateChange', Product: 'ECS' });
  });

  it('I4: pages by the counts’ sum, since the list has no total', async () => {
    const { rpc, user } = open();
    expect(await screen.findByText('1–50 of 71')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Page 2' }));
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(22));
    expect(listed(rpc).at(-1)).toMatchObject({ PageNumber: 2, PageSize: 50 });
  });

  it('I4: when the counts fail, the list is there all the same', async () => {
    open('', { DescribeSystemEventCount: apiError('InternalError', { httpStatus: 500 }) });
    expect(await screen.findByText('1–50 of 51')).toBeVisible();
    expect(screen.getByRole('alert')).toHaveTextContent('InternalError');
  });

  it('I4: filters live in the address and go to the server, times in epoch ms', async () => {
    const { rpc } = open('?q=web+and+prod&level=WARN&type=Exception&status=Executed&range=day');
    await screen.findAllByRole('row');
    await waitFor(() => expect(listed(rpc)).not.toHaveLength(0));
    const [asked] = listed(rpc);
    expect(asked).toMatchObject({
      SearchKeywords: 'web and prod',
      Level: 'WARN',
      EventType: 'Exception',
      Status: 'Executed',
    });
    expect(Number(asked!['EndTime']) - Number(asked!['StartTime'])).toBe(DAY);
  });

  it('I4: the details have the content as it came, and lead to the event of ECS', async () => {
    const { user } = open();
    await user.click((await screen.findByRole('link', { name: 'web-3' })).closest('tr')!.cells[0]!);
    const dock = await screen.findByRole('complementary', {
      name: /Event Restart, system maintenance \(scheduled\)/,
    });
    expect(within(dock).getByRole('link', { name: 'e-3' })).toHaveAttribute(
      'href',
      '/cn-beijing/events/all?q=e-3&event=e-3',
    );
    expect(within(dock).getByRole('group', { name: 'Content' })).toHaveTextContent('"instanceId": "i-3"');
    expect(await within(dock).findByText(/No rule is about this event/)).toBeVisible();
  });

  it('I4: content that is no JSON stands as text', async () => {
    open('?page=2&event=E-70');
    const dock = await screen.findByRole('complementary');
    expect(within(dock).getByRole('group', { name: 'Content' })).toHaveTextContent('<b>no json</b>');
  });

  it('J5: a failure has its code and a way on', async () => {
    open('', { DescribeSystemEventAttribute: apiError('Throttling.User') });
    expect(await screen.findByRole('alert')).toHaveTextContent('Throttling.User');
  });

  it('I4: an address comes back as it was written; spans are whole minutes and never the wrong way round', () => {
    const text = 'q=a&level=WARN&name=x&range=custom&from=2026-11-01&to=2026-11-02&page=3&size=20';
    const filters = readEventFilters(new URLSearchParams(text), 50);
    expect(writeEventFilters(filters, 50).toString()).toBe(text);
    const now = Date.UTC(2026, 10, 22, 1, 2, 3);
    expect(spanOf(filters, now)).toEqual({
      StartTime: Date.UTC(2026, 10, 1),
      EndTime: Date.UTC(2026, 10, 3) - 1,
    });
    const turned = spanOf({ range: 'custom', from: '2026-11-09', to: '2026-11-02' }, now);
    expect(turned.EndTime).toBe(turned.StartTime);
    expect(spanOf({ range: 'day', from: '', to: '' }, now).EndTime % 60_000).toBe(0);
  });
});
