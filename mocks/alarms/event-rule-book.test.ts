import { describe, expect, it } from 'vitest';
import type { AlarmChanged } from './acts';
import type { EventRuleChange } from './event-rule-changes';
import { eventRuleBook } from './event-rule-book';
import { BORN_RULES } from './event-rules-at-birth';

const done = (...changes: unknown[]): AlarmChanged[] =>
  changes.map((change, at) => ({ kind: 'AlarmChanged', at, change: change as EventRuleChange }));
const rulesAfter = (...changes: unknown[]) => [...eventRuleBook(done(...changes)).rules.values()];
const rule = {
  name: 'r',
  description: '',
  enabled: true,
  silenceSeconds: null,
  patterns: [{ product: 'ECS', types: ['*'], levels: ['*'], names: [], statuses: [], filter: '' }],
};
const contact = (id: string, group = 'ops') => ({ id, group, level: '4' });
const targets = (...contacts: object[]) => ({ contacts, webhooks: [], others: [] });

describe('the emulator’s event rules', () => {
  it('I2: those of the account’s birth are changed and deleted like any', () => {
    const [first] = BORN_RULES;
    const gone = rulesAfter({ what: 'EventRulesDeleted', names: [first!.name] });
    expect(gone.map(({ name }) => name)).toEqual(BORN_RULES.slice(1).map(({ name }) => name));
    const off = rulesAfter({ what: 'EventRulesSwitched', names: [first!.name], enabled: false });
    expect(off.find(({ name }) => name === first!.name)?.enabled).toBe(false);
  });

  it('I2: a rule put again keeps its targets; targets are added, replaced and removed by their IDs', () => {
    const found = rulesAfter(
      { what: 'EventRulePut', rule },
      { what: 'EventRuleTargetsPut', ruleName: 'r', targets: targets(contact('1'), contact('2', 'dba')) },
      { what: 'EventRulePut', rule: { ...rule, description: 'x' } },
      { what: 'EventRuleTargetsPut', ruleName: 'r', targets: targets(contact('2', 'web')) },
      { what: 'EventRuleTargetsDeleted', ruleName: 'r', ids: ['1'] },
    ).find(({ name }) => name === 'r');
    expect(found).toMatchObject({ description: 'x', targets: { contacts: [contact('2', 'web')] } });
  });

  it.each([
    ['nothing', null],
    ['an unknown one', { what: 'RuleSung', names: ['planned-restarts'] }],
    ['a rule without patterns', { what: 'EventRulePut', rule: { ...rule, patterns: undefined } }],
    ['names that are none', { what: 'EventRulesDeleted', names: 'planned-restarts' }],
    [
      'targets of a rule that is not there',
      { what: 'EventRuleTargetsPut', ruleName: 'x', targets: targets() },
    ],
    ['targets without members', { what: 'EventRuleTargetsPut', ruleName: 'planned-restarts', targets: {} }],
    ['a test without content', { what: 'TestEventSent', id: 'x', name: 'y' }],
  ])('I2: %s changes nothing', (_case, change) => {
    expect(eventRuleBook(done(change))).toEqual(eventRuleBook([]));
  });
});
