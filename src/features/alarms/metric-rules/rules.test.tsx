import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createTestEmulator } from '@mocks/node';
import { createApi } from '@/api/api';
import { createFakeRunner } from '../../../../test/support/fake-runner';
import { emulatorRpc, fakeRpc, renderPage } from '../../../../test/support/render';
import { routes } from '../index';
import { formOf, putRequest } from './form/rule-form';
// Loaded beforehand, so that no test waits for the lazy chunks to be compiled.
import '../AlarmsLayout';
import './form/RuleFormPage';
import './RulePage';
import './RulesPage';

vi.setConfig({ testTimeout: 30_000 });
beforeEach(() => sessionStorage.clear());

const REGION = 'cn-hangzhou';

async function openAlarms(at = '/alarms') {
  const { fetch, emulator } = await createTestEmulator({ runner: createFakeRunner() });
  const rpc = emulatorRpc(fetch);
  return { ...renderPage([...routes], { at: `/${REGION}${at}`, rpc }), api: createApi(rpc), emulator, rpc };
}
const rowOf = async (name: string) => (await screen.findByRole('link', { name })).closest('tr')!;

describe('the metric rules', () => {
  it('I3: lists what each watches, how it stands and whom it tells; a search goes to the server', async () => {
    const { user } = await openAlarms();
    const row = await rowOf('batch-cpu-full');
    expect(row).toHaveTextContent('CPU utilization · Average ≥ 85%, 6 × 5 min');
    expect(row).toHaveTextContent('2 instances');
    expect(within(row).getByText('Information')).toBeInTheDocument();
    expect(row).toHaveTextContent(/OK|In alarm|No data/);
    expect(screen.getByText('4 metric rules')).toBeInTheDocument();
    await user.type(screen.getByRole('searchbox'), 'disk');
    expect(await screen.findByText('1 rule found')).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'batch-cpu-full' })).toBeNull();
  });

  it('I3: is switched off after a question that shows the call', async () => {
    const { user, api } = await openAlarms();
    const row = await rowOf('disk-space-low');
    await user.click(within(row).getByRole('switch', { name: 'disk-space-low' }));
    const dialog = await screen.findByRole('dialog', { name: 'Switch off disk-space-low?' });
    expect(dialog).toHaveTextContent(
      /aliyun cms DisableMetricRules --RegionId cn-hangzhou --RuleId\.1 metric-/,
    );
    await user.click(within(dialog).getByRole('button', { name: 'Switch off' }));
    expect(await screen.findByText('disk-space-low is switched off')).toBeInTheDocument();
    await waitFor(async () => expect(await rowOf('disk-space-low')).toHaveTextContent('Switched off'));
    const { items } = await api.cms.describeMetricRuleList({ RegionId: REGION, EnableState: false });
    expect(items.map(({ RuleName }) => RuleName)).toEqual(['disk-space-low']);
  });

  it('I3: of several that are deleted says which are left and why', async () => {
    const { user, api, emulator } = await openAlarms();
    await rowOf('disk-space-low');
    await user.click(screen.getByRole('checkbox', { name: 'Select disk-space-low' }));
    await user.click(screen.getByRole('checkbox', { name: 'Select batch-cpu-full' }));
    await user.click(screen.getByRole('button', { name: 'Delete' }));
    // The call for both, then the one for the first.
    emulator.faults.set([{ action: 'DeleteMetricRules', code: 'AccessForbidden', status: 403, times: 2 }]);
    const dialog = await screen.findByRole('dialog', { name: 'Delete 2 rules?' });
    await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
    expect(await screen.findByRole('dialog', { name: '1 rule is as it was' })).toHaveTextContent(
      'AccessForbidden',
    );
    await user.click(screen.getByRole('button', { name: 'Try these again' }));
    expect(await screen.findByText('2 rules are deleted')).toBeInTheDocument();
    expect((await api.cms.describeMetricRuleList({ RegionId: REGION })).totalCount).toBe(2);
  });
});

describe('the form of a rule', () => {
  it('I3: puts a rule under one ID and leads to it; what was wrong is told at its place', async () => {
    const { user, api, router } = await openAlarms('/alarms/rules/new');
    await user.click(await screen.findByRole('button', { name: 'Create rule' }));
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription(
      'Give the rule a name.',
    );
    expect(await screen.findByText('Choose at least one contact group.')).toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'own cpu');
    await user.click(await screen.findByRole('checkbox', { name: /^ops/ }));
    await user.click(screen.getByRole('radio', { name: 'All instances' }));
    const cli = screen.getByRole('group', { name: 'Command line' });
    expect(cli).toHaveTextContent('--Escalations.Warn.Threshold 80');
    const id = /--RuleId (metric-\S+)/.exec(cli.textContent)![1]!;
    await user.click(screen.getByRole('button', { name: 'Create rule' }));
    expect(await screen.findByText('own cpu is in force')).toBeInTheDocument();
    expect(router.state.location.pathname).toBe(`/${REGION}/alarms/rules/${id}`);
    const { items } = await api.cms.describeMetricRuleList({ RegionId: REGION, RuleName: 'own cpu' });
    expect(items).toMatchObject([
      { RuleId: id, Resources: null, ContactGroups: ['ops'], SilenceTime: 86_400 },
    ]);
    expect(sessionStorage).toHaveLength(0);
  });

  it('I3: a refusal is told, nothing is lost, and the draft survives a reload under the same ID', async () => {
    const { user, emulator, unmount } = await openAlarms('/alarms/rules/new');
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'kept');
    await user.click(await screen.findByRole('checkbox', { name: /^ops/ }));
    await user.click(screen.getByRole('radio', { name: 'All instances' }));
    emulator.faults.set([
      { action: 'PutResourceMetricRule', code: 'ResourceOverLimit', status: 429, times: 1 },
    ]);
    await user.click(screen.getByRole('button', { name: 'Create rule' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(/ResourceOverLimit/);
    const cli = () => screen.getByRole('group', { name: 'Command line' }).textContent;
    const before = cli();
    unmount();
    await openAlarms('/alarms/rules/new');
    expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveValue('kept');
    expect(cli()).toBe(before);
  });

  it('I3: edits one that is there, prefilled, and replaces it', async () => {
    const { user, api, router } = await openAlarms();
    const [rule] = (await api.cms.describeMetricRuleList({ RegionId: REGION, RuleName: 'web-prod' })).items;
    await router.navigate(`/${REGION}/alarms/rules/${rule!.RuleId}/edit`);
    const threshold = await screen.findByRole('textbox', { name: 'Threshold, Critical, %' });
    expect(threshold).toHaveValue('85');
    await user.clear(threshold);
    await user.type(threshold, '92');
    await user.click(screen.getByRole('button', { name: 'Save rule' }));
    expect(await screen.findByText('web-prod-cpu-high is in force')).toBeInTheDocument();
    const after = (await api.cms.describeMetricRuleList({ RegionId: REGION, RuleName: 'web-prod' })).items;
    expect(after).toHaveLength(1);
    expect(after[0]).toMatchObject({
      RuleId: rule!.RuleId,
      Resources: rule!.Resources,
      Escalations: { Critical: { Threshold: '92' }, Warn: rule!.Escalations.Warn },
    });
  });

  it('I3: what others changed meanwhile is not overwritten, and nothing that was typed is lost', async () => {
    const { user, api, router } = await openAlarms();
    const found = async () =>
      (await api.cms.describeMetricRuleList({ RegionId: REGION, RuleName: 'web' })).items;
    const [rule] = await found();
    await router.navigate(`/${REGION}/alarms/rules/${rule!.RuleId}/edit`);
    const critical = await screen.findByRole('textbox', { name: 'Threshold, Critical, %' });
    const elsewhere = formOf(rule!, new Map());
    const { Warn } = elsewhere.levels;
    await api.cms.putResourceMetricRule(
      putRequest(REGION, {
        ...elsewhere,
        name: 'web renamed',
        levels: { ...elsewhere.levels, Warn: { ...Warn, threshold: '66' } },
      }),
    );
    await user.clear(critical);
    await user.type(critical, '93');
    await user.click(screen.getByRole('button', { name: 'Save rule' }));
    expect(await screen.findByText('The rule was changed elsewhere.')).toBeInTheDocument();
    expect(critical).toHaveValue('93');
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('web renamed');
    expect(screen.getByRole('textbox', { name: 'Threshold, Warning, %' })).toHaveValue('66');
    expect((await found())[0]!.Escalations.Critical?.Threshold).toBe('85');
    await user.click(screen.getByRole('button', { name: 'Save rule' }));
    expect(await screen.findByText('web renamed is in force')).toBeInTheDocument();
    expect((await found())[0]).toMatchObject({
      RuleName: 'web renamed',
      Escalations: { Critical: { Threshold: '93' }, Warn: { Threshold: '66' } },
    });
  });

  it('I3: what others changed while the draft lay is told when it is opened again', async () => {
    const { user, api, rpc, router, unmount } = await openAlarms();
    const found = async () =>
      (await api.cms.describeMetricRuleList({ RegionId: REGION, RuleName: 'web' })).items;
    const [rule] = await found();
    const path = `/alarms/rules/${rule!.RuleId}/edit`;
    await router.navigate(`/${REGION}${path}`);
    await user.type(await screen.findByRole('textbox', { name: 'Threshold, Critical, %' }), '.5');
    unmount();
    await api.cms.putResourceMetricRule(
      putRequest(REGION, { ...formOf(rule!, new Map()), name: 'web renamed' }),
    );
    renderPage([...routes], { at: `/${REGION}${path}`, rpc });
    expect(await screen.findByText('The rule was changed elsewhere.')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('web renamed');
    expect(screen.getByRole('textbox', { name: 'Threshold, Critical, %' })).toHaveValue('85.5');
  });

  it('I3: a rule that was deleted meanwhile is made anew, by the second press only', async () => {
    const { user, api, router } = await openAlarms();
    const found = async () =>
      (await api.cms.describeMetricRuleList({ RegionId: REGION, RuleName: 'web' })).items;
    const [rule] = await found();
    await router.navigate(`/${REGION}/alarms/rules/${rule!.RuleId}/edit`);
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), '-2');
    await api.cms.deleteMetricRules({ RegionId: REGION, Id: [rule!.RuleId] });
    await user.click(screen.getByRole('button', { name: 'Save rule' }));
    expect(await screen.findByText('The rule was deleted elsewhere.')).toBeInTheDocument();
    expect(await found()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Save rule' }));
    expect(await screen.findByText('web-prod-cpu-high-2 is in force')).toBeInTheDocument();
    expect(await found()).toMatchObject([{ RuleId: rule!.RuleId, RuleName: 'web-prod-cpu-high-2' }]);
  });

  it('I3: leads to the first wrong place', async () => {
    const { user } = await openAlarms('/alarms/rules/new');
    await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'x');
    await screen.findByRole('checkbox', { name: /^ops/ });
    await user.click(screen.getByRole('button', { name: 'Create rule' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Choose instances…' })).toHaveFocus());
    expect(screen.getByRole('group', { name: 'Contact groups' })).toHaveAccessibleDescription(
      'Choose at least one contact group.',
    );
  });
});

describe('a rule by an expression', () => {
  it('I3: is shown with its expression, and says that it cannot be edited and how else', async () => {
    const rpc = fakeRpc({
      DescribeMetricRuleList: {
        Total: '1',
        Alarms: {
          Alarm: [
            {
              RuleId: 'c-1',
              RuleName: 'both',
              AlertState: 'OK',
              EnableState: true,
              Resources: '[{"instanceId":"i-1"}]',
              CompositeExpression: {
                Level: 'CRITICAL',
                Times: 3,
                ExpressionListJoin: '&&',
                ExpressionList: {
                  ExpressionList: [
                    {
                      MetricName: 'CPUUtilization',
                      Period: 60,
                      Statistics: '$Average',
                      ComparisonOperator: 'GreaterThanThreshold',
                      Threshold: '90',
                    },
                    {
                      MetricName: 'load_5m',
                      Period: 60,
                      Statistics: '$Maximum',
                      ComparisonOperator: 'GreaterThanThreshold',
                      Threshold: '12',
                    },
                  ],
                },
              },
            },
          ],
        },
      },
      DescribeInstances: { Instances: { Instance: [] }, TotalCount: 0 },
      DescribeAlertLogList: { AlertLogList: [] },
    });
    renderPage([...routes], { at: `/${REGION}/alarms/rules/c-1`, rpc });
    expect(await screen.findByText(/Change it with PutResourceMetricRule/)).toBeInTheDocument();
    const facts = screen.getByRole('region', { name: 'The rule' });
    expect(facts).toHaveTextContent('All of these in 3 periods in a row');
    expect(facts).toHaveTextContent('Average > 90% · 1 min');
    expect(facts).toHaveTextContent('Maximum > 12 · 1 min');
    for (const name of ['Edit', 'Copy as new'])
      expect(screen.getByRole('link', { name })).toHaveAccessibleDescription(
        'This console cannot edit this rule',
      );
  });
});

describe('the preview of a rule', () => {
  it('I3: says how often it would have fired on the last day, and draws its threshold', async () => {
    const MINUTE = 60_000;
    const rpc = fakeRpc({
      DescribeInstances: {
        Instances: { Instance: [{ InstanceId: 'i-1', InstanceName: 'web-1', Status: 'Running' }] },
        TotalCount: 1,
      },
      DescribeContactGroupList: { ContactGroupList: { ContactGroup: [] }, Total: 0 },
      DescribeMetricList: ({ StartTime }) => {
        const from = Number(StartTime) + 1;
        const hot = (minute: number) => (minute >= 100 && minute < 110) || (minute >= 120 && minute < 125);
        const points = Array.from({ length: 1440 }, (_, minute) => ({
          timestamp: from + minute * MINUTE,
          instanceId: 'i-1',
          Average: hot(minute) ? 95 : 20,
          Minimum: 10,
          Maximum: 96,
        }));
        return { Datapoints: JSON.stringify(points), Period: '60', NextToken: '' };
      },
    });
    const { user, container } = renderPage([...routes], {
      at: `/${REGION}/alarms/rules/new?instance=i-1`,
      rpc,
    });
    expect(
      await screen.findByText(
        'Would have fired 2 times on web-1 in the last 24 hours, and told somebody once.',
      ),
    ).toBeInTheDocument();
    const list = screen.getByRole('region', { name: 'When it would have fired' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
    expect(list).toHaveTextContent('95%');
    await waitFor(() => expect(container.querySelectorAll('[data-threshold="warn"]')).toHaveLength(1));
    expect(container.querySelectorAll('[data-alarm="warn"]')).toHaveLength(2);
    const threshold = screen.getByRole('textbox', { name: 'Threshold, Warning, %' });
    await user.clear(threshold);
    expect(screen.getByText('Complete the condition to see when it would have fired.')).toBeInTheDocument();
    await user.type(threshold, '99');
    expect(
      await screen.findByText('Would not have fired on web-1 in the last 24 hours.'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('region', { name: 'When it would have fired' })).toBeNull();
  });
});
