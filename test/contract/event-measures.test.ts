import * as sdk from '@alicloud/ecs20140526';
import { describe, expect, it } from 'vitest';
import { emulatorForTests } from '../support/emulator-for-tests';
import { placeWithStock } from '../support/place-with-stock';
import { idOf, regionId, runWorld } from '../support/run-client';
import { refusal } from '../support/vendor-clients';

const fleet = runWorld.instances(regionId);
const named = (name: string) => fleet.find((instance) => instance.instanceName === name)!;

const { client, get, post, later } = await emulatorForTests();

async function state(instanceId: string, region = regionId) {
  const request = new sdk.DescribeInstanceStatusRequest({ regionId: region, instanceId: [instanceId] });
  const { body } = await client.describeInstanceStatus(request);
  return body!.instanceStatuses!.instanceStatus![0]?.status ?? null;
}

describe('DeleteInstance', () => {
  const remove = (instanceId: string | undefined, members: object = {}) =>
    client.deleteInstance(
      new sdk.DeleteInstanceRequest({ ...(instanceId === undefined ? {} : { instanceId }), ...members }),
    );

  it('F10: releases Stopped instances, and Running ones by force', async () => {
    await remove(idOf('web-prod-07'));
    expect(await state(idOf('web-prod-07'))).toBeNull();
    expect(await refusal(remove(idOf('web-prod-01')))).toBe('IncorrectInstanceStatus 403');
    await remove(idOf('web-prod-01'), { force: true });
    expect(await state(idOf('web-prod-01'))).toBeNull();
    const gone = await post('DescribeInstances', { RegionId: regionId });
    expect(gone).toMatchObject({ TotalCount: fleet.length - 2 });
    const reboot = new sdk.RebootInstanceRequest({ instanceId: idOf('web-prod-01') });
    expect(await refusal(client.rebootInstance(reboot))).toBe('InvalidInstanceId.NotFound 404');
  });

  it('F10: refuses in the words of its page', async () => {
    expect(await refusal(remove(undefined))).toBe('MissingParameter.InstanceId 400');
    expect(await refusal(remove('i-nowhere'))).toBe('InvalidInstanceId.NotFound 404');
    expect(await refusal(remove(idOf('web-prod-08'), { force: true }))).toBe(
      'IncorrectInstanceStatus.Initializing 403',
    );
    expect(await refusal(remove(idOf('batch-03'), { force: true }))).toBe('IncorrectInstanceStatus 403');
    expect(await refusal(remove(idOf('win-rdp-01'), { force: true }))).toBe('ChargeTypeViolation 403');
    expect(await refusal(remove(idOf('db-primary-01'), { force: true }))).toBe(
      'InvalidOperation.DeletionProtection 403',
    );
    expect(await refusal(remove(idOf('web-prod-07'), { dryRun: true }))).toBe('DryRunOperation 400');
    expect(await state(idOf('web-prod-07'))).toBe('Stopped');
  });

  it('F10: an ended subscription is released when it is said so', async () => {
    const expired = runWorld
      .instances('cn-shenzhen')
      .find((one) => one.instanceName === 'win-ad-01')!.instanceId;
    expect(await state(expired, 'cn-shenzhen')).toBe('Stopped');
    expect(await refusal(remove(expired))).toBe('ChargeTypeViolation 403');
    await remove(expired, { terminateSubscription: true });
    expect(await state(expired, 'cn-shenzhen')).toBeNull();
  });
});

describe('DescribeDisks', () => {
  const ask = async (members: object = {}) => {
    const request = new sdk.DescribeDisksRequest({ regionId, pageSize: 100, ...members });
    return (await client.describeDisks(request)).body!;
  };

  it('F8: the disks of an instance, the system disk first', async () => {
    const { disks } = await ask({ instanceId: idOf('web-prod-01') });
    expect(disks!.disk).toMatchObject([
      { type: 'system', device: '/dev/xvda', status: 'In_use', size: 40, category: 'cloud_efficiency' },
      { type: 'data', device: '/dev/xvdb', size: 200 },
    ]);
    const ids = disks!.disk!.map((disk) => disk.diskId!);
    const chosen = await ask({ diskIds: JSON.stringify([ids[1], 'd-nowhere']) });
    expect(chosen.disks!.disk!.map((disk) => disk.diskId)).toEqual([ids[1]]);
  });

  it('F8: filters and pages', async () => {
    const all = (await ask()).totalCount!;
    const data = (await ask({ diskType: 'data' })).totalCount!;
    const system = (await ask({ diskType: 'system', status: 'In_use' })).totalCount!;
    expect([system, data]).toEqual([fleet.length, all - fleet.length]);
    expect((await ask({ status: 'Available' })).totalCount).toBe(0);
    expect((await ask({ category: 'cloud_essd', diskName: 'db-*' })).totalCount).toBe(3);
    const first = await ask({ pageSize: undefined, maxResults: 20 });
    const second = await ask({ pageSize: undefined, maxResults: 20, nextToken: first.nextToken });
    const ids = [...first.disks!.disk!, ...second.disks!.disk!].map((disk) => disk.diskId);
    expect(new Set(ids).size).toBe(40);
  });

  it('F8: refuses in the words of its page', async () => {
    const wrong = (params: object) => refusal(get('DescribeDisks', { RegionId: regionId, ...params }));
    expect(await refusal(post('DescribeDisks', {}))).toBe('MissingParamter.RegionId 400');
    expect(await wrong({ DiskIds: 'd-1' })).toBe('InvalidDiskIds.Malformed 403');
    const ids = JSON.stringify(Array.from({ length: 101 }, (_, index) => `d-${index}`));
    expect(await wrong({ DiskIds: ids })).toBe('InvalidDiskIds.ValueNotSupported 404');
    expect(await wrong({ DiskType: 'floppy' })).toBe('InvalidDiskType.ValueNotSupported 400');
    expect(await wrong({ Category: 'stone' })).toBe('InvalidCategory.ValueNotSupported 400');
    expect(await wrong({ Status: 'in_use' })).toBe('InvalidStatus.ValueNotSupported 400');
  });
});

describe('CreateSnapshot and DescribeSnapshots', () => {
  const diskId = `d-${idOf('web-prod-01').slice(2)}`;
  const create = async (members: object = {}) => {
    const request = new sdk.CreateSnapshotRequest({ diskId, ...members });
    return (await client.createSnapshot(request)).body!.snapshotId!;
  };
  const list = async (members: object = {}) => {
    const request = new sdk.DescribeSnapshotsRequest({ regionId, ...members });
    return (await client.describeSnapshots(request)).body!.snapshots!.snapshot!;
  };

  it('F8: progress comes with the clock', async () => {
    const id = await create({ snapshotName: 'before-restart', retentionDays: 7 });
    expect(id).toMatch(/^s-/);
    expect(await list()).toMatchObject([
      {
        snapshotId: id,
        status: 'progressing',
        progress: '0%',
        sourceDiskId: diskId,
        sourceDiskType: 'system',
      },
    ]);
    await later(40);
    const [half] = await list({ snapshotIds: JSON.stringify([id]) });
    expect(Number.parseInt(half!.progress!, 10)).toBeGreaterThan(20);
    await later(60);
    expect(await list({ diskId })).toMatchObject([{ status: 'accomplished', progress: '100%' }]);
    await later(8 * 86_400);
    expect(await list()).toEqual([]);
  });

  it('F8: one at a time of a disk, and the same token makes no second', async () => {
    const id = await create({ clientToken: 'once' });
    expect(await create({ clientToken: 'once' })).toBe(id);
    expect(await refusal(create())).toBe('IncorrectDiskStatus.CreatingSnapshot 403');
    expect(await refusal(create({ clientToken: 'once', snapshotName: 'other' }))).toBe(
      'IdempotentParameterMismatch 403',
    );
    await later(120);
    await create();
    expect((await list({ instanceId: idOf('web-prod-01') })).length).toBe(2);
    expect((await list({ status: 'accomplished' })).length).toBe(1);
  });

  it('F8: refuses in the words of its page', async () => {
    expect(await refusal(create({ diskId: undefined }))).toBe('MissingParameter.DiskId 400');
    expect(await refusal(create({ diskId: 'd-nowhere' }))).toBe('InvalidDiskId.NotFound 404');
    for (const snapshotName of ['1st', 'auto-1', 'x', 'http://a']) {
      expect(await refusal(create({ snapshotName }))).toBe('InvalidSnapshotName.Malformed 400');
    }
    expect(await refusal(create({ description: 'x' }))).toBe('InvalidDescription.Malformed 404');
    expect(await refusal(create({ retentionDays: 0 }))).toBe('InvalidParameter.RetentionDays 400');
    const starting = `d-${idOf('batch-03').slice(2)}`;
    expect(await refusal(create({ diskId: starting }))).toBe('IncorrectInstanceStatus 400');
    expect(await refusal(list({ status: 'done' }))).toBe('InvalidStatus.NotFound 404');
  });
});

describe('maintenance attributes', () => {
  const describeAll = async (members: object = {}) => {
    const request = new sdk.DescribeInstanceMaintenanceAttributesRequest({ regionId, ...members });
    return (await client.describeInstanceMaintenanceAttributes(request)).body!;
  };
  const modify = (members: object) =>
    client.modifyInstanceMaintenanceAttributes(
      new sdk.ModifyInstanceMaintenanceAttributesRequest({
        regionId,
        instanceId: [idOf('web-prod-01')],
        ...members,
      }),
    );

  it('F12: tell and change the window and the action; what is not sent stays', async () => {
    const instanceId = [idOf('web-prod-01')];
    await modify({ actionOnMaintenance: 'Stop' });
    await modify({
      maintenanceWindow: [{ startTime: '22:00:00', endTime: '02:00:00' }],
      notifyOnMaintenance: true,
    });
    const { maintenanceAttributes } = await describeAll({ instanceId });
    expect(maintenanceAttributes!.maintenanceAttribute).toMatchObject([
      {
        instanceId: instanceId[0],
        notifyOnMaintenance: true,
        actionOnMaintenance: { value: 'Stop', defaultValue: 'AutoRecover' },
        maintenanceWindows: { maintenanceWindow: [{ startTime: '22:00:00', endTime: '02:00:00' }] },
      },
    ]);
    expect((await describeAll()).totalCount).toBe(fleet.length);
  });

  it('F12: refuse in the words of their page', async () => {
    expect(await refusal(modify({ instanceId: [] }))).toBe('MissingParameter 400');
    expect(await refusal(modify({ instanceId: ['i-nowhere'] }))).toBe('InvalidInstanceId.NotFound 404');
    const many = Array.from({ length: 101 }, (_, index) => `i-${index}`);
    expect(await refusal(modify({ instanceId: many }))).toBe('InstanceIdLimitExceeded 403');
    expect(await refusal(modify({ actionOnMaintenance: 'Panic' }))).toBe('InvalidParameter 403');
    for (const [startTime, endTime] of [
      ['02:30:00', '06:00:00'],
      ['02:00:00', '02:00:00'],
      ['24:00:00', '06:00:00'],
    ]) {
      expect(await refusal(modify({ maintenanceWindow: [{ startTime, endTime }] }))).toBe(
        'InvalidParameter 403',
      );
    }
    expect(await refusal(describeAll({ instanceId: ['i-nowhere'] }))).toBe('InvalidInstanceId.NotFound 404');
    expect(await refusal(post('DescribeInstanceMaintenanceAttributes', {}))).toBe('MissingParameter 400');
  });
});

describe('DescribeAvailableResource and RunInstances', () => {
  const stock = async (members: object) => {
    const request = new sdk.DescribeAvailableResourceRequest({ regionId, ...members });
    return (await client.describeAvailableResource(request)).body!.availableZones?.availableZone ?? [];
  };
  const near = named('web-prod-01');
  const run = async (members: object = {}) => {
    const request = new sdk.RunInstancesRequest({
      regionId,
      imageId: near.imageId,
      instanceType: 'ecs.g6.large',
      securityGroupId: near.securityGroupId,
      vSwitchId: near.vSwitchId,
      ...members,
    });
    return (await client.runInstances(request)).body!.instanceIdSets!.instanceIdSet!;
  };
  it('F10: makes instances where there is stock: Pending, Starting, Running', async () => {
    const { place } = placeWithStock('WithStock');
    const ids = await run({ ...place, amount: 2, instanceName: 'burst-[7,3]', clientToken: 'once' });
    expect(await run({ ...place, amount: 2, instanceName: 'burst-[7,3]', clientToken: 'once' })).toEqual(ids);
    expect(await state(ids[0]!)).toBe('Pending');
    await later(50);
    expect(await state(ids[0]!)).toBe('Starting');
    await later(60);
    expect(await state(ids[1]!)).toBe('Running');
    const answer = await post('DescribeInstances', { RegionId: regionId, InstanceName: 'burst-*' });
    expect(JSON.stringify(answer)).toContain('burst-008');
    expect(answer).toMatchObject({ TotalCount: 2 });
  });

  it('F10: what stock is too low for fails: Pending, Stopped with the event Executing, then gone', async () => {
    const { zoneId, place, left } = placeWithStock('ClosedWithStock');
    const [zone] = await stock({
      destinationResource: 'InstanceType',
      zoneId,
      instanceType: place.instanceType,
    });
    expect(zone).toMatchObject({ status: 'Available', statusCategory: 'ClosedWithStock' });
    const ids = await run({ ...place, amount: left + 1 });
    const failing = ids.at(-1)!;
    const event = async (status: string) => {
      const answer = await get('DescribeInstanceHistoryEvents', {
        RegionId: regionId,
        InstanceId: failing,
        'InstanceEventCycleStatus.1': status,
      });
      return answer['TotalCount'];
    };
    expect([await state(failing), await event('Executing')]).toEqual(['Pending', 0]);
    await later(80);
    expect([await state(failing), await event('Executing')]).toEqual(['Stopped', 1]);
    await later(310);
    expect([await state(failing), await event('Executed')]).toEqual([null, 1]);
  });

  it('F10: released in time it is avoided', async () => {
    const { place, left } = placeWithStock('ClosedWithStock');
    const failing = (await run({ ...place, amount: left + 1 })).at(-1)!;
    const release = () => client.deleteInstance(new sdk.DeleteInstanceRequest({ instanceId: failing }));
    expect(await refusal(release())).toBe('IncorrectInstanceStatus.Initializing 403');
    await later(80);
    await release();
    expect(await state(failing)).toBeNull();
    const answer = await post('DescribeInstanceHistoryEvents', { RegionId: regionId, InstanceId: failing });
    expect(JSON.stringify(answer)).toContain('"Avoided"');
  });

  it('F10: sold out is refused at once, and said before', async () => {
    const { zoneId, place } = placeWithStock('WithoutStock');
    expect(
      await stock({
        destinationResource: 'InstanceType',
        zoneId,
        instanceType: place.instanceType,
      }),
    ).toMatchObject([{ status: 'SoldOut', statusCategory: 'WithoutStock' }]);
    expect(await refusal(run(place))).toBe('OperationDenied.NoStock 403');
  });

  it('F10: refuses in the words of their pages', async () => {
    const { place } = placeWithStock('WithStock');
    const attempt = (members: object) => refusal(run({ ...place, ...members }));
    expect(await attempt({ imageId: undefined })).toBe('MissingParameter.ImageId 400');
    expect(await attempt({ imageId: 'centos_none' })).toBe('InvalidImageId.NotFound 404');
    expect(await attempt({ instanceType: 'ecs.none.large' })).toBe(
      'InvalidInstanceType.ValueNotSupported 400',
    );
    expect(await attempt({ securityGroupId: 'sg-none' })).toBe('InvalidSecurityGroupId.NotFound 404');
    expect(await attempt({ vSwitchId: undefined })).toBe('InvalidVSwitchId.Necessary 400');
    expect(await attempt({ amount: 101 })).toBe('InvalidParam.Amount 403');
    expect(await attempt({ zoneId: 'cn-hangzhou-z' })).toBe('Zone.NotOnSale 400');
    expect(await attempt({ instanceName: '-' })).toBe('InvalidInstanceName.Malformed 400');
    expect(await attempt({ instanceChargeType: 'PrePaid' })).toBe('InvalidPeriod 400');
    expect(await attempt({ dryRun: true })).toBe('DryRunOperation 400');
    const wrong = (members: object) => refusal(stock({ destinationResource: 'InstanceType', ...members }));
    expect(await refusal(stock({}))).toBe('Invalid.Param 400');
    expect(await wrong({ destinationResource: 'Soul' })).toBe('Invalid.DestinationResource 404');
    expect(await wrong({ resourceType: 'soul' })).toBe('Invalid.ResourceType 404');
    expect(await wrong({ instanceChargeType: 'Free' })).toBe('Invalid.InstanceChargeType 400');
    expect(await wrong({ instanceType: 'ecs.g6.large', cores: 2 })).toBe(
      'InvalidParam.TypeAndCpuMem.Conflict 403',
    );
    expect(await wrong({ cores: 0 })).toBe('InvalidParam.Cores 403');
    expect(await wrong({ memory: -1 })).toBe('InvalidParam.Memory 403');
  });
});
