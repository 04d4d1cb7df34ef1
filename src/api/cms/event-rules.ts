import type { EventRule } from '@/domain/event-rule';
import type { ContactTarget, EventRuleTargets, WebhookTarget } from '@/domain/event-rule-targets';
import type { Reader } from '../decode';
import { ApiError } from '../errors';
import type { Rpc } from '../rpc';
import { allPages, LARGEST_PAGE } from './all-pages';
import { cmsCalls, type RegionRequest, type RequestOptions } from './call';
import { eventPatternOf, otherTargets } from './event-rule-row';

export interface RuleNamesRequest extends RegionRequest {
  /** At least one. */
  RuleNames: readonly string[];
}

export interface RuleTargetsRequest extends RegionRequest {
  RuleName: string;
  contacts: readonly ContactTarget[];
  webhooks: readonly WebhookTarget[];
}

interface Done {
  RequestId: string;
}

/** What PutEventRule sends; the same parameters make the CLI line. */
export function putEventRuleParams(RegionId: string, rule: EventRule) {
  return {
    RegionId,
    RuleName: rule.name,
    EventType: 'SYSTEM',
    State: rule.enabled ? 'ENABLED' : 'DISABLED',
    Description: rule.description || undefined,
    SilenceTime: rule.silenceSeconds ?? undefined,
    EventPattern: rule.patterns.map(({ product, types, levels, names, statuses }) => ({
      Product: product,
      EventTypeList: types,
      LevelList: levels,
      NameList: names,
      StatusList: statuses,
    })),
  };
}

/** What PutEventRuleTargets sends. */
export function putEventRuleTargetsParams({ RegionId, RuleName, contacts, webhooks }: RuleTargetsRequest) {
  return {
    RegionId,
    RuleName,
    ContactParameters: contacts.map(({ id, group, level }) => ({
      Id: id,
      ContactGroupName: group,
      Level: level,
    })),
    WebhookParameters: webhooks.map(({ id, protocol, method, url }) => ({
      Id: id,
      Protocol: protocol,
      Method: method,
      Url: url,
    })),
  };
}

/** Event rules and their targets (manual 2.4.1, contract 9.5). A put replaces what has the name. Every function rejects with ApiError. */
export function eventRuleActions(rpc: Rpc) {
  const { read, write } = cmsCalls(rpc);
  const done = async (action: string, request: object, options?: RequestOptions): Promise<Done> => ({
    RequestId: (await write(action, request, options)).text('RequestId'),
  });
  const named = (action: string) => (request: RuleNamesRequest, options?: RequestOptions) => {
    // What the service makes of an empty list is not published; it must not mean every rule.
    if (request.RuleNames.length === 0) throw noRules(action);
    return done(action, request, options);
  };

  const rulesOf = (request: RegionRequest, IsEnable: boolean, options?: RequestOptions) =>
    allPages(
      async (PageNumber) => {
        const params = { ...request, IsEnable, PageNumber, PageSize: LARGEST_PAGE };
        const reply = await read('DescribeEventRuleList', params, options);
        const items = ruleRows(reply).map((row) => eventRuleOf(row, IsEnable));
        return { items, totalCount: reply.number('Total') ?? items.length };
      },
      ({ name }) => name,
    );

  return {
    /** All rules of the account, by name. The list gives enabled or disabled ones, so both are asked for. */
    async describeEventRuleListAll(request: RegionRequest, options?: RequestOptions): Promise<EventRule[]> {
      const both = await Promise.all([rulesOf(request, true, options), rulesOf(request, false, options)]);
      const byName = new Map(both.flat().map((rule) => [rule.name, rule]));
      return [...byName.values()].toSorted((a, b) => a.name.localeCompare(b.name));
    },

    async describeEventRuleTargetList(
      request: RegionRequest & { RuleName: string },
      options?: RequestOptions,
    ): Promise<EventRuleTargets> {
      const reply = await read('DescribeEventRuleTargetList', request, options);
      return {
        contacts: reply.list('ContactParameters', 'ContactParameter', (row) => ({
          id: row.text('Id'),
          group: row.text('ContactGroupName'),
          level: row.text('Level'),
        })),
        webhooks: reply.list('WebhookParameters', 'WebhookParameter', (row) => ({
          id: row.text('Id'),
          protocol: row.text('Protocol'),
          method: row.text('Method'),
          url: row.text('Url'),
        })),
        others: otherTargets(reply),
      };
    },

    /** Makes the rule or replaces the one of the name. Its targets stay as they are. */
    putEventRule: (RegionId: string, rule: EventRule, options?: RequestOptions): Promise<Done> =>
      done('PutEventRule', putEventRuleParams(RegionId, rule), options),

    /** Adds targets or replaces those with the IDs. A target that was refused makes the whole fail here. */
    async putEventRuleTargets(request: RuleTargetsRequest, options?: RequestOptions): Promise<Done> {
      const action = 'PutEventRuleTargets';
      const reply = await write(action, putEventRuleTargetsParams(request), options);
      const requestId = reply.text('RequestId');
      if (reply.count('FailedParameterCount') > 0) throw targetsRefused(reply, requestId);
      return { RequestId: requestId };
    },

    /** Takes targets off a rule. */
    deleteEventRuleTargets: (
      request: RegionRequest & { RuleName: string; Ids: readonly string[] },
      options?: RequestOptions,
    ): Promise<Done> => done('DeleteEventRuleTargets', request, options),

    enableEventRules: named('EnableEventRules'),
    disableEventRules: named('DisableEventRules'),
    /** With their targets. */
    deleteEventRules: named('DeleteEventRules'),
  };
}

/** `EventRules.EventRule[]`; a sample of 2020 has `Datapoints` in the place of either (contract 9.5). */
function ruleRows(reply: Reader): Reader[] {
  const as = (wrapper: string, item: string) => reply.list(wrapper, item, (row) => row);
  for (const [wrapper, item] of [
    ['EventRules', 'EventRule'],
    ['EventRules', 'Datapoints'],
    ['Datapoints', 'EventRule'],
  ] as const) {
    const rows = as(wrapper, item);
    if (rows.length > 0) return rows;
  }
  return [];
}

function eventRuleOf(row: Reader, wasEnabled: boolean): EventRule {
  const state = row.text('State').toUpperCase();
  return {
    name: row.text('Name'),
    description: row.text('Description'),
    enabled: state === '' ? wasEnabled : state === 'ENABLED',
    silenceSeconds: row.number('SilenceTime') ?? null,
    patterns: patternRows(row).map(eventPatternOf),
  };
}

/** `EventPattern.EventPattern[]`, a bare list, or the one pattern itself. */
function patternRows(row: Reader): Reader[] {
  const rows = row.list('EventPattern', 'EventPattern', (pattern): Reader => pattern);
  if (rows.length > 0) return rows;
  const inner = row.object('EventPattern');
  const single = Object.hasOwn(inner.raw, 'EventPattern') ? inner.object('EventPattern') : inner;
  return single.text('Product') === '' ? [] : [single];
}

function noRules(action: string): ApiError {
  return new ApiError({ code: 'ParameterInvalid', message: 'No rule is named.', product: 'cms', action });
}

function targetsRefused(reply: Reader, requestId: string): ApiError {
  const groups = reply
    .list('FailedContactParameters', 'ContactParameter', (row) => row.text('ContactGroupName'))
    .filter((name) => name !== '');
  return new ApiError({
    code: 'FailedParameterCount',
    message: `Targets refused: ${groups.join(', ') || reply.text('FailedParameterCount')}.`,
    product: 'cms',
    action: 'PutEventRuleTargets',
    requestId,
  });
}
