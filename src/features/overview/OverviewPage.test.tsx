import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DEMO_ACCOUNT } from '@/api/account-key';
import type { Params } from '@/api/rpc';
import { formatWireTime } from '@/api/wire-times';
import { planStore } from '@/features/batches/plan-store';
import { keepBatchedRun } from '../../../test/support/batched-run';
import { type EventAccount, eventRpc, wireEvent } from '../../../test/support/event-account';
import { apiError, renderPage } from '../../../test/support/render';
import { routes } from './index';
// Loaded beforehand, so that no test waits for the lazy chunks to be compiled.
import '@/api/cms/actions';
import '@/api/ecs/event-topics';
import './OverviewPage';

vi.setConfig({ testTimeout: 60_000 });

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const REGION = 'cn-hangzhou';
const ISSUE = apiError('Forbidden.RAM', { httpStatus: 403 });

interface Machine {
  name: string;
  state?: string;
  health?: string;
  cpu?: number;
}

interface RunRow {
  id: string;
  name: string;
  /** Exit codes of its instances; null: still running. */
  exits: readonly (number | null)[];
  age?: number;
  cron?: string;
}

interface Account {
  events?: EventAccount['events'];
  machines?: readonly Machine[];
  runs?: readonly RunRow[];
  commands?: number;
  /** Actions that fail instead. */
  failing?: Record<string, ReturnType<typeof apiError>>;
}

const wireRun = ({ id, name, exits, age = HOUR, cron = '' }: RunRow) => {
  const at = formatWireTime(Date.now() - age);
  const isOpen = exits.includes(null) || cron !== '';
  return {
    InvokeId: id,
    CommandId: `c-${name}`,
    CommandName: name,
    CommandType: 'RunShellScript',
    Timed: cron !== '',
    Frequency: cron,
    InvokeStatus: isOpen ? 'Running' : 'Finished',
    InvocationStatus: isOpen ? 'Running' : exits.every((code) => code === 0) ? 'Success' : 'PartialFailed',
    CreationTime: at,
    Timeout: 60,
    InvokeInstances: {
      InvokeInstance: exits.map((code, index) => ({
        InstanceId: `i-${index}`,
        InvocationStatus: code === null ? 'Running' : code === 0 ? 'Success' : 'Failed',
        InstanceInvokeStatus: code === null ? 'Running' : 'Finished',
        CreationTime: at,
        StartTime: at,
        FinishTime: code === null ? '' : at,
        ExitCode: code ?? 0,
      })),
    },
  };
};

/** An account of sixty instances; change it to make the cloud change under the page. */
function open(account: Account) {
  const events = account.events ?? { [REGION]: [], 'cn-beijing': [] };
  const machines = () => account.machines ?? [{ name: 'web-01', cpu: 40 }];
  const answer = (action: string, make: (params: Params) => Record<string, unknown>) => (params: Params) => {
    const error = account.failing?.[action];
    if (error) throw error;
    return make(params);
  };
  const health = (machine: Machine) => machine.health ?? 'Ok';
  const rpc = eventRpc({
    events,
    answers: {
      DescribeInstances: answer('DescribeInstances', ({ Status, InstanceIds }) => {
        const ids = InstanceIds ? (JSON.parse(String(InstanceIds)) as string[]) : null;
        const rows = machines()
          .map(({ name, state = 'Running' }, index) => ({
            InstanceId: `i-${index}`,
            InstanceName: name,
            Status: state,
            ZoneId: 'zone-a',
          }))
          .filter((row) => (!Status || row.Status === Status) && (!ids || ids.includes(row.InstanceId)));
        return { TotalCount: rows.length, Instances: { Instance: rows } };
      }),
      DescribeInstancesFullStatus: answer('DescribeInstancesFullStatus', ({ HealthStatus }) => {
        const rows = machines().flatMap((machine, index) =>
          health(machine) === HealthStatus
            ? [
                {
                  InstanceId: `i-${index}`,
                  HealthStatus: { Name: HealthStatus },
                  Status: { Name: 'Running' },
                },
              ]
            : [],
        );
        return { TotalCount: rows.length, InstanceFullStatusSet: { InstanceFullStatusType: rows } };
      }),
      DescribeMetricLast: answer('DescribeMetricLast', ({ Dimensions }) => ({
        Datapoints: JSON.stringify(
          (JSON.parse(String(Dimensions)) as { instanceId: string }[]).map(({ instanceId }) => ({
            timestamp: Date.now(),
            instanceId,
            Average: machines()[Number(instanceId.slice(2))]?.cpu,
          })),
        ),
      })),
      DescribeInvocations: answer('DescribeInvocations', ({ Timed, InvokeStatus }) => {
        const rows = (account.runs ?? [])
          .filter(
            ({ cron = '', exits }) =>
              (Timed === undefined || (cron !== '') === (String(Timed) === 'true')) &&
              (!InvokeStatus || exits.includes(null) || cron !== ''),
          )
          .map(wireRun);
        return { TotalCount: rows.length, Invocations: { Invocation: rows } };
      }),
      DescribeCommands: answer('DescribeCommands', () => ({
        TotalCount: account.commands ?? 24,
        Commands: { Command: [] },
      })),
      DescribeAccountAttributes: answer('DescribeAccountAttributes', () => ({
        AccountAttributeItems: {
          AccountAttributeItem: [
            ['max-axt-command-count', '100'],
            ['max-axt-invocation-daily', '5000'],
          ].map(([AttributeName, Value]) => ({ AttributeName, AttributeValues: { ValueItem: [{ Value }] } })),
        },
      })),
    },
  });
  return { rpc, account, ...renderPage(routes, { rpc, at: `/${REGION}/overview` }) };
}

const headline = async (text: string | RegExp) =>
  waitFor(() => {
    const heading = screen.getByRole('heading', { level: 1 });
    expect(heading).toHaveTextContent(text);
    return heading;
  });
const panel = (name: string | RegExp) => screen.findByRole('region', { name });
const needs = () => screen.findByRole('list', { name: 'What needs you' });

afterEach(async () => {
  await planStore.forget(DEMO_ACCOUNT);
});

describe('overview', () => {
  it('J3: answers with what needs a person and how many instances are OK', async () => {
    open({
      events: {
        [REGION]: [wireEvent({ id: 'e-1', instance: 'i-0', planned: 11 * HOUR + 30_000 })],
        'cn-beijing': [wireEvent({ id: 'e-2', instance: 'i-bj', planned: 2 * HOUR + 30_000 })],
      },
      machines: [{ name: 'web-01' }, { name: 'web-02', health: 'Impaired' }, { name: 'db-01' }],
      runs: [{ id: 't-1', name: 'disk-clean', exits: [0, 1, 2] }],
      commands: 98,
    });
    expect(await headline('4 things need you, 2 of 3 instances are OK')).toBeVisible();
    const lines = within(await needs()).getAllByRole('listitem');
    expect(lines.map((line) => line.textContent)).toEqual([
      expect.stringMatching(/^i-bj and web-01 restart within 24 hoursThe first in 2 hReview/),
      expect.stringMatching(/^disk-clean failed on 2 of 3 instances1 hour agoSee output/),
      expect.stringMatching(/^1 instance is not wellImpaired 1See which/),
      expect.stringMatching(/^98 of 100 commands are usedRoom for 2 moreOpen/),
    ]);
    expect(within(lines[1]!).getByRole('link')).toHaveAttribute('href', '/cn-hangzhou/invocations/t-1');
    expect(within(lines[2]!).getByRole('link')).toHaveAttribute('href', '/cn-hangzhou/health');
  });

  it('J3: says so when nothing needs anybody', async () => {
    open({});
    expect(await headline('Nothing needs you, 1 of 1 instance is OK')).toBeVisible();
    expect(await needs()).toHaveTextContent(/^Nothing stops, restarts or is released/);
    expect(await panel('Pending events')).toHaveTextContent('No event is pending.');
    expect(await panel('Runs')).toHaveTextContent('Nothing has run yet.');
    expect(await panel('Next schedules')).toHaveTextContent('Nothing is scheduled.');
  });

  it('J3: more than fits is shown when asked for', async () => {
    const { user } = open({
      events: {
        [REGION]: [
          wireEvent({ id: 'e-1', instance: 'i-a', planned: HOUR }),
          wireEvent({ id: 'e-2', instance: 'i-b', planned: HOUR, type: 'AccountUnbalanced.Stop' }),
          wireEvent({ id: 'e-3', instance: 'i-c', planned: HOUR, type: 'InstanceExpiration.Delete' }),
        ],
      },
      machines: [{ name: 'web-01', health: 'Warning' }],
      commands: 100,
    });
    await headline(/^5 things need you/);
    const list = await needs();
    expect(within(list).getAllByRole('link')).toHaveLength(3);
    await user.click(within(list).getByRole('button', { name: 'Show 2 more' }));
    expect(within(list).getAllByRole('link')).toHaveLength(5);
    expect(list).toHaveTextContent('No more can be added');
  });

  it('F1: the number of pending events of all regions leads to them, and they stand by urgency', async () => {
    open({
      events: {
        [REGION]: [
          wireEvent({ id: 'e-run', instance: 'i-run', state: 'Executing', planned: -HOUR }),
          wireEvent({ id: 'e-late', instance: 'i-late', planned: 3 * DAY + 30_000 }),
        ],
        'cn-beijing': [
          wireEvent({ id: 'e-bj', instance: 'i-bj', planned: 30 * MINUTE, type: 'AccountUnbalanced.Stop' }),
        ],
      },
    });
    const figures = await screen.findByRole('list', { name: 'Key figures' });
    const figure = await within(figures).findByRole('link', { name: /^Pending, all regions\s*3\s*First in/ });
    expect(figure).toHaveAttribute('href', '/cn-hangzhou/events');
    const list = await panel('Pending events');
    const lines = within(list).getAllByRole('listitem');
    expect(lines.map((line) => line.textContent)).toEqual([
      'Under way 1',
      'i-runRestartnow',
      'Within 24 hours 1',
      expect.stringMatching(/^i-bjStop(30|29) min/),
      'Later 1',
      expect.stringMatching(/^i-lateRestart3 d/),
    ]);
    expect(within(list).getByRole('link', { name: /^i-bj/ })).toHaveAttribute(
      'href',
      '/cn-hangzhou/events?event=e-bj',
    );
    expect(within(list).getByRole('link', { name: 'All 3' })).toHaveAttribute('href', '/cn-hangzhou/events');
  });

  it('F1: a region that does not answer makes the number a lower bound, and can be asked again', async () => {
    const events: EventAccount['events'] = {
      [REGION]: [wireEvent({ planned: 3 * DAY })],
      'cn-beijing': apiError('ServiceUnavailable', { httpStatus: 503 }),
    };
    const { user } = open({ events });
    const figure = await screen.findByRole('link', { name: /^Pending, all regions\s*1\+/ });
    expect(figure).toHaveTextContent('1 region did not answer');
    expect(await headline(/^Not everything could be read/)).toBeVisible();
    const list = await panel('Pending events');
    events['cn-beijing'] = [wireEvent({ id: 'e-bj', instance: 'i-bj', planned: 4 * DAY })];
    await user.click(within(list).getByRole('button', { name: '1 of 2 regions did not answer: try again' }));
    expect(await within(list).findByRole('link', { name: 'All 2' })).toBeVisible();
    expect(await headline(/^Nothing needs you/)).toBeVisible();
  });

  it('J3: shows how far the runs under way are, runs in batches as one, and what finished last', async () => {
    await keepBatchedRun({
      name: 'rollout',
      instanceIds: Array.from({ length: 40 }, (_, index) => `i-${index}`),
      perCall: 20,
    });
    open({
      runs: [
        { id: 't-3', name: 'kernel-patch', exits: [0, 0, 1, null], age: MINUTE },
        { id: 't-2', name: 'audit', exits: [0, 0] },
        { id: 't-1', name: 'disk-clean', exits: [0, 3] },
      ],
    });
    const runs = await panel('Runs');
    const going = await within(runs).findByRole('list', { name: 'Running now' });
    await within(going).findByRole('link', { name: /^rollout/ });
    const [rollout, patch] = within(going).getAllByRole('link');
    expect(rollout).toHaveTextContent('rollout0 of 40');
    expect(rollout).toHaveAttribute('href', expect.stringMatching(/^\/cn-hangzhou\/runs\/r-/));
    expect(patch).toHaveTextContent('kernel-patch1 failed3 of 4');
    expect(patch).toHaveAttribute('href', '/cn-hangzhou/invocations/t-3');
    const finished = within(within(runs).getByRole('list', { name: 'Last finished' })).getAllByRole('link');
    expect(finished.map((link) => link.textContent)).toEqual(['auditSucceeded', 'disk-clean1 failed']);
    const figures = screen.getByRole('list', { name: 'Key figures' });
    expect(within(figures).getByRole('link', { name: /^Running now\s*1\s*On 4 instances/ })).toHaveAttribute(
      'href',
      '/cn-hangzhou/invocations?status=Running&mode=once',
    );
  });

  it('J3: lists the next schedules with the time left, and their number', async () => {
    open({
      runs: [
        { id: 't-day', name: 'backup', exits: [0], cron: '0 0 4 * * ?' },
        { id: 't-min', name: 'probe', exits: [0], cron: '0 */5 * * * ?' },
      ],
    });
    const list = await panel('Next schedules');
    const [first, second] = await within(list).findAllByRole('link', { name: /probe|backup/ });
    expect(first).toHaveTextContent(/^probe.*(min|s)$/);
    expect(second).toHaveAttribute('href', '/cn-hangzhou/invocations/t-day');
    expect(within(list).getByRole('link', { name: 'All 2' })).toHaveAttribute(
      'href',
      '/cn-hangzhou/schedules',
    );
    expect(within(list).getByRole('link', { name: 'Calendar' })).toHaveAttribute(
      'href',
      '/cn-hangzhou/calendar',
    );
  });

  it('J3, D7: a schedule that went out in several calls is one line, and leads to its run', async () => {
    const cron = '0 0 4 * * ?';
    const runId = await keepBatchedRun({ name: 'backup', instanceIds: ['i-0', 'i-1'], cron });
    open({
      runs: [
        { id: 't-part2', name: 'backup', exits: [0], cron },
        { id: 't-alone', name: 'probe', exits: [0], cron: '0 */5 * * * ?' },
        { id: 't-part1', name: 'backup', exits: [0], cron },
      ],
    });
    const list = await panel('Next schedules');
    expect(await within(list).findByRole('link', { name: 'All 2' })).toBeVisible();
    const lines = within(list).getAllByRole('listitem');
    expect(lines.map((line) => within(line).getByRole('link').getAttribute('href'))).toEqual([
      '/cn-hangzhou/invocations/t-alone',
      `/cn-hangzhou/runs/${runId}`,
    ]);
  });

  it('J3: counts instances by state and by health; each number leads to those it counts', async () => {
    open({
      machines: [
        { name: 'web-01' },
        { name: 'web-02', health: 'Warning' },
        { name: 'old-01', state: 'Stopped', health: 'NotApplicable' },
      ],
    });
    const link = async (region: string, name: string) =>
      (await within(await panel(region)).findByRole('link', { name })).getAttribute('href');
    expect(await link('State', 'Running: 2')).toBe('/cn-hangzhou/instances?state=Running');
    expect(await link('State', 'Stopped: 1')).toBe('/cn-hangzhou/instances?state=Stopped');
    expect(await link('Health', 'Warning: 1')).toBe('/cn-hangzhou/instances?health=Warning');
    expect(await link('Health', 'OK: 1')).toBe('/cn-hangzhou/health');
    expect(await link('Health', 'Not OK: 2')).toBe('/cn-hangzhou/health');
  });

  it('J3: shades every instance by its vCPU, in rows that lead to their instances', async () => {
    open({
      machines: [
        { name: 'web-01', cpu: 20 },
        { name: 'web-02', cpu: 91 },
        { name: 'db-01', state: 'Stopped' },
      ],
    });
    const map = await panel('vCPU now, every instance');
    const web = await within(map).findByRole('link', { name: 'web: 2 instances, 1 at 85% or more' });
    expect(web).toHaveAttribute('href', '/cn-hangzhou/instances?q=web');
    expect(within(map).getByText('1 at ≥ 85%')).toBeVisible();
    expect(within(map).getByTitle('web-02: 91%')).toHaveAttribute(
      'href',
      '/cn-hangzhou/instances/i-1/monitoring',
    );
    expect(within(map).getByTitle('db-01: no value')).toBeVisible();
  });

  it('J4: a row of the map is one tab stop; arrows tell of each instance, Enter leads to its charts', async () => {
    const { user, router } = open({
      machines: [
        { name: 'web-01', cpu: 20 },
        { name: 'web-02', cpu: 91 },
        { name: 'db-01', state: 'Stopped' },
      ],
    });
    const map = await panel('vCPU now, every instance');
    const row = await within(map).findByRole('listbox', { name: 'web' });
    within(map)
      .getByRole('link', { name: /^web: / })
      .focus();
    await user.tab();
    expect(row).toHaveFocus();
    expect(await within(map).findByText('web-01: 20%')).toBeVisible();
    await user.keyboard('{End}{ArrowRight}');
    const [, last] = within(row).getAllByRole('option');
    expect(row).toHaveAttribute('aria-activedescendant', last!.id);
    expect(within(map).getByText('web-02: 91%')).toBeVisible();
    await user.tab();
    expect(within(map).getByRole('link', { name: /^db: / })).toHaveFocus();
    expect(within(map).queryByText('web-02: 91%')).toBeNull();
    await user.tab({ shift: true });
    await user.keyboard('{Enter}');
    await waitFor(() => expect(router.state.location.pathname).toBe('/cn-hangzhou/instances/i-1/monitoring'));
  });

  it('J3: meters the quotas', async () => {
    open({ runs: [{ id: 't-1', name: 'audit', exits: [0], age: 0 }] });
    const quotas = await panel('Quotas');
    expect(await within(quotas).findByRole('meter', { name: 'Commands' })).toHaveAttribute(
      'aria-valuetext',
      '24 of 100',
    );
    expect(within(quotas).getByRole('meter', { name: 'Runs today' })).toHaveAttribute(
      'aria-valuetext',
      '1 of 5,000',
    );
  });

  it.each([
    ['DescribeInstanceHistoryEvents', 'Pending events', 'The events did not load'],
    ['DescribeInvocations', 'Runs', 'The runs did not load'],
    ['DescribeInvocations', 'Next schedules', 'The schedules did not load'],
    ['DescribeInstancesFullStatus', 'Health', 'Impaired: try again'],
    ['DescribeMetricLast', 'vCPU now, every instance', 'The loads did not load'],
    ['DescribeAccountAttributes', 'Quotas', 'The quotas did not load'],
  ])('J5: %s fails in %s alone, which says why and tries again', async (action, name, text) => {
    const account: Account = {
      events: { [REGION]: [] },
      runs: [{ id: 't-1', name: 'audit', exits: [0] }],
    };
    if (action === 'DescribeInstanceHistoryEvents') account.events = { [REGION]: ISSUE };
    else account.failing = { [action]: ISSUE };
    const { user } = open(account);
    const part = await panel(name);
    const again = await within(part).findByRole('button', { name: new RegExp(`Try again|${text}`) });
    if (name !== 'Health') {
      const alert = within(part).getByRole('alert');
      expect(alert).toHaveTextContent(text);
      expect(alert).toHaveTextContent('Forbidden.RAM, RequestId TEST-REQUEST-ID');
    }
    expect(within(await panel('State')).getByRole('link', { name: /^Running/ })).toBeVisible();
    account.failing = {};
    if (account.events) account.events[REGION] = [];
    await user.click(again);
    await waitFor(() => expect(within(part).queryByRole('alert')).toBeNull());
    await waitFor(() => expect(again).not.toBeInTheDocument());
  });

  it('J5: what was read stays when it cannot be read anew, and says of when it is', async () => {
    const { account, user } = open({ runs: [{ id: 't-1', name: 'audit', exits: [0] }] });
    const runs = await panel('Runs');
    expect(await within(runs).findByRole('link', { name: /^audit/ })).toBeVisible();
    account.failing = { DescribeInvocations: ISSUE };
    await user.click(screen.getByRole('button', { name: /refresh/i }));
    const stale = await within(runs).findByRole('button', { name: /^As of / });
    expect(within(runs).getByRole('link', { name: /^audit/ })).toBeVisible();
    expect(stale).toHaveAccessibleDescription(/Forbidden\.RAM, TEST-REQUEST-ID/);
    account.failing = {};
    await user.click(stale);
    await waitFor(() => expect(stale).not.toBeInTheDocument());
  });

  it('K4: costs a fleet of ten thousand no more calls than the pages that draw it', async () => {
    const { rpc } = open({
      machines: Array.from({ length: 2500 }, (_, index) => ({ name: `web-${index}`, cpu: index % 100 })),
    });
    expect(await headline(/2,500 of 2,500/)).toBeVisible();
    await screen.findByRole('region', { name: 'vCPU now, the newest 1,000 of 2,500 instances' });
    const pages = rpc.calls.filter(
      ({ action, params }) => action === 'DescribeInstances' && params['PageSize'] === 100,
    );
    expect(pages.length).toBeLessThanOrEqual(10);
  });
});
