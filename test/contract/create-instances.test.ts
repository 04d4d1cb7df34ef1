import * as sdk from '@alicloud/ecs20140526';
import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '@/domain/base64';
import { IMAGES } from '@mocks/world/images';
import { emulatorForTests } from '../support/emulator-for-tests';
import { placeWithStock } from '../support/place-with-stock';
import { regionId } from '../support/run-client';
import { refusal } from '../support/vendor-clients';

const { client, post, later } = await emulatorForTests();

async function run({ place }: ReturnType<typeof placeWithStock>, members: object = {}) {
  const request = new sdk.RunInstancesRequest({
    regionId,
    imageId: IMAGES.aliyun3.imageId,
    ...place,
    ...members,
  });
  return (await client.runInstances(request)).body!.instanceIdSets!.instanceIdSet!;
}

const rowsOf = async (ids: readonly string[]) => {
  const request = new sdk.DescribeInstancesRequest({
    regionId,
    instanceIds: JSON.stringify(ids),
    pageSize: 100,
  });
  return (await client.describeInstances(request)).body!.instances!.instance!;
};

const PLENTY = placeWithStock('WithStock', (_, type) => type.includes('6.'));

describe('RunInstances', () => {
  it('J8: the instance has what was asked for, and its secrets are shown by nothing', async () => {
    const at = '2026-11-22T06:00:00Z';
    const [id = ''] = await run(PLENTY, {
      instanceName: 'edge-[9,2]-a',
      keyPairName: 'ops-key',
      internetMaxBandwidthOut: 8,
      hostName: 'edge-09',
      systemDisk: { category: 'cloud_essd', size: '120' },
      dataDisk: [{ category: 'cloud_ssd', size: 200 }, { size: 50 }],
      tag: [{ key: 'app', value: 'edge' }],
      userData: encodeBase64('#!/bin/sh\necho very-secret'),
      autoReleaseTime: at,
    });
    const [row] = await rowsOf([id]);
    expect(row).toMatchObject({
      instanceName: 'edge-09-a',
      hostName: 'edge-09',
      keyPairName: 'ops-key',
      internetMaxBandwidthOut: 8,
      autoReleaseTime: '2026-11-22T06:00Z',
      instanceChargeType: 'PostPaid',
      tags: { tag: [{ tagKey: 'app', tagValue: 'edge' }] },
    });
    expect(row!.publicIpAddress!.ipAddress).toHaveLength(1);
    const disks = await client.describeDisks(new sdk.DescribeDisksRequest({ regionId, instanceId: id }));
    const found = disks.body!.disks!.disk!;
    expect(found.map(({ type, category, size, device }) => [type, category, size, device])).toEqual([
      ['system', 'cloud_essd', 120, '/dev/xvda'],
      ['data', 'cloud_ssd', 200, '/dev/xvdb'],
      ['data', 'cloud_efficiency', 50, '/dev/xvdc'],
    ]);
    const byId = new sdk.DescribeDisksRequest({ regionId, diskIds: JSON.stringify([found[2]!.diskId]) });
    expect((await client.describeDisks(byId)).body!.disks!.disk).toHaveLength(1);
    expect(JSON.stringify([row, found])).not.toContain('very-secret');
  });

  it('J8: host names are numbered as names are, or carry the instance’s ID', async () => {
    const ids = await run(PLENTY, { amount: 3, instanceName: 'same', hostName: 'node-[8,3].lan' });
    const hosts = (await rowsOf(ids)).map(({ instanceId, hostName }) => [ids.indexOf(instanceId!), hostName]);
    expect(hosts.sort()).toEqual([
      [0, 'node-008.lan'],
      [1, 'node-009.lan'],
      [2, 'node-010.lan'],
    ]);
    const [id = ''] = await run(PLENTY, { hostName: 'k8s-${instance_id}' });
    expect(await rowsOf([id])).toMatchObject([{ hostName: `k8s-${id}` }]);
    const suffixed = await run(PLENTY, { amount: 2, hostName: 'db', uniqueSuffix: true });
    const found = (await rowsOf(suffixed)).map(({ hostName }) => hostName);
    expect(found.sort()).toEqual(['db001', 'db002']);
  });

  it('J8: released by itself at the time asked for', async () => {
    const ids = await run(PLENTY, { autoReleaseTime: '2026-11-22T00:45:00Z' });
    await later(44 * 60);
    expect(await rowsOf(ids)).toHaveLength(1);
    await later(61);
    expect(await rowsOf(ids)).toEqual([]);
  });

  it('J8: a subscription ends with its period', async () => {
    const ids = await run(PLENTY, { instanceChargeType: 'PrePaid', period: 1, periodUnit: 'Week' });
    expect(await rowsOf(ids)).toMatchObject([
      { instanceChargeType: 'PrePaid', expiredTime: '2026-11-30T00:00Z' },
    ]);
  });

  it('J8: with a least number as many are made as there are, none of which fails; else none', async () => {
    const place = placeWithStock('ClosedWithStock', (left) => left >= 1);
    const ids = await run(place, { amount: place.left + 3, minAmount: 1 });
    expect(ids).toHaveLength(place.left);
    await later(61);
    expect((await rowsOf(ids)).map(({ status }) => status)).toEqual(ids.map(() => 'Running'));
    expect(await refusal(run(place, { amount: place.left + 3, minAmount: place.left + 1 }))).toBe(
      'OperationDenied.NoStock 403',
    );
  });

  it('J8: the same ClientToken makes nothing twice, and refuses another request', async () => {
    const ids = await run(PLENTY, { amount: 2, clientToken: 'one-intent', password: 'Pass-word1' });
    expect(await run(PLENTY, { amount: 2, clientToken: 'one-intent', password: 'Pass-word1' })).toEqual(ids);
    expect(await refusal(run(PLENTY, { amount: 3, clientToken: 'one-intent', password: 'Pass-word1' }))).toBe(
      'IdempotentParameterMismatch 403',
    );
  });

  it('J8: a trial makes nothing', async () => {
    const count = async () => (await post('DescribeInstances', { RegionId: regionId }))['TotalCount'];
    const before = await count();
    expect(await refusal(run(PLENTY, { amount: 5, dryRun: true }))).toBe('DryRunOperation 400');
    expect(await count()).toBe(before);
  });

  it.each([
    ['an amount of none', { amount: 0 }, 'InvalidParam.Amount 403'],
    ['more at least than at all', { amount: 2, minAmount: 3 }, 'InvalidParam.Amount 403'],
    ['a weak password', { password: 'password' }, 'InvalidPassword.Malformed 400'],
    ['a bad name', { instanceName: '1web' }, 'InvalidInstanceName.Malformed 400'],
    ['a host name with signs', { hostName: 'a_b' }, 'InvalidHostName.Malformed 400'],
    ['a host name with two dots', { hostName: 'a..b' }, 'InvalidHostName.Malformed 400'],
    [
      'a host name too long for Windows',
      { hostName: 'x'.repeat(16), imageId: IMAGES.win2019.imageId },
      'InvalidHostName.Malformed 400',
    ],
    ['user data that is no Base64', { userData: '%%%' }, 'InvalidUserData.Base64FormatInvalid 400'],
    [
      'user data that is too large',
      { userData: encodeBase64('x'.repeat(16_385)) },
      'InvalidUserData.SizeExceeded 400',
    ],
    ['a small system disk', { systemDisk: { size: '10' } }, 'InvalidSystemDiskSize.ValueNotSupported 400'],
    [
      'an unknown disk',
      { systemDisk: { category: 'tape' } },
      'InvalidSystemDiskCategory.ValueNotSupported 400',
    ],
    ['a large data disk', { dataDisk: [{ size: 40_000 }] }, 'InvalidDataDiskSize.ValueNotSupported 400'],
    [
      'too many data disks',
      { dataDisk: Array.from({ length: 17 }, () => ({ size: 20 })) },
      'InvalidParameter.DataDisk 400',
    ],
    ['a subscription without a period', { instanceChargeType: 'PrePaid' }, 'InvalidPeriod 400'],
    [
      'a release in a minute',
      { autoReleaseTime: '2026-11-22T00:01:00Z' },
      'InvalidAutoReleaseTime.ValueNotSupported 400',
    ],
    ['a release at no time', { autoReleaseTime: 'soon' }, 'InvalidAutoReleaseTime.Malformed 400'],
    [
      'a key pair on Windows',
      { imageId: IMAGES.win2019.imageId, keyPairName: 'ops' },
      'InvalidKeyPairName.NotSupported 400',
    ],
    [
      'a tag twice',
      {
        tag: [
          { key: 'a', value: '1' },
          { key: 'a', value: '2' },
        ],
      },
      'Duplicate.TagKey 400',
    ],
    ['a zone that is not the switch’s', { zoneId: 'cn-hangzhou-z' }, 'Zone.NotOnSale 400'],
    ['much bandwidth', { internetMaxBandwidthOut: 101 }, 'InvalidParameter.Bandwidth 400'],
  ])('J8: refuses %s', async (_, members, code) => {
    expect(await refusal(run(PLENTY, members))).toBe(code);
  });

  it('J8: refuses a type or a disk that does not go with the rest', async () => {
    const newest = placeWithStock('WithStock', (_, type) => type.includes('7.'));
    expect(await refusal(run(newest, { systemDisk: { category: 'cloud_ssd' } }))).toBe(
      'ResourceNotAvailable 400',
    );
    const tiny = { instanceType: 'ecs.t5-lc1m1.small', imageId: IMAGES.win2016.imageId };
    expect(await refusal(run(PLENTY, tiny))).toBe('InvalidInstanceType.NotSupported 400');
  });
});

describe('DescribeAvailableResource', () => {
  it('J8: the disks are those of the type, with their sizes', async () => {
    const disks = async (instanceType: string) => {
      const request = new sdk.DescribeAvailableResourceRequest({
        regionId,
        destinationResource: 'SystemDisk',
        instanceType,
      });
      const [zone] = (await client.describeAvailableResource(request)).body!.availableZones!.availableZone!;
      return zone!.availableResources!.availableResource![0]!.supportedResources!.supportedResource!;
    };
    expect((await disks('ecs.c7.2xlarge')).map(({ value }) => value)).toEqual(['cloud_essd']);
    expect((await disks('ecs.g6.large'))[0]).toMatchObject({
      value: 'cloud_efficiency',
      min: 20,
      max: 500,
      unit: 'GiB',
    });
  });
});
