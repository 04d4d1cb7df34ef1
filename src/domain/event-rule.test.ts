import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CMS_EVENT_NAMES, ECS_EVENT_NAMES } from './cms-event-names';
import {
  type EventPattern,
  type EventRule,
  type MatchedEvent,
  patternVerdict,
  ruleVerdict,
} from './event-rule';

const pattern = (members: Partial<EventPattern> = {}): EventPattern => ({
  product: 'ECS',
  types: ['*'],
  levels: ['*'],
  names: [],
  statuses: [],
  filter: '',
  ...members,
});
const reboot: MatchedEvent = ECS_EVENT_NAMES.find(
  ({ name }) => name === 'Instance:SystemMaintenance.Reboot:Scheduled',
)!;
const anyEvent = fc.constantFrom(...CMS_EVENT_NAMES);
const anyPattern = fc.record({
  product: fc.constantFrom('ECS', 'ecs', 'CloudMonitor', 'rds'),
  types: fc.subarray(['Maintenance', 'Exception', 'StatusNotification', '*']),
  levels: fc.subarray(['CRITICAL', 'Warn', 'info', '*']),
  names: fc.subarray(
    CMS_EVENT_NAMES.map(({ name }) => name),
    { maxLength: 5 },
  ),
  statuses: fc.subarray(['Scheduled', 'Executing', 'Normal', '*']),
  filter: fc.constantFrom('', 'a.b = 1'),
});

describe('what a rule is about', () => {
  it.each<[string, Partial<EventPattern>, string]>([
    ['everything', {}, 'yes'],
    ['the product in small letters', { product: 'ecs' }, 'yes'],
    ['another product', { product: 'rds' }, 'no'],
    ['its type', { types: ['Maintenance'] }, 'yes'],
    ['another type', { types: ['Exception'] }, 'no'],
    ['its level in another spelling', { levels: ['Critical'] }, 'yes'],
    ['another level', { levels: ['WARN', 'INFO'] }, 'no'],
    ['its name', { names: [reboot.name] }, 'yes'],
    ['another name', { names: ['Instance:SystemMaintenance.Reboot:Executed'] }, 'no'],
    ['its status', { statuses: ['Scheduled'] }, 'yes'],
    ['another status', { statuses: ['Executed'] }, 'no'],
    ['a condition of the service’s own', { filter: 'x' }, 'maybe'],
    ['a condition, but another type', { filter: 'x', types: ['Exception'] }, 'no'],
  ])('I2: %s', (_case, members, verdict) => {
    expect(patternVerdict(pattern(members), reboot)).toBe(verdict);
  });

  it('I2: the type of a name that is not known may be any', () => {
    const stranger = { ...reboot, name: 'Instance:New:Now', type: null };
    expect(patternVerdict(pattern({ types: ['Exception'] }), stranger)).toBe('maybe');
    expect(patternVerdict(pattern(), stranger)).toBe('yes');
  });

  it('I2: one pattern is enough; a rule that is off tells nobody; one without patterns neither', () => {
    const both = [pattern({ types: ['Exception'] }), pattern({ names: [reboot.name] })];
    expect(ruleVerdict({ enabled: true, patterns: both }, reboot)).toBe('fires');
    expect(ruleVerdict({ enabled: false, patterns: both }, reboot)).toBe('off');
    expect(ruleVerdict({ enabled: true, patterns: [] }, reboot)).toBe('no');
    expect(ruleVerdict({ enabled: true, patterns: [pattern({ filter: 'x' })] }, reboot)).toBe('maybe');
  });

  it('I2: a further value in a list never takes an event away, a further list never adds one', () => {
    fc.assert(
      fc.property(anyPattern, anyEvent, (one, event) => {
        const isAbout = (pattern: EventPattern) => patternVerdict(pattern, event) !== 'no';
        const wider = { ...one, types: [...one.types, '*'], levels: [...one.levels, '*'] };
        expect(isAbout(one) && !isAbout(wider)).toBe(false);
        const narrower = { ...one, names: one.names.length === 0 ? [event.name] : one.names };
        expect(!isAbout(one) && isAbout(narrower)).toBe(false);
      }),
    );
  });

  it('I2: a rule fires exactly when it is on and one of its patterns lets the event through', () => {
    fc.assert(
      fc.property(
        fc.array(anyPattern, { maxLength: 3 }),
        fc.boolean(),
        anyEvent,
        (patterns, enabled, event) => {
          const rule: Pick<EventRule, 'enabled' | 'patterns'> = { enabled, patterns };
          const through = patterns.some((one) => patternVerdict(one, event) === 'yes');
          expect(ruleVerdict(rule, event) === 'fires').toBe(enabled && through);
        },
      ),
    );
  });
});
