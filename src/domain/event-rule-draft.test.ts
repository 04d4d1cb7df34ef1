import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ECS_EVENT_NAMES } from './cms-event-names';
import { MOST_IN_LIST, ruleVerdict } from './event-rule';
import {
  draftOfRule,
  EMPTY_RULE,
  type EventRuleDraft,
  eventRuleProblems,
  ruleOfDraft,
  sampleEventOf,
  unwritable,
} from './event-rule-draft';
import { channelsOf, freeTargetId, NO_TARGETS, removedTargets, webhookProblem } from './event-rule-targets';

const ops = { id: '1', group: 'ops', level: '4' };
const draft = (members: Partial<EventRuleDraft> = {}): EventRuleDraft => ({
  ...EMPTY_RULE,
  name: 'restarts',
  contacts: [ops],
  ...members,
});
const problems = (members: Partial<EventRuleDraft>) =>
  eventRuleProblems(draft(members)).map(({ problem }) => problem);
const hook = (url: string) => ({ id: '2', protocol: 'https', method: 'POST', url });

describe('writing an event rule', () => {
  it.each<[string, Partial<EventRuleDraft>, string[]]>([
    ['a whole one', {}, []],
    ['no name', { name: '  ' }, ['nameMissing']],
    ['a name too long', { name: 'x'.repeat(101) }, ['nameTooLong']],
    ['nobody told', { contacts: [] }, ['noTarget']],
    ['only a webhook', { contacts: [], webhooks: [hook('https://example.com/x?y=1')] }, []],
    ['no group chosen', { contacts: [{ ...ops, group: '' }] }, ['groupMissing']],
    ['a group twice', { contacts: [ops, { ...ops, id: '2' }] }, ['groupTwice']],
    ['no address', { webhooks: [hook(' ')] }, ['urlMissing']],
    ['an address that is none', { webhooks: [hook('ftp://example.com')] }, ['urlInvalid']],
    [
      'too many names',
      { names: Array.from({ length: MOST_IN_LIST + 1 }, (_, n) => `x${n}`) },
      ['tooManyNames'],
    ],
    ['names of another level', { names: ['Instance:StateChange'] }, ['matchesNothing']],
    ['a name that is not known', { names: ['Instance:New'] }, []],
  ])('I2: %s', (_case, members, found) => {
    expect(problems(members)).toEqual(found);
  });

  it('I2: what was read is written back as it was', () => {
    const list = (values: readonly string[]) => fc.subarray([...values]);
    fc.assert(
      fc.property(
        list(['Maintenance', 'Exception', 'StatusNotification']),
        list(['CRITICAL', 'WARN', 'INFO']),
        list(ECS_EVENT_NAMES.slice(0, 6).map(({ name }) => name)),
        fc.boolean(),
        fc.option(fc.integer({ min: 0, max: 90_000 })),
        (types, levels, names, enabled, silenceSeconds) => {
          const one = draft({ types, levels, names, enabled, silenceSeconds });
          const rule = ruleOfDraft(one);
          expect(unwritable(rule)).toBeNull();
          expect(draftOfRule({ rule, targets: { ...NO_TARGETS, contacts: one.contacts } })).toEqual(one);
        },
      ),
    );
  });

  it('I2: the sample of a rule is an event that it tells of', () => {
    fc.assert(
      fc.property(
        fc.subarray(['Maintenance', 'Exception', 'StatusNotification']),
        fc.subarray(['CRITICAL', 'WARN', 'INFO']),
        (types, levels) => {
          const one = draft({ types, levels });
          const sample = sampleEventOf(one);
          if (sample) expect(ruleVerdict(ruleOfDraft(one), sample)).toBe('fires');
        },
      ),
    );
    expect(sampleEventOf(draft({ types: ['Maintenance'], levels: ['INFO'] }))).toBeNull();
  });

  it('I2: what the form cannot write is left alone', () => {
    const [pattern] = ruleOfDraft(draft()).patterns;
    expect(unwritable({ patterns: [] })).toBe('patterns');
    expect(unwritable({ patterns: [pattern!, pattern!] })).toBe('patterns');
    expect(unwritable({ patterns: [{ ...pattern!, product: 'RDS' }] })).toBe('product');
    expect(unwritable({ patterns: [{ ...pattern!, filter: 'x' }] })).toBe('filter');
  });
});

describe('targets', () => {
  it.each([
    ['2', ['phone', 'sms', 'mail', 'dingtalk']],
    ['3', ['sms', 'mail', 'dingtalk']],
    ['4', ['mail', 'dingtalk']],
    ['9', null],
  ])('I2: level %s', (level, channels) => {
    expect(channelsOf(level)).toEqual(channels);
  });

  it.each([
    ['https://example.com', null],
    ['http://10.0.0.1:8080/hook?token=a', null],
    ['', 'empty'],
    ['example.com', 'address'],
    ['https://', 'address'],
    ['javascript:alert(1)', 'address'],
  ])('I2: the address %s', (url, problem) => {
    expect(webhookProblem(url)).toBe(problem);
  });

  it('I2: a new target never takes the ID of another; what is gone is named', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 12 }).map(String)), (taken) => {
        expect(taken).not.toContain(freeTargetId(taken));
      }),
    );
    const before = {
      contacts: [ops],
      webhooks: [hook('https://a.example')],
      others: [{ kind: 'MNS', id: '9', where: '' }],
    };
    expect(removedTargets(before, { ...NO_TARGETS, contacts: [ops] })).toEqual(['2']);
  });
});
