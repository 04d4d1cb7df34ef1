import { CMS_EVENT_NAMES, findCmsEventName, parseCmsLevel } from '@/domain/cms-event-names';
import { hasKeywords, parseKeywords } from '@/domain/cms-event-search';
import { kindWord, stateWord } from '@/domain/notification-words';
import { historyStart } from '@/domain/system-event-windows';
import { parseWireTime } from '@/api/wire-times';
import type { Action, ActionContext } from './action';
import { cmsRequired, parameterInvalid, resourceNotFound } from './cms-reply';
import { eventLog, type LoggedEvent } from './cms-system-event-log';
import { keyOf, systemEventRow } from './cms-system-event-rows';
import { readPaging } from './paging';

const MOST_ROWS = 100;

/** The events that a request's filters let through, in no order (contract 9.6). Times without an end reach to now. */
function wantedEvents(context: ActionContext): LoggedEvent[] {
  const { params, now } = context;
  const timeOf = (name: 'StartTime' | 'EndTime', fallback: number) => {
    const text = params.text(name);
    if (text === undefined) return fallback;
    return parseWireTime(text) ?? refuse(name);
  };
  const to = timeOf('EndTime', now);
  // As long as ECS keeps its own (manual 2.1).
  const oldest = historyStart(now);
  const from = Math.max(timeOf('StartTime', oldest), oldest);
  const [product, type, name] = ['Product', 'EventType', 'Name'].map((one) =>
    params.text(one)?.toLowerCase(),
  );
  const status = params.text('Status')?.toLowerCase();
  const levelText = params.text('Level');
  const level = levelText === undefined ? undefined : (parseCmsLevel(levelText) ?? refuse('Level'));
  // Nobody in this account has application groups.
  if (params.text('GroupId') !== undefined) return [];
  const is = (wanted: string | undefined, value: string) =>
    wanted === undefined || wanted === '*' || value.toLowerCase() === wanted;
  const fits = ({ name: one }: LoggedEvent) =>
    is(product, one.product) &&
    is(type, one.type) &&
    is(name, one.name) &&
    is(status, one.status) &&
    (level === undefined || one.level === level);
  const keywords = parseKeywords(params.text('SearchKeywords') ?? '');
  const events = eventLog(context, { from, to }).filter(fits);
  if (keywords.length === 0) return events;
  return events.filter((event) => {
    const { Name, RegionId, ResourceId, InstanceName, Content } = systemEventRow(event, context);
    return hasKeywords([Name, RegionId, ResourceId, InstanceName, Content].join('\n'), keywords);
  });
}

function refuse(name: string): never {
  throw parameterInvalid(name);
}

const newestFirst = (a: LoggedEvent, b: LoggedEvent) => b.at - a.at || (keyOf(a) < keyOf(b) ? -1 : 1);

/** DescribeSystemEventAttribute (contract 9.6), newest first; how many there are is not said. */
export const describeSystemEventAttribute: Action = (context) => {
  const { pageNumber, pageSize } = readPaging(context.params, {
    defaultSize: 10,
    maxSize: MOST_ROWS,
    code: 'ParameterInvalid',
  });
  const page = wantedEvents(context)
    .sort(newestFirst)
    .slice((pageNumber - 1) * pageSize, pageNumber * pageSize);
  return {
    Success: 'true',
    SystemEvents: { SystemEvent: page.map((event) => systemEventRow(event, context)) },
  };
};

/** DescribeSystemEventCount (contract 9.6): how many of each name, with the newest of them; most first. */
export const describeSystemEventCount: Action = (context) => {
  const groups = new Map<string, { count: number; newest: LoggedEvent }>();
  for (const event of wantedEvents(context)) {
    const group = groups.get(event.name.name);
    if (!group) groups.set(event.name.name, { count: 1, newest: event });
    else {
      group.count += 1;
      if (newestFirst(event, group.newest) < 0) group.newest = event;
    }
  }
  const rows = [...groups.values()]
    .sort((a, b) => b.count - a.count || (a.newest.name.name < b.newest.name.name ? -1 : 1))
    .map(({ count, newest }) => {
      const { Id: _id, ...row } = systemEventRow(newest, context);
      return { Num: count, ...row };
    });
  return { SystemEventCounts: { SystemEventCount: rows } };
};

/** DescribeSystemEventMetaList (contract 9.6): the names there are. */
export const describeSystemEventMetaList: Action = () => ({
  Data: {
    Resource: CMS_EVENT_NAMES.map(({ product, name, kind, type, level, status }) => ({
      Product: product,
      Name: name,
      NameDesc: kindWord(kind, 'zh-cn'),
      EventType: type,
      Level: level,
      Status: status,
      StatusDesc: stateWord(status, 'zh-cn'),
    })),
  },
});

/** SendDryRunSystemEvent (contract 9.6): an event that is listed and goes through the rules, though nothing happened. */
export const sendDryRunSystemEvent: Action = ({ params, now, requestId, act }) => {
  const product = cmsRequired(params, 'Product');
  const name = cmsRequired(params, 'EventName');
  const content = params.text('EventContent') ?? '{}';
  const known = findCmsEventName(name);
  if (!known || known.product.toLowerCase() !== product.toLowerCase()) throw resourceNotFound();
  if (!isObject(content)) throw parameterInvalid('EventContent');
  act({ kind: 'AlarmChanged', at: now, change: { what: 'TestEventSent', id: requestId, name, content } });
  return {};
};

function isObject(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
  } catch {
    return false;
  }
}
