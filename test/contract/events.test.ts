import * as sdk from '@alicloud/ecs20140526';
import { describe, expect, it } from 'vitest';
import { emulatorForTests } from '../support/emulator-for-tests';
import { idOf, regionId, RUN_EMULATOR, runWorld } from '../support/run-client';
import { refusal } from '../support/vendor-clients';

const BORN_AT = Date.parse(RUN_EMULATOR[3]);
const HOUR = 3_600_000;
const wire = (offset: number) => `${new Date(BORN_AT + offset).toISOString().slice(0, 19)}Z`;
const many = (letter: string, count = 101) =>
  Array.from({ length: count }, (_, index) => `${letter}-${index}`);

const emulator = await emulatorForTests();
const { client, get, post, later } = emulator;

async function history(members: Partial<sdk.DescribeInstanceHistoryEventsRequest> = {}) {
  const request = new sdk.DescribeInstanceHistoryEventsRequest({ regionId, pageSize: 100, ...members });
  const { body } = await client.describeInstanceHistoryEvents(request);
  return { ...body!, events: body!.instanceSystemEventSet?.instanceSystemEventType ?? [] };
}

async function pending(members: Partial<sdk.DescribeInstancesFullStatusRequest> = {}) {
  const request = new sdk.DescribeInstancesFullStatusRequest({ regionId, pageSize: 100, ...members });
  const rows = (await client.describeInstancesFullStatus(request)).body!.instanceFullStatusSet!;
  return rows.instanceFullStatusType!.flatMap((row) =>
    row.scheduledSystemEventSet!.scheduledSystemEventType!.map((event) => ({
      ...event,
      instanceId: row.instanceId!,
    })),
  );
}

const stateOf = async (eventId: string, region = regionId) => {
  const { events } = await history({
    regionId: region,
    eventId: [eventId],
    instanceEventCycleStatus: ['Scheduled', 'Executing', 'Executed', 'Avoided', 'Canceled', 'Failed'],
  });
  return events[0]?.eventCycleStatus?.name;
};

async function plannedRestart() {
  const [event] = await pending({ instanceEventType: ['SystemMaintenance.Reboot'] });
  return {
    eventId: event!.eventId!,
    instanceId: event!.instanceId,
    notBefore: Date.parse(event!.notBefore!),
  };
}

describe('DescribeInstancesFullStatus', () => {
  it('F2: lists events that wait, with the codes of the samples', async () => {
    const [event] = await pending({ instanceEventType: ['SystemMaintenance.Reboot'] });
    expect(event).toMatchObject({
      eventType: { code: 1, name: 'SystemMaintenance.Reboot' },
      eventCycleStatus: { code: 24, name: 'Scheduled' },
    });
    expect(event!.notBefore).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect((await pending({ eventId: [event!.eventId!] })).map((one) => one.eventId)).toEqual([
      event!.eventId,
    ]);
  });

  it('F2: filters by kind, plan and publication, through the older SDK too', async () => {
    const all = await pending();
    const span = { start: wire(24 * HOUR), end: wire(72 * HOUR) };
    const soon = await pending({ notBefore: new sdk.DescribeInstancesFullStatusRequestNotBefore(span) });
    expect(soon.length).toBeGreaterThan(0);
    expect(soon.length).toBeLessThan(all.length);
    for (const call of [get, post]) {
      const answer = await call('DescribeInstancesFullStatus', {
        RegionId: regionId,
        PageSize: 100,
        EventType: 'InstanceExpiration.Stop',
        'EventPublishTime.Start': wire(-72 * HOUR),
        'EventPublishTime.End': wire(0),
      });
      expect(answer).toMatchObject({
        TotalCount: 1,
        InstanceFullStatusSet: { InstanceFullStatusType: [{ InstanceId: idOf('win-rdp-02') }] },
      });
    }
  });

  it('F2: lists instances without events too, unless events are asked for', async () => {
    const request = new sdk.DescribeInstancesFullStatusRequest({ regionId, pageSize: 100 });
    const { body } = await client.describeInstancesFullStatus(request);
    expect(body!.totalCount).toBe(34);
    expect(await pending({ eventId: ['e-nowhere'] })).toEqual([]);
  });

  it('F2: refuses in the words of its page', async () => {
    const ask = (params: object) =>
      refusal(post('DescribeInstancesFullStatus', { RegionId: regionId, ...params }));
    expect(await refusal(post('DescribeInstancesFullStatus', {}))).toBe('MissingParameter 404');
    expect(await ask({ InstanceId: many('i') })).toBe('InstanceIdLimitExceeded 403');
    expect(await ask({ EventId: many('e') })).toBe('EventIdLimitExceeded 403');
    expect(await ask({ InstanceEventType: many('t', 31) })).toBe('InvalidParameter 403');
    expect(await ask({ 'NotBefore.Start': 'tomorrow' })).toBe('InvalidParameter 403');
    expect(await ask({ PageSize: 101 })).toBe('InvalidParameter 403');
    expect(await ask({ 'EventPublishTime.Start': wire(HOUR), 'EventPublishTime.End': wire(0) })).toBe(
      'InvalidParameter.TimeEndBeforeStart 403',
    );
  });
});

describe('DescribeInstanceHistoryEvents', () => {
  it('F3: without a status only final events, of the last thirty days', async () => {
    const { events } = await history();
    const states = new Set(events.map((event) => event.eventCycleStatus!.name));
    for (const state of states) expect(['Executed', 'Avoided', 'Canceled', 'Failed']).toContain(state);
    const times = events.map((event) => Date.parse(event.eventPublishTime!));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
    const finished = events.map((event) => Date.parse(event.eventFinishTime!));
    expect(Math.min(...finished)).toBeGreaterThanOrEqual(BORN_AT - 30 * 24 * HOUR);
  });

  it('F3: two months when they are asked for', async () => {
    const usual = (await history()).totalCount!;
    const span = new sdk.DescribeInstanceHistoryEventsRequestEventPublishTime({
      start: wire(-62 * 24 * HOUR),
    });
    const whole = await history({ eventPublishTime: span });
    expect(whole.totalCount).toBeGreaterThan(usual * 1.5);
    const older = whole.events.map((event) => Date.parse(event.eventFinishTime!));
    expect(Math.min(...older)).toBeGreaterThanOrEqual(Date.parse('2026-09-22T00:00:00Z'));
  });

  it('F13: an event as raw data, open ones when their states are asked for', async () => {
    const { events } = await history({
      regionId: 'cn-shenzhen',
      instanceEventCycleStatus: ['Executing'],
      instanceEventType: ['SystemFailure.Delete'],
    });
    expect(events[0]).toMatchObject({
      eventType: { code: 67, name: 'SystemFailure.Delete' },
      eventCycleStatus: { code: 16, name: 'Executing' },
      eventFinishTime: '',
      resourceType: 'instance',
    });
    const single = await history({ eventCycleStatus: 'Scheduled', eventType: 'SystemMaintenance.Reboot' });
    expect(new Set(single.events.map((event) => event.eventCycleStatus!.name))).toEqual(
      new Set(['Scheduled']),
    );
    // The lists win over the single ones.
    const both = await history({ eventType: 'Nothing', instanceEventType: ['SystemMaintenance.Reboot'] });
    expect(both.events.length).toBeGreaterThan(0);
  });

  it('F3: of one instance, and of resources', async () => {
    const { instanceId } = await plannedRestart();
    for (const members of [{ instanceId }, { resourceId: [instanceId], instanceId: 'i-other' }]) {
      const { events } = await history(members);
      expect(new Set(events.map((event) => event.instanceId))).toEqual(new Set([instanceId]));
    }
    expect((await history({ resourceType: 'ddh' })).totalCount).toBe(0);
  });

  it('F3: pages by number and by token alike', async () => {
    const whole = (await history()).events.map((event) => event.eventId);
    const byNumber: (string | undefined)[] = [];
    for (let pageNumber = 1; byNumber.length < whole.length; pageNumber += 1) {
      byNumber.push(...(await history({ pageNumber, pageSize: 20 })).events.map((event) => event.eventId));
    }
    const byToken: (string | undefined)[] = [];
    let nextToken: string | undefined = '';
    do {
      const page: Awaited<ReturnType<typeof history>> = await history({
        maxResults: 20,
        ...(nextToken ? { nextToken } : {}),
      });
      byToken.push(...page.events.map((event) => event.eventId));
      nextToken = page.nextToken;
    } while (nextToken && byToken.length < 1000);
    expect(byNumber.slice(0, whole.length)).toEqual(whole);
    expect(byToken.slice(0, whole.length)).toEqual(whole);
  });

  it('F10: of the failed creations of a day lists have few; each is answered by its ID', async () => {
    const failed = {
      regionId: 'cn-shenzhen',
      instanceEventType: ['SystemFailure.Delete'],
      instanceEventCycleStatus: ['Executed', 'Avoided'],
    };
    const { events: now } = await history({ ...failed, instanceEventCycleStatus: ['Executing'] });
    await later(600);
    const id = now[0]!.eventId!;
    expect((await history(failed)).events.map((event) => event.eventId)).toContain(id);
    await later(24 * 3600);
    const { events: dayAfter } = await history(failed);
    expect(dayAfter.map((event) => event.eventId)).not.toContain(id);
    expect(dayAfter.length).toBeLessThan(30);
    expect(await stateOf(id, 'cn-shenzhen')).toBe('Executed');
  });

  it('F3: refuses in the words of its page', async () => {
    const ask = (params: object) =>
      refusal(get('DescribeInstanceHistoryEvents', { RegionId: regionId, ...params }));
    expect(await refusal(post('DescribeInstanceHistoryEvents', {}))).toBe('MissingParameter 404');
    expect(await ask({ InstanceEventCycleStatus: ['Done'] })).toBe('InvalidParameter 403');
    expect(await ask({ EventCycleStatus: 'executed' })).toBe('InvalidParameter 403');
    expect(await ask({ InstanceEventCycleStatus: Array.from({ length: 7 }, () => 'Failed') })).toBe(
      'InvalidParameter 403',
    );
    expect(await ask({ EventId: many('e') })).toBe('EventIdLimitExceeded 403');
    expect(await ask({ ResourceType: 'disk' })).toBe('InvalidParameter 403');
    expect(await ask({ 'NotBefore.Start': wire(1000), 'NotBefore.End': wire(0) })).toBe(
      'InvalidParameter.TimeEndBeforeStart 403',
    );
    expect(await ask({ PageNumber: 0 })).toBe('InvalidParameter 403');
  });
});

describe('ModifySystemEventAttribute', () => {
  const modify = (members: object) =>
    client.modifySystemEventAttribute(new sdk.ModifySystemEventAttributeRequest({ regionId, ...members }));

  it('F6: moves a planned restart; the first plan is still told', async () => {
    const { eventId, instanceId, notBefore } = await plannedRestart();
    await modify({ eventId, instanceId, notBefore: wire(2 * HOUR) });
    const [event] = await pending({ eventId: [eventId] });
    expect(event!.notBefore).toBe(wire(2 * HOUR));
    expect(event!.extendedAttribute).toBeDefined();
    const raw = await post('DescribeInstancesFullStatus', { RegionId: regionId, EventId: [eventId] });
    expect(JSON.stringify(raw)).toContain(
      `"InitialNotBefore":"${new Date(notBefore).toISOString().slice(0, 19)}Z"`,
    );
  });

  it('F6: refuses the past, the last half hour and what is not a planned restart that waits', async () => {
    const { eventId, instanceId, notBefore } = await plannedRestart();
    const latest = notBefore - HOUR / 2 - BORN_AT;
    const to = (offset: number) => refusal(modify({ eventId, instanceId, notBefore: wire(offset) }));
    expect(await to(-60_000)).toBe('InvalidNotBefore.Passed 403');
    expect(await to(latest + 1000)).toBe('InvalidParameter 403');
    await modify({ eventId, instanceId, notBefore: wire(latest) });
    const [expiry] = await pending({ instanceEventType: ['InstanceExpiration.Stop'] });
    const other = { eventId: expiry!.eventId, instanceId: expiry!.instanceId, notBefore: wire(HOUR) };
    expect(await refusal(modify(other))).toBe('InvalidParameter 403');
    await client.rebootInstance(new sdk.RebootInstanceRequest({ instanceId }));
    expect(await stateOf(eventId)).toBe('Avoided');
    expect(await to(2 * HOUR)).toBe('IncorrectEventStatus 403');
  });

  it('F6: refuses at the very moment the event begins, and in the half hour before', async () => {
    const plans = await pending({ instanceEventType: ['SystemMaintenance.Reboot'] });
    const byTime = plans.toSorted((a, b) => Date.parse(a.notBefore!) - Date.parse(b.notBefore!));
    let due: (typeof plans)[number] | undefined;
    for (const event of byTime) {
      const before = new Date(Date.parse(event.notBefore!) - 60_000).toISOString();
      await emulator.control('clock', { now: before });
      // Some are taken back by the service.
      if ((await stateOf(event.eventId!)) === 'Scheduled') due ??= event;
      if (due) break;
    }
    const { eventId, instanceId, notBefore } = due!;
    const begins = Date.parse(notBefore!) - BORN_AT;
    const to = (offset: number) => refusal(modify({ eventId, instanceId, notBefore: wire(offset) }));
    expect(await to(begins)).toBe('InvalidParameter 403');
    await emulator.control('clock', { now: notBefore });
    expect(await to(begins + HOUR)).toBe('IncorrectEventStatus 403');
  });

  it('F6: refuses what is missing or unknown', async () => {
    const { eventId, instanceId } = await plannedRestart();
    const whole = { eventId, instanceId, notBefore: wire(HOUR) };
    for (const name of ['eventId', 'instanceId', 'notBefore']) {
      expect(await refusal(modify({ ...whole, [name]: undefined }))).toBe('MissingParameter 404');
    }
    expect(await refusal(modify({ ...whole, eventId: 'e-nowhere' }))).toBe('InvalidEventId.NotFound 404');
    expect(await refusal(modify({ ...whole, instanceId: idOf('web-prod-01') }))).toBe(
      'InvalidEventId.NotFound 404',
    );
    expect(await refusal(modify({ ...whole, notBefore: 'soon' }))).toBe('InvalidParameter 403');
  });
});

describe('simulated events', () => {
  const create = async (members: object = {}) => {
    const request = new sdk.CreateSimulatedSystemEventsRequest({
      regionId,
      instanceId: [idOf('web-prod-01')],
      eventType: 'SystemMaintenance.Reboot',
      notBefore: wire(HOUR),
      ...members,
    });
    return (await client.createSimulatedSystemEvents(request)).body!.eventIdSet!.eventId!;
  };
  const cancel = (...eventId: string[]) =>
    client.cancelSimulatedSystemEvents(new sdk.CancelSimulatedSystemEventsRequest({ regionId, eventId }));

  it('F8: are made, wait, and are cancelled', async () => {
    const ids = await create({ instanceId: [idOf('web-prod-01'), idOf('web-prod-02')] });
    expect(ids).toHaveLength(2);
    expect(await pending({ eventId: ids })).toMatchObject([
      { reason: 'A simulated event.' },
      { reason: 'A simulated event.' },
    ]);
    await cancel(...ids);
    expect(await Promise.all(ids.map((id) => stateOf(id)))).toEqual(['Canceled', 'Canceled']);
    await expect(cancel(...ids)).rejects.toMatchObject({ code: 'InvalidParameter' });
  });

  it('F5: are executed at their time', async () => {
    const [id] = await create();
    await later(3600);
    expect(await stateOf(id!)).toBe('Executed');
  });

  it('F4: refuse in the words of their page', async () => {
    const attempt = (members: object) => refusal(create(members));
    expect(await attempt({ instanceId: undefined })).toBe('MissingParameter 404');
    expect(await attempt({ eventType: undefined })).toBe('MissingParameter 404');
    expect(await attempt({ notBefore: undefined })).toBe('MissingParameter 404');
    expect(await attempt({ eventType: 'InstanceExpiration.Stop' })).toBe('InvalidParameter 403');
    expect(await attempt({ notBefore: 'soon' })).toBe('InvalidParameter 403');
    expect(await attempt({ notBefore: wire(-1000) })).toBe('InvalidNotBefore.Passed 403');
    expect(await attempt({ instanceId: many('i') })).toBe('InstanceIdLimitExceeded 403');
    expect(await attempt({ instanceId: ['i-nowhere'] })).toBe('InvalidInstanceId.NotFound 404');
    expect(await attempt({ triggerRealOps: true })).toBe('UnsupportedParameter 400');
    const { eventId } = await plannedRestart();
    expect(await refusal(cancel())).toBe('MissingParameter 404');
    expect(await refusal(cancel('e-nowhere'))).toBe('InvalidEventId.NotFound 403');
    expect(await refusal(cancel(eventId))).toBe('CannotCancelSystemEvent.NotSimulated 403');
    expect(await refusal(cancel(...many('e')))).toBe('EventIdLimitExceeded 400');
  });

  it('F1: a thousand may be open in a region, and not one more', async () => {
    const instanceId = runWorld
      .instances(regionId)
      .slice(0, 25)
      .map((instance) => instance.instanceId);
    for (let sent = 0; sent < 1000; sent += 25) await create({ instanceId });
    expect(await refusal(create())).toBe('SimulatedEventLimitExceeded 403');
    expect(
      await pending({ notBefore: new sdk.DescribeInstancesFullStatusRequestNotBefore({ end: wire(HOUR) }) }),
    ).toHaveLength(1001);
  });
});

describe('AcceptInquiredSystemEvent', () => {
  const region = 'cn-shanghai';
  const accept = (eventId?: string) =>
    client.acceptInquiredSystemEvent(
      new sdk.AcceptInquiredSystemEventRequest({ regionId: region, ...(eventId ? { eventId } : {}) }),
    );

  it('F8: lets the event begin, once', async () => {
    const { events } = await history({ regionId: region, instanceEventCycleStatus: ['Inquiring'] });
    const [inquiry] = events;
    expect(inquiry).toMatchObject({ eventType: { name: 'SystemMaintenance.Redeploy' } });
    await accept(inquiry!.eventId);
    expect(await stateOf(inquiry!.eventId!, region)).toBe('Executing');
    expect(await refusal(accept(inquiry!.eventId))).toBe('InvalidEventId.NoInquiringEventFound 404');
  });

  it('F8: refuses what is missing or does not ask', async () => {
    expect(await refusal(accept())).toBe('MissingParameter 400');
    expect(await refusal(accept('e-nowhere'))).toBe('InvalidEventId.NoInquiringEventFound 404');
  });
});

describe('RebootInstance', () => {
  it('F7: avoids the planned restart; F9: is refused while the service recovers the instance', async () => {
    const { eventId, instanceId } = await plannedRestart();
    await client.rebootInstance(new sdk.RebootInstanceRequest({ instanceId }));
    expect(await stateOf(eventId)).toBe('Avoided');
    const { events } = await history({
      regionId: 'cn-shenzhen',
      instanceEventCycleStatus: ['Executing'],
      instanceEventType: ['SystemFailure.Reboot'],
    });
    const recovering = new sdk.RebootInstanceRequest({ instanceId: events[0]!.instanceId! });
    expect(await refusal(client.rebootInstance(recovering))).toBe('IncorrectInstanceStatus 403');
  });

  it('F7: is refused on an instance that restarts already, is stopped, starts, or was never there', async () => {
    const reboot = (instanceId: string) =>
      client.rebootInstance(new sdk.RebootInstanceRequest({ instanceId }));
    const id = idOf('web-prod-01');
    await reboot(id);
    expect(await refusal(reboot(id))).toBe('IncorrectInstanceStatus 403');
    expect(await refusal(reboot(idOf('web-prod-07')))).toBe('IncorrectInstanceStatus 403');
    expect(await refusal(reboot('i-nowhere'))).toBe('InvalidInstanceId.NotFound 404');
    await later(600);
    await reboot(id);
  });

  it('F10: is refused on an instance that could not be made, and on one that is released', async () => {
    const { events } = await history({
      regionId: 'cn-shenzhen',
      instanceEventCycleStatus: ['Executing'],
      instanceEventType: ['SystemFailure.Delete'],
    });
    const instanceId = events[0]!.instanceId!;
    const reboot = () => client.rebootInstance(new sdk.RebootInstanceRequest({ instanceId }));
    expect(await refusal(reboot())).toBe('IncorrectInstanceStatus 403');
    await client.deleteInstance(new sdk.DeleteInstanceRequest({ instanceId }));
    expect(await refusal(reboot())).toBe('InvalidInstanceId.NotFound 404');
  });
});
