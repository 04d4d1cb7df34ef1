import { LOG_LEVELS } from '@/domain/metric-alarm';
import { contactBook } from '../alarms/contact-book';
import { expressionOf, logRow, readNotes } from '../alarms/alarm-log';
import type { ToldNote } from '../alarms/alarm-runs';
import { metricRuleBook } from '../alarms/metric-rule-book';
import { USER_ID } from '../metrics/metric-points';
import type { Action, ActionContext } from './action';
import { readAlertSpan } from './cms-alert-span';
import { parameterInvalid } from './cms-reply';
import { ECS_NAMESPACE } from './cms-request';
import type { ParamReader } from './params';

const STATUS = { sent: 0, outside: 1, silenced: 2, unsent: 2 } as const;

/** DescribeAlertHistoryList, the deprecated form of the log (contract 9.3): by default the alarms that were muted. */
export const describeAlertHistoryList: Action = async (context) => {
  const { params } = context;
  const page = number(params, 'Page', 1, 1, 1_000_000);
  const size = number(params, 'PageSize', 10, 1, 100);
  const state = params.text('State') ?? 'ALARM';
  if (state !== 'ALARM' && state !== 'OK') throw parameterInvalid('State');
  const status = number(params, 'Status', 2, 0, 2);
  const namespace = params.text('Namespace') ?? ECS_NAMESPACE;
  const fits = (wanted: string | undefined, is: string) => wanted === undefined || wanted === is;
  const terms = metricRuleBook(context).terms.filter(
    ({ settings }) =>
      namespace === ECS_NAMESPACE &&
      fits(params.text('RuleId'), settings.ruleId) &&
      fits(params.text('RuleName'), settings.ruleName) &&
      fits(params.text('MetricName'), settings.metricName),
  );
  const notes = (await readNotes(terms, context, readAlertSpan(context))).filter(
    ({ note }) => STATUS[note.delivery] === status && (note.kind === 'resolved' ? 'OK' : 'ALARM') === state,
  );
  if (params.boolean('Ascending') === true) notes.reverse();
  const rows = notes.slice((page - 1) * size, page * size).map((note) => historyRow(note, context));
  return { Total: String(notes.length), AlarmHistoryList: { AlarmHistory: rows } };
};

function number(params: ParamReader, name: string, fallback: number, least: number, most: number): number {
  const value = params.integer(name, 'ParameterInvalid') ?? fallback;
  if (value < least || value > most) throw parameterInvalid(name);
  return value;
}

function historyRow(told: ToldNote, context: ActionContext) {
  const { term, instance, dimensions, note } = told;
  const { settings } = term;
  const condition = settings.terms.levels[note.level]!;
  const book = contactBook(context);
  const { ContactMailList, ContactSMSList } = logRow(told, book);
  const contacts = settings.contactGroups.flatMap((name) => book.groups.get(name)?.contacts ?? []);
  return {
    RuleId: settings.ruleId,
    RuleName: settings.ruleName,
    Namespace: ECS_NAMESPACE,
    MetricName: settings.metricName,
    AlertTime: note.at,
    LastTime: settings.terms.periodSeconds * 1000 * condition.times,
    State: note.kind === 'resolved' ? 'OK' : 'ALARM',
    Status: STATUS[note.delivery],
    Level: LOG_LEVELS[note.level],
    Value: note.value === null ? '' : String(note.value),
    Expression: expressionOf(condition),
    Dimensions: JSON.stringify({ userId: USER_ID, instanceId: instance.instanceId, ...dimensions }),
    InstanceName: instance.instanceName,
    EvaluationCount: condition.times,
    ContactGroups: { ContactGroup: settings.contactGroups },
    Contacts: { Contact: [...new Set(contacts)] },
    ContactMails: { ContactMail: ContactMailList },
    ContactSmses: { ContactSms: ContactSMSList },
  };
}
