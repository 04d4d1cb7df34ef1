import * as ecs from '@alicloud/ecs20140526';
import { describe, expect, it } from 'vitest';
import { createWorld } from '@mocks/world/world';
import { emulatorForTests } from '../support/emulator-for-tests';
import { refusal } from '../support/vendor-clients';

const regionId = 'cn-hangzhou';
const NOW = '2026-11-22T00:00:00Z';
/** The same seed makes the same account here and in the emulator's process. */
const home = createWorld({ seed: 7, fleetSize: 60, bornAt: Date.parse(NOW) }).instances(regionId);
const named = (name: string) => home.find((instance) => instance.instanceName === name)!;

const { client } = await emulatorForTests(['--seed', '7', '--instances', '60', '--now', NOW], { keep: true });

async function instances(members: Partial<ecs.DescribeInstancesRequest> = {}) {
  const { body } = await client.describeInstances(new ecs.DescribeInstancesRequest({ regionId, ...members }));
  return { ...body!, names: (body!.instances?.instance ?? []).map((instance) => instance.instanceName!) };
}

describe('DescribeInstances (v3)', () => {
  it('K3: sends an instance as the SDK expects it', async () => {
    const expected = named('web-prod-01');
    const { instances: found } = await instances({ instanceIds: JSON.stringify([expected.instanceId]) });
    expect(found!.instance![0]).toMatchObject({
      instanceId: expected.instanceId,
      instanceName: 'web-prod-01',
      hostName: expected.hostName,
      status: 'Running',
      regionId,
      zoneId: expected.zoneId,
      OSType: 'linux',
      OSName: expected.osName,
      instanceNetworkType: 'vpc',
      cpu: 2,
      memory: 8192,
      vpcAttributes: { vpcId: expected.vpcId, privateIpAddress: { ipAddress: [expected.privateIp] } },
      tags: { tag: expect.arrayContaining([expect.objectContaining({ tagKey: 'env', tagValue: 'prod' })]) },
    });
  });

  it('B2: pages by number, and by token over all instances once', async () => {
    expect((await instances({ pageNumber: 4 })).names).toHaveLength(4);
    expect((await instances({ pageSize: 100 })).totalCount).toBe(home.length);
    const seen: string[] = [];
    let nextToken: string | undefined;
    do {
      const page: Awaited<ReturnType<typeof instances>> = await instances({
        maxResults: 15,
        ...(nextToken && { nextToken }),
      });
      seen.push(...page.names);
      nextToken = page.nextToken;
    } while (nextToken);
    expect(seen).toEqual(home.map((instance) => instance.instanceName));
  });

  it('B2: filters', async () => {
    const sorted = async (members: Partial<ecs.DescribeInstancesRequest>) =>
      (await instances(members)).names.sort();
    expect(await sorted({ instanceName: 'db-*' })).toEqual([
      'db-primary-01',
      'db-replica-01',
      'db-replica-02',
    ]);
    expect(await sorted({ status: 'Stopped' })).toEqual(['web-prod-07']);
    expect(await sorted({ instanceNetworkType: 'classic' })).toEqual(['legacy-02']);
    expect(await sorted({ privateIpAddresses: JSON.stringify([named('gw-01').privateIp]) })).toEqual([
      'gw-01',
    ]);
    const tag = [new ecs.DescribeInstancesRequestTag({ key: 'app', value: 'crm' })];
    expect(await sorted({ tag })).toEqual(['win-iis-01', 'win-iis-02']);
  });

  it.each<[string, Partial<ecs.DescribeInstancesRequest>, string]>([
    ['an unknown status', { status: 'Sleeping' }, 'InvalidStatus.NotFound 404'],
    ['an unknown network type', { instanceNetworkType: 'mesh' }, 'InvalidNetworkType.NotFound 404'],
    ['an unknown charge type', { instanceChargeType: 'Free' }, 'InvalidInstanceChargeType.NotFound 404'],
    ['ids that are no JSON', { instanceIds: 'i-1' }, 'InvalidParameter.InstanceIds 400'],
    [
      'a tag without key',
      { tag: [new ecs.DescribeInstancesRequestTag({ value: 'v' })] },
      'InvalidTag.Mismatch 400',
    ],
    ['an unknown region', { regionId: 'mars-1' }, 'InvalidRegionId.NotFound 404'],
  ])('K4: refuses %s', async (_what, members, expected) => {
    expect(await refusal(instances(members))).toBe(expected);
  });
});

describe('state, agents and health (v3)', () => {
  const ids = ['web-prod-01', 'db-replica-02', 'ci-runner-02'].map((name) => named(name).instanceId);

  it('H3: DescribeInstanceStatus sends lifecycle states, at most 50 a page', async () => {
    const ask = (members: Partial<ecs.DescribeInstanceStatusRequest>) =>
      client.describeInstanceStatus(new ecs.DescribeInstanceStatusRequest({ regionId, ...members }));
    const { body } = await ask({ pageSize: 50 });
    const states = new Map(
      body!.instanceStatuses!.instanceStatus!.map((row) => [row.instanceId, row.status]),
    );
    expect(states).toEqual(new Map(home.map((instance) => [instance.instanceId, instance.state])));
    expect(await refusal(ask({ pageSize: 51 }))).toMatch(/^InvalidParam\.PageSize /);
  });

  it('E1: DescribeCloudAssistantStatus tells online, offline and missing agents apart', async () => {
    const ask = async (instanceId?: string[]) => {
      const request = new ecs.DescribeCloudAssistantStatusRequest({
        regionId,
        ...(instanceId && { instanceId }),
      });
      const { body } = await client.describeCloudAssistantStatus(request);
      return body!.instanceCloudAssistantStatusSet!.instanceCloudAssistantStatus!;
    };
    const [online, offline, missing] = await ask(ids);
    expect(online).toMatchObject({
      cloudAssistantStatus: 'true',
      cloudAssistantVersion: named('web-prod-01').agent.version,
    });
    expect(Date.parse(online!.lastHeartbeatTime!)).toBeGreaterThan(Date.parse(NOW) - 61_000);
    expect(offline).toMatchObject({ cloudAssistantStatus: 'false', cloudAssistantVersion: '' });
    expect(Date.parse(offline!.lastHeartbeatTime!)).toBeLessThan(Date.parse(NOW) - 3_600_000);
    expect(missing).toMatchObject({ cloudAssistantStatus: 'false', lastHeartbeatTime: '' });
    expect(await refusal(ask())).toBe('MissingParam.InstanceId 400');
    expect(await refusal(ask(['i-nowhere']))).toBe('InvalidInstance.NotFound 404');
    expect(await refusal(ask(Array.from({ length: 51 }, (_, index) => `i-${index}`)))).toBe(
      'InstanceIds.ExceedLimit 403',
    );
  });

  it('H1: DescribeInstancesFullStatus sends health beside state', async () => {
    const ask = async (members: Partial<ecs.DescribeInstancesFullStatusRequest>) => {
      const request = new ecs.DescribeInstancesFullStatusRequest({ regionId, pageSize: 100, ...members });
      const { body } = await client.describeInstancesFullStatus(request);
      return body!.instanceFullStatusSet!.instanceFullStatusType!;
    };
    const health = new Set((await ask({})).map((row) => row.healthStatus!.name));
    expect(health).toEqual(
      new Set([
        'Ok',
        'Impaired',
        'Warning',
        'Maintaining',
        'Initializing',
        'InsufficientData',
        'NotApplicable',
      ]),
    );
    const [warned] = await ask({ healthStatus: 'Warning' });
    expect(warned).toMatchObject({
      instanceId: named('web-prod-03').instanceId,
      status: { code: 1, name: 'Running' },
      healthStatus: { code: 64 },
    });
    expect(await refusal(ask({ healthStatus: 'Fine' }))).toBe('InvalidParameter 403');
  });
});

describe('places and tags (v3)', () => {
  it('J1: DescribeRegions names regions in the language asked for', async () => {
    const ask = async (acceptLanguage?: string) => {
      const { body } = await client.describeRegions(
        new ecs.DescribeRegionsRequest({ ...(acceptLanguage && { acceptLanguage }) }),
      );
      return new Map(body!.regions!.region!.map((region) => [region.regionId, region.localName]));
    };
    expect((await ask()).get('cn-hangzhou')).toBe('华东1（杭州）');
    expect((await ask('en-US')).get('cn-hangzhou')).toBe('China (Hangzhou)');
    expect((await ask()).size).toBe(7);
    expect(await refusal(ask('tlh'))).toBe('InvalidAcceptLanguage.NotFound 404');
  });

  it('J1: DescribeZones lists the zones of a region', async () => {
    const { body } = await client.describeZones(
      new ecs.DescribeZonesRequest({ regionId, acceptLanguage: 'zh-TW' }),
    );
    const zones = body!.zones!.zone!;
    expect(zones.map((zone) => zone.zoneId)).toEqual(['cn-hangzhou-h', 'cn-hangzhou-i', 'cn-hangzhou-j']);
    expect(zones[0]!.localName).toBe('華東1（杭州） 可用性區域 H');
    const inner = zones[0]!.availableResources!.resourcesInfo![0]!;
    expect(inner.instanceTypes!.supportedInstanceType).toContain('ecs.g6.large');
  });

  it('B2: DescribeTags counts, ListTagResources lists', async () => {
    const tag = [new ecs.DescribeTagsRequestTag({ key: 'env' })];
    const counted = await client.describeTags(
      new ecs.DescribeTagsRequest({ regionId, resourceType: 'instance', tag }),
    );
    const values = counted.body!.tags!.tag!.map((row) => [row.tagValue, row.resourceTypeCount!.instance]);
    const count = (env: string) => home.filter((instance) => instance.tags['env'] === env).length;
    expect(values).toEqual(['dev', 'prod', 'stage'].map((env) => [env, count(env)]));

    const seen: string[] = [];
    let nextToken: string | undefined;
    do {
      const request = new ecs.ListTagResourcesRequest({
        regionId,
        resourceType: 'instance',
        ...(nextToken && { nextToken }),
      });
      const { body } = await client.listTagResources(request);
      seen.push(...body!.tagResources!.tagResource!.map((row) => `${row.resourceId} ${row.tagKey}`));
      nextToken = body!.nextToken;
    } while (nextToken);
    expect(seen).toEqual(
      home.flatMap((instance) => Object.keys(instance.tags).map((key) => `${instance.instanceId} ${key}`)),
    );
  });

  it('K4: ListTagResources refuses with its own codes', async () => {
    const ask = (members: Partial<ecs.ListTagResourcesRequest>) =>
      refusal(
        client.listTagResources(
          new ecs.ListTagResourcesRequest({ regionId, resourceType: 'instance', ...members }),
        ),
      );
    expect(await ask({ resourceType: 'moon' })).toBe('InvalidResourceType.NotFound 404');
    expect(await ask({ resourceId: ['i-nowhere'] })).toBe('InvalidResourceId.NotFound 404');
    expect(await ask({ resourceId: Array.from({ length: 51 }, (_, index) => `i-${index}`) })).toBe(
      'NumberExceed.ResourceIds 400',
    );
    const tag = (key: string) => new ecs.ListTagResourcesRequestTag({ key });
    expect(await ask({ tag: [tag('a'), tag('a')] })).toBe('Duplicate.TagKey 400');
    expect(await ask({ tag: [tag('acs:a')] })).toBe('InvalidTagKey.Malformed 400');
  });
});
