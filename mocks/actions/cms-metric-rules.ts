import { ALARM_LEVELS, ALARM_STATES, ALL_INSTANCES } from '@/domain/metric-alarm';
import type { AlarmState } from '@/domain/metric-alarm';
import { formatDayWindow } from '@/domain/metric-alarm-window';
import { standingOf } from '../alarms/alarm-standing';
import { inTurns } from '../alarms/alarm-turns';
import { contactBook } from '../alarms/contact-book';
import { metricRuleBook, type MetricRule } from '../alarms/metric-rule-book';
import type { MetricRuleChange } from '../alarms/metric-rule-changes';
import { Fault } from '../fault';
import type { Action, ActionContext } from './action';
import { readMetricRule, textList } from './cms-metric-rule-request';
import { cmsRequired, parameterInvalid, resourceNotFound } from './cms-reply';
import { ECS_NAMESPACE } from './cms-request';
import type { ParamReader } from './params';

const MOST_IDS = 20;
const MOST_AT_ONCE = 100;
/** The quota is not published. */
const MOST_RULES = 1000;
const DEFAULT_SIZE = 10;
const MOST_ROWS = 100;

/** PutResourceMetricRule (contract 9.2): creates a rule, or replaces the one that has the ID. */
export const putResourceMetricRule: Action = (context) => {
  const rule = readMetricRule(context.params);
  const { rules } = metricRuleBook(context);
  const { groups } = contactBook(context);
  const unknown = rule.contactGroups.find((name) => !groups.has(name));
  if (unknown !== undefined) throw resourceNotFound();
  if (!rules.has(rule.ruleId) && rules.size >= MOST_RULES) {
    throw new Fault('ResourceOverLimit', 429, 'The number of alert rules exceeds the quota.');
  }
  return changed(context, { what: 'MetricRulePut', rule });
};

/** EnableMetricRules (contract 9.2). */
export const enableMetricRules: Action = (context) =>
  changed(context, { what: 'MetricRulesEnabled', ids: knownIds(context, 'RuleId') });

/** DisableMetricRules (contract 9.2). */
export const disableMetricRules: Action = (context) =>
  changed(context, { what: 'MetricRulesDisabled', ids: knownIds(context, 'RuleId') });

/** DeleteMetricRules (contract 9.2): the list is called `Id` here. */
export const deleteMetricRules: Action = (context) =>
  changed(context, { what: 'MetricRulesDeleted', ids: knownIds(context, 'Id') });

function changed({ act, now }: ActionContext, change: MetricRuleChange) {
  act({ kind: 'AlarmChanged', at: now, change });
  return {};
}

/** The IDs that are sent, all of rules that exist. */
function knownIds(context: ActionContext, name: string): string[] {
  const ids = [...new Set(context.params.list(name))];
  if (ids.length === 0) throw parameterInvalid(name, `${name} is mandatory for this action.`);
  if (ids.length > MOST_AT_ONCE) throw parameterInvalid(name);
  const { rules } = metricRuleBook(context);
  if (ids.some((id) => !rules.has(id))) throw resourceNotFound();
  return ids;
}

/** DescribeMetricRuleList (contract 9.2): newest first. The page is `Page`, the total a text, the code a number. */
export const describeMetricRuleList: Action = async (context) => {
  const { params } = context;
  const page = within(params, 'Page', 1, Number.MAX_SAFE_INTEGER);
  const size = within(params, 'PageSize', DEFAULT_SIZE, MOST_ROWS);
  const asked = params.text('AlertState');
  if (asked !== undefined && !ALARM_STATES.some((state) => state === asked))
    throw parameterInvalid('AlertState');
  const fits = ruleFilter(params);
  const rules = [...metricRuleBook(context).rules.values()].filter(fits).toReversed();
  const stateOf = standings(context);
  const rows: { rule: MetricRule; state: AlarmState }[] = [];
  if (asked === undefined) {
    const start = (page - 1) * size;
    for (const rule of rules.slice(start, start + size)) rows.push({ rule, state: await stateOf(rule) });
    return ruleList(rows, rules.length);
  }
  for (const rule of rules) {
    const state = await stateOf(rule);
    if (state === asked) rows.push({ rule, state });
  }
  return ruleList(rows.slice((page - 1) * size, page * size), rows.length);
};

function ruleList(rows: readonly { rule: MetricRule; state: AlarmState }[], total: number) {
  return {
    Code: 200,
    Total: String(total),
    Alarms: { Alarm: rows.map(({ rule, state }) => ruleRow(rule, state)) },
  };
}

function within(params: ParamReader, name: string, fallback: number, most: number): number {
  const value = params.integer(name, 'ParameterInvalid') ?? fallback;
  if (value < 1 || value > most) throw parameterInvalid(name);
  return value;
}

function ruleFilter(params: ParamReader): (rule: MetricRule) => boolean {
  const ids = params.text('RuleIds') === undefined ? null : textList(cmsRequired(params, 'RuleIds'));
  if (ids && ids.length > MOST_IDS) throw parameterInvalid('RuleIds');
  const name = params.text('RuleName')?.toLowerCase();
  const namespace = params.text('Namespace');
  const metricName = params.text('MetricName');
  const enabled = params.boolean('EnableState');
  const instanceIds = readInstanceIds(params);
  const isOfGroup = params.text('GroupId') !== undefined;
  return ({ settings, enabled: isEnabled }) =>
    !isOfGroup &&
    (ids === null || ids.includes(settings.ruleId)) &&
    (name === undefined || settings.ruleName.toLowerCase().includes(name)) &&
    (namespace === undefined || namespace === ECS_NAMESPACE) &&
    (metricName === undefined || settings.metricName === metricName) &&
    (enabled === undefined || isEnabled === enabled) &&
    (instanceIds === null ||
      settings.resources === null ||
      settings.resources.some(({ instanceId = '' }) => instanceIds.includes(instanceId)));
}

/** `Dimensions`: rules that watch one of these instances. */
function readInstanceIds(params: ParamReader): string[] | null {
  const text = params.text('Dimensions');
  if (text === undefined) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    return (Array.isArray(parsed) ? parsed : [parsed]).map((one) =>
      String((one as { instanceId: unknown }).instanceId),
    );
  } catch {
    throw parameterInvalid('Dimensions');
  }
}

/** How rules stand now. One that is switched off judges nothing. */
function standings(context: ActionContext): (rule: MetricRule) => Promise<AlarmState> {
  const { terms } = metricRuleBook(context);
  const turns = inTurns();
  return async ({ settings: { ruleId } }) => {
    const term = terms.findLast(({ settings, to }) => to === null && settings.ruleId === ruleId);
    return term ? standingOf(term, context, turns) : 'INSUFFICIENT_DATA';
  };
}

function ruleRow({ settings, createdAt, updatedAt, enabled }: MetricRule, AlertState: AlarmState) {
  const { terms, resources } = settings;
  return {
    RuleId: settings.ruleId,
    RuleName: settings.ruleName,
    Namespace: ECS_NAMESPACE,
    MetricName: settings.metricName,
    Resources: JSON.stringify(resources ?? [{ resource: ALL_INSTANCES }]),
    Dimensions: '',
    Period: String(terms.periodSeconds),
    AlertState,
    EnableState: enabled,
    EffectiveInterval: terms.effective ? formatDayWindow(terms.effective) : '00:00-23:59',
    NoEffectiveInterval: terms.ineffective ? formatDayWindow(terms.ineffective) : '',
    SilenceTime: terms.silenceSeconds,
    ContactGroups: settings.contactGroups.join(','),
    MailSubject: settings.mailSubject,
    Webhook: settings.webhook,
    SourceType: 'METRIC',
    GroupId: '',
    GroupName: '',
    NoDataPolicy: terms.noDataPolicy,
    SendOK: terms.sendOk,
    ProductCategory: 'ecs',
    GmtCreate: createdAt,
    GmtUpdate: updatedAt,
    Escalations: Object.fromEntries(
      ALARM_LEVELS.map((level) => {
        const condition = terms.levels[level];
        if (!condition) return [level, {}];
        const { statistic, operator, threshold, times } = condition;
        const members = {
          Statistics: statistic,
          ComparisonOperator: operator,
          Threshold: String(threshold),
          Times: times,
        };
        return [level, { ...members, PreCondition: '' }];
      }),
    ),
    CompositeExpression: {},
    Labels: { Labels: settings.labels },
  };
}
