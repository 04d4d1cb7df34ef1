import { describe, expect, it } from 'vitest';
import { cmsNameOf } from '@/domain/cms-event-names';
import { BORN_AT, callAction, demoWorld, refusalOf } from '../../test/support/call-action';
import type { Act } from '../acts';
import { createLedger } from '../ledger';
import { worldAt } from '../lifecycle';
import { HOME_REGION } from '../world/world';
import type { ActionContext } from './action';
import { describeInstanceHistoryEvents } from './event-history';
import {
  describeSystemEventAttribute,
  describeSystemEventCount,
  describeSystemEventMetaList,
  sendDryRunSystemEvent,
} from './cms-system-events';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Row {
  Id: string;
  Name: string;
  Level: string;
  Status: string;
  Time: number;
  RegionId: string;
  ResourceId: string;
  InstanceName: string;
  Content: string;
}

/** The account some time after its birth, with what users did. */
function account(at: number, acts: readonly Act[] = []): Partial<ActionContext> {
  const ledger = createLedger();
  for (const act of acts) ledger.reduce(act);
  const when = (time: number) => worldAt(demoWorld, ledger, time);
  return { now: at, ledger, world: when(at), worldAt: when };
}

async function events(params: Record<string, string>, context: Partial<ActionContext>): Promise<Row[]> {
  const answer = await callAction(describeSystemEventAttribute, { PageSize: '100', ...params }, context);
  return (answer['SystemEvents'] as { SystemEvent: Row[] }).SystemEvent;
}

async function everyEvent(params: Record<string, string>, context: Partial<ActionContext>): Promise<Row[]> {
  const all: Row[] = [];
  for (let page = 1; ; page += 1) {
    const rows = await events({ ...params, PageNumber: String(page) }, context);
    all.push(...rows);
    if (rows.length < 100) return all;
  }
}

const since = (from: number, to: number) => ({ StartTime: String(from), EndTime: String(to) });

describe('CloudMonitor’s system events', () => {
  it('I4: every state of every event that ECS has is told, under the contract’s name', async () => {
    const now = BORN_AT + 2 * DAY;
    const context = account(now);
    const told = await everyEvent(since(now - 30 * DAY, now), context);
    const byEvent = new Map<string, string[]>();
    for (const { Content, Name } of told) {
      const { eventId } = JSON.parse(Content) as { eventId?: string };
      if (eventId) byEvent.set(eventId, [...(byEvent.get(eventId) ?? []), Name]);
    }
    let compared = 0;
    for (const { regionId } of demoWorld.regions) {
      const history = await callAction(
        describeInstanceHistoryEvents,
        { RegionId: regionId, PageSize: '100', 'EventPublishTime.Start': '2026-11-18T00:00:00Z' },
        { ...context, regionId },
      );
      const list = (
        history['InstanceSystemEventSet'] as {
          InstanceSystemEventType: {
            EventId: string;
            EventType: { Name: string };
            EventCycleStatus: { Name: string };
          }[];
        }
      ).InstanceSystemEventType;
      for (const { EventId, EventType, EventCycleStatus } of list) {
        const name = cmsNameOf(EventType.Name, EventCycleStatus.Name);
        if (name === null) expect(byEvent.get(EventId)).toBeUndefined();
        else expect(byEvent.get(EventId)).toContain(name.name);
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(20);
  });

  it('I4: newest first, each once, of all regions, never ahead of the clock', async () => {
    const now = BORN_AT + DAY;
    const rows = await everyEvent(since(now - 30 * DAY, now + DAY), account(now));
    expect(new Set(rows.map(({ Id }) => Id)).size).toBe(rows.length);
    expect(rows.map(({ Time }) => Time)).toEqual(rows.map(({ Time }) => Time).toSorted((a, b) => b - a));
    expect(rows[0]!.Time).toBeLessThanOrEqual(now);
    expect(new Set(rows.map(({ RegionId }) => RegionId)).size).toBe(demoWorld.regions.length);
    expect(rows.filter(({ InstanceName }) => InstanceName === '')).toEqual([]);
    expect(rows.some(({ Name }) => /Expiration|Unbalanced/.test(Name))).toBe(false);
  });

  it('I4: filters by type, level without case, name, status and words', async () => {
    const now = BORN_AT + DAY;
    const context = account(now);
    const span = since(now - 7 * DAY, now);
    const warn = await events({ ...span, Level: 'Warn' }, context);
    expect(new Set(warn.map(({ Level }) => Level))).toEqual(new Set(['WARN']));
    const failures = await events({ ...span, EventType: 'Exception' }, context);
    expect(failures.length).toBeGreaterThan(0);
    expect(failures.every(({ Name }) => /Failure/.test(Name))).toBe(true);
    const Name = 'Instance:SystemMaintenance.Reboot:Scheduled';
    const named = await events({ ...span, Name }, context);
    expect(named.map((row) => [row.Name, row.Status])).toEqual(named.map(() => [Name, 'Scheduled']));
    const { InstanceName } = named[0]!;
    const found = await events({ ...span, SearchKeywords: `${InstanceName} and Scheduled` }, context);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((row) => row.InstanceName === InstanceName && /Scheduled/.test(row.Name))).toBe(true);
    expect(await refusalOf(callAction(describeSystemEventAttribute, { Level: 'Grave' }, context))).toBe(
      'ParameterInvalid 400',
    );
    expect(await refusalOf(callAction(describeSystemEventAttribute, { PageSize: '101' }, context))).toBe(
      'ParameterInvalid 400',
    );
  });

  it('I4: the counts are those of the list', async () => {
    const now = BORN_AT + DAY;
    const context = account(now);
    const span = since(now - 30 * DAY, now);
    const rows = await everyEvent(span, context);
    const answer = await callAction(describeSystemEventCount, span, context);
    const counts = (answer['SystemEventCounts'] as { SystemEventCount: (Row & { Num: number })[] })
      .SystemEventCount;
    for (const { Name, Num } of counts) {
      expect([Name, Num]).toEqual([Name, rows.filter((row) => row.Name === Name).length]);
    }
    expect(counts.reduce((sum, { Num }) => sum + Num, 0)).toBe(rows.length);
  });

  it('I4: a restart by a user, a release and a snapshot are told too', async () => {
    const at = BORN_AT + HOUR;
    const { instanceId } = demoWorld.instances(HOME_REGION).find(({ state }) => state === 'Running')!;
    const context = account(at + HOUR, [
      { kind: 'InstanceRebooted', at, instanceId },
      { kind: 'InstanceReleased', at: at + HOUR / 2, instanceId },
    ]);
    const rows = await events(
      { ...since(at, at + HOUR), Name: 'Instance:StateChange', SearchKeywords: instanceId },
      context,
    );
    const states = rows.map(({ Content }) => (JSON.parse(Content) as { state: string }).state);
    expect(states).toEqual(['Deleted', 'Running', 'Starting', 'Stopping']);
  });

  it('I2: a test event is listed with its content; a name that does not exist is refused', async () => {
    const acts: Act[] = [];
    const send = (params: Record<string, string>) =>
      callAction(
        sendDryRunSystemEvent,
        { Product: 'ecs', ...params },
        {
          ...account(BORN_AT + HOUR),
          requestId: 'R-1',
          act: (...made) => void acts.push(...made),
        },
      );
    const EventName = 'Instance:SystemFailure.Reboot:Executing';
    const EventContent =
      '{"resourceId":"acs:ecs:cn-beijing:*:instance/i-1","instanceId":"i-1","consoleTest":true}';
    await send({ EventName, EventContent });
    expect(await refusalOf(send({ EventName: 'Instance:Nothing' }))).toBe('ResourceNotFound 404');
    expect(await refusalOf(send({ EventName, EventContent: 'x' }))).toBe('ParameterInvalid 400');
    const now = BORN_AT + 2 * HOUR;
    const [row] = await events(
      { ...since(now - 2 * HOUR, now), Name: EventName, SearchKeywords: 'consoleTest' },
      account(now, acts),
    );
    expect(row).toMatchObject({ Content: EventContent, RegionId: 'cn-beijing', Level: 'CRITICAL' });
    expect(row!.Time).toBe(BORN_AT + HOUR);
  });

  it('I4: the list of names has those of the contract', async () => {
    const answer = await callAction(describeSystemEventMetaList, {});
    const { Resource } = answer['Data'] as { Resource: Row[] };
    expect(Resource).toContainEqual(
      expect.objectContaining({
        Product: 'ECS',
        Name: 'Instance:SystemMaintenance.PerformanceImpact:Executing',
        EventType: 'Maintenance',
        Level: 'WARN',
      }),
    );
  });
});
