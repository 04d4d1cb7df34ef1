import type { MetricRule } from '@/api/cms/metric-rules';
import { holdsSame, rebased, rebasedList } from '../../rebased';
import { formOf, putRequest, type RuleForm } from './rule-form';

/** Whether two forms hold the same. The ID of a new rule is no part of what is written, nor is what instances are called. */
export function sameRule(a: RuleForm, b: RuleForm): boolean {
  return holdsSame(writtenOf(a), writtenOf(b));
}

function writtenOf(form: RuleForm) {
  return { ...form, ruleId: '', instances: form.instances.map(({ instanceId }) => instanceId) };
}

/** A form that began with `base`, over the rule as others have changed it since. */
export function rebasedRule(draft: RuleForm, base: RuleForm, fresh: RuleForm): RuleForm {
  return {
    ...rebased(draft, base, fresh),
    levels: rebased(draft.levels, base.levels, fresh.levels),
    instances: rebasedList(draft.instances, base.instances, fresh.instances, (one) => one.instanceId),
    groups: rebasedList(draft.groups, base.groups, fresh.groups, (name) => name),
    kept: fresh.kept,
  };
}

/** Whether a rule that is there is what a put of the form would make of it. */
export function isRulePut(there: MetricRule, form: RuleForm): boolean {
  return holdsSame(putRequest('', formOf(there, NO_NAMES)), putRequest('', form));
}

/** Whether a rule says the same as before, whatever its state is. */
export function sameSaved(a: MetricRule, b: MetricRule): boolean {
  return sameRule(formOf(a, NO_NAMES), formOf(b, NO_NAMES)) && holdsSame(a.composite, b.composite);
}

const NO_NAMES: ReadonlyMap<string, string> = new Map();
