import type { Ledger } from '../ledger';
import type { World } from '../world/world';
import type { AlarmChanged } from './acts';
import type { MetricRuleSettings } from './metric-rule-changes';
import { isMetricRuleSettings } from './metric-rule-shapes';
import { bornMetricRules } from './metric-rules-at-birth';

/** A rule as it is now. World times, epoch ms. */
export interface MetricRule {
  settings: MetricRuleSettings;
  createdAt: number;
  updatedAt: number;
  enabled: boolean;
}

/** A time in which one version of a rule was in force; an end of null: it still is. */
export interface RuleTerm {
  settings: MetricRuleSettings;
  from: number;
  to: number | null;
}

/** Every rule there is, and every time in which one was in force: what it told then stays told. */
export interface MetricRuleBook {
  /** By ID, oldest first. */
  rules: ReadonlyMap<string, MetricRule>;
  terms: readonly RuleTerm[];
}

/** What is asked to know the rules. */
export type RuleScene = { ledger: Pick<Ledger, 'alarmChanges'>; world: World; worldAt(at: number): World };

interface Reading {
  bornAt: number;
  seed: number;
  read: number;
  rules: Map<string, MetricRule>;
  terms: RuleTerm[];
  /** The time in which a rule is in force now. */
  open: Map<string, RuleTerm>;
}

const readings = new WeakMap<readonly AlarmChanged[], Reading>();

/** The rules after all that was done to them. What was read before is not read again. */
export function metricRuleBook({ ledger: { alarmChanges }, world, worldAt }: RuleScene): MetricRuleBook {
  const { bornAt, seed } = world;
  let reading = readings.get(alarmChanges);
  if (!reading || reading.bornAt !== bornAt || reading.seed !== seed) {
    reading = { bornAt, seed, read: 0, rules: new Map(), terms: [], open: new Map() };
    for (const { at, rule } of bornMetricRules(worldAt(bornAt), bornAt)) put(reading, at, rule);
    readings.set(alarmChanges, reading);
  }
  for (; reading.read < alarmChanges.length; reading.read += 1) {
    const { at, change } = alarmChanges[reading.read]!;
    note(reading, at, change);
  }
  return reading;
}

/** The list is that of all alarms, and may be from a file: what is not about these rules, or no rule, changes nothing here. */
function note(reading: Reading, at: number, change: AlarmChanged['change'] | null): void {
  switch (change?.what) {
    case 'MetricRulePut':
      if (isMetricRuleSettings(change.rule)) put(reading, at, change.rule);
      return;
    case 'MetricRulesEnabled':
      return eachRule(reading, change.ids, (rule) => {
        if (rule.enabled) return;
        rule.enabled = true;
        begin(reading, at, rule.settings);
      });
    case 'MetricRulesDisabled':
      return eachRule(reading, change.ids, (rule, id) => {
        rule.enabled = false;
        end(reading, at, id);
      });
    case 'MetricRulesDeleted':
      return eachRule(reading, change.ids, (_rule, id) => {
        reading.rules.delete(id);
        end(reading, at, id);
      });
    default:
  }
}

function eachRule(
  { rules }: Reading,
  ids: readonly string[],
  act: (rule: MetricRule, id: string) => void,
): void {
  for (const id of Array.isArray(ids) ? ids : []) {
    const rule = rules.get(id);
    if (rule) act(rule, id);
  }
}

/** One that is switched off stays so when it is replaced. */
function put(reading: Reading, at: number, settings: MetricRuleSettings): void {
  const { ruleId } = settings;
  const before = reading.rules.get(ruleId);
  const enabled = before?.enabled ?? true;
  reading.rules.set(ruleId, { settings, createdAt: before?.createdAt ?? at, updatedAt: at, enabled });
  end(reading, at, ruleId);
  if (enabled) begin(reading, at, settings);
}

function begin({ terms, open }: Reading, from: number, settings: MetricRuleSettings): void {
  const term: RuleTerm = { settings, from, to: null };
  terms.push(term);
  open.set(settings.ruleId, term);
}

function end({ open }: Reading, at: number, ruleId: string): void {
  const term = open.get(ruleId);
  if (term) term.to = at;
  open.delete(ruleId);
}
