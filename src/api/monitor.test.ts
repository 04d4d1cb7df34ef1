import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createApi } from './api';
import { ApiError } from './errors';
import { createRpc } from './rpc';
import type { CallOptions, Params, Product } from './rpc';

const RegionId = 'cn-beijing';
const StartTime = Date.UTC(2020, 1, 24, 8);
const EndTime = Date.UTC(2020, 1, 24, 9);
const span = { RegionId, StartTime, EndTime };

interface Asked {
  product: Product;
  action: string;
  params: Params;
  options: CallOptions;
}

/** The actions over a door that gives one answer, or one for every call, and notes what was asked. */
function apiWith(...answers: Record<string, unknown>[]) {
  const asked: Asked[] = [];
  const api = createApi(async (product, action, params, options) => {
    asked.push({ product, action, params, options });
    return answers[Math.min(asked.length, answers.length) - 1]!;
  });
  return { ...api, asked };
}

describe('ECS monitor data', () => {
  it('G1: reads the contract’s sample', async () => {
    const { ecs, asked } = apiWith(
      JSON.parse(`{"RequestId":"D1F7","MonitorData":{"InstanceMonitorData":[{"InstanceId":"i-bp1aaa","TimeStamp":"2020-02-24T08:00:00Z","CPU":12,"IntranetRX":732,"IntranetTX":640,"IntranetBandwidth":12,
        "InternetRX":120,"InternetTX":3600,"InternetBandwidth":60,"IOPSRead":0,"IOPSWrite":9,"BPSRead":0,"BPSWrite":40960}]}}`) as Record<
        string,
        unknown
      >,
    );
    const points = await ecs.describeInstanceMonitorData({ ...span, InstanceId: 'i-bp1aaa', Period: 60 });
    expect(points).toEqual([
      {
        at: StartTime,
        InstanceId: 'i-bp1aaa',
        CPU: 12,
        IntranetRX: 732,
        IntranetTX: 640,
        IntranetBandwidth: 12,
        InternetRX: 120,
        InternetTX: 3600,
        InternetBandwidth: 60,
        IOPSRead: 0,
        IOPSWrite: 9,
        BPSRead: 0,
        BPSWrite: 40_960,
      },
    ]);
    expect(asked).toMatchObject([
      {
        product: 'ecs',
        params: { StartTime: '2020-02-24T08:00:00Z', EndTime: '2020-02-24T09:00:00Z', Period: 60 },
        options: { kind: 'read' },
      },
    ]);
  });

  it('G4: reads disks, and interfaces under both names of their traffic', async () => {
    const disk = { DiskId: 'd-1', TimeStamp: '2020-02-24T08:00:00Z', IOPSTotal: 9, LatencyWrite: 310 };
    const { ecs } = apiWith({ MonitorData: { DiskMonitorData: [disk] } });
    const [point] = await ecs.describeDiskMonitorData({ ...span, DiskId: 'd-1' });
    expect(point).toMatchObject({ DiskId: 'd-1', at: StartTime, IOPSTotal: 9, LatencyWrite: 310 });
    expect(point!.LatencyRead).toBeUndefined();

    const today = { EniId: 'eni-2', TimeStamp: '2020-02-24T08:00:00Z', IntranetRx: '12', PacketTx: '488' };
    const old = { EniId: 'eni-2', TimeStamp: '2020-02-24T08:01Z', IntranetIn: 13 };
    const enis = await apiWith({
      MonitorData: { EniMonitorData: [today, old] },
    }).ecs.describeEniMonitorData({ ...span, InstanceId: 'i-1' });
    expect(enis.map(({ at, IntranetRx }) => [at, IntranetRx])).toEqual([
      [StartTime, 12],
      [StartTime + 60_000, 13],
    ]);
    expect(enis[0]!.PacketTx).toBe(488);
  });

  it('G1: leaves out points without a time, and knows nothing from an empty answer', async () => {
    const rows = [{ CPU: 5 }, { TimeStamp: 'soon', CPU: 5 }, { TimeStamp: '2020-02-24T08:00:00Z', CPU: 'x' }];
    const { ecs } = apiWith({ MonitorData: { InstanceMonitorData: rows } });
    const points = await ecs.describeInstanceMonitorData({ ...span, InstanceId: 'i' });
    expect(points.map(({ CPU }) => CPU)).toEqual([undefined]);
    for (const empty of [{}, { MonitorData: {} }, { MonitorData: { InstanceMonitorData: null } }]) {
      const nothing = apiWith(empty).ecs.describeInstanceMonitorData({ ...span, InstanceId: 'i' });
      await expect(nothing).resolves.toEqual([]);
    }
  });
});

describe('CloudMonitor', () => {
  const point = (instanceId: string, value: number, more = {}) => ({
    timestamp: StartTime,
    userId: '1',
    instanceId,
    Average: value,
    ...more,
  });

  it('G5: asks with dimensions as JSON, and reads points out of a text', async () => {
    const { cms, asked } = apiWith({
      Period: '60',
      Datapoints: JSON.stringify([point('i-1', 9.9, { device: 'C:', Minimum: 3.1, Maximum: '40.0' })]),
    });
    const page = await cms.describeMetricList({
      ...span,
      MetricName: 'diskusage_utilization',
      Dimensions: [{ instanceId: 'i-1', device: 'C:' }],
      Period: 60,
    });
    expect(page).toEqual({
      points: [
        {
          at: StartTime,
          instanceId: 'i-1',
          dimensions: { userId: '1', instanceId: 'i-1', device: 'C:' },
          Average: 9.9,
          Minimum: 3.1,
          Maximum: 40,
        },
      ],
      periodSeconds: 60,
      nextToken: '',
    });
    expect(asked[0]).toMatchObject({
      product: 'cms',
      action: 'DescribeMetricList',
      params: {
        Namespace: 'acs_ecs_dashboard',
        Dimensions: '[{"instanceId":"i-1","device":"C:"}]',
        StartTime,
        EndTime,
      },
    });
  });

  it('G5: reads on until the pages end, and gives up a server that repeats itself', async () => {
    const pages = [
      { Datapoints: JSON.stringify([point('i-1', 1)]), NextToken: 'a' },
      { Datapoints: JSON.stringify([point('i-1', 2)]), NextToken: 'b' },
      { Datapoints: JSON.stringify([point('i-1', 3)]), NextToken: '' },
    ];
    const { cms, asked } = apiWith(...pages);
    const { points } = await cms.describeMetricListAll({ ...span, MetricName: 'cpu_total' });
    expect(points.map(({ Average }) => Average)).toEqual([1, 2, 3]);
    expect(asked.map(({ params }) => params['NextToken'])).toEqual([undefined, 'a', 'b']);

    const stuck = apiWith({ Datapoints: '[]', NextToken: 'same' });
    await stuck.cms.describeMetricListAll({ ...span, MetricName: 'cpu_total' });
    expect(stuck.asked).toHaveLength(2);
  });

  it('G7: reads a metric that has one statistic only', async () => {
    const { cms } = apiWith({
      Datapoints: JSON.stringify([{ timestamp: StartTime, instanceId: 'i', Value: 4 }]),
    });
    const { points } = await cms.describeMetricLast({ RegionId, MetricName: 'process.number' });
    expect(points[0]).toMatchObject({ Average: 4, Minimum: undefined });
  });

  it.each(['', 'no JSON', '{}', 'null', '[1,null,"x",{}]'])('G5: no points in %j', async (Datapoints) => {
    const { cms } = apiWith({ Datapoints });
    const page = await cms.describeMetricLast({ RegionId, MetricName: 'cpu_total' });
    expect(page.points).toEqual([]);
  });

  it('G5: describes metrics', async () => {
    const { cms } = apiWith({
      TotalCount: '1',
      Resources: {
        Resource: [
          {
            MetricName: 'cpu_total',
            Unit: '%',
            Dimensions: 'userId,instanceId',
            Statistics: 'Average,Minimum,Maximum',
            Periods: '15,60,300,900',
          },
        ],
      },
    });
    const { items, totalCount } = await cms.describeMetricMetaList({ RegionId });
    expect(totalCount).toBe(1);
    expect(items[0]).toMatchObject({ Periods: [15, 60, 300, 900], Dimensions: ['userId', 'instanceId'] });
  });

  it('G5: asks for plug-ins by tens, with commas between them', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => `i-${index}`);
    const { cms, asked } = apiWith({
      NodeStatusList: { NodeStatus: [{ InstanceId: 'i', Status: 'running' }] },
    });
    const agents = await cms.describeMonitoringAgentStatuses({ RegionId, InstanceIds: ids });
    expect(agents).toHaveLength(2);
    expect(asked.map(({ params }) => params['InstanceIds'])).toEqual([
      ids.slice(0, 10).join(','),
      'i-10,i-11',
    ]);
  });

  it('G5: an install names its instances and is sent once', async () => {
    const { cms, asked } = apiWith({ RequestId: 'R', Success: true });
    await cms.installMonitoringAgent({ RegionId, InstanceIds: ['i-1'] });
    expect(asked).toMatchObject([{ params: { InstanceIds: ['i-1'] }, options: { kind: 'write' } }]);
    await expect(cms.installMonitoringAgent({ RegionId, InstanceIds: [] })).rejects.toBeInstanceOf(ApiError);
    expect(asked).toHaveLength(1);
  });
});

describe('any answer', () => {
  it('K4: whatever the server sends, an action answers or fails as ApiError', async () => {
    const names = ['MonitorData', 'InstanceMonitorData', 'TimeStamp', 'Datapoints', 'Resources', 'Resource', 'NodeStatusList', 'NodeStatus', 'NextToken', 'Success', '__proto__']; // prettier-ignore
    const leaf = fc.constantFrom(
      null,
      true,
      0,
      -1,
      '',
      'x',
      '[]',
      '[{"timestamp":1582531200000}]',
      '2020-02-24T08:00:00Z',
    );
    const { node } = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.array(tie('node'), { maxLength: 3 }),
        fc
          .array(fc.tuple(fc.constantFrom(...names), tie('node')))
          .map((entries) => Object.fromEntries(entries)),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(node, fc.constantFrom(200, 400, 500), async (body, status) => {
        const rpc = createRpc({
          credentials: { accessKeyId: 'id', accessKeySecret: 'secret' },
          fetch: async () => new Response(JSON.stringify(body), { status }),
          sleep: async () => undefined,
        });
        const { ecs, cms } = createApi(rpc);
        const outcomes = await Promise.allSettled([
          ecs.describeInstanceMonitorData({ ...span, InstanceId: 'i' }),
          ecs.describeDiskMonitorData({ ...span, DiskId: 'd' }),
          ecs.describeEniMonitorData({ ...span, InstanceId: 'i' }),
          cms.describeMetricListAll({ ...span, MetricName: 'm' }),
          cms.describeMetricLast({ RegionId, MetricName: 'm' }),
          cms.describeMetricMetaList({ RegionId }),
          cms.describeMonitoringAgentStatuses({ RegionId, InstanceIds: ['i'] }),
          cms.installMonitoringAgent({ RegionId, InstanceIds: ['i'] }),
        ]);
        const thrown = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
        expect(thrown.filter((error) => !(error instanceof ApiError))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
