import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { apiError, fakeRpc, renderPage } from '../../../../test/support/render';
import { routes } from '../index';
// Loaded beforehand, so that no test waits for the lazy chunks to be compiled.
import '../AlarmsLayout';
import './EventRulesPage';
import './RuleFormPage';
import './TestEventDialog';
import '@/ui/DialogPopup';

const REGION = 'cn-hangzhou';
const REBOOT = 'Instance:SystemMaintenance.Reboot:Scheduled';

interface WireRule {
  Name: string;
  State?: string;
  names?: string[];
  levels?: string[];
  pattern?: Record<string, unknown>;
}

const wireRule = ({
  Name,
  State = 'ENABLED',
  names = [],
  levels = ['CRITICAL'],
  pattern = {},
}: WireRule) => ({
  Name,
  State,
  EventType: 'SYSTEM',
  EventPattern: {
    EventPattern: [
      {
        Product: 'ECS',
        NameList: { NameList: names },
        LevelList: { LevelList: levels },
        EventTypeList: { EventTypeList: ['*'] },
        ...pattern,
      },
    ],
  },
});

const RULES: WireRule[] = [
  { Name: 'restarts', names: [REBOOT] },
  { Name: 'all-grave', State: 'DISABLED' },
];

/** An account with rules; `answers` replace its own. */
function account(rules: readonly WireRule[], answers: Parameters<typeof fakeRpc>[0] = {}) {
  return fakeRpc({
    DescribeEventRuleList: ({ IsEnable }) => {
      const rows = rules.filter(({ State = 'ENABLED' }) => (State === 'ENABLED') === IsEnable).map(wireRule);
      return { EventRules: { EventRule: rows }, Total: rows.length };
    },
    DescribeEventRuleTargetList: {
      ContactParameters: { ContactParameter: [{ Id: '1', ContactGroupName: 'ops', Level: '4' }] },
    },
    DescribeSystemEventCount: {
      SystemEventCounts: {
        SystemEventCount: [
          { Num: 12, Name: REBOOT, Level: 'CRITICAL', Status: 'Scheduled' },
          {
            Num: 30,
            Name: 'Instance:SystemFailure.Reboot:Executing',
            Level: 'CRITICAL',
            Status: 'Executing',
          },
          { Num: 99, Name: 'Instance:StateChange', Level: 'INFO', Status: 'Normal' },
        ],
      },
    },
    DescribeSystemEventAttribute: { SystemEvents: { SystemEvent: [] } },
    DescribeSystemEventMetaList: { Data: { Resource: [] } },
    DescribeContactGroupList: {
      ContactGroupList: { ContactGroup: [{ Name: 'ops', Contacts: { Contact: ['alice', 'bob'] } }] },
      Total: 1,
    },
    DescribeInstances: {
      Instances: { Instance: [{ InstanceId: 'i-1', InstanceName: 'web-01', Status: 'Running' }] },
      TotalCount: 1,
    },
    PutEventRule: {},
    PutEventRuleTargets: { FailedParameterCount: '0' },
    DeleteEventRules: {},
    EnableEventRules: {},
    DisableEventRules: {},
    SendDryRunSystemEvent: {},
    ...answers,
  });
}

function open(path = '', rules: readonly WireRule[] = RULES, answers: Parameters<typeof fakeRpc>[0] = {}) {
  const rpc = account(rules, answers);
  return { rpc, ...renderPage([...routes], { rpc, at: `/${REGION}/alarms/event-rules${path}` }) };
}

const rowOf = async (name: string) => (await screen.findByRole('link', { name })).closest('tr')!;

beforeEach(() => sessionStorage.clear());

describe('event rules', () => {
  it('I2: says what each is about, who is told, and what it would have caught', async () => {
    open();
    expect(await screen.findByText('2 event rules')).toBeVisible();
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('2 event rules, 1 is off');
    const row = await rowOf('restarts');
    expect(row).toHaveTextContent('Restart, system maintenance (scheduled)');
    await waitFor(() => expect(row).toHaveTextContent('ops by mail and DingTalk'));
    expect(within(row).getByText('12')).toBeVisible();
    expect(within(await rowOf('all-grave')).getByText('42')).toBeVisible();
  });

  it('I2: filters by name and state live in the address', async () => {
    const { router, user } = open('?state=off');
    await rowOf('all-grave');
    expect(screen.queryByRole('link', { name: 'restarts' })).toBeNull();
    await user.type(screen.getByRole('searchbox'), 'none{Enter}');
    expect(await screen.findByText('Nothing matches “none”')).toBeVisible();
    expect(router.state.location.search).toBe('?q=none&state=off');
  });

  it('I2: many are deleted in one call, after they were named', async () => {
    const { rpc, user } = open();
    await rowOf('restarts');
    await user.click(screen.getByRole('checkbox', { name: /restarts/ }));
    await user.click(screen.getByRole('checkbox', { name: /all-grave/ }));
    const bar = screen.getByRole('group', { name: '2 selected' });
    await user.click(within(bar).getByRole('button', { name: 'Delete…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Delete 2 rules?' });
    expect(within(dialog).getByRole('list', { name: 'Rules' })).toHaveTextContent('all-grave');
    expect(within(dialog).getByRole('button', { name: /aliyun cms DeleteEventRules/ })).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: 'Delete 2 rules' }));
    expect(await screen.findByText('2 rules are deleted')).toBeVisible();
    const sent = rpc.calls.find(({ action }) => action === 'DeleteEventRules');
    expect(sent?.params['RuleNames']).toEqual(['all-grave', 'restarts']);
  });

  it('I2: a refusal stays on screen with its code, and nothing is lost', async () => {
    const { user } = open('', RULES, { DisableEventRules: apiError('AccessForbidden', { httpStatus: 403 }) });
    await user.click(await rowOf('restarts'));
    // The form opened over the list; the list's own acts are on its rows.
    await user.click(await screen.findByRole('button', { name: 'Cancel' }));
    (await rowOf('restarts')).focus();
    await user.keyboard('s');
    const dialog = await screen.findByRole('dialog', { name: 'Switch restarts off?' });
    await user.click(within(dialog).getByRole('button', { name: 'Switch off' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('AccessForbidden');
    expect(within(dialog).getByRole('button', { name: 'Try again' })).toBeVisible();
  });

  it('I2: with none it says how to begin; a failure has its code and a way on', async () => {
    const { unmount } = open('', []);
    expect(await screen.findByText('No event rules', { selector: 'h2' })).toBeVisible();
    unmount();
    open('', [], { DescribeEventRuleList: apiError('Throttling.User') });
    expect(await screen.findByRole('alert')).toHaveTextContent('Throttling.User');
  });
});

describe('writing a rule', () => {
  async function fill(user: ReturnType<typeof open>['user'], name: string) {
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), name);
    await user.click(screen.getByRole('button', { name: 'Add a contact group' }));
    await user.click(screen.getByRole('combobox', { name: 'Contact group' }));
    await user.click(await screen.findByRole('option', { name: 'ops' }));
  }
  const save = () => screen.getByRole('button', { name: 'Create event rule' });

  it('I2: a rule and its targets are saved; the sample follows what is chosen', async () => {
    const { rpc, router, user } = open('/new');
    const sample = await screen.findByRole('region', { name: 'In the last 30 days' });
    await waitFor(() => expect(sample).toHaveTextContent('42 events'));
    const kind = screen.getByRole('group', { name: 'Restart, system maintenance' });
    await user.click(within(kind).getByRole('button', { name: 'Scheduled' }));
    expect(sample).toHaveTextContent('12 events');
    await fill(user, 'mine');
    await user.click(save());
    expect(await screen.findByText('Event rule mine created')).toBeVisible();
    expect(router.state.location.pathname).toBe(`/${REGION}/alarms/event-rules`);
    const sent = (action: string) => rpc.calls.find((call) => call.action === action)?.params;
    expect(sent('PutEventRule')).toMatchObject({
      RuleName: 'mine',
      State: 'ENABLED',
      EventPattern: [{ Product: 'ECS', EventTypeList: ['*'], LevelList: ['CRITICAL'], NameList: [REBOOT] }],
    });
    expect(sent('PutEventRuleTargets')).toMatchObject({
      RuleName: 'mine',
      ContactParameters: [{ Id: '1', ContactGroupName: 'ops', Level: '4' }],
    });
  });

  it('I2: Back after creating leads to the list as it was, not to an empty form', async () => {
    const { router, user } = open('?state=off');
    await user.click(await screen.findByRole('link', { name: 'Create event rule' }));
    await fill(user, 'mine');
    await user.click(save());
    expect(await screen.findByText('Event rule mine created')).toBeVisible();
    expect(router.state.location).toMatchObject({ pathname: `/${REGION}/alarms/event-rules`, search: '' });
    await act(() => router.navigate(-1));
    await waitFor(() => expect(router.state.location.search).toBe('?state=off'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('I2: tells everything that is missing, and sends nothing', async () => {
    const { rpc, user } = open('/new');
    await user.click(await screen.findByRole('button', { name: 'Create event rule' }));
    expect(await screen.findByText('Give the rule a name.')).toBeVisible();
    expect(screen.getByText(/Choose who is told/)).toBeVisible();
    expect(rpc.calls.some(({ action }) => action.startsWith('Put'))).toBe(false);
  });

  it('I2: never replaces another rule of the name', async () => {
    const { rpc, user } = open('/new');
    await fill(user, 'restarts');
    await user.click(save());
    expect(await screen.findByText('There is a rule restarts already.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'edit that rule' })).toBeVisible();
    expect(rpc.calls.some(({ action }) => action === 'PutEventRule')).toBe(false);
  });

  it('I2: what others changed meanwhile is not overwritten, and nothing that was entered is lost', async () => {
    const told = [{ Id: '1', ContactGroupName: 'ops', Level: '4' }];
    const { rpc, user } = open('/restarts/edit', RULES, {
      DescribeEventRuleTargetList: () => ({ ContactParameters: { ContactParameter: [...told] } }),
    });
    const description = await screen.findByRole('textbox', { name: /^Description/ });
    await user.type(description, 'by me');
    told.push({ Id: '2', ContactGroupName: 'dba', Level: '3' });
    await user.click(screen.getByRole('button', { name: 'Save the rule' }));
    expect(await screen.findByText('The rule was changed elsewhere.')).toBeVisible();
    const sent = (action: string) => rpc.calls.filter((call) => call.action === action);
    expect(sent('PutEventRule')).toEqual([]);
    expect(description).toHaveValue('by me');
    expect(screen.getByRole('group', { name: 'dba' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Save the rule' }));
    expect(await screen.findByText('Event rule restarts saved')).toBeVisible();
    expect(sent('PutEventRule')[0]!.params).toMatchObject({ Description: 'by me' });
    expect(sent('PutEventRuleTargets')[0]!.params).toMatchObject({
      ContactParameters: [
        { Id: '1', ContactGroupName: 'ops' },
        { Id: '2', ContactGroupName: 'dba' },
      ],
    });
    expect(sent('DeleteEventRuleTargets')).toEqual([]);
  });

  it('I2: a draft that was left keeps the rest of an address that is saved, and none of its own', async () => {
    const hook = 'https://hooks.example.com/x';
    const answers = {
      DescribeEventRuleTargetList: {
        WebhookParameters: {
          WebhookParameter: [{ Id: '1', Protocol: 'https', Method: 'POST', Url: `${hook}?token=secret` }],
        },
      },
    };
    const first = open('/restarts/edit', RULES, answers);
    await first.user.type(await screen.findByRole('textbox', { name: /^Description/ }), 'later');
    await waitFor(() => expect(sessionStorage).toHaveLength(1));
    expect(JSON.stringify(sessionStorage)).not.toContain('secret');
    first.unmount();
    open('/restarts/edit', RULES, answers);
    expect(await screen.findByRole('textbox', { name: /^Description/ })).toHaveValue('later');
    expect(screen.getByRole('textbox', { name: 'Webhook address' })).toHaveValue(`${hook}?token=secret`);
  });

  it.each([
    ['ParameterInvalid', 400, /The rule mine is saved, its targets are not/],
    ['InternalError', 500, /The rule mine is saved; whether its targets are is not known/],
  ])('I2: when the targets fail, it says so and repeats only them: %s', async (code, httpStatus, said) => {
    let refusals = 1;
    const { rpc, user } = open('/new', RULES, {
      PutEventRuleTargets: () => {
        if (refusals-- > 0) throw apiError(code, { httpStatus });
        return { FailedParameterCount: '0' };
      },
    });
    await fill(user, 'mine');
    await user.click(save());
    const alert = await screen.findByText(said);
    expect(alert.closest('[role="alert"]')).toHaveTextContent(code);
    await user.click(screen.getByRole('button', { name: 'Save the targets again' }));
    expect(await screen.findByText('Event rule mine created')).toBeVisible();
    const puts = rpc.calls.map(({ action }) => action).filter((action) => action.startsWith('Put'));
    expect(puts).toEqual(['PutEventRule', 'PutEventRuleTargets', 'PutEventRuleTargets']);
  });

  it('I2: what was typed survives a reload, but for the secret part of an address', async () => {
    const { user, unmount } = open('/new');
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'half');
    await user.click(screen.getByRole('button', { name: 'Add a webhook' }));
    await user.type(
      screen.getByRole('textbox', { name: 'Webhook address' }),
      'https://a.example/x?token=secret',
    );
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('secret');
    unmount();
    open('/new');
    expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveValue('half');
    expect(screen.getByRole('textbox', { name: 'Webhook address' })).toHaveValue('https://a.example/x');
  });

  it('I2: the text of each channel and language', async () => {
    const { user } = open('/restarts/edit');
    const preview = await screen.findByRole('region', { name: 'What people read' });
    const text = within(preview).getByRole('group', { name: 'Text of the notification' });
    expect(text).toHaveTextContent('Alert rule: restarts');
    await user.click(within(preview).getByRole('radio', { name: 'Chinese' }));
    expect(text).toHaveTextContent('报警规则：restarts');
    await user.click(within(preview).getByRole('radio', { name: 'SMS' }));
    expect(text).toHaveTextContent('因系统维护实例重启');
    expect(preview).toHaveTextContent('No chosen group is told by SMS.');
  });

  it('I2: without contact groups it leads to where they are made', async () => {
    open('/new', RULES, { DescribeContactGroupList: { ContactGroupList: { ContactGroup: [] }, Total: 0 } });
    expect(await screen.findByText('There are no contact groups yet.')).toBeVisible();
    expect(screen.getByRole('link', { name: 'Create one' })).toHaveAttribute(
      'href',
      `/${REGION}/alarms/contacts?list=groups`,
    );
  });

  it('I2: a rule that the form cannot hold is left alone; one that is gone is said to be', async () => {
    const filtered = { Name: 'odd', pattern: { SQLFilter: 'a = 1' } };
    const { unmount } = open('/odd/edit', [filtered]);
    expect(await screen.findByText(/says more than this form can write/)).toBeVisible();
    unmount();
    open('/ghost/edit');
    expect(await screen.findByText('There is no event rule ghost')).toBeVisible();
  });
});

describe('a test event', () => {
  it('I2: shows the rules it meets, is sent, and is found among the events', async () => {
    const event = {
      Id: 'E-1',
      Name: REBOOT,
      Level: 'CRITICAL',
      Status: 'Scheduled',
      Time: Date.now(),
      RegionId: REGION,
      Content: '{"consoleTest":true,"instanceId":"i-1"}',
    };
    const { rpc, user } = open('', RULES, {
      DescribeSystemEventAttribute: { SystemEvents: { SystemEvent: [event] } },
    });
    await rowOf('restarts');
    await user.click(screen.getByRole('button', { name: 'Send a test event…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Send a test event' });
    expect(await within(dialog).findByText(/It will be about web-01, i-1/)).toBeVisible();
    const rules = within(dialog).getByRole('region', { name: 'Rules that will tell of it' });
    expect(rules).toHaveTextContent('restarts');
    expect(rules).toHaveTextContent('is off, and tells nobody');
    await user.click(within(dialog).getByRole('button', { name: 'Send the test event' }));
    const found = await screen.findByRole('link', { name: /among CloudMonitor’s events/ });
    expect(found).toHaveAttribute('href', expect.stringContaining('event=E-1'));
    const sent = rpc.calls.find(({ action }) => action === 'SendDryRunSystemEvent')!.params;
    expect(sent).toMatchObject({ Product: 'ECS', EventName: REBOOT });
    expect(JSON.parse(String(sent['EventContent']))).toMatchObject({ instanceId: 'i-1', consoleTest: true });
  });
});
