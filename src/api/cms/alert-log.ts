import type { Reader } from '../decode';
import type { Rpc } from '../rpc';
import { parseWireTime } from '../wire-times';
import { cmsCalls, type RegionRequest, type RequestOptions } from './call';
import { ECS_NAMESPACE } from './metrics';

/** Something a metric rule had to say. */
export interface AlertLog {
  LogId: string;
  /** Epoch ms; null when it cannot be read. */
  AlertTime: number | null;
  RuleId: string;
  RuleName: string;
  MetricName: string;
  InstanceId: string;
  InstanceName: string;
  /** P2, P3, P4, OK, or newer. */
  Level: string;
  /** `OK->P3`. */
  LevelChange: string;
  /** TRIGGERED, RESOLVED, or newer. */
  EventType: string;
  /** `0` sent, `1` outside of its time, `2` silenced, `3` host restarting, `4` not sent, or newer. */
  SendStatus: string;
  /** Of what it watched, `device` … among them. */
  Dimensions: { Key: string; Value: string }[];
  Escalation: { Expression: string; Level: string; Times: string };
  ContactGroups: string[];
  /** By which ways it was sent, and where to. */
  SendResultList: { Key: string; Value: string[] }[];
  /** The value that was judged, or null. */
  value: number | null;
  /** The row as it came. */
  raw: Readonly<Record<string, unknown>>;
}

export interface DescribeAlertLogListRequest extends RegionRequest {
  /** Epoch ms; at most 15 days apart, within the last year. */
  StartTime: number;
  EndTime: number;
  /** From 1. */
  PageNumber?: number;
  PageSize?: number;
  RuleId?: string;
  MetricName?: string;
  Level?: string;
  SendStatus?: string;
  EventType?: string;
  /** Part of a rule's or an instance's name or ID. */
  SearchKey?: string;
}

/** A page of the log. It has no total: one that is short is the last. */
export interface AlertLogPage {
  items: AlertLog[];
  isLast: boolean;
}

/** The longest span of one call (contract 9.3). */
export const LONGEST_LOG_SPAN_MS = 15 * 86_400_000;
const DEFAULT_PAGE = 10;

/** The history of alarms (contract 9.3). Rejects with ApiError. */
export function alertLogActions(rpc: Rpc) {
  const { read } = cmsCalls(rpc);
  return {
    async describeAlertLogList(
      request: DescribeAlertLogListRequest,
      options?: RequestOptions,
    ): Promise<AlertLogPage> {
      const params = { ...request, Namespace: ECS_NAMESPACE };
      const reply = await read('DescribeAlertLogList', params, options);
      const items = reply.list('AlertLogList', 'AlertLog', logOf);
      return { items, isLast: items.length < (request.PageSize ?? DEFAULT_PAGE) };
    },
  };
}

function logOf(row: Reader): AlertLog {
  const escalation = row.object('Escalation');
  return {
    LogId: row.text('LogId'),
    AlertTime: parseWireTime(row.number('AlertTime')),
    RuleId: row.text('RuleId'),
    RuleName: row.text('RuleName'),
    MetricName: row.text('MetricName'),
    InstanceId: row.text('InstanceId'),
    InstanceName: row.text('InstanceName'),
    Level: row.text('Level'),
    LevelChange: row.text('LevelChange'),
    EventType: row.text('EventType'),
    SendStatus: row.text('SendStatus'),
    Dimensions: row.list('Dimensions', 'Dimension', (one) => ({
      Key: one.text('Key'),
      Value: one.text('Value'),
    })),
    Escalation: {
      Expression: escalation.text('Expression'),
      Level: escalation.text('Level'),
      Times: escalation.text('Times'),
    },
    ContactGroups: row.texts('ContactGroups', 'ContactGroup'),
    SendResultList: row.list('SendResultList', 'SendResult', (one) => ({
      Key: one.text('Key'),
      Value: one.texts('Value', 'Value'),
    })),
    value: valueOf(row),
    raw: row.raw,
  };
}

/** The message is a JSON text that holds the value under the name of its statistic. */
function valueOf(row: Reader): number | null {
  const message = row.map('Message');
  const text = message['Average'] ?? message['Maximum'] ?? message['Minimum'] ?? '';
  const value = Number(text);
  return text.trim() === '' || !Number.isFinite(value) ? null : value;
}
