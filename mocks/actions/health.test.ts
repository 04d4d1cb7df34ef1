import { describe, expect, it } from 'vitest';
import { callAction, demoWorld, refusalOf } from '../../test/support/call-action';
import { HOME_REGION } from '../world/world';
import { describeInstancesFullStatus } from './health';

const RegionId = HOME_REGION;

interface FullStatus {
  InstanceId: string;
  Status: { Code: number; Name: string };
  HealthStatus: { Code: number; Name: string };
  ScheduledSystemEventSet: { ScheduledSystemEventType: unknown[] };
}

async function list(params: Record<string, string>): Promise<FullStatus[]> {
  const answer = await callAction(describeInstancesFullStatus, { RegionId, PageSize: '100', ...params });
  return (answer as { InstanceFullStatusSet: { InstanceFullStatusType: FullStatus[] } }).InstanceFullStatusSet
    .InstanceFullStatusType;
}

describe('DescribeInstancesFullStatus', () => {
  it('H1: sends all seven health values, OK in the spelling of the wire, with the known codes', async () => {
    const codes = new Map((await list({})).map((row) => [row.HealthStatus.Name, row.HealthStatus.Code]));
    expect([...codes.keys()].sort()).toEqual(
      [
        'Impaired',
        'Initializing',
        'InsufficientData',
        'Maintaining',
        'NotApplicable',
        'Ok',
        'Warning',
      ].sort(),
    );
    expect([codes.get('Ok'), codes.get('Warning'), codes.get('Impaired')]).toEqual([0, 64, 128]);
  });

  it('H3: keeps lifecycle state and health apart', async () => {
    const [impaired] = await list({ HealthStatus: 'Impaired' });
    expect(impaired).toMatchObject({
      Status: { Code: 1, Name: 'Running' },
      ScheduledSystemEventSet: { ScheduledSystemEventType: [] },
    });
    expect((await list({ Status: 'Stopped' })).every((row) => row.Status.Name === 'Stopped')).toBe(true);
  });

  it('H1: finds chosen instances, and by an event those that have it', async () => {
    const { instanceId } = demoWorld.instances(RegionId)[7]!;
    expect((await list({ 'InstanceId.1': instanceId })).map((row) => row.InstanceId)).toEqual([instanceId]);
    const found = await list({ EventType: 'InstanceExpiration.Stop' });
    expect(found.map((row) => row.InstanceId)).toEqual(
      demoWorld
        .instances(RegionId)
        .filter((instance) => instance.instanceName === 'win-rdp-02')
        .map((instance) => instance.instanceId),
    );
    expect(await list({ EventType: 'Something.Else' })).toEqual([]);
  });

  it('K4: refuses with the codes of the event actions', async () => {
    const refusal = (params: Record<string, string>) =>
      refusalOf(callAction(describeInstancesFullStatus, params));
    const many = Object.fromEntries(
      Array.from({ length: 101 }, (_, index) => [`InstanceId.${index + 1}`, `i-${index}`]),
    );
    expect(await refusal({})).toBe('MissingParameter 404');
    expect(await refusal({ RegionId, ...many })).toBe('InstanceIdLimitExceeded 403');
    expect(await refusal({ RegionId, HealthStatus: 'impaired' })).toBe('InvalidParameter 403');
    expect(await refusal({ RegionId, Status: 'Pending' })).toBe('InvalidParameter 403');
    expect(
      await refusal({
        RegionId,
        'NotBefore.Start': '2026-11-22T00:00:00Z',
        'NotBefore.End': '2026-11-21T00:00:00Z',
      }),
    ).toBe('InvalidParameter.TimeEndBeforeStart 403');
  });
});
