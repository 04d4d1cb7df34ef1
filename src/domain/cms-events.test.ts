import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCmsContent, ecsResourceId, instanceOfResource, testContent } from './cms-event-content';
import {
  CMS_EVENT_LEVELS,
  CMS_EVENT_NAMES,
  cmsNameOf,
  findCmsEventName,
  parseCmsLevel,
  partsOfCmsName,
} from './cms-event-names';
import { hasKeywords, parseKeywords } from './cms-event-search';
import { SYSTEM_EVENT_STATES, SYSTEM_EVENT_TYPES } from './system-events';

describe('the names of CloudMonitor’s events', () => {
  it.each([
    ['Instance:SystemMaintenance.Reboot:Inquiring', 'Maintenance', 'CRITICAL', 'Inquiring'],
    ['Instance:SystemMaintenance.PerformanceImpact:Executed', 'Maintenance', 'WARN', 'Executed'],
    ['Instance:SystemFailure.Delete:Avoided', 'Exception', 'CRITICAL', 'Avoided'],
    ['Instance:SystemFailure.Redeploy:Scheduled', 'Exception', 'CRITICAL', 'Scheduled'],
    ['Disk:Stalled:Executing', 'Exception', 'CRITICAL', 'Executing'],
    ['Instance:StateChange', 'StatusNotification', 'INFO', 'Normal'],
    ['Snapshot:CreateSnapshotCompleted', 'StatusNotification', 'INFO', 'Normal'],
    ['Agent_Status_Stopped', 'Exception', 'CRITICAL', 'Stopped'],
  ])('I4: %s', (name, type, level, status) => {
    expect(findCmsEventName(name)).toMatchObject({ type, level, status });
  });

  it('I4: each once, and each comes apart as it was put together', () => {
    const names = CMS_EVENT_NAMES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, kind, status, type } of CMS_EVENT_NAMES) {
      const parts = partsOfCmsName(name);
      expect(parts.kind).toBe(kind);
      if (type !== 'StatusNotification' && parts.state !== null) expect(parts.state).toBe(status);
    }
  });

  it('I4: expiry and arrears are no business of CloudMonitor’s, all else is told in every state', () => {
    for (const type of SYSTEM_EVENT_TYPES) {
      for (const state of SYSTEM_EVENT_STATES) {
        const isMoney = type.startsWith('InstanceExpiration') || type.startsWith('AccountUnbalanced');
        expect(cmsNameOf(type, state)?.name ?? null).toBe(isMoney ? null : `Instance:${type}:${state}`);
      }
    }
  });

  it('I4: levels in any case', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CMS_EVENT_LEVELS), fc.func(fc.boolean()), (level, isUpper) => {
        const mixed = [...level].map((letter) => (isUpper(letter) ? letter : letter.toLowerCase())).join('');
        expect(parseCmsLevel(mixed)).toBe(level);
      }),
    );
    expect(parseCmsLevel('grave')).toBeNull();
  });
});

describe('keywords', () => {
  it.each([
    ['', 'anything', true],
    ['web', 'WEB-prod-01', true],
    ['web and prod', 'web-prod-01', true],
    ['web and stage', 'web-prod-01', false],
    ['db or web', 'web-prod-01', true],
    ['db and prod or web and 01', 'web-prod-01', true],
    ['sandy shore', 'a sandy shore', true],
    ['and', 'android', true],
  ])('I4: “%s” in %s', (text, where, found) => {
    expect(hasKeywords(where, parseKeywords(text))).toBe(found);
  });
});

describe('an event’s content', () => {
  it('I4: never throws, and shows what is no JSON as it came', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(typeof readCmsContent(text).pretty).toBe('string');
      }),
    );
    expect(readCmsContent('<b>x</b>')).toMatchObject({ pretty: '<b>x</b>', eventId: '', isTest: false });
    expect(readCmsContent('{"eventId":7,"consoleTest":"true"}')).toMatchObject({
      eventId: '7',
      isTest: false,
    });
  });

  it('I2: a test from here is known again', () => {
    const content = testContent({ regionId: 'cn-beijing', instanceId: 'i-1', instanceName: 'web' });
    expect(readCmsContent(content)).toMatchObject({ isTest: true, instanceId: 'i-1', instanceName: 'web' });
    expect(JSON.parse(content)).toMatchObject({
      product: 'ECS',
      regionId: 'cn-beijing',
      resourceId: 'acs:ecs:cn-beijing:*:instance/i-1',
    });
  });

  it('I4: the instance of a resource', () => {
    expect(instanceOfResource(ecsResourceId('cn-hangzhou', 'i-9', '1'))).toBe('i-9');
    expect(instanceOfResource('acs:ecs:cn-hangzhou:1:snapshot/s-1')).toBe('');
  });
});
