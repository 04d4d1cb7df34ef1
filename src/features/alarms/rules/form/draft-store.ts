import { ALARM_LEVELS } from '@/domain/metric-alarm';
import { dropFromSession, keepInSession, readFromSession } from '@/ui/session-keep';
import type { RuleForm } from './rule-form';

/** What is being written: a new rule, a copy of one, or one that is there. */
export type RuleDraftKind = 'new' | `copy:${string}` | `edit:${string}`;

const keyOf = (region: string, kind: RuleDraftKind) => `metric-rule-draft:${region}:${kind}`;

/** Keeps an unsaved form for this tab. */
export function keepRuleDraft(region: string, kind: RuleDraftKind, form: RuleForm): void {
  keepInSession(keyOf(region, kind), form);
}

export function forgetRuleDraft(region: string, kind: RuleDraftKind): void {
  dropFromSession(keyOf(region, kind));
}

/** The kept form, or null if there is none or it cannot be read. */
export function readRuleDraft(region: string, kind: RuleDraftKind): RuleForm | null {
  const kept = readFromSession(keyOf(region, kind));
  return isRuleForm(kept) ? kept : null;
}

const TEXTS = ['ruleId', 'name', 'metric', 'windowFrom', 'windowTo', 'noDataPolicy'];

function isRuleForm(value: unknown): value is RuleForm {
  if (!isRecord(value) || !isRecord(value['levels']) || !isRecord(value['kept'])) return false;
  const { levels, instances, groups, kept } = value;
  return (
    TEXTS.every((field) => typeof value[field] === 'string') &&
    ALARM_LEVELS.every(
      (level) => isRecord(levels[level]) && typeof levels[level]['threshold'] === 'string',
    ) &&
    Array.isArray(instances) &&
    Array.isArray(groups) &&
    Array.isArray(kept['resources']) &&
    Number.isFinite(value['periodSeconds']) &&
    Number.isFinite(value['silenceSeconds'])
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
