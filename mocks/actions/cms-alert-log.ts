import { LOG_LEVELS } from '@/domain/metric-alarm';
import { contactBook } from '../alarms/contact-book';
import { logRow, type LogRow, readNotes } from '../alarms/alarm-log';
import { metricRuleBook, type RuleTerm } from '../alarms/metric-rule-book';
import type { Action } from './action';
import { readAlertSpan } from './cms-alert-span';
import { parameterInvalid } from './cms-reply';
import { ECS_NAMESPACE } from './cms-request';
import type { ParamReader } from './params';
import { readPaging } from './paging';
import { refuseUnsupported } from './request-rules';

const LEVELS: ReadonlySet<string> = new Set([...Object.values(LOG_LEVELS), 'OK']);
const EVENT_TYPES: ReadonlySet<string> = new Set(['TRIGGERED', 'RESOLVED']);
const SEND_STATUS: ReadonlySet<string> = new Set(['0', '1', '2', '3', '4']);

/** DescribeAlertLogList (contract 9.3): newest first, plain arrays, no total. */
export const describeAlertLogList: Action = async (context) => {
  const { params } = context;
  refuseUnsupported(params, ['GroupBy']);
  const { pageNumber, pageSize } = readPaging(params, {
    defaultSize: 10,
    maxSize: 100,
    code: 'ParameterInvalid',
  });
  const span = readAlertSpan(context);
  const fits = rowFilter(params);
  const terms = metricRuleBook(context).terms.filter(termFilter(params));
  const book = contactBook(context);
  const notes = await readNotes(terms, context, span);
  const rows = notes.map((note) => logRow(note, book)).filter(fits);
  const start = (pageNumber - 1) * pageSize;
  return { AlertLogList: rows.slice(start, start + pageSize), PageNumber: pageNumber, PageSize: pageSize };
};

/** Whole rules that cannot be meant need not be worked out. */
function termFilter(params: ParamReader): (term: RuleTerm) => boolean {
  const namespace = params.text('Namespace');
  const product = params.text('Product');
  const source = params.text('SourceType');
  const metricName = params.text('MetricName');
  const ruleId = params.text('RuleId');
  const ruleName = params.text('RuleName');
  const group = params.text('ContactGroup');
  const isOfGroup = params.text('GroupId') !== undefined;
  return ({ settings }) =>
    !isOfGroup &&
    (namespace === undefined || namespace === ECS_NAMESPACE) &&
    (product === undefined || product.toLowerCase() === 'ecs') &&
    (source === undefined || source === 'METRIC') &&
    (metricName === undefined || settings.metricName === metricName) &&
    (ruleId === undefined || settings.ruleId === ruleId) &&
    (ruleName === undefined || settings.ruleName === ruleName) &&
    (group === undefined || settings.contactGroups.includes(group));
}

function rowFilter(params: ParamReader): (row: LogRow) => boolean {
  const level = oneOf(params, 'Level', LEVELS);
  const sendStatus = oneOf(params, 'SendStatus', SEND_STATUS);
  const eventType = oneOf(params, 'EventType', EVENT_TYPES);
  const search = params.text('SearchKey')?.toLowerCase();
  return (row) =>
    (level === undefined || row.Level === level) &&
    (sendStatus === undefined || row.SendStatus === sendStatus) &&
    (eventType === undefined || row.EventType === eventType) &&
    (search === undefined ||
      [row.RuleName, row.RuleId, row.InstanceId, row.InstanceName].some((text) =>
        text.toLowerCase().includes(search),
      ));
}

function oneOf(params: ParamReader, name: string, known: ReadonlySet<string>): string | undefined {
  const text = params.text(name);
  if (text !== undefined && !known.has(text)) throw parameterInvalid(name);
  return text;
}
