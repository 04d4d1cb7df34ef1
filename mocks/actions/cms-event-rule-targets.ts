import { MOST_TARGETS } from '@/domain/event-rule';
import { channelsOf, type EventRuleTargets, webhookProblem } from '@/domain/event-rule-targets';
import { eventRuleBook, type StoredEventRule } from '../alarms/event-rule-book';
import type { Action, ActionContext } from './action';
import { nested } from './cms-event-rules';
import { cmsRequired, parameterInvalid, resourceNotFound } from './cms-reply';
import type { ParamReader } from './params';
import { refuseUnsupported } from './request-rules';

function ruleOf({ params, ledger }: ActionContext): StoredEventRule {
  const rule = eventRuleBook(ledger.alarmChanges).rules.get(cmsRequired(params, 'RuleName'));
  if (!rule) throw resourceNotFound();
  return rule;
}

function readTargets<Target>(
  params: ParamReader,
  name: string,
  read: (members: ParamReader) => Target,
): Target[] {
  const found = nested(params, name);
  if (found.length > MOST_TARGETS)
    throw parameterInvalid(name, `${name} has more than ${MOST_TARGETS} targets.`);
  return found.map(read);
}

/** PutEventRuleTargets (contract 9.5): adds targets to a rule, or replaces those that have the IDs. */
export const putEventRuleTargets: Action = (context) => {
  const { params, now, act } = context;
  const rule = ruleOf(context);
  // What they push to, this account does not have.
  refuseUnsupported(params, ['MnsParameters', 'FcParameters', 'SlsParameters', 'OpenApiParameters']);
  const contacts = readTargets(params, 'ContactParameters', (members) => {
    const level = members.text('Level') ?? '4';
    if (channelsOf(level) === null) throw parameterInvalid('Level');
    return { id: cmsRequired(members, 'Id'), group: cmsRequired(members, 'ContactGroupName'), level };
  });
  const webhooks = readTargets(params, 'WebhookParameters', (members) => {
    const url = cmsRequired(members, 'Url');
    if (webhookProblem(url)) throw parameterInvalid('Url');
    return {
      id: cmsRequired(members, 'Id'),
      protocol: members.text('Protocol') ?? 'http',
      method: members.text('Method') ?? 'POST',
      url,
    };
  });
  if (contacts.length + webhooks.length === 0)
    throw parameterInvalid('ContactParameters', 'No target is given.');
  const targets: EventRuleTargets = { contacts, webhooks, others: [] };
  act({
    kind: 'AlarmChanged',
    at: now,
    change: { what: 'EventRuleTargetsPut', ruleName: rule.name, targets },
  });
  return {
    FailedParameterCount: '0',
    FailedContactParameters: { ContactParameter: [] },
    FailedFcParameters: { FcParameter: [] },
    FailedMnsParameters: { MnsParameter: [] },
  };
};

/** DeleteEventRuleTargets, as in the vendor's reference: takes targets off a rule by their IDs. */
export const deleteEventRuleTargets: Action = (context) => {
  const rule = ruleOf(context);
  const ids = [...new Set(context.params.list('Ids'))];
  if (ids.length === 0) throw parameterInvalid('Ids', 'Ids is mandatory for this action.');
  context.act({
    kind: 'AlarmChanged',
    at: context.now,
    change: { what: 'EventRuleTargetsDeleted', ruleName: rule.name, ids },
  });
  return {};
};

/** DescribeEventRuleTargetList (contract 9.5). */
export const describeEventRuleTargetList: Action = (context) => {
  const { contacts, webhooks } = ruleOf(context).targets;
  return {
    ContactParameters: {
      ContactParameter: contacts.map(({ id, group, level }) => ({
        Id: id,
        ContactGroupName: group,
        Level: level,
      })),
    },
    WebhookParameters: {
      WebhookParameter: webhooks.map(({ id, protocol, method, url }) => ({
        Id: id,
        Protocol: protocol,
        Method: method,
        Url: url,
      })),
    },
    MnsParameters: { MnsParameter: [] },
    FcParameters: { FCParameter: [] },
    SlsParameters: { SlsParameter: [] },
    OpenApiParameters: { OpenApiParameters: [] },
  };
};
