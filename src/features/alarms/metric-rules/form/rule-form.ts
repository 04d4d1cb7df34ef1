import type { MetricRule, PutMetricRuleRequest } from '@/api/cms/metric-rules';
import type { Dimensions } from '@/api/cms/metrics';
import {
  ALARM_LEVELS,
  DEFAULT_SILENCE_SECONDS,
  NO_DATA_POLICIES,
  type AlarmCondition,
  type AlarmLevel,
  type AlarmOperator,
  type AlarmStatistic,
  type AlarmTerms,
  type NoDataPolicy,
} from '@/domain/metric-alarm';
import { alarmMetric } from '@/domain/metric-alarm-metrics';
import { type AlarmDraft, alarmProblems, type AlarmProblem } from '@/domain/metric-alarm-problems';
import { isWholeDay, parseDayWindow } from '@/domain/metric-alarm-window';
import { conditionOf, termsOf } from '../rule-terms';

/** A level as it is written. */
export interface LevelDraft {
  on: boolean;
  statistic: AlarmStatistic;
  operator: AlarmOperator;
  threshold: string;
  times: string;
}

/** A metric rule as it is written; plain JSON, so that it can be kept. */
export interface RuleForm {
  /** Made once: put again, it is the same rule (contract 9.2). */
  ruleId: string;
  name: string;
  metric: string;
  periodSeconds: number;
  levels: Readonly<Record<AlarmLevel, LevelDraft>>;
  everything: boolean;
  /** Those chosen, kept while everything is. */
  instances: readonly { instanceId: string; name: string }[];
  groups: readonly string[];
  silenceSeconds: number;
  windowFrom: string;
  windowTo: string;
  noDataPolicy: NoDataPolicy;
  sendOk: boolean;
  /** What the form has no fields for goes back as it came. */
  kept: Pick<PutMetricRuleRequest, 'NoEffectiveInterval' | 'EmailSubject' | 'Webhook' | 'Labels'> & {
    resources: readonly Dimensions[];
  };
}

const LEVEL: LevelDraft = {
  on: false,
  statistic: 'Average',
  operator: 'GreaterThanOrEqualToThreshold',
  threshold: '',
  times: '3',
};

export function emptyRule(ruleId: string): RuleForm {
  return {
    ruleId,
    name: '',
    metric: 'CPUUtilization',
    periodSeconds: 60,
    levels: { Critical: LEVEL, Warn: { ...LEVEL, on: true, threshold: '80' }, Info: LEVEL },
    everything: false,
    instances: [],
    groups: [],
    silenceSeconds: DEFAULT_SILENCE_SECONDS,
    windowFrom: '00:00',
    windowTo: '23:59',
    noDataPolicy: NO_DATA_POLICIES[0],
    sendOk: true,
    kept: { resources: [] },
  };
}

/** The form of a rule that is there. @param names of its instances, as far as they are known */
export function formOf(rule: MetricRule, names: ReadonlyMap<string, string>): RuleForm {
  const empty = emptyRule(rule.RuleId);
  const terms = termsOf(rule);
  const [from = '00:00', to = '23:59'] = rule.EffectiveInterval.split('-');
  const ids = [...new Set((rule.Resources ?? []).flatMap(({ instanceId }) => instanceId ?? []))];
  return {
    ...empty,
    name: rule.RuleName,
    metric: rule.MetricName,
    periodSeconds: rule.Period ?? empty.periodSeconds,
    levels: {
      Critical: levelOf(rule, 'Critical'),
      Warn: levelOf(rule, 'Warn'),
      Info: levelOf(rule, 'Info'),
    },
    everything: rule.Resources === null,
    instances: ids.map((instanceId) => ({ instanceId, name: names.get(instanceId) ?? instanceId })),
    groups: rule.ContactGroups,
    silenceSeconds: rule.SilenceTime ?? empty.silenceSeconds,
    windowFrom: from,
    windowTo: to,
    noDataPolicy: terms?.noDataPolicy ?? empty.noDataPolicy,
    sendOk: rule.SendOK ?? true,
    kept: {
      resources: rule.Resources ?? [],
      ...(rule.NoEffectiveInterval ? { NoEffectiveInterval: rule.NoEffectiveInterval } : {}),
      ...(rule.MailSubject ? { EmailSubject: rule.MailSubject } : {}),
      ...(rule.Webhook ? { Webhook: rule.Webhook } : {}),
      ...(rule.Labels.length > 0 ? { Labels: rule.Labels } : {}),
    },
  };
}

function levelOf(rule: MetricRule, level: AlarmLevel): LevelDraft {
  const escalation = rule.Escalations[level];
  const condition = escalation && conditionOf(escalation);
  if (!condition) return LEVEL;
  const { statistic, operator, threshold, times } = condition;
  return { on: true, statistic, operator, threshold: String(threshold), times: String(times) };
}

/** A form as the rules of the domain see it; what cannot be read is NaN. */
export function draftOf(form: RuleForm): AlarmDraft & AlarmTerms {
  const metric = alarmMetric(form.metric) ?? null;
  const effective = parseDayWindow(`${form.windowFrom.trim()}-${form.windowTo.trim()}`);
  const levels = Object.fromEntries(
    ALARM_LEVELS.flatMap((level) => (form.levels[level].on ? [[level, readLevel(form.levels[level])]] : [])),
  );
  return {
    name: form.name,
    metric,
    instanceIds: form.everything ? null : form.instances.map(({ instanceId }) => instanceId),
    contactGroups: form.groups,
    levels,
    periodSeconds: form.periodSeconds,
    silenceSeconds: form.silenceSeconds,
    effective: effective && !isWholeDay(effective) ? effective : null,
    ineffective: parseDayWindow(form.kept.NoEffectiveInterval ?? ''),
    isWindowWrong: effective === null,
    noDataPolicy: form.noDataPolicy,
    sendOk: form.sendOk,
  };
}

function readLevel({ statistic, operator, threshold, times }: LevelDraft): AlarmCondition {
  return { statistic, operator, threshold: readNumber(threshold), times: readNumber(times) };
}

function readNumber(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}

/** What is wrong with a form, in its order. */
export function formProblems(form: RuleForm): AlarmProblem[] {
  return alarmProblems(draftOf(form));
}

/** The terms of a form whose conditions are complete, whatever else is missing; null when they are not. */
export function termsOfForm(form: RuleForm): AlarmTerms | null {
  const draft = draftOf(form);
  const blocking = alarmProblems({ ...draft, name: 'x', contactGroups: ['x'], instanceIds: null });
  return blocking.length > 0 ? null : draft;
}

/** A number as the service tells it again; what is none stays as it was typed. */
function plainNumber(text: string): string {
  const amount = readNumber(text);
  return Number.isFinite(amount) ? String(amount) : text.trim();
}

/** The call that puts the rule. */
export function putRequest(RegionId: string, form: RuleForm): PutMetricRuleRequest {
  const { kept } = form;
  const { resources, ...rest } = kept;
  const ids = new Set(form.instances.map(({ instanceId }) => instanceId));
  const known = resources.filter(({ instanceId = '' }) => ids.has(instanceId));
  const fresh = [...ids].filter((id) => !known.some(({ instanceId }) => instanceId === id));
  return {
    RegionId,
    RuleId: form.ruleId,
    RuleName: form.name.trim(),
    MetricName: form.metric,
    Resources: form.everything ? null : [...known, ...fresh.map((instanceId) => ({ instanceId }))],
    ContactGroups: form.groups,
    Escalations: Object.fromEntries(
      ALARM_LEVELS.flatMap((level) => {
        const { on, statistic, operator, threshold, times } = form.levels[level];
        if (!on) return [];
        const members = { Statistics: statistic, ComparisonOperator: operator };
        return [[level, { ...members, Threshold: plainNumber(threshold), Times: Number(times) }]];
      }),
    ),
    Period: form.periodSeconds,
    SilenceTime: form.silenceSeconds,
    EffectiveInterval: `${form.windowFrom.trim()}-${form.windowTo.trim()}`,
    NoDataPolicy: form.noDataPolicy,
    SendOK: form.sendOk,
    ...rest,
  };
}
