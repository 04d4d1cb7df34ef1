import { describe, expect, it } from 'vitest';
import { BORN_AT, callAction, demoWorld, refusalOf } from '../../test/support/call-action';
import type { Act } from '../acts';
import { createLedger } from '../ledger';
import { worldAt } from '../lifecycle';
import type { WorldInstance } from '../world/instance';
import { HOME_REGION } from '../world/world';
import type { ActionContext } from './action';
import { describeMonitoringAgentStatuses, installMonitoringAgent } from './cms-agents';
import { describeMetricMetaList } from './cms-metric-meta';
import { describeMetricLast, describeMetricList } from './cms-metrics';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const Namespace = 'acs_ecs_dashboard';

const fleet = demoWorld.instances(HOME_REGION);
const named = (name: string) => fleet.find(({ instanceName }) => instanceName === name)!;
const web = named('web-prod-01');
const dimensions = (...instances: Pick<WorldInstance, 'instanceId'>[]) =>
  JSON.stringify(instances.map(({ instanceId }) => ({ instanceId })));

interface Point {
  timestamp: number;
  instanceId: string;
  Average: number;
}

interface Answer {
  points: (Point & Record<string, unknown>)[];
  next: string;
}

async function metric(
  action: typeof describeMetricList,
  params: Record<string, string>,
  context: Partial<ActionContext> = {},
): Promise<Answer> {
  const answer = await callAction(action, { Namespace, ...params }, context);
  return {
    points: JSON.parse(String(answer['Datapoints'])) as Answer['points'],
    next: String(answer['NextToken']),
  };
}

const hour = { StartTime: String(BORN_AT - HOUR), EndTime: String(BORN_AT - MINUTE) };
const cpu = { MetricName: 'CPUUtilization', Dimensions: dimensions(web), ...hour };

describe('DescribeMetricList', () => {
  it('G5: excludes the start and includes the end', async () => {
    const { points } = await metric(describeMetricList, cpu);
    expect(points.map(({ timestamp }) => timestamp)).toEqual(
      Array.from({ length: 59 }, (_, index) => BORN_AT - HOUR + (index + 1) * MINUTE),
    );
    expect(points[0]).toMatchObject({ userId: '100000000000', instanceId: web.instanceId });
    expect(Object.keys(points[0]!)).toEqual([
      'timestamp',
      'userId',
      'instanceId',
      'Minimum',
      'Maximum',
      'Average',
    ]);
  });

  it('G5: takes times as epoch ms or written', async () => {
    const written = { StartTime: '2026-11-21 23:00:00', EndTime: '2026-11-21 23:59:00' };
    expect(await metric(describeMetricList, { ...cpu, ...written })).toEqual(
      await metric(describeMetricList, cpu),
    );
  });

  it('G5: pages hold every point once, in order, over instances and gaps', async () => {
    const Dimensions = dimensions(web, named('web-prod-07'), named('cache-01'), { instanceId: 'i-none' });
    const params = { ...cpu, Dimensions, StartTime: String(BORN_AT - 9 * DAY), Period: '3600' };
    const whole = await metric(describeMetricList, { ...params, Length: '1440' });
    expect(whole.next).toBe('');
    const paged: Answer['points'] = [];
    let token: Record<string, string> = {};
    let pages = 0;
    do {
      const page = await metric(describeMetricList, { ...params, Length: '100', ...token });
      expect(page.points.length).toBe(page.next === '' ? whole.points.length % 100 : 100);
      paged.push(...page.points);
      token = { NextToken: page.next };
      pages += 1;
    } while (token['NextToken'] !== '');
    expect(pages).toBe(Math.ceil(whole.points.length / 100));
    expect(paged).toEqual(whole.points);
  });

  it('G5: pages of metrics with several lines hold every point once', async () => {
    const params = {
      ...hour,
      MetricName: 'diskusage_utilization',
      Dimensions: dimensions(...fleet.slice(0, 8)),
    };
    const whole = await metric(describeMetricList, { ...params, Length: '1440' });
    const paged: Answer['points'] = [];
    for (let token = ''; ;) {
      const next: Record<string, string> = token === '' ? {} : { NextToken: token };
      const page = await metric(describeMetricList, { ...params, Length: '7', ...next });
      paged.push(...page.points);
      token = page.next;
      if (token === '') break;
    }
    expect(paged).toEqual(whole.points);
    expect(new Set(whole.points.map(({ device }) => device)).size).toBeGreaterThan(1);
  });

  it('G5: narrows by further dimensions', async () => {
    const of = (device: string) =>
      metric(describeMetricList, {
        ...hour,
        MetricName: 'diskusage_utilization',
        Dimensions: JSON.stringify([{ instanceId: named('db-replica-02').instanceId, device }]),
      });
    const { points } = await of('/dev/vdb1');
    expect(new Set(points.map(({ device }) => device))).toEqual(new Set(['/dev/vdb1']));
    expect((await of('/dev/none')).points).toEqual([]);
  });

  it('G5: the minutes of ECS and of CloudMonitor are the same', async () => {
    const { points } = await metric(describeMetricList, cpu);
    const { describeInstanceMonitorData } = await import('./monitor');
    const ecs = await callAction(describeInstanceMonitorData, {
      InstanceId: web.instanceId,
      StartTime: new Date(BORN_AT - HOUR + MINUTE).toISOString().replace('.000', ''),
      EndTime: new Date(BORN_AT).toISOString().replace('.000', ''),
    });
    const rows = (ecs['MonitorData'] as { InstanceMonitorData: { CPU: number }[] }).InstanceMonitorData;
    rows.forEach(({ CPU }, index) =>
      expect(Math.abs(CPU - points[index]!.Average)).toBeLessThanOrEqual(0.51),
    );
  });

  it('G5: keeps seconds a week, minutes a month, longer periods three', async () => {
    const from = (days: number, Period: string, MetricName: string) =>
      metric(describeMetricList, {
        MetricName,
        Dimensions: dimensions(named('legacy-02')),
        Period,
        StartTime: String(BORN_AT - days * DAY - HOUR),
        EndTime: String(BORN_AT - days * DAY),
      });
    expect((await from(32, '60', 'CPUUtilization')).points).toEqual([]);
    expect((await from(30, '60', 'CPUUtilization')).points.length).toBe(60);
    expect((await from(90, '300', 'CPUUtilization')).points.length).toBe(12);
    expect((await from(92, '300', 'CPUUtilization')).points).toEqual([]);
    expect((await from(8, '15', 'cpu_total')).points).toEqual([]);
  });

  it.each<[string, Record<string, string>, string]>([
    ['no metric', { MetricName: '' }, 'MissingMetricName 400'],
    ['no namespace', { Namespace: '' }, 'MissingNamespace 400'],
    ['another namespace', { Namespace: 'acs_rds_dashboard' }, 'ResourceNotFound 404'],
    ['an unknown metric', { MetricName: 'cpu' }, 'ResourceNotFound 404'],
    ['15 s of a basic metric', { Period: '15' }, 'ParameterInvalid 400'],
    ['an odd period', { Period: '61' }, 'ParameterInvalid 400'],
    ['a reversed range', { StartTime: hour.EndTime, EndTime: hour.StartTime }, 'ParameterInvalid 400'],
    ['more than 31 days', { StartTime: String(BORN_AT - 32 * DAY) }, 'ParameterInvalid 400'],
    ['a time that is none', { StartTime: 'yesterday' }, 'ParameterInvalid 400'],
    ['too long a page', { Length: '1441' }, 'ParameterInvalid 400'],
    ['no page', { Length: '0' }, 'ParameterInvalid 400'],
    ['broken dimensions', { Dimensions: '[{' }, 'ParameterInvalid 400'],
    ['dimensions of another kind', { Dimensions: '["i-1"]' }, 'ParameterInvalid 400'],
    ['a token of somebody else', { NextToken: 'bm8=' }, 'ParameterInvalid 400'],
    ['grouping', { Express: '{"groupby":["userId"]}' }, 'UnsupportedParameter 400'],
  ])('K4: refuses %s', async (_what, params, refusal) => {
    expect(await refusalOf(callAction(describeMetricList, { Namespace, ...cpu, ...params }))).toBe(refusal);
  });

  it('G7: at most 50 instances at once', async () => {
    const many = (count: number) => ({
      ...cpu,
      Dimensions: dimensions(...Array.from({ length: count }, () => web)),
    });
    expect(await refusalOf(callAction(describeMetricList, { Namespace, ...many(51) }))).toBe(
      'ParameterInvalid 400',
    );
    expect((await metric(describeMetricList, { ...many(50), Length: '10' })).points).toHaveLength(10);
  });
});

describe('DescribeMetricLast', () => {
  it('G7: tells the newest minute of every running instance of the region', async () => {
    const { points } = await metric(describeMetricLast, {
      MetricName: 'CPUUtilization',
      RegionId: HOME_REGION,
    });
    expect(points.length).toBeGreaterThan(30);
    const running = new Set(
      fleet
        .filter(({ state, health }) => state === 'Running' && health !== 'InsufficientData')
        .map(({ instanceId }) => instanceId),
    );
    const fresh = points.filter(({ timestamp }) => timestamp === BORN_AT - MINUTE);
    const told = new Set(fresh.map(({ instanceId }) => instanceId));
    expect([...running].filter((id) => !told.has(id))).toEqual([]);
    expect(
      fresh.every(({ instanceId }) =>
        fleet.some((one) => one.instanceId === instanceId && one.state === 'Running'),
      ),
    ).toBe(true);
  });

  it('G7: pages hold every line once', async () => {
    const params = { MetricName: 'diskusage_utilization', RegionId: HOME_REGION };
    const whole = await metric(describeMetricLast, params);
    const paged: Answer['points'] = [];
    let token: Record<string, string> = {};
    do {
      const page = await metric(describeMetricLast, { ...params, Length: '7', ...token });
      paged.push(...page.points);
      token = { NextToken: page.next };
    } while (token['NextToken'] !== '');
    expect(paged).toEqual(whole.points);
  });

  it('G7: knows an instance that stopped for two hours, then no more', async () => {
    const stopped = named('web-prod-07');
    const after = async (minutes: number) => {
      const now = stopped.agent.lastHeartbeatAt! + minutes * MINUTE;
      const params = { MetricName: 'CPUUtilization', Dimensions: dimensions(stopped) };
      return (await metric(describeMetricLast, params, { now })).points.length;
    };
    expect(await after(110)).toBe(1);
    expect(await after(125)).toBe(0);
  });
});

describe('DescribeMetricMetaList', () => {
  it('G5: describes a metric, and all of them by pages', async () => {
    const one = await callAction(describeMetricMetaList, { MetricName: 'cpu_total' });
    expect(one).toMatchObject({
      TotalCount: '1',
      Resources: {
        Resource: [
          {
            Namespace,
            MetricName: 'cpu_total',
            Unit: '%',
            Dimensions: 'userId,instanceId',
            Periods: '15,60,300,900,3600',
          },
        ],
      },
    });
    const sizes = async (params: Record<string, string>) => {
      const answer = await callAction(describeMetricMetaList, params);
      return (answer['Resources'] as { Resource: unknown[] }).Resource.length;
    };
    const total = Number((await callAction(describeMetricMetaList, {}))['TotalCount']);
    expect(await sizes({})).toBe(30);
    expect(await sizes({ PageNumber: '2' })).toBe(total - 30);
    expect(await sizes({ Labels: '[{"name":"product","value":"ECS"}]', PageSize: '100' })).toBe(total);
    expect(await sizes({ Labels: '[{"name":"product","value":"RDS"}]' })).toBe(0);
    expect(await refusalOf(callAction(describeMetricMetaList, { Labels: '{' }))).toBe('ParameterInvalid 400');
    expect(await refusalOf(callAction(describeMetricMetaList, { PageSize: '0' }))).toBe(
      'ParameterInvalid 400',
    );
  });
});

describe('the plug-in', () => {
  /** The account at a time after some acts. */
  function account(now: number, acts: readonly Act[] = []): Partial<ActionContext> {
    const ledger = createLedger();
    for (const act of acts) ledger.reduce(act);
    const at = (time: number) => worldAt(demoWorld, ledger, time);
    return { now, ledger, world: at(now), worldAt: at };
  }

  async function statuses(
    instances: readonly WorldInstance[],
    context: Partial<ActionContext> = account(BORN_AT),
  ) {
    const InstanceIds = instances.map(({ instanceId }) => instanceId).join(',');
    const answer = await callAction(describeMonitoringAgentStatuses, { InstanceIds }, context);
    return (answer['NodeStatusList'] as { NodeStatus: { Status: string; AgentInstallErrorCode: string }[] })
      .NodeStatus;
  }

  const install = (instance: WorldInstance, at: number, force = false): Act => ({
    kind: 'MonitoringAgentInstalled',
    at,
    instanceIds: [instance.instanceId],
    force,
  });

  const memory = async (instance: WorldInstance, context: Partial<ActionContext>) =>
    (
      await metric(
        describeMetricList,
        { MetricName: 'memory_usedutilization', Dimensions: dimensions(instance) },
        context,
      )
    ).points.length;

  it('G5: some instances have it, some do not, and those that do not run have it stopped', async () => {
    const rows = await statuses(fleet);
    const found = new Map(fleet.map((instance, index) => [instance, rows[index]!.Status]));
    expect(new Set(found.values())).toContain('running');
    expect(new Set(found.values())).toContain('not_installed');
    for (const [instance, status] of found) {
      if (instance.state !== 'Running') expect(['stopped', 'not_installed']).toContain(status);
    }
  });

  it('G5: an install goes on for a while, then the host’s metrics begin', async () => {
    const rows = await statuses(fleet);
    const without = fleet.find(
      (instance, index) =>
        rows[index]!.Status === 'not_installed' &&
        instance.state === 'Running' &&
        instance.agent.state === 'online',
    )!;
    const at = BORN_AT + HOUR;
    const acts = [install(without, at)];
    const statusAt = async (now: number) => (await statuses([without], account(now, acts)))[0]!.Status;
    expect(await statusAt(at + 1000)).toBe('installing');
    expect(await statusAt(at + 15_000)).toBe('installing');
    expect(await statusAt(at + 45_000)).toBe('running');
    expect(await memory(without, account(at, acts))).toBe(0);
    expect(await memory(without, account(at + 10 * MINUTE, acts))).toBe(9);
  });

  it('G5: it fails where Cloud Assistant cannot carry it, and says why', async () => {
    const at = BORN_AT + HOUR;
    const away = named('ci-runner-02');
    const [row] = await statuses([away], account(at + MINUTE, [install(away, at)]));
    expect(row).toMatchObject({ Status: 'install_faild', AgentInstallErrorCode: 'Assist.Invalid' });
    const strange = named('edge-fbsd-01');
    const [other] = await statuses([strange], account(at + MINUTE, [install(strange, at)]));
    expect(other).toMatchObject({ Status: 'install_faild', AgentInstallErrorCode: 'Common.OSNotSupported' });
  });

  it('G5: where it runs, an install does nothing unless it is forced', async () => {
    const rows = await statuses(fleet);
    const having = fleet.find((_, index) => rows[index]!.Status === 'running')!;
    const at = BORN_AT + HOUR;
    const statusWith = async (force: boolean) =>
      (await statuses([having], account(at + 1000, [install(having, at, force)])))[0]!.Status;
    expect(await statusWith(false)).toBe('running');
    expect(await statusWith(true)).toBe('installing');
  });

  it('K4: refuses by codes, and notes one act', async () => {
    const acts: Act[] = [];
    const call = (params: Record<string, string>) =>
      callAction(installMonitoringAgent, params, { act: (...more) => void acts.push(...more) });
    const ids = (count: number) =>
      Object.fromEntries(
        fleet.slice(0, count).map(({ instanceId }, index) => [`InstanceIds.${index + 1}`, instanceId]),
      );
    expect(await refusalOf(call({}))).toBe('ParameterInvalid 400');
    expect(await refusalOf(call(ids(11)))).toBe('ParameterInvalid 400');
    expect(await refusalOf(call({ 'InstanceIds.1': 'i-none' }))).toBe('ResourceNotFound 404');
    expect(await refusalOf(call({ ...ids(1), InstallCommand: 'installAndUpgrade' }))).toBe(
      'UnsupportedParameter 400',
    );
    expect(acts).toEqual([]);
    await call({ ...ids(10), Force: 'true' });
    expect(acts).toMatchObject([{ kind: 'MonitoringAgentInstalled', at: BORN_AT, force: true }]);
    expect(await refusalOf(callAction(describeMonitoringAgentStatuses, {}))).toBe('MissingInstanceIds 400');
    expect(await statuses([{ ...web, instanceId: 'i-none' }])).toEqual([]);
  });
});
