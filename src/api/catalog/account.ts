import { choice, flag, text, texts } from './field';
import { pages, tags } from './shared';
import type { Topic } from './topic';

const RESOURCE_TYPES = ['instance', 'disk', 'snapshot', 'image', 'securitygroup', 'eni'] as const;
const LANGUAGES = ['zh-CN', 'zh-TW', 'en-US', 'ja'] as const;

/** Regions, zones, quota, tags (contract 6). */
export const ACCOUNT: Topic = {
  id: 'account',
  product: 'ecs',
  actions: [
    {
      name: 'DescribeRegions',
      optional: [
        choice('AcceptLanguage', LANGUAGES, { default: 'zh-CN' }),
        choice('InstanceChargeType', ['PrePaid', 'PostPaid']),
        choice('ResourceType', ['instance', 'disk', 'reservedinstance', 'scu']),
      ],
    },
    {
      name: 'DescribeZones',
      optional: [
        choice('AcceptLanguage', LANGUAGES, { default: 'zh-CN' }),
        choice('InstanceChargeType', ['PrePaid', 'PostPaid']),
        text('SpotStrategy'),
      ],
      today: [flag('Verbose', { default: 'true' })],
    },
    {
      name: 'DescribeAccountAttributes',
      optional: [texts('AttributeName', { max: 8, note: 'attributeNames' }), text('ZoneId')],
    },
    {
      name: 'DescribeTags',
      optional: [choice('ResourceType', RESOURCE_TYPES), text('ResourceId'), tags(), ...pages(100, 50)],
    },
    {
      name: 'ListTagResources',
      required: [choice('ResourceType', [...RESOURCE_TYPES, 'command', 'invocation'])],
      optional: [texts('ResourceId', { max: 50 }), tags(), text('NextToken')],
    },
  ],
};
