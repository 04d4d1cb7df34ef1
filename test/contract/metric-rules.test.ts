import { describe, expect, it } from 'vitest';
import { emulatorForTests } from '../support/emulator-for-tests';
import { idOf, RUN_EMULATOR } from '../support/run-client';
import { type Answer, type Call, refusal } from '../support/vendor-clients';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.parse(RUN_EMULATOR[3]);
const Namespace = 'acs_ecs_dashboard';

const { cms, later } = await emulatorForTests();

/** A rule that is in alarm on any instance that runs: no CPU is below zero. */
const rule = (change: Record<string, string> = {}) => ({
  RuleId: 'own-1',
  RuleName: 'own rule',
  Namespace,
  MetricName: 'CPUUtilization',
  ContactGroups: 'ops',
  Resources: JSON.stringify([{ instanceId: idOf('web-prod-01') }]),
  'Escalations.Critical.Statistics': 'Average',
  'Escalations.Critical.ComparisonOperator': 'GreaterThanOrEqualToThreshold',
  'Escalations.Critical.Threshold': '0',
  'Escalations.Critical.Times': '2',
  Period: '60',
  SilenceTime: '3600',
  ...change,
});

interface Row extends Record<string, unknown> {
  RuleId: string;
  AlertState: string;
}
interface LogRow extends Record<string, unknown> {
  AlertTime: string;
  EventType: string;
}
const rows = ({ Alarms }: Answer) => (Alarms as { Alarm: Row[] }).Alarm;
const logs = ({ AlertLogList }: Answer) => AlertLogList as LogRow[];
const span = (from: number, to: number) => ({ StartTime: String(from), EndTime: String(to) });

describe('metric alarm rules', () => {
  const call: Call = cms.v3;
  const read = async (id = 'own-1') => rows(await call('DescribeMetricRuleList', { RuleIds: id }))[0];

  it('I3: the account is born with a few; Total is a text, Code a number, the page is Page', async () => {
    const answer = await call('DescribeMetricRuleList', { Page: '2', PageSize: '3' });
    expect(answer).toMatchObject({ Total: '4', Code: 200, Success: true });
    expect(rows(answer)).toHaveLength(1);
    expect(rows(answer)[0]).toMatchObject({
      Namespace,
      SourceType: 'METRIC',
      EnableState: true,
      Period: '300',
      SilenceTime: expect.any(Number),
      Resources: expect.stringContaining('instanceId'),
      Escalations: { Info: {}, Critical: { Threshold: '90', Times: 3 } },
    });
  });

  it('I3: a rule that is put is read as it was put, judges from then on, and is in alarm after its periods', async () => {
    expect(await call('PutResourceMetricRule', rule())).toMatchObject({ Code: '200', Success: true });
    expect(await read()).toMatchObject({
      RuleName: 'own rule',
      AlertState: 'INSUFFICIENT_DATA',
      ContactGroups: 'ops',
      EffectiveInterval: '00:00-23:59',
      NoDataPolicy: 'KEEP_LAST_STATE',
      GmtCreate: expect.any(Number),
      Escalations: {
        Critical: {
          Statistics: 'Average',
          ComparisonOperator: 'GreaterThanOrEqualToThreshold',
          Threshold: '0',
          Times: 2,
        },
        Warn: {},
        Info: {},
      },
    });
    // The minute in which it was put is not whole; the one after it is the first.
    await later(120);
    expect((await read())!.AlertState).toBe('OK');
    await later(60);
    expect((await read())!.AlertState).toBe('ALARM');
    const inAlarm = await call('DescribeMetricRuleList', { AlertState: 'ALARM', RuleName: 'OWN' });
    expect(rows(inAlarm).map(({ RuleId }) => RuleId)).toEqual(['own-1']);
  });

  it('I3: what it tells is logged: once when it fires, again after the silence, never before it was put', async () => {
    await call('PutResourceMetricRule', rule());
    await later(2 * 3600 + 600);
    const answer = await call('DescribeAlertLogList', {
      ...span(NOW - DAY, NOW + 3 * HOUR),
      RuleId: 'own-1',
      PageNumber: '1',
      PageSize: '2',
    });
    expect(answer).toMatchObject({ PageNumber: 1, PageSize: 2 });
    expect(answer).not.toHaveProperty('Total');
    expect(logs(answer)).toHaveLength(2);
    const second = await call('DescribeAlertLogList', {
      ...span(NOW - DAY, NOW + 3 * HOUR),
      RuleId: 'own-1',
      PageNumber: '2',
      PageSize: '2',
    });
    expect(logs(second)).toHaveLength(1);
    expect(logs(second)[0]).toMatchObject({
      RuleName: 'own rule',
      EventType: 'TRIGGERED',
      Level: 'P2',
      LevelChange: 'OK->P2',
      SendStatus: '0',
      InstanceName: 'web-prod-01',
      Escalation: { Expression: '$Average>=0', Level: 'P2', Times: 2 },
      ContactGroups: ['ops'],
      ContactMailList: ['wang.fang@example.com'],
    });
    const times = [...logs(second), ...logs(answer).toReversed()].map(({ AlertTime }) => Number(AlertTime));
    expect(times.map((at) => at - times[0]!)).toEqual([0, HOUR, 2 * HOUR]);
    expect(times[0]).toBeGreaterThanOrEqual(NOW + 2 * MINUTE);
  });

  it('I3: put again under its ID it is replaced, and judges anew', async () => {
    await call('PutResourceMetricRule', rule());
    await later(180);
    await call(
      'PutResourceMetricRule',
      rule({ RuleName: 'renamed', 'Escalations.Critical.Threshold': '101' }),
    );
    expect(await read()).toMatchObject({ RuleName: 'renamed', AlertState: 'INSUFFICIENT_DATA' });
    await later(180);
    expect((await read())!.AlertState).toBe('OK');
    const { Total } = await call('DescribeMetricRuleList', { RuleName: 'own' });
    expect(Total).toBe('0');
  });

  it('I3: switched off it tells nothing; deleted it is gone and its history stays', async () => {
    await call('PutResourceMetricRule', rule());
    await later(180);
    await call('DisableMetricRules', { 'RuleId.1': 'own-1' });
    await later(7200);
    expect(await read()).toMatchObject({ EnableState: false, AlertState: 'INSUFFICIENT_DATA' });
    const log = async () => logs(await call('DescribeAlertLogList', { LastMin: '300', RuleId: 'own-1' }));
    expect(await log()).toHaveLength(1);
    await call('EnableMetricRules', { 'RuleId.1': 'own-1' });
    await later(180);
    expect((await read())!.AlertState).toBe('ALARM');
    await call('DeleteMetricRules', { 'Id.1': 'own-1' });
    expect(await read()).toBeUndefined();
    expect(await log()).toHaveLength(2);
  });

  it('I3: a rule for all instances, and one by device of the plug-in', async () => {
    await call('PutResourceMetricRule', rule({ Resources: '[{"resource":"_ALL"}]' }));
    await call(
      'PutResourceMetricRule',
      rule({ RuleId: 'own-2', MetricName: 'diskusage_utilization', RuleName: 'disk' }),
    );
    await later(180);
    const answer = await call('DescribeAlertLogList', { SearchKey: 'own rule', PageSize: '100' });
    expect(new Set(logs(answer).map(({ InstanceId }) => InstanceId)).size).toBeGreaterThan(30);
    const disks = logs(await call('DescribeAlertLogList', { RuleName: 'disk' }));
    expect(disks[0]!['Dimensions']).toContainEqual({ Key: 'device', Value: '/dev/vda1' });
  });

  it('I3: the older SDK puts and reads the same', async () => {
    await cms['v1 POST']('PutResourceMetricRule', rule());
    const answer = await cms['v1 POST']('DescribeMetricRuleList', { RuleIds: 'own-1' });
    expect(answer).toEqual({
      ...(await call('DescribeMetricRuleList', { RuleIds: 'own-1' })),
      RequestId: answer['RequestId'],
    });
  });

  it('I3: refuses with its codes', async () => {
    const put = (change: Record<string, string>) => refusal(call('PutResourceMetricRule', rule(change)));
    expect(await put({ RuleName: '' })).toBe('MissingRuleName 400');
    expect(await put({ MetricName: 'none' })).toBe('ResourceNotFound 404');
    expect(await put({ ContactGroups: 'nobody' })).toBe('ResourceNotFound 404');
    expect(await put({ Resources: 'x' })).toBe('ParameterInvalid 400');
    expect(await put({ 'Escalations.Critical.Times': '' })).toBe('ParameterInvalid 400');
    expect(await put({ 'Escalations.Critical.ComparisonOperator': 'Above' })).toBe('ParameterInvalid 400');
    expect(await put({ SilenceTime: '60' })).toBe('ParameterInvalid 400');
    expect(await put({ Period: '61' })).toBe('ParameterInvalid 400');
    expect(await put({ EffectiveInterval: '9-18' })).toBe('ParameterInvalid 400');
    expect(await put({ 'CompositeExpression.Level': 'WARN' })).toBe('UnsupportedParameter 400');
    expect(await refusal(call('DeleteMetricRules', { 'RuleId.1': 'own-1' }))).toBe('ParameterInvalid 400');
    expect(await refusal(call('EnableMetricRules', { 'RuleId.1': 'none' }))).toBe('ResourceNotFound 404');
    const log = (params: Record<string, string>) => refusal(call('DescribeAlertLogList', params));
    expect(await log(span(NOW - 16 * DAY, NOW))).toBe('ParameterInvalid 400');
    expect(await log(span(NOW - 366 * DAY, NOW - 360 * DAY))).toBe('ParameterInvalid 400');
    expect(await log({ StartTime: String(NOW) })).toBe('ParameterInvalid 400');
    expect(await log({ Level: 'P9' })).toBe('ParameterInvalid 400');
  });
});

describe('the history of alarms', () => {
  it('I3: the deprecated form tells the same, by default what was muted, with a total', async () => {
    const params = span(NOW - 4 * DAY, NOW);
    const told = async (change: Record<string, string>) => {
      const answer = await cms.v3('DescribeAlertHistoryList', { ...params, PageSize: '100', ...change });
      const { AlarmHistory } = answer['AlarmHistoryList'] as { AlarmHistory: Record<string, unknown>[] };
      expect(answer['Total']).toBe(String(AlarmHistory.length));
      return AlarmHistory;
    };
    const muted = await told({});
    expect(muted.length).toBeGreaterThan(0);
    expect(muted.every(({ Status, State }) => Status === 2 && State === 'ALARM')).toBe(true);
    const fired = await told({ Status: '0', Ascending: 'true' });
    expect(fired[0]).toMatchObject({
      AlertTime: expect.any(Number),
      ContactGroups: { ContactGroup: expect.any(Array) },
      Expression: expect.stringMatching(/^\$Average>=/),
    });
    const log = await cms.v3('DescribeAlertLogList', {
      ...params,
      SendStatus: '0',
      EventType: 'TRIGGERED',
      PageSize: '100',
    });
    expect(logs(log).map(({ AlertTime }) => Number(AlertTime))).toEqual(
      fired.map(({ AlertTime }) => AlertTime).toReversed(),
    );
  });
});
