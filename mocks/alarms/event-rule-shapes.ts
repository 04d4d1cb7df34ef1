import type { EventRuleChange } from './event-rule-changes';

type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === 'string';
const isTruth: Test = (value) => typeof value === 'boolean';
const isListOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
const isLike =
  (members: Readonly<Record<string, Test>>): Test =>
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(members).every(([name, test]) => test((value as Record<string, unknown>)[name]));

const isTexts = isListOf(isText);

const isRule = isLike({
  name: isText,
  description: isText,
  enabled: isTruth,
  silenceSeconds: (value) => value === null || typeof value === 'number',
  patterns: isListOf(
    isLike({
      product: isText,
      types: isTexts,
      levels: isTexts,
      names: isTexts,
      statuses: isTexts,
      filter: isText,
    }),
  ),
});

const isTargets = isLike({
  contacts: isListOf(isLike({ id: isText, group: isText, level: isText })),
  webhooks: isListOf(isLike({ id: isText, protocol: isText, method: isText, url: isText })),
  others: isListOf(isLike({ id: isText, kind: isText, where: isText })),
});

const SHAPES: Readonly<Record<EventRuleChange['what'], Test>> = {
  EventRulePut: isLike({ rule: isRule }),
  EventRulesSwitched: isLike({ names: isTexts, enabled: isTruth }),
  EventRulesDeleted: isLike({ names: isTexts }),
  EventRuleTargetsPut: isLike({ ruleName: isText, targets: isTargets }),
  EventRuleTargetsDeleted: isLike({ ruleName: isText, ids: isTexts }),
  TestEventSent: isLike({ id: isText, name: isText, content: isText }),
};

/** Whether a change, perhaps from an imported file, is one of event rules and whole. */
export function isEventRuleChange(change: { what: string }): change is EventRuleChange {
  return (
    isLike({ what: isText })(change) &&
    Object.hasOwn(SHAPES, change.what) &&
    SHAPES[change.what as EventRuleChange['what']](change)
  );
}
