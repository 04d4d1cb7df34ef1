import type { EventRule } from '@/domain/event-rule';
import { type EventRuleTargets, NO_TARGETS } from '@/domain/event-rule-targets';
import type { AlarmChanged } from './acts';
import { isEventRuleChange } from './event-rule-shapes';
import { BORN_RULES } from './event-rules-at-birth';

export interface StoredEventRule extends EventRule {
  targets: EventRuleTargets;
}

/** An event that SendDryRunSystemEvent made. `at` in world epoch ms. */
export interface TestEvent {
  id: string;
  at: number;
  name: string;
  /** As it was sent. */
  content: string;
}

export interface EventRuleBook {
  /** By name, in the order in which they were first put. */
  rules: ReadonlyMap<string, StoredEventRule>;
  /** Oldest first. */
  tests: readonly TestEvent[];
}

const known = new WeakMap<readonly AlarmChanged[], { length: number; state: EventRuleBook }>();

/** The rules and test events after all changes; a change that cannot be understood changes nothing. */
export function eventRuleBook(changes: readonly AlarmChanged[]): EventRuleBook {
  const kept = known.get(changes);
  if (kept?.length === changes.length) return kept.state;
  const rules = new Map(BORN_RULES.map((rule) => [rule.name, rule]));
  const tests: TestEvent[] = [];
  for (const { at, change } of changes) {
    if (!isEventRuleChange(change)) continue;
    const edit = (name: string, change: (rule: StoredEventRule) => StoredEventRule) => {
      const rule = rules.get(name);
      if (rule) rules.set(name, change(rule));
    };
    switch (change.what) {
      case 'EventRulePut': {
        const { rule } = change;
        rules.set(rule.name, { ...rule, targets: rules.get(rule.name)?.targets ?? NO_TARGETS });
        break;
      }
      case 'EventRulesSwitched':
        for (const name of change.names) edit(name, (rule) => ({ ...rule, enabled: change.enabled }));
        break;
      case 'EventRulesDeleted':
        for (const name of change.names) rules.delete(name);
        break;
      case 'EventRuleTargetsPut':
        edit(change.ruleName, (rule) => ({ ...rule, targets: withTargets(rule.targets, change.targets) }));
        break;
      case 'EventRuleTargetsDeleted':
        edit(change.ruleName, (rule) => ({ ...rule, targets: without(rule.targets, new Set(change.ids)) }));
        break;
      case 'TestEventSent':
        tests.push({ id: change.id, at, name: change.name, content: change.content });
    }
  }
  const state = { rules, tests };
  known.set(changes, { length: changes.length, state });
  return state;
}

function without(targets: EventRuleTargets, ids: ReadonlySet<string>): EventRuleTargets {
  const stays = ({ id }: { id: string }) => !ids.has(id);
  return {
    contacts: targets.contacts.filter(stays),
    webhooks: targets.webhooks.filter(stays),
    others: targets.others.filter(stays),
  };
}

/** A put adds targets and replaces those whose IDs it names; IDs are unique in a rule. */
function withTargets(before: EventRuleTargets, put: EventRuleTargets): EventRuleTargets {
  const named = new Set([...put.contacts, ...put.webhooks, ...put.others].map(({ id }) => id));
  const kept = without(before, named);
  return {
    contacts: [...kept.contacts, ...put.contacts],
    webhooks: [...kept.webhooks, ...put.webhooks],
    others: [...kept.others, ...put.others],
  };
}
