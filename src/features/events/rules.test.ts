import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { noteServerClock, serverNow } from '@/api/server-clock';
import type { SystemEvent } from '@/api/ecs/system-events';
import { nextHour } from './actions/next-hour';
import { renewalPage, sitesFor } from './actions/renewal-page';
import { snapshotName } from './actions/snapshot-name';
import { shareGone, timeLeft } from './clock/time-left';
import { lifeLineOf } from './detail/life-line';
import { countdownSpan, deadlineOf, eventItem } from './event-item';
import { createGate } from '@/api/gate';
import { eventsCsv, eventsFileName } from './history/export-events';
import {
  historyRequest,
  publishedSpan,
  readHistoryFilters,
  searchKind,
  writeHistoryFilters,
} from './history/history-filters';
import { byTimeLeft, countPassed, groupChanges, groupOf, groupPending } from './pending/pending-groups';
import { matching, readPendingFilters, writePendingFilters } from './pending/pending-filters';
import { pollDelayOf } from './poll-delay';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.parse('2026-11-23T06:32:00Z');

function systemEvent(change: Partial<SystemEvent> = {}): SystemEvent {
  return {
    EventId: 'e-1',
    InstanceId: 'i-1',
    EventType: 'SystemMaintenance.Reboot',
    EventTypeCode: 1,
    EventCycleStatus: 'Scheduled',
    EventCycleStatusCode: 24,
    EventPublishTime: NOW - 20 * HOUR,
    NotBefore: NOW + 12 * HOUR,
    InitialNotBefore: null,
    EventFinishTime: null,
    Reason: '',
    ReasonCode: '',
    ImpactLevel: '',
    ResourceType: 'instance',
    DiskId: '',
    CanAccept: undefined,
    raw: {},
    ...change,
  };
}
const item = (change: Partial<SystemEvent> = {}) => eventItem('cn-hangzhou', systemEvent(change));

describe('countdown', () => {
  it.each([
    [11 * HOUR + 28 * MINUTE + 59_000, 11 * HOUR + 28 * MINUTE],
    [37 * MINUTE + 53_400, 37 * MINUTE + 54_000],
    [0, 0],
    [-5 * MINUTE, 0],
  ])('F2: %i ms are shown as %i', (left, shown) => {
    expect(timeLeft(NOW + left, NOW)).toBe(shown);
  });

  it('F2: more than an hour left changes once a minute, the last hour each second, and never grows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3 * DAY }),
        fc.integer({ min: 0, max: 90_000 }),
        (left, later) => {
          const [before, after] = [timeLeft(NOW + left, NOW), timeLeft(NOW + left, NOW + later)];
          expect(after).toBeLessThanOrEqual(before);
          expect(before % 1000).toBe(0);
          if (before > HOUR) expect(before % MINUTE).toBe(0);
        },
      ),
    );
  });

  it('F5: the bar tells how much of the user’s window is over', () => {
    const span = countdownSpan(item())!;
    expect(shareGone(span, NOW)).toBe(0.63);
    expect(shareGone(span, NOW - 2 * DAY)).toBe(0);
    expect(shareGone(span, NOW + 2 * DAY)).toBe(1);
  });

  it('F10: a failed creation counts down to its release, five minutes after the failure', () => {
    const failed = item({
      EventType: 'SystemFailure.Delete',
      EventCycleStatus: 'Executing',
      NotBefore: NOW - 2 * MINUTE,
    });
    expect(deadlineOf(failed)).toBe(NOW + 3 * MINUTE);
    expect(deadlineOf(item({ EventCycleStatus: 'Executing' }))).toBeNull();
  });

  it('F2: a device whose clock is hours off counts by the server’s', () => {
    noteServerClock(-5 * HOUR);
    expect(Math.abs(serverNow() - (Date.now() - 5 * HOUR))).toBeLessThan(1000);
    noteServerClock(0);
  });
});

describe('groups of pending events', () => {
  it.each([
    ['Executing', NOW - HOUR, 'underWay'],
    ['Scheduled', NOW - 1, 'underWay'],
    ['Scheduled', NOW + DAY, 'soon'],
    ['Scheduled', NOW + DAY + 1, 'later'],
    ['Scheduled', null, 'later'],
    ['Inquiring', null, 'later'],
    ['Somehow', NOW + HOUR, 'underWay'],
  ] as const)('F2: %s at %s is %s', (EventCycleStatus, NotBefore, group) => {
    expect(groupOf(item({ EventCycleStatus, NotBefore }), NOW)).toBe(group);
  });

  it('F2: sorted by time left; what has no time comes last', () => {
    const events = [
      item({ EventId: 'e-none', NotBefore: null }),
      item({ EventId: 'e-late', NotBefore: NOW + 3 * DAY }),
      item({ EventId: 'e-soon', NotBefore: NOW + HOUR }),
    ];
    expect(byTimeLeft(events).map(({ id }) => id)).toEqual(['e-soon', 'e-late', 'e-none']);
  });

  it('F2: the groups change exactly when a counted moment passes', () => {
    const offsets = fc.array(fc.integer({ min: -2 * DAY, max: 4 * DAY }), { maxLength: 20 });
    fc.assert(
      fc.property(offsets, fc.integer({ min: 0, max: 3 * DAY }), (plans, later) => {
        const events = plans.map((plan, index) => item({ EventId: `e-${index}`, NotBefore: NOW + plan }));
        const changes = groupChanges(events);
        if (countPassed(changes, NOW) !== countPassed(changes, NOW + later)) return;
        const names = (now: number) => Object.values(groupPending(events, now)).map((group) => group.length);
        expect(names(NOW + later)).toEqual(names(NOW));
      }),
    );
  });

  it('F2: filters live in the address; a filter never drops an unknown type', () => {
    const params = new URLSearchParams('event=e-1&q=web&in=cn-beijing&type=Some.New&status=Scheduled');
    expect(readPendingFilters(params)).toEqual({
      search: 'web',
      region: 'cn-beijing',
      type: 'Some.New',
      state: 'Scheduled',
    });
    const cleared = writePendingFilters(params, { search: '', region: null, type: null, state: null });
    expect(cleared.toString()).toBe('event=e-1');
    const events = [item({ EventType: 'Some.New' }), item({ EventId: 'e-2' })];
    const found = matching(events, { search: '', region: null, type: 'Some.New', state: null }, () => '');
    expect(found.map(({ type }) => type)).toEqual(['Some.New']);
  });
});

describe('reading events', () => {
  it.each([
    ['calm', [systemEvent({ NotBefore: NOW + DAY })], false, 120_000],
    ['one begins soon', [systemEvent({ NotBefore: NOW + 30_000 })], false, 32_000],
    [
      'one is being carried out',
      [systemEvent({ EventCycleStatus: 'Executing', NotBefore: NOW - 1 })],
      false,
      15_000,
    ],
    ['nothing pending', [], false, 120_000],
    ['the last read failed', [systemEvent({ NotBefore: NOW + 1000 })], true, 60_000],
  ])('F1: %s', (_, events, failed, delay) => {
    expect(pollDelayOf(events, failed, NOW)).toBe(delay);
  });

  it('F1: at most three regions are asked at a time, and one that fails does not hold up the next', async () => {
    const gate = createGate(3);
    let [inside, most] = [0, 0];
    const work = (index: number) =>
      gate(async () => {
        most = Math.max(most, ++inside);
        await Promise.resolve();
        inside--;
        if (index % 3 === 0) throw new Error('no answer');
        return index;
      });
    const ended = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => work(index)));
    expect(most).toBe(3);
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(13);
  });
});

describe('history filters', () => {
  it('F3: what the address says comes back; malformed reads as absent', () => {
    const text =
      'q=i-abc&type=Some.New&status=Avoided&range=custom&from=2026-10-01&to=2026-10-31&page=3&size=50';
    const filters = readHistoryFilters(new URLSearchParams(text), 20);
    expect(writeHistoryFilters(filters, 20).toString()).toBe(text);
    expect(
      readHistoryFilters(new URLSearchParams('page=-1&size=7&range=ever&from=31.10.'), 20),
    ).toMatchObject({
      page: 1,
      size: 20,
      range: 'all',
      from: '',
    });
  });

  it.each([
    ['', 'none'],
    ['e-bp1h5c8q2w7n0kz', 'event'],
    ['i-bp1h8j3p5v0y2qd4w7a', 'instance'],
    ['web-prod-07', 'name'],
  ])('F3: “%s” is searched as %s', (text, kind) => {
    expect(searchKind(text)).toBe(kind);
  });

  it('F3: two months and every state are asked for outright', () => {
    const request = historyRequest(
      'cn-hangzhou',
      readHistoryFilters(new URLSearchParams(), 20),
      null,
      false,
      NOW,
    );
    expect(request.EventPublishTime).toEqual({ Start: '2026-09-23T06:32:00Z' });
    expect(request.InstanceEventCycleStatus).toEqual([
      'Scheduled',
      'Avoided',
      'Executing',
      'Executed',
      'Canceled',
      'Failed',
    ]);
  });

  it('F3: a custom range takes its days whole', () => {
    const filters = readHistoryFilters(new URLSearchParams('range=custom&from=2026-11-01&to=2026-11-02'), 20);
    expect(publishedSpan(filters, NOW)).toEqual({
      start: Date.parse('2026-11-01T00:00:00Z'),
      end: Date.parse('2026-11-02T23:59:59Z'),
    });
  });

  it('F3: the file has the fields of the manual, and unknown codes as they came', async () => {
    const text = await eventsCsv([
      item({ EventType: 'Some.New', Reason: '=cmd()', EventFinishTime: null }),
    ]).text();
    expect(text.split('\r\n')[0]).toContain('"InstanceId","EventId","EventType","EventCycleStatus"');
    expect(text).toContain('"Some.New"');
    expect(text).toContain(`"'=cmd()"`);
    expect(eventsFileName('cn-hangzhou', NOW)).toBe('events-cn-hangzhou-2026-11-23.csv');
  });
});

describe('life of an event', () => {
  it('F5: published, latest choice, planned, done at the latest', () => {
    const life = lifeLineOf(item());
    expect(life.steps.map(({ step }) => step)).toEqual(['published', 'latest', 'planned', 'doneBy']);
    expect(life.steps[1]?.at).toBe(NOW + 12 * HOUR - 30 * MINUTE);
  });

  it('F5: what is over shows how long it took, not what was allowed', () => {
    const life = lifeLineOf(
      item({ EventCycleStatus: 'Executed', NotBefore: NOW - 2 * HOUR, EventFinishTime: NOW - HOUR }),
    );
    expect(life.execution).toEqual({ from: NOW - 2 * HOUR, to: NOW - HOUR });
    expect(life.steps.map(({ step }) => step)).not.toContain('doneBy');
  });

  it('F5: an event without any time has no line', () => {
    expect(lifeLineOf(item({ NotBefore: null, EventPublishTime: null }))).toMatchObject({
      steps: [],
      span: null,
    });
  });
});

describe('times entered', () => {
  const zone = { name: 'UTC+8', offsetAt: () => 8 * HOUR };
  it('F6: the hours proposed are those of the zone', () => {
    expect(nextHour(23, NOW, zone)).toBe(Date.parse('2026-11-23T15:00:00Z'));
  });

  it('F8: any disk gives a name the API takes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (disk) => {
        const name = snapshotName(disk, NOW);
        expect(name).toMatch(/^before-event-/);
        expect(name.length).toBeLessThanOrEqual(128);
      }),
    );
  });
});

describe('renewal', () => {
  it.each([
    ['InstanceExpiration.Stop', 'international', 'https://usercenter2-intl.aliyun.com/renew/manual'],
    ['InstanceExpiration.Delete', 'mainland', 'https://usercenter2.aliyun.com/renew/manual'],
    [
      'AccountUnbalanced.Stop',
      'international',
      'https://usercenter2-intl.aliyun.com/billing/#/account/overview',
    ],
    ['AccountUnbalanced.Delete', 'mainland', 'https://usercenter2.aliyun.com/home'],
  ] as const)('F8: %s is paid, on the %s site, at %s', (type, site, address) => {
    expect(renewalPage(type, site)).toBe(address);
  });

  it('F8: both sites are always offered, the likelier one first', () => {
    expect(sitesFor('en')).toEqual(['international', 'mainland']);
    expect(sitesFor('zh-Hant')).toEqual(['international', 'mainland']);
    expect(sitesFor('zh-Hans')).toEqual(['mainland', 'international']);
  });
});
