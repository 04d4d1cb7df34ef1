import { COMMAND_TYPES } from '@/domain/command-type';
import { choice, type Field, flag, integer, json, objects, text, texts } from './field';
import { CLIENT_TOKEN, CONTENT_ENCODINGS, pages, RESOURCE_GROUP, tags, tokens, TYPE } from './shared';
import type { Topic } from './topic';

const REPEAT_MODES = ['Once', 'Period', 'NextRebootOnly', 'EveryReboot', 'DryRun'] as const;
const TIMED = flag('Timed', { note: 'ignoredToday' });
const FREQUENCY = text('Frequency', { note: 'cron' });
const PARAMETERS = json('Parameters', { note: 'jsonObject' });

/** What InvokeCommand and RunCommand take alike, newer than the manual. */
const RUN_TODAY: readonly Field[] = [
  choice('RepeatMode', REPEAT_MODES, { default: 'Once' }),
  text('Username', { maxLength: 255 }),
  text('WindowsPasswordName', { maxLength: 255, note: 'windowsOnly' }),
  text('ContainerId'),
  text('ContainerName'),
  choice('TerminationMode', ['Process', 'ProcessTree']),
  text('Launcher', { maxLength: 1024 }),
  text('OssOutputDelivery'),
  RESOURCE_GROUP,
  tags(),
  CLIENT_TOKEN,
];
const resourceTags = (max: number) => objects('ResourceTag', [text('Key'), text('Value')], { max });

const ENCODED_ANSWER = choice('ContentEncoding', CONTENT_ENCODINGS, { default: 'Base64' });

/** Runs and their records (contract 4, 5). */
export const RUNS: Topic = {
  id: 'runs',
  product: 'ecs',
  actions: [
    {
      name: 'DescribeInvocations',
      optional: [
        text('InvokeId'),
        text('CommandId'),
        text('CommandName'),
        choice('CommandType', COMMAND_TYPES),
        choice('InvokeStatus', ['Running', 'Finished', 'Failed', 'PartialFailed', 'Stopped', 'Stopping']),
        text('InstanceId'),
        flag('Timed'),
        ...pages(50),
      ],
      today: [
        ...tokens(50),
        flag('IncludeOutput', { default: 'false', note: 'needsInvokeId' }),
        ENCODED_ANSWER,
        choice('RepeatMode', REPEAT_MODES),
        RESOURCE_GROUP,
        tags(),
      ],
    },
    {
      name: 'DescribeInvocationResults',
      optional: [
        text('InvokeId'),
        text('CommandId'),
        text('InstanceId'),
        choice('InvokeRecordStatus', [
          'Running',
          'Finished',
          'Failed',
          'Stopped',
          'Success',
          'PartialFailed',
          'Stopping',
        ]),
        ...pages(50),
      ],
      today: [
        flag('IncludeHistory', { note: 'needsInvokeId' }),
        ENCODED_ANSWER,
        ...tokens(50),
        RESOURCE_GROUP,
        tags(),
      ],
    },
    {
      name: 'InvokeCommand',
      required: [text('CommandId'), texts('InstanceId', { max: 100 })],
      optional: [TIMED, FREQUENCY, PARAMETERS],
      today: [
        integer('Timeout', { min: 10 }),
        text('WorkingDir', { maxLength: 200 }),
        resourceTags(10),
        ...RUN_TODAY,
      ],
    },
    {
      name: 'RunCommand',
      required: [
        TYPE,
        text('CommandContent', { note: 'encodedAsNamed', multiline: true, base64: true }),
        texts('InstanceId', { max: 100 }),
      ],
      optional: [
        choice('ContentEncoding', CONTENT_ENCODINGS, { default: 'PlainText' }),
        text('Name', { maxLength: 128 }),
        text('Description', { maxLength: 512 }),
        text('WorkingDir', { maxLength: 200 }),
        integer('Timeout', { min: 10, default: '60' }),
        flag('EnableParameter', { default: 'false' }),
        PARAMETERS,
        flag('KeepCommand', { default: 'false' }),
        TIMED,
        FREQUENCY,
      ],
      today: [resourceTags(20), ...RUN_TODAY],
    },
    { name: 'StopInvocation', required: [text('InvokeId')], optional: [texts('InstanceId', { max: 50 })] },
    {
      name: 'ModifyInvocationAttribute',
      required: [text('InvokeId')],
      today: [
        text('CommandContent', { note: 'encodedAsNamed', multiline: true, base64: true }),
        choice('ContentEncoding', CONTENT_ENCODINGS, { default: 'PlainText' }),
        flag('EnableParameter'),
        PARAMETERS,
        text('Frequency', { note: 'periodicOnly' }),
        texts('InstanceId', { max: 100, note: 'addedInstances' }),
        CLIENT_TOKEN,
      ],
    },
  ],
};
