import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collisionsOf } from '@/domain/event-collisions';
import { eventAdvice } from '@/domain/system-event-advice';
import { EXECUTION_MS, historyStart, USER_WINDOWS } from '@/domain/system-event-windows';
import {
  isFinalEventState,
  nextEventStates,
  parseEventType,
  SYSTEM_EVENT_TYPES,
} from '@/domain/system-events';
import type { Act } from '../acts';
import { createLedger } from '../ledger';
import { worldAt } from '../lifecycle';
import { createPrelude } from '../world/prelude';
import { createWorld } from '../world/world';
import { HOME_REGION } from '../world/regions';
import { type EventView, eventsSince, findEvent, isFolded, openEvents, pendingEvents } from './event-view';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BORN_AT = Date.UTC(2026, 10, 22, 3, 4, 5, 678);
const world = createWorld({ seed: 1, fleetSize: 60, bornAt: BORN_AT });
const regionIds = world.regions.map((region) => region.regionId);
const untouched = createLedger();

const moments = fc.integer({ min: BORN_AT, max: BORN_AT + 400 * DAY });
const openAt = (at: number) => regionIds.flatMap((id) => openEvents(world, untouched, id, at));
const history = (regionId: string, at: number) =>
  eventsSince(world, untouched, regionId, historyStart(at), at);

describe('at any clock', () => {
  it('F1: an event of every type is open, and some wait in several regions', () => {
    fc.assert(
      fc.property(moments, (at) => {
        const open = openAt(at);
        const types = new Set(open.map(({ plan }) => parseEventType(plan.type)));
        expect(SYSTEM_EVENT_TYPES.filter((type) => !types.has(type))).toEqual([]);
        const waiting = open.filter(({ state }) => state === 'Scheduled');
        expect(new Set(waiting.map(({ plan }) => plan.regionId)).size).toBeGreaterThanOrEqual(3);
        expect(new Set(waiting.map(({ plan }) => plan.type)).size).toBeGreaterThanOrEqual(5);
      }),
      { numRuns: 60 },
    );
  });

  it('F2: what is open belongs to an instance that is there', () => {
    fc.assert(
      fc.property(moments, (at) => {
        const now = worldAt(world, untouched, at);
        for (const { plan } of openAt(at)) {
          const instance = now.find(plan.regionId, plan.instanceId);
          expect(instance, `${plan.type} ${plan.instanceId}`).toBeDefined();
          expect(now.instances(plan.regionId)).toContainEqual(instance);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('F3: two months of history in every region, newest first, each event once', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...regionIds), (at, regionId) => {
        const events = history(regionId, at);
        const times = events.map(({ plan }) => plan.publishedAt);
        expect(times).toEqual(times.toSorted((a, b) => b - a));
        expect(new Set(events.map(({ plan }) => plan.eventId)).size).toBe(events.length);
        expect(events.length).toBeGreaterThan(5);
        expect(Math.min(...times)).toBeLessThan(at - 45 * DAY);
      }),
      { numRuns: 30 },
    );
  });

  it('F5: windows are those of the manual', () => {
    fc.assert(
      fc.property(moments, fc.constantFrom(...regionIds), (at, regionId) => {
        for (const { plan, state, finishedAt } of history(regionId, at)) {
          const window = USER_WINDOWS[parseEventType(plan.type) ?? 'SystemMaintenance.Reboot'];
          if (parseEventType(plan.type) === null) continue;
          expect(eventAdvice(plan.type, state)).not.toEqual([]);
          const notice = plan.notBefore - plan.publishedAt;
          if (window === null) expect(notice).toBe(0);
          else {
            expect(notice).toBeGreaterThanOrEqual(Math.min(window.min, 15 * DAY - 90_000));
            expect(notice).toBeLessThanOrEqual(window.max);
          }
          if (finishedAt !== null) expect(finishedAt - plan.notBefore).toBeLessThanOrEqual(EXECUTION_MS);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('F5: states only go forward, and final ones stay', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 3 * DAY }), { minLength: 3, maxLength: 12 });
    fc.assert(
      fc.property(moments, fc.constantFrom(...regionIds), steps, (start, regionId, leaps) => {
        let at = start;
        const watched = openEvents(world, untouched, regionId, at);
        const last = new Map<string, EventView>(watched.map((view) => [view.plan.eventId, view]));
        for (const leap of leaps) {
          at += leap;
          for (const [eventId, before] of last) {
            const now = findEvent(world, untouched, regionId, eventId, at);
            expect(now, eventId).toBeDefined();
            if (now!.state === before.state) continue;
            expect(isFinalEventState(before.state)).toBe(false);
            const reachable = new Set(
              nextEventStates(before.state).flatMap((next) => [next, ...nextEventStates(next)]),
            );
            expect(reachable.has(now!.state), `${before.state} → ${now!.state}`).toBe(true);
            last.set(eventId, now!);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('F5: whatever users do, what they did stays done', () => {
    const doings = fc.array(fc.tuple(fc.constantFrom('reboot', 'move', 'release'), fc.nat()), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(moments, doings, (start, list) => {
        const ledger = createLedger();
        const regionId = 'cn-beijing';
        let at = start;
        const finals = new Map<string, EventView>();
        for (const [doing, choice] of list) {
          at += (choice % 40) * HOUR;
          const pending = pendingEvents(world, ledger, regionId, at);
          const event = pending[choice % Math.max(1, pending.length)];
          if (!event) continue;
          const { eventId, instanceId } = event.plan;
          const acts = {
            reboot: { kind: 'InstanceRebooted', at, instanceId },
            move: { kind: 'EventMoved', at, eventId, notBefore: at + HOUR },
            release: { kind: 'InstanceReleased', at, instanceId },
          } as const satisfies Record<string, Act>;
          ledger.reduce(acts[doing]);
          for (const view of eventsSince(world, ledger, regionId, at - 20 * DAY, at)) {
            const before = finals.get(view.plan.eventId);
            if (before) expect(view).toEqual(before);
            if (view.finishedAt !== null) finals.set(view.plan.eventId, view);
          }
        }
        for (const [eventId, view] of finals) {
          expect(findEvent(world, ledger, regionId, eventId, at + 10 * DAY)?.state).toBe(view.state);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('K1: the fleet is the same whether asked for at once or instance by instance, now or again', () => {
    const soon = fc.integer({ min: 0, max: 2 * HOUR });
    fc.assert(
      fc.property(moments, soon, fc.constantFrom(...regionIds), (before, later, regionId) => {
        worldAt(world, untouched, before).instances(regionId);
        const at = before + later;
        const now = worldAt(world, untouched, at);
        const list = now.instances(regionId);
        for (const instance of list) expect(now.find(regionId, instance.instanceId)).toEqual(instance);
        const fresh = createWorld({ seed: 1, fleetSize: 60, bornAt: BORN_AT });
        expect(worldAt(fresh, createLedger(), at).instances(regionId)).toEqual(list);
        list.forEach((instance, index) => expect(now.indexOf(regionId, instance.instanceId)).toBe(index));
      }),
      { numRuns: 25 },
    );
  });

  it('F12: a run of a schedule meets a restart that is ahead', () => {
    const ledger = createLedger();
    for (const act of createPrelude(world, { seed: 1, fleetSize: 60, bornAt: BORN_AT })) ledger.reduce(act);
    fc.assert(
      fc.property(moments, (at) => {
        const events = openEvents(world, ledger, HOME_REGION, at).map(({ plan, state, notBefore }) => ({
          key: plan.eventId,
          region: plan.regionId,
          instanceId: plan.instanceId,
          type: plan.type,
          state,
          notBefore,
        }));
        const schedules = [...ledger.schedules].map(({ invokeId, regionId, instanceIds, periodic }) => {
          const first = periodic!.schedule.count(at) + 1;
          return {
            id: invokeId,
            region: regionId,
            instanceIds,
            fires: Array.from(
              { length: 60 },
              (_, index) => periodic!.schedule.fire(first + index) ?? Infinity,
            ),
          };
        });
        const collisions = collisionsOf(events, schedules);
        expect(collisions.filter(({ kind }) => kind !== 'afterStop')).not.toEqual([]);
        expect(Math.min(...collisions.map((one) => one.at))).toBeLessThan(at + 3 * DAY);
      }),
      { numRuns: 100 },
    );
  });

  it('F10: there is always a failed creation, and yet lists have few of those that are over', () => {
    fc.assert(
      fc.property(moments, (at) => {
        const failures = history('cn-shenzhen', at).filter(
          ({ plan }) => plan.type === 'SystemFailure.Delete',
        );
        const [open, over] = [true, false].map((is) =>
          failures.filter(({ finishedAt }) => (finishedAt === null) === is),
        ) as [EventView[], EventView[]];
        expect(open.length).toBeGreaterThan(0);
        const listed = over.filter((event) => !isFolded(event, at));
        // An hour's, and one or two a day in two months.
        expect(listed.length).toBeLessThanOrEqual(13 + 2 * 62);
        expect(listed.filter(({ finishedAt }) => finishedAt! >= at - HOUR).length).toBeGreaterThan(
          at < BORN_AT + HOUR ? -1 : 10,
        );
        for (const { plan } of over.slice(0, 20))
          expect(findEvent(world, untouched, 'cn-shenzhen', plan.eventId, at)?.state).toBe('Executed');
      }),
      { numRuns: 20 },
    );
  });

  it('F12: maintenance is done at night, between two and six in UTC+8', () => {
    const events = regionIds.flatMap((id) => history(id, BORN_AT + 90 * DAY));
    const hours = events
      .filter(({ plan }) => plan.type === 'SystemMaintenance.Reboot')
      .map(({ plan }) => new Date(plan.notBefore + 8 * HOUR).getUTCHours());
    expect(new Set(hours)).toEqual(new Set([2, 3, 4, 5]));
  });
});
