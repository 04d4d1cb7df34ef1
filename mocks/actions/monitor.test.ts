import { describe, expect, it } from 'vitest';
import { BORN_AT, callAction, demoWorld, refusalOf } from '../../test/support/call-action';
import { disksOf } from '../world/disks';
import { interfacesOf } from '../world/network';
import { HOME_REGION } from '../world/world';
import type { Action } from './action';
import { describeDiskMonitorData, describeEniMonitorData, describeInstanceMonitorData } from './monitor';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const wire = (at: number) => `${new Date(at).toISOString().slice(0, 19)}Z`;
const named = (name: string) =>
  demoWorld.instances(HOME_REGION).find(({ instanceName }) => instanceName === name)!;
const web = named('web-prod-01');
const db = named('db-primary-01');
const span = (length: number, to = BORN_AT) => ({ StartTime: wire(to - length), EndTime: wire(to) });

type Row = Record<string, string | number>;

async function rows(action: Action, params: Record<string, string>, context = {}): Promise<Row[]> {
  const { MonitorData } = await callAction(action, params, context);
  return Object.values(MonitorData as Record<string, Row[]>)[0]!;
}

/** What each of the three actions needs besides its times. */
const THREE: readonly [string, Action, Record<string, string>, number, string][] = [
  ['instance', describeInstanceMonitorData, { InstanceId: web.instanceId }, 400, 'InvalidStartTime.ValueNotSupported'],
  ['disk', describeDiskMonitorData, { DiskId: disksOf(web)[0]!.diskId }, 400, 'InvalidParameter.EndTime'],
  ['interface', describeEniMonitorData, { RegionId: HOME_REGION, InstanceId: db.instanceId }, 403, 'InvalidParameter.EndTime'],
]; // prettier-ignore

describe.each(THREE)('monitor data of an %s', (_what, action, ids, status, reversed) => {
  const refusal = (params: Record<string, string>) => refusalOf(callAction(action, { ...ids, ...params }));

  it('K4: refuses bad times and periods by the action’s own codes', async () => {
    const { StartTime, EndTime } = span(HOUR);
    expect(await refusal({ EndTime })).toBe('MissingParameter.StartTime 400');
    expect(await refusal({ StartTime })).toBe('MissingParameter.EndTime 400');
    for (const bad of ['soon', '1795305600000', '2026-11-21 08:00:00', '2026-02-30T00:00:00Z']) {
      expect(await refusal({ StartTime: bad, EndTime })).toBe(`InvalidStartTime.Malformed ${status}`);
      expect(await refusal({ StartTime, EndTime: bad })).toBe(`InvalidEndTime.Malformed ${status}`);
    }
    for (const Period of ['300', '0', '-60', '60.0', 'hour']) {
      expect(await refusal({ ...span(HOUR), Period })).toBe(`InvalidPeriod.ValueNotSupported ${status}`);
    }
    expect(await refusal({ StartTime: EndTime, EndTime: StartTime })).toBe(`${reversed} ${status}`);
  });

  it.each([
    [60, 6 * HOUR + 40 * MINUTE],
    [600, 66 * HOUR + 40 * MINUTE],
    [3600, 16 * DAY + 16 * HOUR],
  ])('G2: answers 400 periods of %i s and refuses one minute more', async (period, longest) => {
    const params = { ...ids, Period: String(period) };
    expect(await rows(action, { ...params, ...span(longest) })).toHaveLength(400);
    expect(await refusal({ ...params, ...span(longest + MINUTE) })).toBe(
      `InvalidParameter.TooManyDataQueried ${status}`,
    );
  });

  it('G2: goes back 30 days and no further', async () => {
    const start = BORN_AT - 30 * DAY;
    const from = (at: number) => ({ StartTime: wire(at), EndTime: wire(at + HOUR) });
    expect(await rows(action, { ...ids, ...from(start) })).toHaveLength(60);
    expect(await refusal(from(start - MINUTE))).toBe(`InvalidStartTime.TooEarly ${status}`);
  });

  it('G2: rounds seconds up, takes a single minute, and knows nothing of the future', async () => {
    const within = { StartTime: wire(BORN_AT - HOUR + 1000), EndTime: wire(BORN_AT - HOUR + 61_000) };
    const [only, ...more] = await rows(action, { ...ids, ...within });
    expect(only!['TimeStamp']).toBe(wire(BORN_AT - HOUR + MINUTE));
    expect(more).toEqual([]);
    expect(await rows(action, { ...ids, ...span(HOUR, BORN_AT + 2 * HOUR) })).toEqual([]);
    const same = { StartTime: wire(BORN_AT), EndTime: wire(BORN_AT) };
    expect(await rows(action, { ...ids, ...same })).toEqual([]);
  });

  it('G2: the newest period is shown while it goes on', async () => {
    const now = BORN_AT + 25 * MINUTE + 30_000;
    const params = { ...ids, ...span(2 * HOUR, BORN_AT + HOUR), Period: '3600' };
    const found = await rows(action, params, { now });
    expect(found.map((row) => row['TimeStamp'])).toEqual([wire(BORN_AT - HOUR), wire(BORN_AT)]);
  });
});

describe('what the monitor actions tell', () => {
  it('K4: refuses what is not there', async () => {
    const of = (action: Action, params: Record<string, string>) =>
      refusalOf(callAction(action, { ...span(HOUR), ...params }));
    expect(await of(describeInstanceMonitorData, {})).toBe('MissingParameter.InstanceId 400');
    expect(await of(describeInstanceMonitorData, { InstanceId: 'i-none' })).toBe(
      'InvalidInstanceId.NotFound 404',
    );
    expect(await of(describeDiskMonitorData, { DiskId: 'd-none' })).toBe('InvalidDiskId.NotFound 404');
    const eni = { RegionId: HOME_REGION, InstanceId: db.instanceId };
    expect(await of(describeEniMonitorData, { ...eni, InstanceId: 'i-none' })).toBe(
      'InvalidEcsId.NotFound 404',
    );
    expect(await of(describeEniMonitorData, { ...eni, EniId: 'eni-none' })).toBe('InvalidEniId.NotFound 400');
    expect(await of(describeEniMonitorData, { ...eni, EniId: 'd-1' })).toBe('InvalidParam.Malformed 403');
  });

  it('G1: finds an instance of any region by its id, unless a region is named', async () => {
    const { instanceId } = demoWorld.instances('cn-beijing')[0]!;
    const params = { InstanceId: instanceId, ...span(HOUR) };
    expect(await rows(describeInstanceMonitorData, params)).toHaveLength(60);
    const elsewhere = callAction(describeInstanceMonitorData, { ...params, RegionId: HOME_REGION });
    expect(await refusalOf(elsewhere)).toBe('InvalidInstanceId.NotFound 404');
  });

  it('G4: the disks together do what the instance does; the manual counts the system disk only', async () => {
    const [system, data] = await Promise.all(
      disksOf(db).map(({ diskId }) => rows(describeDiskMonitorData, { DiskId: diskId, ...span(HOUR) })),
    );
    const params = { InstanceId: db.instanceId, ...span(HOUR) };
    const today = await rows(describeInstanceMonitorData, params, { profile: 'today' });
    const manual = await rows(describeInstanceMonitorData, params);
    for (const [index, row] of today.entries()) {
      for (const name of ['IOPSRead', 'IOPSWrite', 'BPSRead', 'BPSWrite']) {
        expect(row[name]).toBe(Number(system![index]![name]) + Number(data![index]![name]));
        expect(manual[index]![name]).toBe(system![index]![name]);
      }
    }
    const one = data![0]!;
    expect(one['IOPSTotal']).toBe(Number(one['IOPSRead']) + Number(one['IOPSWrite']));
    expect(one['BPSTotal']).toBe(Number(one['BPSRead']) + Number(one['BPSWrite']));
  });

  it('G4: the interfaces together carry the inner traffic; without a name only secondary ones are told', async () => {
    const enis = interfacesOf(db);
    expect(enis.map(({ primary }) => primary)).toEqual([true, false]);
    const params = { RegionId: HOME_REGION, InstanceId: db.instanceId, ...span(HOUR) };
    const [primary, secondary] = await Promise.all(
      enis.map(({ eniId }) => rows(describeEniMonitorData, { ...params, EniId: eniId })),
    );
    const instance = await rows(describeInstanceMonitorData, params);
    for (const [index, row] of instance.entries()) {
      const together = Number(primary![index]!['IntranetRx']) + Number(secondary![index]!['IntranetRx']);
      expect(Math.abs(together - Number(row['IntranetRX']) / 60)).toBeLessThanOrEqual(1);
    }
    expect(await rows(describeEniMonitorData, params)).toEqual(secondary);
    expect(typeof secondary![0]!['PacketRx']).toBe('string');
    expect(await rows(describeEniMonitorData, { ...params, InstanceId: web.instanceId })).toEqual([]);
  });

  it('G1: burstable types tell their credits, others have none', async () => {
    const stage = { InstanceId: named('web-stage-01').instanceId, ...span(HOUR) };
    const [row] = await rows(describeInstanceMonitorData, stage);
    expect(row!['CPUCreditUsage']).toBeGreaterThan(0);
    expect(row!['CPUCreditBalance']).toBeLessThanOrEqual(576);
    const [other] = await rows(describeInstanceMonitorData, { InstanceId: web.instanceId, ...span(HOUR) });
    expect(other).not.toHaveProperty('CPUCreditUsage');
  });

  it('G4: every disk is found by its id, and ids differ', () => {
    const ids = demoWorld.regions.flatMap(({ regionId }) =>
      demoWorld.instances(regionId).flatMap((instance) => disksOf(instance).map(({ diskId }) => diskId)),
    );
    expect(new Set(ids).size).toBe(ids.length);
    const enis = demoWorld.regions.flatMap(({ regionId }) =>
      demoWorld.instances(regionId).flatMap((instance) => interfacesOf(instance)),
    );
    for (const of of ['eniId', 'macAddress', 'privateIp'] as const) {
      expect(new Set(enis.map((eni) => eni[of])).size).toBe(enis.length);
    }
  });
});
