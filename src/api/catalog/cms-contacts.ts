import { choice, flag, group, text, texts } from './field';
import { pages } from './shared';
import type { Topic } from './topic';

const CHANNELS = [
  text('Mail'),
  text('SMS'),
  // The address of a robot is all that is needed to write into its group.
  text('DingWebHook', { secret: true }),
  text('AliIM'),
];

/** Who is told, and in which groups (contract 9.4). */
export const CONTACTS: Topic = {
  id: 'contacts',
  product: 'cms',
  actions: [
    {
      name: 'DescribeContactList',
      optional: [text('ContactName'), text('ChanelType'), text('ChanelValue'), ...pages(100, 100)],
    },
    { name: 'DescribeContactGroupList', optional: pages(100) },
    {
      name: 'PutContact',
      required: [text('ContactName'), text('Describe'), group('Channels', CHANNELS, 'atLeastOneChannel')],
      optional: [choice('Lang', ['zh-cn', 'en'])],
    },
    { name: 'DeleteContact', required: [text('ContactName')] },
    {
      name: 'PutContactGroup',
      required: [text('ContactGroupName')],
      optional: [
        texts('ContactNames', { note: 'wholeMembership' }),
        text('Describe'),
        flag('EnableSubscribed'),
      ],
    },
    { name: 'DeleteContactGroup', required: [text('ContactGroupName')] },
  ],
};
