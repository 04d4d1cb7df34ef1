import { ALARM_LEVELS } from '@/domain/metric-alarm';
import type { DraftStore } from '../../use-row-draft';
import type { RuleForm } from './rule-form';
import { rebasedRule, sameRule } from './same-rule';

export const METRIC_RULE_DRAFTS: DraftStore<RuleForm> = {
  name: 'metric-rule-draft',
  kept: (form) => form,
  read: (kept) => (isRuleForm(kept) ? kept : null),
  isSame: sameRule,
  rebased: rebasedRule,
};

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
