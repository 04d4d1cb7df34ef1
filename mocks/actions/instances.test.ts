import { describe, expect, it } from 'vitest';
import { callAction, demoWorld, refusalOf } from '../../test/support/call-action';
import { HOME_REGION } from '../world/world';
import { describeInstances, describeInstanceStatus } from './instances';

const RegionId = HOME_REGION;
const home = demoWorld.instances(RegionId);

interface Row {
  InstanceId: string;
  InstanceName: string;
  Status: string;
  [member: string]: unknown;
}

async function page(params: Record<string, string>) {
  const answer = await callAction(describeInstances, { RegionId, ...params });
  const { Instances, ...fields } = answer as {
    Instances: { Instance: Row[] };
    TotalCount: number;
    NextToken: string;
  };
  return { rows: Instances.Instance, ...fields };
}

const names = async (params: Record<string, string>) =>
  (await page({ PageSize: '100', ...params })).rows.map((row) => row.InstanceName).sort();

describe('DescribeInstances', () => {
  it('B2: pages by number, newest first, ten by default', async () => {
    const first = await page({});
    const fourth = await page({ PageNumber: '4' });
    expect(first.rows.map((row) => row.InstanceId)).toEqual(
      home.slice(0, 10).map((instance) => instance.instanceId),
    );
    expect(fourth.rows).toHaveLength(4);
    expect(fourth).toMatchObject({ TotalCount: 34, PageNumber: 4, PageSize: 10 });
    expect((await page({ PageNumber: '5' })).rows).toEqual([]);
  });

  it('B2: pages by token over every instance once, moving MaxResults into 10 to 100', async () => {
    const seen: string[] = [];
    let token = '';
    do {
      const answer: Awaited<ReturnType<typeof page>> = await page({
        MaxResults: '3',
        ...(token && { NextToken: token }),
      });
      seen.push(...answer.rows.map((row) => row.InstanceId));
      token = answer.NextToken;
    } while (token !== '');
    expect(seen).toEqual(home.map((instance) => instance.instanceId));
    expect((await page({ MaxResults: '3' })).rows).toHaveLength(10);
    expect((await page({ MaxResults: '5000' })).rows).toHaveLength(34);
  });

  it('B2: finds by name with and without wildcards', async () => {
    expect(await names({ InstanceName: 'web-prod-03' })).toEqual(['web-prod-03']);
    expect(await names({ InstanceName: 'web-prod-0' })).toEqual([]);
    expect(await names({ InstanceName: 'db-*' })).toEqual([
      'db-primary-01',
      'db-replica-01',
      'db-replica-02',
    ]);
    expect(await names({ InstanceName: '*replica*' })).toEqual(['db-replica-01', 'db-replica-02']);
    expect(await names({ InstanceName: 'web.prod*' })).toEqual([]);
  });

  it('B2: finds by ids, leaving out those that do not exist', async () => {
    const ids = JSON.stringify([home[2]!.instanceId, home[9]!.instanceId, 'i-nowhere']);
    expect((await page({ InstanceIds: ids })).rows.map((row) => row.InstanceId)).toEqual([
      home[2]!.instanceId,
      home[9]!.instanceId,
    ]);
  });

  it('B2: filters by every place, type and address it documents', async () => {
    const web = home.find((instance) => instance.instanceName === 'web-prod-01')!;
    for (const [name, value] of [
      ['ZoneId', web.zoneId],
      ['VpcId', web.vpcId],
      ['VSwitchId', web.vSwitchId],
      ['SecurityGroupId', web.securityGroupId],
      ['InstanceType', 'ecs.g6.large'],
      ['InstanceTypeFamily', 'ecs.g6'],
      ['ImageId', web.imageId],
      ['InstanceChargeType', 'PostPaid'],
      ['InstanceNetworkType', 'vpc'],
      ['KeyPairName', 'ops-prod'],
      ['Status', 'Running'],
    ] as const) {
      expect(await names({ [name]: value }), name).toContain('web-prod-01');
      expect((await page({ [name]: value })).TotalCount, name).toBeLessThan(34);
    }
    expect(await names({ PrivateIpAddresses: JSON.stringify([web.privateIp]) })).toEqual(['web-prod-01']);
    const gateway = home.find((instance) => instance.instanceName === 'gw-01')!;
    expect(await names({ EipAddresses: JSON.stringify([gateway.publicIp]) })).toEqual(['gw-01']);
    expect(await names({ PublicIpAddresses: JSON.stringify([gateway.publicIp]) })).toEqual([]);
    const classic = home.find((instance) => instance.networkType === 'classic')!;
    expect(await names({ InnerIpAddresses: JSON.stringify([classic.privateIp]) })).toEqual(['legacy-02']);
    expect(await names({ LockReason: 'financial' })).toEqual([]);
  });

  it('B2: combines tags and filters with AND', async () => {
    expect(await names({ 'Tag.1.Key': 'app', 'Tag.1.Value': 'crm' })).toEqual(['win-iis-01', 'win-iis-02']);
    expect(await names({ 'Tag.1.key': 'app', 'Tag.1.value': 'crm', InstanceName: '*02' })).toEqual([
      'win-iis-02',
    ]);
    expect(
      await names({ 'Tag.1.Key': 'app', 'Tag.1.Value': 'crm', 'Tag.2.Key': 'env', 'Tag.2.Value': 'dev' }),
    ).toEqual([]);
    expect(await names({ 'Tag.1.Key': 'team' })).toHaveLength(34);
  });

  it('B2: filters by creation and expiry', async () => {
    const oldest = home.at(-1)!;
    const justAfter = `${new Date(oldest.createdAt + 60_000).toISOString().slice(0, 16)}Z`;
    expect(await names({ 'Filter.1.Key': 'CreationEndTime', 'Filter.1.Value': justAfter })).toEqual([
      oldest.instanceName,
    ]);
    expect(await names({ 'Filter.1.Key': 'CreationStartTime', 'Filter.1.Value': justAfter })).toHaveLength(
      33,
    );
    const prepaid = home
      .filter((instance) => instance.chargeType === 'PrePaid')
      .map((instance) => instance.instanceName);
    expect(
      await names({ 'Filter.1.Key': 'ExpiredStartTime', 'Filter.1.Value': '2020-01-01T00:00Z' }),
    ).toEqual(prepaid.sort());
  });

  it('H3: sends times without seconds and the manual fields of an instance', async () => {
    const [row] = (await page({ InstanceName: 'web-prod-01' })).rows;
    expect(row).toMatchObject({
      OSType: 'linux',
      OSName: 'CentOS  7.9 64位',
      OSNameEn: 'CentOS  7.9 64 bit',
      Memory: 8192,
      Cpu: 2,
    });
    expect(row!['CreationTime']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/);
    expect(row!['ExpiredTime']).toBe('2099-12-31T15:59Z');
    expect(row!['InnerIpAddress']).toEqual({ IpAddress: [] });
    expect(row!['OperationLocks']).toEqual({ LockReason: [] });
  });

  it('K4: refuses what it does not know with the documented code', async () => {
    const refusal = (params: Record<string, string>) => refusalOf(page(params));
    expect(await refusal({ Status: 'Sleeping' })).toBe('InvalidStatus.NotFound 404');
    expect(await refusal({ InstanceNetworkType: 'mesh' })).toBe('InvalidNetworkType.NotFound 404');
    expect(await refusal({ InstanceChargeType: 'Free' })).toBe('InvalidInstanceChargeType.NotFound 404');
    expect(await refusal({ LockReason: 'lost' })).toBe('InvalidLockReason.NotFound 404');
    expect(await refusal({ 'Filter.1.Key': 'Colour', 'Filter.1.Value': 'red' })).toBe(
      'InvalidFilterKey.NotFound 404',
    );
    expect(await refusal({ 'Filter.1.Key': '__proto__', 'Filter.1.Value': 'red' })).toBe(
      'InvalidFilterKey.NotFound 404',
    );
    expect(await refusal({ 'Filter.1.Key': 'CreationStartTime', 'Filter.1.Value': 'then' })).toBe(
      'InvalidParameter.Filter.1.Value 400',
    );
    expect(await refusal({ 'Tag.1.Value': 'prod' })).toBe('InvalidTag.Mismatch 400');
    const tags = Object.fromEntries(
      Array.from({ length: 21 }, (_, index) => [`Tag.${index + 1}.Key`, `k${index}`]),
    );
    expect(await refusal(tags)).toBe('InvalidTagCount 400');
    expect(await refusal({ InstanceIds: 'i-1,i-2' })).toBe('InvalidParameter.InstanceIds 400');
    expect(await refusal({ InstanceIds: JSON.stringify(Array(101).fill('i-1')) })).toBe(
      'InvalidParameter.InstanceIds 400',
    );
    expect(await refusal({ PageSize: '101' })).toBe('InvalidParam.PageSize 400');
    expect(await refusal({ NextToken: 'page two' })).toBe('InvalidParameter.NextToken 400');
    expect(await refusal({ DryRun: 'true' })).toBe('DryRunOperation 400');
  });
});

describe('DescribeInstanceStatus', () => {
  it('H3: sends lifecycle states of chosen instances, at most 50 a page', async () => {
    const wanted = home.slice(3, 6);
    const params = Object.fromEntries(
      wanted.map((instance, index) => [`InstanceId.${index + 1}`, instance.instanceId]),
    );
    const answer = await callAction(describeInstanceStatus, { RegionId, ...params });
    expect(answer).toMatchObject({
      TotalCount: 3,
      InstanceStatuses: {
        InstanceStatus: wanted.map((i) => ({ InstanceId: i.instanceId, Status: i.state })),
      },
    });
    expect(await refusalOf(callAction(describeInstanceStatus, { RegionId, PageSize: '51' }))).toBe(
      'InvalidParam.PageSize 400',
    );
  });

  it('H3: filters by zone', async () => {
    const { zoneId } = home[0]!;
    const answer = await callAction(describeInstanceStatus, { RegionId, ZoneId: zoneId });
    expect(answer['TotalCount']).toBe(home.filter((instance) => instance.zoneId === zoneId).length);
  });
});
