import { choice, flag, integer, text } from './field';
import { CLIENT_TOKEN, CONTENT_ENCODINGS, pages, RESOURCE_GROUP, tags, tokens, TYPE } from './shared';
import type { Topic } from './topic';

/** Saved commands (contract 5). */
export const COMMANDS: Topic = {
  id: 'commands',
  product: 'ecs',
  actions: [
    {
      name: 'DescribeCommands',
      optional: [
        text('CommandId'),
        text('Name', { note: 'wildcards' }),
        text('Description'),
        TYPE,
        ...pages(50),
      ],
      today: [
        ...tokens(50),
        choice('ContentEncoding', CONTENT_ENCODINGS, { default: 'Base64' }),
        text('Provider'),
        flag('Latest'),
        RESOURCE_GROUP,
        tags(),
      ],
    },
    {
      name: 'CreateCommand',
      required: [
        text('Name', { maxLength: 128 }),
        TYPE,
        text('CommandContent', { note: 'encodedAsNamed', multiline: true, base64: true }),
      ],
      optional: [
        text('Description', { maxLength: 512 }),
        text('WorkingDir', { maxLength: 200 }),
        integer('Timeout', { min: 10 }),
        flag('EnableParameter', { default: 'false' }),
      ],
      today: [
        choice('ContentEncoding', CONTENT_ENCODINGS, { default: 'Base64' }),
        text('Launcher', { maxLength: 1024 }),
        CLIENT_TOKEN,
        RESOURCE_GROUP,
        tags(),
      ],
    },
    {
      name: 'ModifyCommand',
      required: [text('CommandId')],
      optional: [text('Name', { maxLength: 128 }), text('Description', { maxLength: 512 })],
      today: [
        text('WorkingDir', { maxLength: 200 }),
        integer('Timeout', { min: 10 }),
        text('Launcher', { maxLength: 1024 }),
        text('CommandContent', { note: 'ignoredToday', multiline: true, base64: true }),
      ],
    },
    { name: 'DeleteCommand', required: [text('CommandId')] },
  ],
};
