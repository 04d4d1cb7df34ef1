import {
  ALARM_LEVELS,
  ALARM_OPERATORS,
  ALARM_STATISTICS,
  ALL_INSTANCES,
  DEFAULT_SILENCE_SECONDS,
  NO_DATA_POLICIES,
} from '@/domain/metric-alarm';
import type { AlarmCondition, AlarmTerms, DayWindow } from '@/domain/metric-alarm';
import { alarmMetric } from '@/domain/metric-alarm-metrics';
import { alarmProblems } from '@/domain/metric-alarm-problems';
import type { AlarmProblemKind } from '@/domain/metric-alarm-problems';
import { parseDayWindow } from '@/domain/metric-alarm-window';
import type { MetricRuleSettings } from '../alarms/metric-rule-changes';
import { cmsRequired, parameterInvalid, resourceNotFound } from './cms-reply';
import { ECS_NAMESPACE } from './cms-request';
import type { ParamReader } from './params';
import { unsupported } from './request-rules';

/** The rule that a PutResourceMetricRule describes, or the refusal (contract 9.2). */
export function readMetricRule(params: ParamReader): MetricRuleSettings {
  for (const name of params.all.keys()) {
    const [first = ''] = name.split('.');
    if (first === 'CompositeExpression' || first === 'Prometheus') throw unsupported(first);
  }
  const ruleId = cmsRequired(params, 'RuleId');
  const ruleName = cmsRequired(params, 'RuleName');
  const namespace = cmsRequired(params, 'Namespace');
  const metricName = cmsRequired(params, 'MetricName');
  const contactGroups = textList(cmsRequired(params, 'ContactGroups'));
  const metric = alarmMetric(metricName);
  if (namespace !== ECS_NAMESPACE || !metric) throw resourceNotFound();
  const resources = readResources(params);
  const terms: AlarmTerms = {
    levels: readLevels(params),
    periodSeconds: Number(params.text('Period') ?? 60),
    silenceSeconds: params.integer('SilenceTime', 'ParameterInvalid') ?? DEFAULT_SILENCE_SECONDS,
    effective: readWindow(params, 'EffectiveInterval'),
    ineffective: readWindow(params, 'NoEffectiveInterval'),
    noDataPolicy: oneOf(NO_DATA_POLICIES, 'NoDataPolicy', params.text('NoDataPolicy') ?? NO_DATA_POLICIES[0]),
    sendOk: params.boolean('SendOK') ?? true,
  };
  const [problem] = alarmProblems({
    ...terms,
    name: ruleName,
    metric,
    instanceIds: resources && resources.map(({ instanceId = '' }) => instanceId),
    contactGroups,
    isWindowWrong: false,
  });
  if (problem) throw parameterInvalid(PARAMETER_OF[problem.kind](problem.level ?? ''));
  return {
    ruleId,
    ruleName,
    metricName,
    resources,
    terms,
    contactGroups,
    mailSubject: params.text('EmailSubject') ?? '',
    webhook: params.text('Webhook') ?? '',
    labels: params.objects('Labels').map(({ Key = '', Value = '' }) => ({ Key, Value })),
  };
}

/** Which parameter a problem of a rule is about. */
const PARAMETER_OF: Readonly<Record<AlarmProblemKind, (level: string) => string>> = {
  nameMissing: () => 'RuleName',
  nameTooLong: () => 'RuleName',
  metricMissing: () => 'MetricName',
  statisticUnknown: (level) => `Escalations.${level}.Statistics`,
  levelMissing: () => 'Escalations',
  thresholdMissing: (level) => `Escalations.${level}.Threshold`,
  timesWrong: (level) => `Escalations.${level}.Times`,
  timesTooLong: (level) => `Escalations.${level}.Times`,
  periodUnknown: () => 'Period',
  silenceTooShort: () => 'SilenceTime',
  windowWrong: () => 'EffectiveInterval',
  groupMissing: () => 'ContactGroups',
  instanceMissing: () => 'Resources',
  tooManyInstances: () => 'Resources',
};

/** Texts with commas between them. */
export function textList(text: string): string[] {
  return [...new Set(text.split(',').flatMap((part) => part.trim() || []))];
}

function readResources(params: ParamReader): MetricRuleSettings['resources'] {
  const text = params.text('Resources');
  if (text === undefined) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw parameterInvalid('Resources');
  }
  const list: unknown[] = Array.isArray(parsed) ? parsed : [parsed];
  if (list.length === 1 && isTexts(list[0]) && list[0]['resource'] === ALL_INSTANCES) return null;
  if (!list.every((item) => isTexts(item) && typeof item['instanceId'] === 'string')) {
    throw parameterInvalid('Resources');
  }
  return list as Record<string, string>[];
}

function isTexts(value: unknown): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((text) => typeof text === 'string')
  );
}

const MEMBERS = ['Statistics', 'ComparisonOperator', 'Threshold', 'Times'] as const;

/** All four of a level together, or none. */
function readLevels(params: ParamReader): AlarmTerms['levels'] {
  const levels: Partial<Record<(typeof ALARM_LEVELS)[number], AlarmCondition>> = {};
  for (const level of ALARM_LEVELS) {
    const name = (member: string) => `Escalations.${level}.${member}`;
    const sent = MEMBERS.filter((member) => params.text(name(member)) !== undefined);
    if (sent.length === 0) continue;
    const missing = MEMBERS.find((member) => !sent.includes(member));
    if (missing) throw parameterInvalid(name(missing), `${name(missing)} is mandatory for this action.`);
    const text = (member: (typeof MEMBERS)[number]) => params.text(name(member)) ?? '';
    levels[level] = {
      statistic: oneOf(ALARM_STATISTICS, name('Statistics'), text('Statistics')),
      operator: oneOf(ALARM_OPERATORS, name('ComparisonOperator'), text('ComparisonOperator')),
      threshold: Number(text('Threshold')),
      times: Number(text('Times')),
    };
  }
  return levels;
}

function oneOf<const Known extends string>(known: readonly Known[], name: string, text: string): Known {
  const found = known.find((one) => one === text);
  if (found === undefined) throw parameterInvalid(name);
  return found;
}

function readWindow(params: ParamReader, name: string): DayWindow | null {
  const text = params.text(name);
  if (text === undefined) return null;
  const window = parseDayWindow(text);
  if (!window) throw parameterInvalid(name);
  return window;
}
