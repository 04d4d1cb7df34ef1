import { type AlarmCondition, LOG_LEVELS } from '@/domain/metric-alarm';
import type { AlarmDelivery, AlarmNote } from '@/domain/metric-alarm-run';
import { METRICS } from '../metrics/catalog';
import { USER_ID } from '../metrics/metric-points';
import type { Scene } from '../metrics/past';
import { hash32 } from '../world/random';
import type { WorldInstance } from '../world/instance';
import { notesOf, type ToldNote } from './alarm-runs';
import { inTurns } from './alarm-turns';
import { alarmReceivers } from './alarm-receivers';
import type { ContactBook } from './contact-book';
import type { RuleTerm } from './metric-rule-book';

/** The codes of what became of a note (contract 9.3). */
const SEND_STATUS: Readonly<Record<AlarmDelivery, string>> = {
  sent: '0',
  outside: '1',
  silenced: '2',
  unsent: '4',
};

/** One line of the log. */
export type LogRow = Readonly<{
  LogId: string;
  AlertTime: string;
  Level: string;
  EventType: string;
  SendStatus: string;
  RuleId: string;
  RuleName: string;
  MetricName: string;
  InstanceId: string;
  InstanceName: string;
  ContactGroups: readonly string[];
  [member: string]: unknown;
}>;

/**
 * What all rules, also those that are gone, had to say in a span, `from` ≤ t ≤ `to`, newest first.
 * @param terms those that are asked about
 */
export async function readNotes(
  terms: readonly RuleTerm[],
  scene: Scene,
  span: { from: number; to: number },
): Promise<ToldNote[]> {
  const turns = inTurns();
  const notes: ToldNote[] = [];
  for (const term of terms) notes.push(...(await notesOf(term, scene, span, turns)));
  return notes.toSorted(
    (a, b) => b.note.at - a.note.at || a.instance.instanceId.localeCompare(b.instance.instanceId),
  );
}

/** A note as DescribeAlertLogList tells it (contract 9.3): plain arrays, times as text. */
export function logRow({ term, instance, dimensions, note }: ToldNote, book: ContactBook): LogRow {
  const { settings } = term;
  const { at, kind, level, before, delivery } = note;
  const isOver = kind === 'resolved';
  const shown = isOver ? 'OK' : LOG_LEVELS[level];
  const condition = settings.terms.levels[level]!;
  const receivers = alarmReceivers(book, settings.contactGroups, level, delivery, at);
  const all = { userId: USER_ID, instanceId: instance.instanceId, ...dimensions };
  return {
    LogId: logId(term, instance, dimensions, note),
    AlertTime: String(at),
    RuleId: settings.ruleId,
    RuleName: settings.ruleName,
    Namespace: 'acs_ecs_dashboard',
    MetricName: settings.metricName,
    Product: 'ECS',
    EventType: isOver ? 'RESOLVED' : 'TRIGGERED',
    EventName: '',
    InstanceId: instance.instanceId,
    InstanceName: instance.instanceName,
    Level: shown,
    LevelChange: `${before ? LOG_LEVELS[before] : 'OK'}->${shown}`,
    SendStatus: SEND_STATUS[delivery],
    Message: messageOf(term, instance, all, note, shown),
    Dimensions: Object.entries(all).map(([Key, Value]) => ({ Key, Value })),
    Escalation: { Expression: expressionOf(condition), Level: LOG_LEVELS[level], Times: condition.times },
    ContactGroups: settings.contactGroups,
    ...receivers,
    WebhookList:
      settings.webhook && delivery === 'sent'
        ? [{ code: '200', message: 'success', url: settings.webhook }]
        : [],
    ExtendedInfo: [],
    BlackListName: '',
    GroupId: '',
    GroupName: '',
  };
}

function messageOf(
  { settings }: RuleTerm,
  instance: WorldInstance,
  dimensions: Readonly<Record<string, string>>,
  { at, value, level }: AlarmNote,
  shown: string,
): string {
  const condition = settings.terms.levels[level]!;
  return JSON.stringify({
    ruleName: settings.ruleName,
    metricName: settings.metricName,
    instanceName: instance.instanceName,
    regionId: instance.regionId,
    dimensions,
    period: settings.terms.periodSeconds,
    timestamp: at - settings.terms.periodSeconds * 1000,
    [condition.statistic]: value,
    unit: METRICS.get(settings.metricName)?.unit ?? '',
    expression: expressionOf(condition),
    level: shown,
  });
}

const SIGNS: Readonly<Record<string, string>> = {
  GreaterThanOrEqualToThreshold: '>=',
  GreaterThanThreshold: '>',
  LessThanOrEqualToThreshold: '<=',
  LessThanThreshold: '<',
  EqualToThreshold: '==',
  NotEqualToThreshold: '!=',
};

/** `$Average>=80`; a comparison with an earlier value keeps its name. */
export function expressionOf({ statistic, operator, threshold }: AlarmCondition): string {
  return `$${statistic}${SIGNS[operator] ?? ` ${operator} `}${threshold}`;
}

function logId(
  { settings, from }: RuleTerm,
  { instanceId }: WorldInstance,
  dimensions: Readonly<Record<string, string>>,
  { at, kind, level }: AlarmNote,
): string {
  const name = JSON.stringify([settings.ruleId, from, instanceId, dimensions, at, kind, level]);
  return [0, 1, 2, 3].map((part) => hash32(`${part}${name}`).toString(16).padStart(8, '0')).join('');
}
