import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createApi, type EcsApi } from '../api';
import { ApiError } from '../errors';
import { createRpc, type CallOptions, type Params } from '../rpc';
import { eventTopics } from './event-topics';

const RegionId = 'cn-beijing';

/** The actions over a door that gives one answer and notes what was asked. */
function ecsWith(answer: unknown) {
  const asked: { action: string; params: Params; options: CallOptions }[] = [];
  const { ecs } = createApi(async (_product, action, params, options) => {
    asked.push({ action, params, options });
    return answer as Record<string, unknown>;
  });
  return { ecs, asked };
}

const historyOf = async (...rows: unknown[]) =>
  (
    await ecsWith({
      InstanceSystemEventSet: { InstanceSystemEventType: rows },
    }).ecs.describeInstanceHistoryEvents({ RegionId })
  ).items;

describe('system events', () => {
  it('F13: the answer of the contract’s sample', async () => {
    const sample = {
      InstanceId: 'i-bp1ccc',
      EventId: 'e-bp1e002',
      EventType: { Code: 67, Name: 'SystemFailure.Delete' },
      EventCycleStatus: { Code: 0, Name: 'Executed' },
      EventPublishTime: '2020-02-20T07:00:00Z',
      NotBefore: '2020-02-20T07:00:00Z',
      EventFinishTime: '2020-02-20T07:05:04Z',
      Reason: '',
      ResourceType: 'instance',
      ExtendedAttribute: {},
    };
    expect(await historyOf(sample)).toEqual([
      {
        EventId: 'e-bp1e002',
        InstanceId: 'i-bp1ccc',
        EventType: 'SystemFailure.Delete',
        EventTypeCode: 67,
        EventCycleStatus: 'Executed',
        EventCycleStatusCode: 0,
        EventPublishTime: Date.UTC(2020, 1, 20, 7),
        NotBefore: Date.UTC(2020, 1, 20, 7),
        InitialNotBefore: null,
        EventFinishTime: Date.UTC(2020, 1, 20, 7, 5, 4),
        Reason: '',
        ReasonCode: '',
        ImpactLevel: '',
        ResourceType: 'instance',
        DiskId: '',
        CanAccept: undefined,
        raw: sample,
      },
    ]);
  });

  it('F4: an unknown type or state is kept as it came, by number if there is no name', async () => {
    const rows = await historyOf(
      { EventType: { Code: 901, Name: 'Quantum.Flip' }, EventCycleStatus: { Code: 9, Name: 'Postponed' } },
      { EventType: { Code: 902 }, EventCycleStatus: 'Scheduled' },
      {},
    );
    expect(rows.map((row) => [row.EventType, row.EventCycleStatus])).toEqual([
      ['Quantum.Flip', 'Postponed'],
      ['902', 'Scheduled'],
      ['', ''],
    ]);
  });

  it('F13: what is no time is null, and can still be read in the raw event', async () => {
    const [row] = await historyOf({
      NotBefore: 'next Tuesday',
      EventPublishTime: '',
      EventFinishTime: '2026-02-30T00:00:00Z',
      ExtendedAttribute: { InitialNotBefore: '2026-11-22T10:00Z', CanAccept: 'true', DiskId: 'd-1' },
    });
    expect(row).toMatchObject({
      NotBefore: null,
      EventPublishTime: null,
      EventFinishTime: null,
      InitialNotBefore: Date.UTC(2026, 10, 22, 10),
      CanAccept: true,
      DiskId: 'd-1',
      raw: { NotBefore: 'next Tuesday' },
    });
  });

  it('F2: an event of the status action names the instance around it', async () => {
    const { ecs } = ecsWith({
      InstanceFullStatusSet: {
        InstanceFullStatusType: [
          { InstanceId: 'i-1', ScheduledSystemEventSet: { ScheduledSystemEventType: [{ EventId: 'e-1' }] } },
        ],
      },
    });
    const { items } = await ecs.describeInstancesFullStatus({ RegionId });
    expect(items[0]?.ScheduledEvents).toMatchObject([{ EventId: 'e-1', InstanceId: 'i-1' }]);
  });

  it('F3: spans and lists as on the wire; no IDs ask for nothing', async () => {
    const { ecs, asked } = ecsWith({});
    await ecs.describeInstanceHistoryEvents({
      RegionId,
      InstanceEventCycleStatus: ['Executing', 'Executed'],
      EventPublishTime: { Start: '2026-11-01T00:00:00Z' },
    });
    expect(asked[0]).toMatchObject({
      action: 'DescribeInstanceHistoryEvents',
      params: { EventPublishTime: { Start: '2026-11-01T00:00:00Z' } },
      options: { kind: 'read' },
    });
    expect(await ecs.describeInstanceHistoryEvents({ RegionId, EventId: [] })).toMatchObject({ items: [] });
    expect(await ecs.describeInstancesFullStatus({ RegionId, EventId: [] })).toMatchObject({ items: [] });
    expect(asked).toHaveLength(1);
  });

  it('F8: a drill says that nothing real is to happen', async () => {
    const { ecs, asked } = ecsWith({ EventIdSet: { EventId: ['e-1', 'e-2'] } });
    const started = await ecs.createSimulatedSystemEvents({
      RegionId,
      InstanceId: ['i-1', 'i-2'],
      EventType: 'SystemMaintenance.Reboot',
      NotBefore: '2026-11-22T10:00:00Z',
    });
    expect(started.EventIds).toEqual(['e-1', 'e-2']);
    expect(asked[0]).toMatchObject({ params: { TriggerRealOps: false }, options: { kind: 'write' } });
  });

  it('F8: a snapshot’s progress is a number, or not known', async () => {
    const rows = ['38%', '100%', '7', 'soon', ''].map((Progress) => ({ Progress }));
    const { ecs } = ecsWith({ Snapshots: { Snapshot: rows } });
    const { items } = await ecs.describeSnapshots({ RegionId });
    expect(items.map((item) => item.Progress)).toEqual([38, 100, 7, undefined, undefined]);
  });
});

describe('the topics that are loaded with their first call', () => {
  it('K2: are all reachable', () => {
    const { ecs } = ecsWith({});
    const names = Object.keys(eventTopics(async () => ({})));
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => typeof ecs[name as keyof EcsApi] !== 'function')).toEqual([]);
  });

  it('K4: answer or fail as ApiError, whatever the server sends', async () => {
    const calls: ((ecs: EcsApi) => Promise<unknown>)[] = [
      (ecs) => ecs.describeInstanceHistoryEvents({ RegionId }),
      (ecs) => ecs.describeDisks({ RegionId }),
      (ecs) => ecs.describeSnapshots({ RegionId }),
      (ecs) => ecs.describeInstanceMaintenanceAttributes({ RegionId }),
      (ecs) => ecs.describeAvailableResource({ RegionId, DestinationResource: 'Zone' }),
      (ecs) => ecs.deleteInstance({ RegionId, InstanceId: 'i' }),
      (ecs) => ecs.createSnapshot({ RegionId, DiskId: 'd' }),
      (ecs) => ecs.acceptInquiredSystemEvent({ RegionId, EventId: 'e' }),
    ];
    const names = [
      'InstanceSystemEventSet',
      'InstanceSystemEventType',
      'EventType',
      'ExtendedAttribute',
      'Disks',
      'Disk',
      'Snapshots',
      'Snapshot',
      'MaintenanceAttributes',
      'MaintenanceAttribute',
      'AvailableZones',
      'AvailableZone',
      'Code',
      '__proto__',
    ];
    const { node } = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(null, true, 0, -1, '', 'x', '7'),
        fc.array(tie('node'), { maxLength: 3 }),
        fc
          .array(fc.tuple(fc.constantFrom(...names), tie('node')), { maxLength: 4 })
          .map((entries) => Object.fromEntries(entries)),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(node, fc.constantFrom(200, 403, 500), async (body, status) => {
        const rpc = createRpc({
          credentials: { accessKeyId: 'id', accessKeySecret: 'secret' },
          fetch: async () => new Response(JSON.stringify(body), { status }),
          sleep: async () => undefined,
        });
        const { ecs } = createApi(rpc);
        const outcomes = await Promise.allSettled(calls.map((call) => call(ecs)));
        const thrown = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
        expect(thrown.filter((error) => !(error instanceof ApiError))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
