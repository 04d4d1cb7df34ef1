import { describe, expect, it } from 'vitest';
import { emulatorForTests } from '../support/emulator-for-tests';
import { idOf, RUN_EMULATOR } from '../support/run-client';
import { type Answer, type Call, refusal } from '../support/vendor-clients';

const MINUTE = 60_000;
const NOW = Date.parse(RUN_EMULATOR[3]);
const Namespace = 'acs_ecs_dashboard';

const { post, cms, later } = await emulatorForTests();

const points = ({ Datapoints }: Answer) => JSON.parse(String(Datapoints)) as Record<string, number>[];
const dimensions = (...names: string[]) => JSON.stringify(names.map((name) => ({ instanceId: idOf(name) })));

describe.each(['v1 GET', 'v1 POST', 'v3'] as const)('CloudMonitor (%s)', (form) => {
  const call: Call = (action, params) => cms[form](action, params);

  it('G5: answers in its own envelope, points as a text', async () => {
    const answer = await call('DescribeMetricList', {
      Namespace,
      MetricName: 'CPUUtilization',
      Dimensions: dimensions('web-prod-01', 'gw-01'),
      StartTime: String(NOW - 11 * MINUTE),
      EndTime: String(NOW - MINUTE),
      Period: '60',
    });
    expect(answer).toMatchObject({ Code: '200', Success: true, Period: '60', NextToken: '' });
    expect(answer['RequestId']).toMatch(/^[0-9A-F-]{36}$/);
    expect(points(answer)).toHaveLength(20);
    expect(points(answer)[0]).toMatchObject({
      timestamp: NOW - 10 * MINUTE,
      userId: '100000000000',
      instanceId: idOf('web-prod-01'),
      Average: expect.any(Number),
    });
  });

  it('G7: the newest values', async () => {
    const params = { Namespace, MetricName: 'memory_usedutilization', Dimensions: dimensions('web-prod-01') };
    const [point] = points(await call('DescribeMetricLast', params));
    expect(point).toMatchObject({ timestamp: NOW - MINUTE });
  });

  it('K4: refuses with its codes', async () => {
    const metric = (params: Record<string, string>) =>
      refusal(call('DescribeMetricLast', { Namespace, MetricName: 'CPUUtilization', ...params }));
    expect(await metric({ Namespace: 'acs_none' })).toBe('ResourceNotFound 404');
    expect(await metric({ Period: '7' })).toBe('ParameterInvalid 400');
    expect(await metric({ Dimensions: 'x' })).toBe('ParameterInvalid 400');
    expect(await refusal(call('DescribeInstances', { RegionId: 'cn-hangzhou' }))).toBe(
      'InvalidAction.NotFound 404',
    );
  });
});

describe('CloudMonitor beside ECS', () => {
  it('G5: is another product: ECS does not know its actions', async () => {
    const asEcs = post('DescribeMetricMetaList', { RegionId: 'cn-hangzhou' });
    expect(await refusal(asEcs)).toBe('InvalidAction.NotFound 404');
    const { Resources, TotalCount } = await cms.v3('DescribeMetricMetaList', {
      Namespace,
      PageSize: '100',
    });
    expect((Resources as { Resource: unknown[] }).Resource).toHaveLength(Number(TotalCount));
  });

  it('G5: a failure says so in the body too', async () => {
    const failed = cms['v1 POST']('DescribeMetricLast', { Namespace, MetricName: 'none' });
    await expect(failed).rejects.toMatchObject({ data: { Success: false, Code: 'ResourceNotFound' } });
  });

  it('G5: the plug-in is installed while the clock goes on', async () => {
    const id = idOf('db-primary-01');
    const status = async () => {
      const { NodeStatusList } = await cms.v3('DescribeMonitoringAgentStatuses', { InstanceIds: id });
      return (NodeStatusList as { NodeStatus: { Status: string }[] }).NodeStatus[0]!.Status;
    };
    const memory = async () =>
      points(
        await cms.v3('DescribeMetricLast', {
          Namespace,
          MetricName: 'memory_usedutilization',
          Dimensions: dimensions('db-primary-01'),
        }),
      );
    expect([await status(), await memory()]).toEqual(['not_installed', []]);
    const answer = await cms['v1 POST']('InstallMonitoringAgent', {
      'InstanceIds.1': id,
      Force: 'false',
    });
    expect(answer).toMatchObject({ Code: '200', Success: true });
    expect(await status()).toBe('installing');
    await later(60);
    expect(await status()).toBe('running');
    await later(120);
    expect(await memory()).toHaveLength(1);
    expect(await refusal(cms.v3('InstallMonitoringAgent', { 'InstanceIds.1': 'i-none' }))).toBe(
      'ResourceNotFound 404',
    );
  });
});
