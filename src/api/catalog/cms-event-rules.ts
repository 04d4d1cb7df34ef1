import { choice, flag, integer, objects, text, texts } from './field';
import { pages } from './shared';
import type { Topic } from './topic';

const EVENT_PATTERN = objects('EventPattern', [
  text('Product'),
  texts('EventTypeList', { values: ['StatusNotification', 'Exception', 'Maintenance', '*'], max: 50 }),
  texts('LevelList', { values: ['CRITICAL', 'WARN', 'INFO', '*'], max: 50 }),
  texts('NameList', { max: 50 }),
  texts('StatusList', { max: 50 }),
  text('CustomFilters'),
  text('SQLFilter'),
]);

/** Where a rule of CloudMonitor sends an event. */
const TARGETS = [
  objects(
    'ContactParameters',
    [text('Id'), text('ContactGroupName'), choice('Level', ['2', '3', '4'], { note: 'contactLevel' })],
    { max: 5 },
  ),
  objects('WebhookParameters', [text('Id'), text('Protocol'), text('Method'), text('Url')], { max: 5 }),
  objects('MnsParameters', [text('Id'), text('Region'), text('Queue'), text('Topic')], { max: 5 }),
  objects('FcParameters', [text('Id'), text('Region'), text('ServiceName'), text('FunctionName')], {
    max: 5,
  }),
  objects('SlsParameters', [text('Id'), text('Region'), text('Project'), text('LogStore')], { max: 5 }),
];

/** Rules for CloudMonitor's events (contract 9.5). */
export const EVENT_RULES: Topic = {
  id: 'eventRules',
  product: 'cms',
  actions: [
    {
      name: 'DescribeEventRuleList',
      optional: [
        text('NamePrefix', { note: 'prefix' }),
        text('GroupId'),
        flag('IsEnable', { default: 'true' }),
        ...pages(100),
      ],
    },
    { name: 'DescribeEventRuleTargetList', required: [text('RuleName')] },
    {
      name: 'PutEventRule',
      required: [text('RuleName'), EVENT_PATTERN],
      optional: [
        choice('EventType', ['SYSTEM', 'CUSTOM']),
        choice('State', ['ENABLED', 'DISABLED']),
        text('GroupId'),
        text('Description'),
      ],
      today: [integer('SilenceTime', { min: 0 })],
    },
    { name: 'PutEventRuleTargets', required: [text('RuleName')], optional: TARGETS },
    { name: 'DeleteEventRuleTargets', required: [text('RuleName'), texts('Ids')] },
    { name: 'EnableEventRules', required: [texts('RuleNames')] },
    { name: 'DisableEventRules', required: [texts('RuleNames')] },
    { name: 'DeleteEventRules', required: [texts('RuleNames')] },
  ],
};
