import { describe, expect, it } from 'vitest';
import { createApi, type EcsApi } from './api';
import type { CallOptions, Params } from './rpc';

const RegionId = 'cn-beijing';

/** The actions over a door that gives one answer and notes what was asked. */
function ecsWith(answer: unknown | ((params: Params) => unknown)) {
  const asked: { action: string; params: Params; options: CallOptions }[] = [];
  const { ecs } = createApi(async (_product, action, params, options) => {
    asked.push({ action, params, options });
    return (typeof answer === 'function' ? answer(params) : answer) as Record<string, unknown>;
  });
  return { ecs, asked };
}

describe('commands', () => {
  it('A2: CreateCommand says its encoding and is a write', async () => {
    const { ecs, asked } = ecsWith({ CommandId: 'c-1', RequestId: 'R' });
    const created = await ecs.createCommand({
      RegionId,
      Name: 'n',
      Type: 'RunShellScript',
      CommandContent: 'ZGY=',
      ClientToken: 't',
    });
    expect(created).toEqual({ CommandId: 'c-1', RequestId: 'R' });
    expect(asked).toMatchObject([
      {
        action: 'CreateCommand',
        params: { ContentEncoding: 'Base64', ClientToken: 't' },
        options: { kind: 'write' },
      },
    ]);
  });

  it('A1: the answer of the contract’s sample', async () => {
    const { ecs } = ecsWith(
      JSON.parse(`{"TotalCount":1,"PageNumber":1,"PageSize":10,"RequestId":"9B1D","Commands":{"Command":[{"CommandId":"c-bj01a9f4d2e7c81","Name":"disk-check","Type":"RunShellScript",
        "Description":"","CommandContent":"ZGYgLWggL3t7bW91bnR9fQ==","WorkingDir":"","Timeout":3600,"EnableParameter":true,"ParameterNames":{"ParameterName":["mount"]},
        "CreationTime":"2020-02-20T03:15Z","InvokeTimes":4,"Category":"","Provider":""}]}}`),
    );
    const page = await ecs.describeCommands({ RegionId });
    expect(page).toMatchObject({
      totalCount: 1,
      pageNumber: 1,
      pageSize: 10,
      nextToken: '',
      requestId: '9B1D',
    });
    expect(page.items).toEqual([
      {
        CommandId: 'c-bj01a9f4d2e7c81',
        Name: 'disk-check',
        Type: 'RunShellScript',
        Description: '',
        CommandContent: 'ZGYgLWggL3t7bW91bnR9fQ==',
        WorkingDir: '',
        Timeout: 3600,
        EnableParameter: true,
        ParameterNames: ['mount'],
        CreationTime: '2020-02-20T03:15Z',
        InvokeTimes: 4,
        Category: '',
        Provider: '',
        Tags: [],
      },
    ]);
  });
});

describe('invocations', () => {
  it('B1: values go as one JSON text, and not at all when there are none', async () => {
    const { ecs, asked } = ecsWith({ InvokeId: 't-1' });
    const request = { RegionId, CommandId: 'c-1', InstanceId: ['i-1'] };
    await ecs.invokeCommand({ ...request, Parameters: { who: `"x"` } });
    await ecs.invokeCommand({ ...request, Parameters: {} });
    expect(asked.map(({ params }) => params['Parameters'])).toEqual(['{"who":"\\"x\\""}', undefined]);
  });

  it('C3: both vocabularies, JSON or object parameters, unknown values as they come', async () => {
    const { ecs } = ecsWith({
      Invocations: {
        Invocation: [
          {
            InvokeId: 't-1',
            Timed: 'false',
            Timeout: '60',
            Parameters: '{"mount":"data"}',
            InvokeStatus: 'Finished',
            InvocationStatus: 'Levitating',
            InvokeInstances: {
              InvokeInstance: [
                {
                  InstanceId: 'i-1',
                  InvocationStatus: 'Failed',
                  ExitCode: '1',
                  Dropped: '7',
                  FinishTime: 'F',
                },
                { InstanceId: 'i-2', InstanceInvokeStatus: 'Running' },
              ],
            },
          },
          { InvokeId: 't-2', Parameters: { a: 1 }, InvokeInstances: {} },
        ],
      },
    });
    const { items } = await ecs.describeInvocations({ RegionId });
    expect(items).toMatchObject([
      { Timed: false, Timeout: 60, Parameters: { mount: 'data' }, InvocationStatus: 'Levitating' },
      { InvokeId: 't-2', Parameters: { a: '1' }, InvokeInstances: [], InvocationStatus: '' },
    ]);
    expect(items[0]?.InvokeInstances).toMatchObject([
      { ExitCode: 1, Dropped: 7, FinishTime: 'F', ErrorCode: '' },
      { ExitCode: undefined, InstanceInvokeStatus: 'Running', InvocationStatus: '' },
    ]);
  });

  it('C4: the results’ paging fields sit inside Invocation; either name of the finish time', async () => {
    const { ecs } = ecsWith({
      RequestId: 'R',
      Invocation: {
        PageNumber: 1,
        PageSize: 10,
        TotalCount: '2',
        InvocationResults: {
          InvocationResult: [{ InstanceId: 'i-1', FinishedTime: 'A' }, { FinishTime: 'B' }],
        },
      },
    });
    const page = await ecs.describeInvocationResults({ RegionId, InvokeId: 't-1' });
    expect(page).toMatchObject({ totalCount: 2, requestId: 'R' });
    expect(page.items.map((row) => row.FinishedTime)).toEqual(['A', 'B']);
  });

  it('C4: all results come over all pages, none twice', async () => {
    const rows = Array.from({ length: 120 }, (_, index) => ({ InstanceId: `i-${index}`, Repeats: 1 }));
    const { ecs, asked } = ecsWith((params: Params) => {
      // The list grows at its head between two pages, so that the last row of a page is also the first of the next.
      const from = (Number(params['PageNumber']) - 1) * 50 - (Number(params['PageNumber']) > 1 ? 1 : 0);
      const InvocationResult = rows.slice(from, from + 50);
      return { Invocation: { TotalCount: 121, InvocationResults: { InvocationResult } } };
    });
    const results = await ecs.describeInvocationResultsAll({ RegionId, InvokeId: 't-1' });
    expect(results.map((row) => row.InstanceId)).toEqual(rows.map((row) => row.InstanceId));
    expect(asked.map(({ params }) => [params['PageNumber'], params['PageSize']])).toEqual([
      [1, 50],
      [2, 50],
      [3, 50],
    ]);
  });

  it('C4: a server that promises more than it gives does not keep the page waiting', async () => {
    const { ecs, asked } = ecsWith({ Invocation: { TotalCount: 999 } });
    expect(await ecs.describeInvocationResultsAll({ RegionId, InvokeId: 't-1' })).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  it('C6: stopping on no instance is refused, because unsent IDs would mean every instance', async () => {
    const { ecs, asked } = ecsWith({});
    const stop = ecs.stopInvocation({ RegionId, InvokeId: 't-1', InstanceId: [] });
    await expect(stop).rejects.toMatchObject({ code: 'MissingParam.InstanceId' });
    expect(asked).toEqual([]);
    await ecs.stopInvocation({ RegionId, InvokeId: 't-1' });
    expect(asked).toMatchObject([{ action: 'StopInvocation', options: { kind: 'write' } }]);
  });

  it('C6: stopping on more instances than one call takes goes in several, each instance once', async () => {
    const { ecs, asked } = ecsWith({});
    const ids = Array.from({ length: 120 }, (_, index) => `i-${index}`);
    await ecs.stopInvocation({ RegionId, InvokeId: 't-1', InstanceId: ids });
    const sent = asked.map(({ params }) => params['InstanceId'] as string[]);
    expect(sent.map(({ length }) => length)).toEqual([50, 50, 20]);
    expect(sent.flat()).toEqual(ids);
  });
});

describe('instances', () => {
  it('E1: an instance of the VPC and one of the classic network', async () => {
    const { ecs } = ecsWith({
      Instances: {
        Instance: [
          {
            InstanceId: 'i-1',
            Cpu: '2',
            OSType: 'Linux',
            VpcAttributes: { VpcId: 'vpc-1', PrivateIpAddress: { IpAddress: ['172.16.0.11'] } },
            PublicIpAddress: { IpAddress: ['203.0.113.11'] },
            EipAddress: { IpAddress: '203.0.113.12' },
            OperationLocks: { LockReason: [{ LockReason: 'financial' }] },
          },
          {
            InstanceId: 'i-2',
            InnerIpAddress: { IpAddress: ['10.0.0.1'] },
            VpcAttributes: {},
            EipAddress: {},
          },
        ],
      },
    });
    expect((await ecs.describeInstances({ RegionId })).items).toMatchObject([
      {
        Cpu: 2,
        OSType: 'linux',
        VpcId: 'vpc-1',
        PrivateIps: ['172.16.0.11'],
        PublicIps: ['203.0.113.11', '203.0.113.12'],
        LockReasons: ['financial'],
      },
      { VpcId: '', PrivateIps: ['10.0.0.1'], PublicIps: [], LockReasons: [], Tags: [] },
    ]);
  });

  const ids = Array.from({ length: 40 }, (_, index) => `i-${index}`);
  it.each<[string, (ecs: EcsApi, list: string[]) => Promise<unknown>]>([
    ['describeInstances', (ecs, InstanceIds) => ecs.describeInstances({ RegionId, InstanceIds })],
    ['describeInstanceStatus', (ecs, InstanceId) => ecs.describeInstanceStatus({ RegionId, InstanceId })],
    [
      'describeInstancesFullStatus',
      (ecs, InstanceId) => ecs.describeInstancesFullStatus({ RegionId, InstanceId }),
    ],
    [
      'describeCloudAssistantStatus',
      (ecs, InstanceId) => ecs.describeCloudAssistantStatus({ RegionId, InstanceId }),
    ],
  ])('E1: %s by ID asks for as many rows as IDs, and asks nothing for none', async (_name, read) => {
    const { ecs, asked } = ecsWith({});
    await read(ecs, ids);
    expect(asked[0]?.params['PageSize']).toBe(40);
    expect(await read(ecs, [])).toMatchObject({ items: [], totalCount: 0 });
    expect(asked).toHaveLength(1);
  });

  it('E1: the caller’s own page size stays', async () => {
    const { ecs, asked } = ecsWith({});
    await ecs.describeInstances({ RegionId, InstanceIds: ids, PageSize: 20, PageNumber: 2 });
    expect(asked[0]?.params).toMatchObject({ PageSize: 20, PageNumber: 2, InstanceIds: JSON.stringify(ids) });
  });

  it('H1: health and coming events by name', async () => {
    const { ecs } = ecsWith({
      InstanceFullStatusSet: {
        InstanceFullStatusType: [
          {
            InstanceId: 'i-1',
            Status: { Code: 1, Name: 'Running' },
            HealthStatus: { Code: '64', Name: 'Warning' },
            ScheduledSystemEventSet: {
              ScheduledSystemEventType: [{ EventId: 'e-1', EventType: { Name: 'SystemMaintenance.Reboot' } }],
            },
          },
          { InstanceId: 'i-2', ScheduledSystemEventSet: {} },
        ],
      },
    });
    expect((await ecs.describeInstancesFullStatus({ RegionId })).items).toMatchObject([
      {
        Status: 'Running',
        HealthStatus: 'Warning',
        ScheduledEvents: [{ EventId: 'e-1', EventType: 'SystemMaintenance.Reboot', NotBefore: null }],
      },
      { Status: '', HealthStatus: '', ScheduledEvents: [] },
    ]);
  });

  it.each([
    [{ CloudAssistantStatus: 'true', CloudAssistantVersion: '2.2.0.106' }, true, true],
    [{ CloudAssistantStatus: true }, true, true],
    [{ CloudAssistantStatus: 'false', LastHeartbeatTime: '2020-02-24T08:00:00Z' }, false, true],
    [{ CloudAssistantStatus: 'false', CloudAssistantVersion: '' }, false, false],
    [{}, false, false],
  ])('B2: the agent %j', async (row, running, installed) => {
    const { ecs } = ecsWith({ InstanceCloudAssistantStatusSet: { InstanceCloudAssistantStatus: [row] } });
    const { items } = await ecs.describeCloudAssistantStatus({ RegionId });
    expect(items).toMatchObject([{ CloudAssistantStatus: running, installed }]);
  });
});

describe('account, regions, tags', () => {
  it.each([
    [[{ Value: '100' }], 100],
    [[{ Value: 100 }], 100],
    [[{ Value: '' }], undefined],
    [[], undefined],
  ])('A1, B5: the quota %j', async (ValueItem, quota) => {
    const { ecs } = ecsWith({
      AccountAttributeItems: {
        AccountAttributeItem: [{ AttributeName: 'max-axt-command-count', AttributeValues: { ValueItem } }],
      },
    });
    const attributes = await ecs.describeAccountAttributes({
      RegionId,
      AttributeName: ['max-axt-command-count'],
    });
    expect(attributes.commandQuota).toBe(quota);
    expect(attributes.dailyInvocationQuota).toBeUndefined();
  });

  it('J1: regions, zones and tags', async () => {
    const { ecs } = ecsWith({
      Regions: {
        Region: [{ RegionId: 'cn-hangzhou', LocalName: '華東 1', RegionEndpoint: 'ecs.aliyuncs.com' }],
      },
      Zones: { Zone: [{ ZoneId: 'cn-hangzhou-h', LocalName: 'H' }] },
      Tags: { Tag: [{ TagKey: 'env', TagValue: 'prod' }] },
      TagResources: { TagResource: [{ ResourceId: 'i-1', TagKey: 'env' }] },
      NextToken: 'n',
    });
    expect(await ecs.describeRegions({ RegionId })).toMatchObject([{ RegionId: 'cn-hangzhou', Status: '' }]);
    expect(await ecs.describeZones({ RegionId })).toMatchObject([{ ZoneId: 'cn-hangzhou-h' }]);
    expect((await ecs.describeTags({ RegionId })).items).toEqual([{ TagKey: 'env', TagValue: 'prod' }]);
    const resources = await ecs.listTagResources({ RegionId, ResourceType: 'instance' });
    expect(resources).toMatchObject({ items: [{ ResourceId: 'i-1', TagValue: '' }], nextToken: 'n' });
  });
});
