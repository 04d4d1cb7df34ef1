import { describe, expect, it } from 'vitest';
import type { SystemEvent } from '@/api/ecs/system-events';
import { DAY, eventsByClock, EVENTS_START, HOUR, MINUTE, SECOND } from '../../test/support/events-by-clock';

const HOME = 'cn-hangzhou';
const SHENZHEN = 'cn-shenzhen';

/** The first open event of a type in a region. */
const first = (events: readonly SystemEvent[], type: string) =>
  events.find((event) => event.EventType === type)!;

/** The account and its first planned restart that will be carried out. */
async function planned() {
  const account = await eventsByClock();
  const [event] = (await account.open(HOME))
    .filter((one) => one.EventType === 'SystemMaintenance.Reboot')
    .sort((a, b) => a.NotBefore! - b.NotBefore!);
  return { ...account, chosen: event!, id: event!.InstanceId };
}

describe('planned restart', () => {
  it('F5: waits a day or two, is executed at its time, and the instance restarts', async () => {
    const { chosen: event, id, goTo, state, health, ...account } = await planned();
    const window = event.NotBefore! - event.EventPublishTime!;
    expect(window).toBeGreaterThanOrEqual(24 * HOUR);
    expect(window).toBeLessThanOrEqual(48 * HOUR);
    goTo(event.NotBefore! - SECOND);
    expect((await account.event(HOME, event.EventId))?.EventCycleStatus).toBe('Scheduled');
    expect(await state(HOME, id)).toBe('Running');
    goTo(event.NotBefore!);
    expect(await account.event(HOME, event.EventId)).toMatchObject({
      EventCycleStatus: 'Executing',
      EventFinishTime: null,
    });
    expect([await state(HOME, id), await health(HOME, id)]).toEqual(['Stopping', 'Maintaining']);
    goTo(event.NotBefore! + 30 * SECOND);
    expect(await state(HOME, id)).toBe('Starting');
    goTo(event.NotBefore! + 3 * MINUTE);
    expect(await state(HOME, id)).toBe('Running');
    goTo(event.NotBefore! + HOUR);
    const done = (await account.event(HOME, event.EventId))!;
    expect(done.EventCycleStatus).toBe('Executed');
    expect(done.EventFinishTime! - done.NotBefore!).toBeLessThanOrEqual(6 * HOUR);
    expect(await health(HOME, id)).toBe('Ok');
    const { items } = await account.ecs.describeInstances({ RegionId: HOME, InstanceIds: [id] });
    expect(Date.parse(items[0]!.StartTime)).toBe(
      Math.floor((event.NotBefore! + 2 * MINUTE) / MINUTE) * MINUTE,
    );
  });

  it('F7: a restart from the console avoids it, and it stays avoided', async () => {
    const { chosen: event, id, goTo, clock, state, ecs, ...account } = await planned();
    await ecs.rebootInstance({ RegionId: HOME, InstanceId: id });
    const avoided = await account.event(HOME, event.EventId);
    expect(avoided).toMatchObject({ EventCycleStatus: 'Avoided' });
    expect(avoided!.EventFinishTime).toBe(Math.floor(clock.now() / SECOND) * SECOND);
    expect((await account.open(HOME)).some((one) => one.EventId === event.EventId)).toBe(false);
    goTo(event.NotBefore! + MINUTE);
    expect(await state(HOME, id)).toBe('Running');
    expect((await account.event(HOME, event.EventId))?.EventCycleStatus).toBe('Avoided');
  });

  it('F6: moved, it is executed at the new time', async () => {
    const { chosen: event, id, goTo, ecs, state, ...account } = await planned();
    const NotBefore = account.wire(5 * HOUR);
    const which = { RegionId: HOME, EventId: event.EventId, InstanceId: id };
    await ecs.modifySystemEventAttribute({ ...which, NotBefore });
    const moved = (await account.event(HOME, event.EventId))!;
    expect(moved.NotBefore).toBe(Date.parse(NotBefore));
    expect(moved.InitialNotBefore).toBe(event.NotBefore);
    goTo(moved.NotBefore! + 10 * SECOND);
    expect(await state(HOME, id)).toBe('Stopping');
    expect((await account.event(HOME, event.EventId))?.EventCycleStatus).toBe('Executing');
    goTo(event.NotBefore!);
    expect(await state(HOME, id)).toBe('Running');
  });

  it('F6: put off again after it was brought forward, but never beyond half an hour before the first plan', async () => {
    const { chosen: event, id, ecs, wire } = await planned();
    const which = { RegionId: HOME, EventId: event.EventId, InstanceId: id };
    const at = (time: number) => `${new Date(time).toISOString().slice(0, 19)}Z`;
    await ecs.modifySystemEventAttribute({ ...which, NotBefore: wire(HOUR) });
    await ecs.modifySystemEventAttribute({ ...which, NotBefore: at(event.NotBefore! - 30 * MINUTE) });
    await expect(
      ecs.modifySystemEventAttribute({ ...which, NotBefore: at(event.NotBefore! - 29 * MINUTE) }),
    ).rejects.toMatchObject({ code: 'InvalidParameter', httpStatus: 403 });
  });

  it('F5: some are taken back by the service, and their instances go on', async () => {
    const { events } = await eventsByClock();
    const canceled = await events(HOME, ['Canceled']);
    expect(canceled.length).toBeGreaterThan(0);
    for (const event of canceled) expect(event.EventFinishTime).toBeLessThan(event.NotBefore!);
  });

  it('F7: an event is avoided by the restart of its own instance only, and not by one that came before it', async () => {
    const { chosen: event, ecs, idOf, ...account } = await planned();
    await ecs.rebootInstance({ RegionId: HOME, InstanceId: idOf('web-prod-02') });
    expect((await account.event(HOME, event.EventId))?.EventCycleStatus).toBe('Scheduled');
  });
});

describe('auto-recovery', () => {
  it('F9: the instance restarts by itself, keeps ID and addresses, and cannot be restarted meanwhile', async () => {
    const { ecs, open, goTo, state, health, event } = await eventsByClock();
    // The second of the account: its beginning can be seen.
    goTo(EVENTS_START + 3 * HOUR - MINUTE);
    const region = 'cn-beijing';
    const before = (await ecs.describeInstances({ RegionId: region, PageSize: 100 })).items;
    goTo(EVENTS_START + 3 * HOUR + MINUTE);
    const recovery = first(await open(region), 'SystemFailure.Reboot');
    const { InstanceId: id } = recovery;
    expect(recovery).toMatchObject({ EventCycleStatus: 'Executing', NotBefore: recovery.EventPublishTime });
    expect([await state(region, id), await health(region, id)]).toEqual(['Starting', 'Impaired']);
    goTo(EVENTS_START + 3 * HOUR + 20 * MINUTE);
    const [after] = (await ecs.describeInstances({ RegionId: region, InstanceIds: [id] })).items;
    const was = before.find((one) => one.InstanceId === id)!;
    expect(after).toMatchObject({ Status: 'Running', PrivateIps: was.PrivateIps, PublicIps: was.PublicIps });
    await expect(ecs.rebootInstance({ RegionId: region, InstanceId: id })).rejects.toMatchObject({
      code: 'IncorrectInstanceStatus',
      httpStatus: 403,
    });
    goTo(EVENTS_START + 9 * HOUR);
    expect((await event(region, recovery.EventId))?.EventCycleStatus).toBe('Executed');
    await ecs.rebootInstance({ RegionId: region, InstanceId: id });
  });

  it('F9: after a crash of its system the instance comes back alike', async () => {
    const { open, goTo, state, event } = await eventsByClock();
    goTo(EVENTS_START + 4 * HOUR + MINUTE);
    const crash = first(await open('ap-southeast-1'), 'InstanceFailure.Reboot');
    expect(await state('ap-southeast-1', crash.InstanceId)).toBe('Starting');
    goTo(EVENTS_START + 10 * HOUR);
    expect(await state('ap-southeast-1', crash.InstanceId)).toBe('Running');
    expect((await event('ap-southeast-1', crash.EventId))?.EventCycleStatus).toBe('Executed');
  });
});

describe('expiry and arrears', () => {
  it.each([
    ['InstanceExpiration', 'eu-central-1', 'legacy-de-01', 3 * DAY],
    ['AccountUnbalanced', 'cn-hongkong', 'proxy-hk-01', 50 * MINUTE],
  ])('F5: %s: a notice, the stop, and fifteen days later the release', async (why, region, name, notice) => {
    const { ecs, open, goTo, state, event, idOf } = await eventsByClock();
    const id = idOf(name);
    const own = async () => (await open(region)).filter((one) => one.InstanceId === id);
    let stop: SystemEvent | undefined;
    for (let at = EVENTS_START; !stop; at += 30 * MINUTE) {
      goTo(at);
      stop = (await own()).find((one) => one.EventType === `${why}.Stop`);
    }
    expect(stop.NotBefore! - stop.EventPublishTime!).toBe(notice);
    expect(await state(region, id)).toBe('Running');
    goTo(stop.NotBefore! + 10 * SECOND);
    expect(await state(region, id)).toBe('Stopping');
    goTo(stop.NotBefore! + 5 * MINUTE);
    expect((await event(region, stop.EventId))?.EventCycleStatus).toBe('Executed');
    expect(await state(region, id)).toBe('Stopped');
    const [release] = await own();
    expect(release).toMatchObject({
      EventType: `${why}.Delete`,
      EventCycleStatus: 'Scheduled',
      NotBefore: stop.NotBefore! + 15 * DAY,
    });
    const { totalCount } = await ecs.describeInstances({ RegionId: region });
    goTo(release!.NotBefore! - SECOND);
    expect(await state(region, id)).toBe('Stopped');
    goTo(release!.NotBefore! + 5 * MINUTE);
    expect(await state(region, id)).toBeNull();
    expect((await event(region, release!.EventId))?.EventCycleStatus).toBe('Executed');
    // Its place is taken by another instance of the name.
    const { items } = await ecs.describeInstances({ RegionId: region, InstanceName: name });
    expect(items).toMatchObject([{ Status: 'Running' }]);
    expect(items[0]!.InstanceId).not.toBe(id);
    expect((await ecs.describeInstances({ RegionId: region })).totalCount).toBe(totalCount);
  });

  it('F5: one that is renewed in time is avoided, and its subscription goes on', async () => {
    const { ecs, open, goTo, state, event, idOf } = await eventsByClock();
    const id = idOf('win-rdp-02');
    const stop = (await open(HOME)).find((one) => one.InstanceId === id)!;
    const expiry = async () => {
      const { items } = await ecs.describeInstances({ RegionId: HOME, InstanceIds: [id] });
      return Date.parse(items[0]!.ExpiredTime);
    };
    expect(Math.abs((await expiry()) - stop.NotBefore!)).toBeLessThan(MINUTE);
    goTo(stop.NotBefore! + HOUR);
    expect((await event(HOME, stop.EventId))?.EventCycleStatus).toBe('Avoided');
    expect(await state(HOME, id)).toBe('Running');
    expect(Math.abs((await expiry()) - stop.NotBefore! - 7 * DAY)).toBeLessThan(MINUTE);
  });

  it('F5: an account in arrears has less than an hour', async () => {
    const { open } = await eventsByClock();
    const stop = first(await open(HOME), 'AccountUnbalanced.Stop');
    expect(stop.NotBefore! - stop.EventPublishTime!).toBeLessThan(HOUR);
  });
});

describe('creation failure', () => {
  it('F10: Pending without event, then Stopped and Executing, then gone and Executed', async () => {
    const { ecs, open, goTo, state, event } = await eventsByClock();
    const seen = async () => new Set((await open(SHENZHEN)).map((one) => one.InstanceId));
    goTo(EVENTS_START + 2 * MINUTE + 10 * SECOND);
    const { items } = await ecs.describeInstances({ RegionId: SHENZHEN, Status: 'Pending' });
    const [pending] = items;
    expect((await seen()).has(pending!.InstanceId)).toBe(false);
    goTo(EVENTS_START + 4 * MINUTE);
    const failure = (await open(SHENZHEN)).find((one) => one.InstanceId === pending!.InstanceId)!;
    expect(failure).toMatchObject({ EventType: 'SystemFailure.Delete', EventCycleStatus: 'Executing' });
    expect(await state(SHENZHEN, pending!.InstanceId)).toBe('Stopped');
    goTo(failure.EventPublishTime! + 5 * MINUTE + 10 * SECOND);
    expect(await state(SHENZHEN, pending!.InstanceId)).toBeNull();
    const done = await event(SHENZHEN, failure.EventId);
    expect(done).toMatchObject({ EventCycleStatus: 'Executed' });
    expect(done!.EventFinishTime! - failure.EventPublishTime!).toBe(5 * MINUTE + 4 * SECOND);
  });

  it('F10: released by the user it is Avoided, and gone at once', async () => {
    const { ecs, open, state, event } = await eventsByClock();
    const failure = first(await open(SHENZHEN), 'SystemFailure.Delete');
    await ecs.deleteInstance({ RegionId: SHENZHEN, InstanceId: failure.InstanceId });
    expect(await state(SHENZHEN, failure.InstanceId)).toBeNull();
    expect((await event(SHENZHEN, failure.EventId))?.EventCycleStatus).toBe('Avoided');
    await expect(
      ecs.deleteInstance({ RegionId: SHENZHEN, InstanceId: failure.InstanceId }),
    ).rejects.toMatchObject({ code: 'InvalidInstanceId.NotFound', httpStatus: 404 });
  });
});

describe('performance impact', () => {
  it('F11: Executing while the instance is migrated, Executed after it; it runs all the time', async () => {
    const { open, goTo, state, health, event } = await eventsByClock();
    const impact = first(await open('cn-beijing'), 'SystemMaintenance.PerformanceImpact');
    expect(impact.EventCycleStatus).toBe('Executing');
    expect([
      await state('cn-beijing', impact.InstanceId),
      await health('cn-beijing', impact.InstanceId),
    ]).toEqual(['Running', 'Warning']);
    goTo(EVENTS_START + HOUR);
    expect((await event('cn-beijing', impact.EventId))?.EventCycleStatus).toBe('Executed');
    expect(await health('cn-beijing', impact.InstanceId)).toBe('Ok');
  });
});

describe('consent', () => {
  it('F8: an inquiry begins when it is accepted, and is taken back when it is not', async () => {
    const { ecs, open, goTo, clock, state, event } = await eventsByClock();
    const region = 'cn-shanghai';
    const inquiry = first(await open(region), 'SystemMaintenance.Redeploy');
    expect(inquiry).toMatchObject({ EventCycleStatus: 'Inquiring', CanAccept: true });
    await ecs.acceptInquiredSystemEvent({ RegionId: region, EventId: inquiry.EventId });
    expect((await event(region, inquiry.EventId))?.EventCycleStatus).toBe('Executing');
    expect(await state(region, inquiry.InstanceId)).toBe('Starting');
    clock.advance(HOUR);
    expect((await event(region, inquiry.EventId))?.EventCycleStatus).toBe('Executed');
    goTo(EVENTS_START + 6 * DAY);
    const next = first(await open(region), 'SystemMaintenance.Redeploy');
    goTo(next.NotBefore!);
    expect((await event(region, next.EventId))?.EventCycleStatus).toBe('Canceled');
  });
});

describe('a drill', () => {
  it('F4: waits like a real one, is executed at its time, and does nothing to its instance', async () => {
    const { ecs, goTo, clock, state, event, idOf, wire } = await eventsByClock();
    const id = idOf('web-prod-01');
    const NotBefore = wire(HOUR);
    const { EventIds } = await ecs.createSimulatedSystemEvents({
      RegionId: HOME,
      InstanceId: [id],
      EventType: 'SystemMaintenance.Reboot',
      NotBefore,
    });
    expect(await event(HOME, EventIds[0]!)).toMatchObject({
      InstanceId: id,
      EventCycleStatus: 'Scheduled',
      Reason: 'A simulated event.',
      EventPublishTime: Math.floor(clock.now() / SECOND) * SECOND,
    });
    goTo(Date.parse(NotBefore));
    expect((await event(HOME, EventIds[0]!))?.EventCycleStatus).toBe('Executed');
    expect(await state(HOME, id)).toBe('Running');
  });

  it('F4: of a failure executes at once until its time', async () => {
    const { ecs, goTo, state, event, idOf, wire } = await eventsByClock();
    const NotBefore = wire(HOUR);
    const { EventIds } = await ecs.createSimulatedSystemEvents({
      RegionId: HOME,
      InstanceId: [idOf('web-prod-01')],
      EventType: 'SystemFailure.Reboot',
      NotBefore,
    });
    expect((await event(HOME, EventIds[0]!))?.EventCycleStatus).toBe('Executing');
    // It is not real: the instance can be restarted.
    await ecs.rebootInstance({ RegionId: HOME, InstanceId: idOf('web-prod-01') });
    expect(await state(HOME, idOf('web-prod-01'))).toBe('Stopping');
    goTo(Date.parse(NotBefore));
    expect((await event(HOME, EventIds[0]!))?.EventCycleStatus).toBe('Executed');
  });

  it('F7: a restart avoids it, and it can be cancelled', async () => {
    const { ecs, event, idOf, wire } = await eventsByClock();
    const [one, other] = [idOf('web-prod-01'), idOf('web-prod-02')];
    const { EventIds } = await ecs.createSimulatedSystemEvents({
      RegionId: HOME,
      InstanceId: [one, other],
      EventType: 'SystemMaintenance.Reboot',
      NotBefore: wire(HOUR),
    });
    await ecs.rebootInstance({ RegionId: HOME, InstanceId: one });
    await ecs.cancelSimulatedSystemEvents({ RegionId: HOME, EventId: [EventIds[1]!] });
    const states = await Promise.all(EventIds.map((id) => event(HOME, id)));
    expect(states.map((one) => one?.EventCycleStatus)).toEqual(['Avoided', 'Canceled']);
  });
});
