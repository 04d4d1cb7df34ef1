import { choice, flag, integer, text, texts } from './field';
import { CLIENT_TOKEN, pages, RESOURCE_GROUP, tags, tokens } from './shared';
import type { Topic } from './topic';

/** Files sent to instances (contract 5); none of it is in the manual. */
export const FILES: Topic = {
  id: 'files',
  product: 'ecs',
  actions: [
    {
      name: 'DescribeSendFileResults',
      optional: [
        text('InvokeId'),
        text('InstanceId'),
        text('Name', { maxLength: 255 }),
        choice('InvocationStatus', ['Pending', 'Running', 'Success', 'Failed', 'PartialFailed']),
        ...pages(50),
        ...tokens(50),
        RESOURCE_GROUP,
        tags(),
      ],
    },
    {
      name: 'SendFile',
      required: [
        text('Name', { maxLength: 255 }),
        text('TargetDir', { maxLength: 255 }),
        text('Content', { multiline: true, base64: true, note: 'encodedAsNamed' }),
        texts('InstanceId', { max: 50 }),
      ],
      optional: [
        choice('ContentType', ['PlainText', 'Base64'], { default: 'PlainText' }),
        text('Description', { maxLength: 512 }),
        text('FileOwner', { maxLength: 64, default: 'root' }),
        text('FileGroup', { maxLength: 64, default: 'root' }),
        text('FileMode', { default: '0644' }),
        flag('Overwrite', { default: 'false' }),
        integer('Timeout', { min: 10, default: '60' }),
        RESOURCE_GROUP,
        tags(),
      ],
      today: [CLIENT_TOKEN],
    },
  ],
};
