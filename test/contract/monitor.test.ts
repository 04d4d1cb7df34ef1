import * as sdk from '@alicloud/ecs20140526';
import { describe, expect, it } from 'vitest';
import { RETENTION_MS } from '@/domain/monitor-period';
import { emulatorForTests } from '../support/emulator-for-tests';
import { idOf, regionId, RUN_EMULATOR } from '../support/run-client';
import { refusal } from '../support/vendor-clients';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.parse(RUN_EMULATOR[3]);
const HOURS_AGO = (hours: number) => wire(NOW - hours * HOUR);

function wire(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

const emulator = await emulatorForTests();
const { client, get, post, later } = emulator;

async function instanceData(name: string, members: Partial<sdk.DescribeInstanceMonitorDataRequest> = {}) {
  const request = new sdk.DescribeInstanceMonitorDataRequest({
    instanceId: idOf(name),
    startTime: HOURS_AGO(1),
    endTime: HOURS_AGO(0),
    ...members,
  });
  const { body } = await client.describeInstanceMonitorData(request);
  return body!.monitorData!.instanceMonitorData!;
}

async function secondInterface(name: string): Promise<string> {
  const request = new sdk.DescribeInstancesRequest({ regionId, instanceIds: JSON.stringify([idOf(name)]) });
  const [instance] = (await client.describeInstances(request)).body!.instances!.instance!;
  return instance!.networkInterfaces!.networkInterface!.find((eni) => eni.type === 'Secondary')!
    .networkInterfaceId!;
}

describe('monitor data (v3)', () => {
  it('G1: an instance’s values are numbers in the units of the contract', async () => {
    const points = await instanceData('web-prod-01');
    expect(points).toHaveLength(60);
    for (const point of points) {
      const { CPU, intranetRX, intranetTX, intranetBandwidth, internetTX, internetBandwidth } = point;
      expect([CPU, intranetRX, internetTX].every(Number.isInteger)).toBe(true);
      // Traffic is of the minute, bandwidth of its seconds.
      expect(Math.abs(intranetBandwidth! - Math.max(intranetRX!, intranetTX!) / 60)).toBeLessThanOrEqual(
        0.51,
      );
      expect(Math.abs(internetBandwidth! - internetTX! / 60)).toBeLessThanOrEqual(0.51);
    }
    expect(points.map(({ timeStamp }) => timeStamp)).toEqual(
      Array.from({ length: 60 }, (_, minute) => wire(NOW - HOUR + minute * MINUTE)),
    );
  });

  it('G2: an hour is its minutes', async () => {
    const span = { startTime: HOURS_AGO(3), endTime: HOURS_AGO(2) };
    const minutes = await instanceData('db-primary-01', span);
    const [hour] = await instanceData('db-primary-01', { ...span, period: 3600 });
    const sum = (of: (point: (typeof minutes)[number]) => number) =>
      minutes.reduce((total, point) => total + of(point), 0);
    expect(hour!.CPU).toBe(Math.round(sum((point) => point.CPU!) / 60));
    expect(hour!.BPSWrite).toBe(Math.round(sum((point) => point.BPSWrite!) / 60));
    expect(hour!.intranetRX).toBe(sum((point) => point.intranetRX!));
  });

  it('G4: disks and interfaces', async () => {
    const disks = (
      await client.describeDisks(
        new sdk.DescribeDisksRequest({ regionId, instanceId: idOf('db-primary-01') }),
      )
    ).body!.disks!.disk!;
    expect(disks.length).toBeGreaterThan(1);
    for (const { diskId } of disks) {
      const request = { diskId: diskId!, startTime: HOURS_AGO(1), endTime: HOURS_AGO(0), period: 600 };
      const { body } = await client.describeDiskMonitorData(new sdk.DescribeDiskMonitorDataRequest(request));
      expect(body!.totalCount).toBe(6);
      const [point] = body!.monitorData!.diskMonitorData!;
      expect(point).toMatchObject({
        diskId,
        IOPSTotal: expect.any(Number),
        latencyWrite: expect.any(Number),
      });
    }
    const eniId = await secondInterface('db-primary-01');
    const { body } = await client.describeEniMonitorData(
      new sdk.DescribeEniMonitorDataRequest({
        regionId,
        instanceId: idOf('db-primary-01'),
        startTime: HOURS_AGO(1),
        endTime: HOURS_AGO(0),
      }),
    );
    expect(body!.totalCount).toBe(60);
    expect(body!.monitorData!.eniMonitorData![0]).toMatchObject({ eniId, intranetRx: expect.any(String) });
  });

  it('K4: refuses by the contract’s codes', async () => {
    const ask = (members: Partial<sdk.DescribeInstanceMonitorDataRequest>) =>
      refusal(instanceData('web-prod-01', members));
    expect(await ask({ startTime: 'today' })).toBe('InvalidStartTime.Malformed 400');
    expect(await ask({ endTime: HOURS_AGO(2) })).toBe('InvalidStartTime.ValueNotSupported 400');
    expect(await ask({ period: 30 })).toBe('InvalidPeriod.ValueNotSupported 400');
    expect(await ask({ startTime: HOURS_AGO(7) })).toBe('InvalidParameter.TooManyDataQueried 400');
    expect(await ask({ startTime: wire(NOW - RETENTION_MS - MINUTE), period: 3600 })).toBe(
      'InvalidStartTime.TooEarly 400',
    );
    expect(await ask({ instanceId: 'i-none' })).toBe('InvalidInstanceId.NotFound 404');
    const eni = post('DescribeEniMonitorData', {
      RegionId: regionId,
      InstanceId: idOf('db-primary-01'),
      StartTime: HOURS_AGO(1),
      EndTime: HOURS_AGO(2),
    });
    expect(await refusal(eni)).toBe('InvalidParameter.EndTime 403');
    const nowhere = get('DescribeEniMonitorData', { InstanceId: idOf('web-prod-01') });
    expect(await refusal(nowhere)).toBe('MissingParameter.RegionId 400');
  });
});

describe('what is done to an instance shows in its values', () => {
  it('G1: a restart leaves a gap', async () => {
    await client.rebootInstance(new sdk.RebootInstanceRequest({ instanceId: idOf('web-prod-01') }));
    await later(5 * 60);
    const points = await instanceData('web-prod-01', {
      startTime: wire(NOW - 2 * MINUTE),
      endTime: wire(NOW + 5 * MINUTE),
    });
    const minutes = points.map(({ timeStamp }) => (Date.parse(timeStamp!) - NOW) / MINUTE);
    expect(minutes).toEqual([-2, -1, 1, 2, 3, 4]);
  });

  it('G1: two emulators of one account tell the same', async () => {
    const before = await instanceData('gw-01');
    await emulator.control('reset');
    expect(await instanceData('gw-01')).toEqual(before);
  });

  it('G2: time adds minutes and changes none', async () => {
    const span = { startTime: HOURS_AGO(1), endTime: wire(NOW + 10 * MINUTE) };
    const before = await instanceData('cache-01', span);
    await later(10 * 60);
    const after = await instanceData('cache-01', span);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.length).toBe(before.length + 10);
  });
});
