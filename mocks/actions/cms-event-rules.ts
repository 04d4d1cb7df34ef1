import {
  ANY,
  type EventPattern,
  type EventRule,
  MOST_IN_LIST,
  MOST_NAME_CHARACTERS,
} from '@/domain/event-rule';
import { parseCmsLevel, CMS_EVENT_TYPES } from '@/domain/cms-event-names';
import { eventRuleBook, type StoredEventRule } from '../alarms/event-rule-book';
import type { Action, ActionContext } from './action';
import { cmsRequired, parameterInvalid, resourceNotFound } from './cms-reply';
import { pageOf, readPaging } from './paging';
import { createParamReader, type ParamReader } from './params';
import { refuseUnsupported } from './request-rules';

/** The members `prefix.1.…`, `prefix.2.…` of a request, each as a request of its own. */
export function nested({ all }: ParamReader, prefix: string): ParamReader[] {
  const byIndex = new Map<number, Map<string, string>>();
  for (const [name, value] of all) {
    const match = name.startsWith(`${prefix}.`) && /^(\d{1,9})\.(.+)$/.exec(name.slice(prefix.length + 1));
    if (!match) continue;
    const index = Number(match[1]);
    const members = byIndex.get(index) ?? new Map<string, string>();
    members.set(match[2]!, value);
    byIndex.set(index, members);
  }
  return [...byIndex].sort(([a], [b]) => a - b).map(([, members]) => createParamReader(members));
}

function readList(params: ParamReader, name: string, isKnown: (value: string) => boolean = () => true) {
  const values = [...new Set(params.list(name))];
  if (values.length > MOST_IN_LIST)
    throw parameterInvalid(name, `${name} has more than ${MOST_IN_LIST} values.`);
  if (!values.every(isKnown)) throw parameterInvalid(name);
  return values;
}

const isLevel = (value: string) => value === ANY || parseCmsLevel(value) !== null;
const isType = (value: string) => value === ANY || CMS_EVENT_TYPES.some((type) => type === value);

function readPattern(params: ParamReader): EventPattern {
  refuseUnsupported(params, ['CustomFilters', 'SQLFilter']);
  return {
    product: cmsRequired(params, 'Product'),
    types: readList(params, 'EventTypeList', isType),
    levels: readList(params, 'LevelList', isLevel).map((level) => level.toUpperCase()),
    names: readList(params, 'NameList'),
    statuses: readList(params, 'StatusList'),
    filter: '',
  };
}

/** PutEventRule (contract 9.5): makes a rule, or replaces the one that has the name; targets stay as they are. */
export const putEventRule: Action = ({ params, now, act }) => {
  const name = cmsRequired(params, 'RuleName');
  if ([...name].length > MOST_NAME_CHARACTERS) throw parameterInvalid('RuleName');
  refuseUnsupported(params, ['GroupId']);
  if ((params.text('EventType') ?? 'SYSTEM') !== 'SYSTEM')
    throw parameterInvalid('EventType', 'Only system events are offered.');
  const state = params.text('State') ?? 'ENABLED';
  if (state !== 'ENABLED' && state !== 'DISABLED') throw parameterInvalid('State');
  const silenceSeconds = params.integer('SilenceTime', 'ParameterInvalid') ?? null;
  if (silenceSeconds !== null && silenceSeconds < 0) throw parameterInvalid('SilenceTime');
  const patterns = nested(params, 'EventPattern').map(readPattern);
  if (patterns.length === 0)
    throw parameterInvalid('EventPattern', 'EventPattern is mandatory for this action.');
  const rule: EventRule = {
    name,
    description: params.text('Description') ?? '',
    enabled: state === 'ENABLED',
    silenceSeconds,
    patterns,
  };
  act({ kind: 'AlarmChanged', at: now, change: { what: 'EventRulePut', rule } });
  return { Data: '1' };
};

/** DescribeEventRuleList (contract 9.5): enabled ones unless disabled ones are asked for; inner lists repeat their names. */
export const describeEventRuleList: Action = ({ params, ledger }) => {
  const request = readPaging(params, { defaultSize: 10, maxSize: 100, code: 'ParameterInvalid' });
  const prefix = params.text('NamePrefix') ?? '';
  const enabled = params.boolean('IsEnable') ?? true;
  const list = [...eventRuleBook(ledger.alarmChanges).rules.values()].filter(
    (rule) =>
      rule.enabled === enabled && rule.name.startsWith(prefix) && params.text('GroupId') === undefined,
  );
  const { items } = pageOf(list, request, (rule) => rule.name);
  return { EventRules: { EventRule: items.map(row) }, Total: list.length };
};

function row({ name, description, enabled, silenceSeconds, patterns }: StoredEventRule) {
  return {
    Name: name,
    Description: description,
    State: enabled ? 'ENABLED' : 'DISABLED',
    EventType: 'SYSTEM',
    GroupId: '',
    ...(silenceSeconds === null ? {} : { SilenceTime: silenceSeconds }),
    EventPattern: {
      EventPattern: patterns.map(({ product, names, levels, types }) => ({
        Product: product,
        NameList: { NameList: names },
        LevelList: { LevelList: levels },
        EventTypeList: { EventTypeList: types },
      })),
    },
  };
}

/** The names of a request, all of which are rules. */
function namedRules({ params, ledger }: ActionContext): string[] {
  const names = [...new Set(params.list('RuleNames'))];
  if (names.length === 0) throw parameterInvalid('RuleNames', 'RuleNames is mandatory for this action.');
  const { rules } = eventRuleBook(ledger.alarmChanges);
  if (names.some((name) => !rules.has(name))) throw resourceNotFound();
  return names;
}

const switching =
  (enabled: boolean): Action =>
  (context) => {
    const names = namedRules(context);
    context.act({
      kind: 'AlarmChanged',
      at: context.now,
      change: { what: 'EventRulesSwitched', names, enabled },
    });
    return {};
  };

/** EnableEventRules and DisableEventRules (contract 9.5): all or nothing. */
export const enableEventRules = switching(true);
export const disableEventRules = switching(false);

/** DeleteEventRules (contract 9.5): all or nothing, with their targets. */
export const deleteEventRules: Action = (context) => {
  const names = namedRules(context);
  context.act({ kind: 'AlarmChanged', at: context.now, change: { what: 'EventRulesDeleted', names } });
  return {};
};
