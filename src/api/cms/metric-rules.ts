import { ALARM_LEVELS, ALL_INSTANCES, type AlarmLevel } from '@/domain/metric-alarm';
import { type Page, pageOf, readerOf, type Reader } from '../decode';
import type { Rpc } from '../rpc';
import { parseWireTime } from '../wire-times';
import { cmsCalls, type RegionRequest, type RequestOptions } from './call';
import { type Dimensions, ECS_NAMESPACE } from './metrics';

/** When a level is reached, as on the wire: values of other kinds than the console knows are kept. */
export type Escalation = {
  Statistics: string;
  ComparisonOperator: string;
  /** A number as text. */
  Threshold: string;
  /** Consecutive periods. */
  Times: number;
};

/** A metric alarm rule. Belongs to the account, whatever region is asked. */
export interface MetricRule {
  RuleId: string;
  RuleName: string;
  Namespace: string;
  MetricName: string;
  /** What it watches; null: every instance. */
  Resources: Dimensions[] | null;
  /** Seconds; undefined when the answer does not say. */
  Period: number | undefined;
  /** OK, ALARM, INSUFFICIENT_DATA, or newer. */
  AlertState: string;
  EnableState: boolean;
  /** `HH:mm-HH:mm`, or empty. */
  EffectiveInterval: string;
  NoEffectiveInterval: string;
  /** Seconds; undefined when the answer does not say. */
  SilenceTime: number | undefined;
  ContactGroups: string[];
  MailSubject: string;
  Webhook: string;
  NoDataPolicy: string;
  /** Undefined when the answer does not say: not every server does. */
  SendOK: boolean | undefined;
  /** Epoch ms. */
  GmtCreate: number | null;
  GmtUpdate: number | null;
  /** The levels it has. */
  Escalations: Partial<Record<AlarmLevel, Escalation>>;
  Labels: { Key: string; Value: string }[];
  /** It judges by an expression over several metrics instead of levels. */
  isComposite: boolean;
  /** The row as it came. */
  raw: Readonly<Record<string, unknown>>;
}

export interface PutMetricRuleRequest extends RegionRequest {
  /** Chosen by the caller: the same ID again replaces the rule, so a repeated put is one rule. */
  RuleId: string;
  RuleName: string;
  MetricName: string;
  /** Names of groups. */
  ContactGroups: readonly string[];
  /** Null: every instance. */
  Resources: readonly Dimensions[] | null;
  Escalations: Partial<Record<AlarmLevel, Escalation>>;
  Period: number;
  SilenceTime: number;
  EffectiveInterval?: string;
  NoEffectiveInterval?: string;
  NoDataPolicy?: string;
  SendOK?: boolean;
  EmailSubject?: string;
  Webhook?: string;
  Labels?: readonly { Key: string; Value: string }[];
}

export interface DescribeMetricRuleListRequest extends RegionRequest {
  /** At most 20. */
  RuleIds?: readonly string[];
  /** Part of the name. */
  RuleName?: string;
  MetricName?: string;
  AlertState?: string;
  EnableState?: boolean;
  /** Of what the rules watch. */
  Dimensions?: readonly Dimensions[];
  /** From 1. */
  Page?: number;
  /** Default 10. */
  PageSize?: number;
}

interface Done {
  RequestId: string;
}

const DEFAULT_PAGE = 10;
/** What one call of a switch takes. */
export const MOST_RULES_AT_ONCE = 100;

/** The parameters of a put as they are sent: what it watches and whom it tells are texts on the wire (contract 9.2). */
export function putMetricRuleParams({ Resources, ContactGroups, ...rest }: PutMetricRuleRequest) {
  return {
    ...rest,
    Namespace: ECS_NAMESPACE,
    ContactGroups: ContactGroups.join(','),
    Resources: JSON.stringify(Resources ?? [{ resource: ALL_INSTANCES }]),
  };
}

/** Metric alarm rules (manual 4.1, contract 9.2). Every function rejects with ApiError. */
export function metricRuleActions(rpc: Rpc) {
  const { read, write } = cmsCalls(rpc);
  const done = async (action: string, request: object, options?: RequestOptions): Promise<Done> => ({
    RequestId: (await write(action, request, options)).text('RequestId'),
  });
  return {
    /** Creates the rule, or replaces the one that has the ID. */
    putResourceMetricRule: (request: PutMetricRuleRequest, options?: RequestOptions) =>
      done('PutResourceMetricRule', putMetricRuleParams(request), options),

    async describeMetricRuleList(
      { RuleIds, Dimensions: dimensions, ...request }: DescribeMetricRuleListRequest,
      options?: RequestOptions,
    ): Promise<Page<MetricRule>> {
      const params = {
        ...request,
        Namespace: ECS_NAMESPACE,
        RuleIds: RuleIds?.join(','),
        Dimensions: dimensions && JSON.stringify(dimensions),
      };
      const reply = await read('DescribeMetricRuleList', params, options);
      const page = pageOf(reply, reply.list('Alarms', 'Alarm', ruleOf));
      return {
        ...page,
        pageNumber: request.Page ?? 1,
        pageSize: request.PageSize ?? DEFAULT_PAGE,
        totalCount: reply.number('Total') ?? page.totalCount,
      };
    },

    enableMetricRules: (request: RegionRequest & { RuleId: readonly string[] }, options?: RequestOptions) =>
      done('EnableMetricRules', request, options),

    disableMetricRules: (request: RegionRequest & { RuleId: readonly string[] }, options?: RequestOptions) =>
      done('DisableMetricRules', request, options),

    /** The list is called `Id` here, and `RuleId` in its sisters. */
    deleteMetricRules: (request: RegionRequest & { Id: readonly string[] }, options?: RequestOptions) =>
      done('DeleteMetricRules', request, options),
  };
}

function ruleOf(row: Reader): MetricRule {
  const escalations = row.object('Escalations');
  const composite = row.object('CompositeExpression');
  return {
    RuleId: row.text('RuleId'),
    RuleName: row.text('RuleName'),
    Namespace: row.text('Namespace'),
    MetricName: row.text('MetricName'),
    Resources: resourcesOf(row.text('Resources')),
    Period: row.number('Period'),
    AlertState: row.text('AlertState'),
    EnableState: row.flag('EnableState'),
    EffectiveInterval: row.text('EffectiveInterval'),
    NoEffectiveInterval: row.text('NoEffectiveInterval'),
    SilenceTime: row.number('SilenceTime'),
    ContactGroups: row
      .text('ContactGroups')
      .split(',')
      .flatMap((name) => name.trim() || []),
    MailSubject: row.text('MailSubject'),
    Webhook: row.text('Webhook'),
    NoDataPolicy: row.text('NoDataPolicy'),
    SendOK: row.text('SendOK') === '' ? undefined : row.flag('SendOK'),
    GmtCreate: parseWireTime(row.number('GmtCreate')),
    GmtUpdate: parseWireTime(row.number('GmtUpdate')),
    Escalations: Object.fromEntries(
      ALARM_LEVELS.flatMap((level) => {
        const escalation = escalationOf(escalations.object(level));
        return escalation ? [[level, escalation]] : [];
      }),
    ),
    Labels: row.list('Labels', 'Labels', (one) => ({ Key: one.text('Key'), Value: one.text('Value') })),
    isComposite: Object.keys(composite.raw).length > 0,
    raw: row.raw,
  };
}

/** A level that a rule does not have comes as an empty object. */
function escalationOf(row: Reader): Escalation | null {
  const ComparisonOperator = row.text('ComparisonOperator');
  if (ComparisonOperator === '') return null;
  return {
    Statistics: row.text('Statistics'),
    ComparisonOperator,
    Threshold: row.text('Threshold'),
    Times: row.count('Times'),
  };
}

/** A JSON text; one that cannot be read, or that says so, stands for everything. */
function resourcesOf(text: string): Dimensions[] | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return null;
  }
  const rows = (Array.isArray(parsed) ? parsed : [parsed]).flatMap((value) => {
    const { raw } = readerOf(value);
    const entries = Object.entries(raw).map(([name, part]) => [name, String(part)] as const);
    return 'instanceId' in raw ? [Object.fromEntries(entries)] : [];
  });
  return rows.length > 0 ? rows : null;
}
