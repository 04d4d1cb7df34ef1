import { readJson } from '@/domain/json-text';
import { ALARM_LEVELS, ALL_INSTANCES, type AlarmLevel } from '@/domain/metric-alarm';
import { type Page, pageOf, readerOf, type Reader } from '../decode';
import type { Rpc } from '../rpc';
import { parseWireTime } from '../wire-times';
import { allPages, LARGEST_PAGE } from './all-pages';
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

/** Several metrics judged together, in the place of levels (contract 9.2): read, never written here. */
export interface CompositeExpression {
  expressions: (Pick<Escalation, 'Statistics' | 'ComparisonOperator' | 'Threshold'> & {
    MetricName: string;
    /** Seconds; undefined when the answer does not say. */
    Period: number | undefined;
  })[];
  /** `&&`, `||`, or newer. */
  join: string;
  /** One text in the place of the expressions; empty: there is none. */
  raw: string;
  /** CRITICAL, WARN, INFO, or newer. */
  Level: string;
  /** Consecutive periods. */
  Times: number;
}

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
  /** By what it judges instead of levels; null: by levels. */
  composite: CompositeExpression | null;
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
  async function describeMetricRuleList(
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
  }

  return {
    describeMetricRuleList,

    /** All rules, over all pages. */
    describeMetricRuleListAll: (request: RegionRequest, options?: RequestOptions) =>
      allPages(
        (Page) => describeMetricRuleList({ ...request, Page, PageSize: LARGEST_PAGE }, options),
        ({ RuleId }) => RuleId,
      ),

    /** Creates the rule, or replaces the one that has the ID. */
    putResourceMetricRule: (request: PutMetricRuleRequest, options?: RequestOptions) =>
      done('PutResourceMetricRule', putMetricRuleParams(request), options),

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
    composite: Object.keys(composite.raw).length > 0 ? compositeOf(composite) : null,
    raw: row.raw,
  };
}

function compositeOf(row: Reader): CompositeExpression {
  return {
    expressions: row.list('ExpressionList', 'ExpressionList', (one) => ({
      MetricName: one.text('MetricName'),
      Period: one.number('Period'),
      Statistics: one.text('Statistics').replace(/^\$/, ''),
      ComparisonOperator: one.text('ComparisonOperator'),
      Threshold: one.text('Threshold'),
    })),
    join: row.text('ExpressionListJoin'),
    raw: row.text('ExpressionRaw'),
    Level: row.text('Level'),
    Times: row.count('Times'),
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
  const resources = readJson(text);
  const rows = (Array.isArray(resources) ? resources : [resources]).flatMap((value) => {
    const { raw } = readerOf(value);
    const entries = Object.entries(raw).map(([name, part]) => [name, String(part)] as const);
    return 'instanceId' in raw ? [Object.fromEntries(entries)] : [];
  });
  return rows.length > 0 ? rows : null;
}
