import { choice, flag, group, integer, json, number, objects, text, texts } from './field';
import { CLIENT_TOKEN, pages, RESOURCE_GROUP, tags, tokens } from './shared';
import type { Topic } from './topic';

const CHARGE_TYPES = ['PrePaid', 'PostPaid'] as const;
const STATES = ['Pending', 'Running', 'Starting', 'Stopping', 'Stopped'] as const;
const IO_OPTIMIZED = ['none', 'optimized'] as const;
const addresses = (name: string) => json(name, { note: 'jsonArray' });

/** Instances (contract 6). */
export const INSTANCES: Topic = {
  id: 'instances',
  product: 'ecs',
  actions: [
    {
      name: 'DescribeInstances',
      optional: [
        json('InstanceIds', { note: 'jsonArray' }),
        choice('Status', STATES),
        text('InstanceName', { note: 'wildcards' }),
        text('ZoneId'),
        text('VpcId'),
        text('VSwitchId'),
        text('SecurityGroupId'),
        choice('InstanceNetworkType', ['vpc', 'classic']),
        text('InstanceType'),
        text('InstanceTypeFamily'),
        text('ImageId'),
        choice('InstanceChargeType', CHARGE_TYPES),
        addresses('PublicIpAddresses'),
        addresses('PrivateIpAddresses'),
        addresses('EipAddresses'),
        addresses('InnerIpAddresses'),
        tags(),
        choice('LockReason', ['financial', 'security', 'recycling', 'dedicatedhostfinancial', 'refunded']),
        text('KeyPairName'),
        RESOURCE_GROUP,
        objects('Filter', [
          choice('Key', ['CreationStartTime', 'CreationEndTime', 'ExpiredStartTime', 'ExpiredEndTime']),
          text('Value', { note: 'minuteTime' }),
        ]),
        texts('AdditionalAttributes'),
        flag('DryRun'),
        ...pages(100),
      ],
      today: tokens(100, 10),
    },
    { name: 'DescribeInstanceAttribute', required: [text('InstanceId')] },
    {
      name: 'DescribeInstanceStatus',
      optional: [texts('InstanceId', { max: 100 }), text('ZoneId'), ...pages(50)],
    },
    {
      name: 'DescribeAvailableResource',
      required: [
        choice('DestinationResource', [
          'Zone',
          'IoOptimized',
          'InstanceType',
          'Network',
          'ddh',
          'SystemDisk',
          'DataDisk',
        ]),
      ],
      optional: [
        choice('ResourceType', ['instance', 'disk', 'reservedinstance', 'ddh']),
        text('ZoneId'),
        choice('InstanceChargeType', CHARGE_TYPES, { default: 'PostPaid' }),
        text('InstanceType'),
        text('SystemDiskCategory'),
        text('DataDiskCategory'),
        choice('IoOptimized', IO_OPTIMIZED),
        choice('NetworkCategory', ['vpc', 'classic']),
        text('SpotStrategy'),
        integer('Cores', { min: 1, note: 'notWithInstanceType' }),
        number('Memory', { min: 0, note: 'notWithInstanceType' }),
      ],
    },
    {
      name: 'RebootInstance',
      required: [text('InstanceId')],
      optional: [flag('ForceStop', { default: 'false' }), flag('DryRun')],
    },
    {
      name: 'DeleteInstance',
      required: [text('InstanceId')],
      optional: [
        flag('Force', { default: 'false' }),
        flag('ForceStop', { default: 'true' }),
        flag('TerminateSubscription', { default: 'false' }),
        flag('DryRun'),
      ],
    },
    {
      name: 'RunInstances',
      required: [text('ImageId'), text('InstanceType'), text('SecurityGroupId'), text('VSwitchId')],
      optional: [
        integer('Amount', { min: 1, max: 100, default: '1' }),
        integer('MinAmount', { min: 1, max: 100 }),
        text('InstanceName', { maxLength: 128 }),
        flag('UniqueSuffix'),
        text('HostName'),
        text('ZoneId'),
        integer('InternetMaxBandwidthOut', { min: 0, max: 100 }),
        choice('InstanceChargeType', CHARGE_TYPES, { default: 'PostPaid' }),
        integer('Period', { min: 1 }),
        choice('PeriodUnit', ['Week', 'Month']),
        group('SystemDisk', [text('Category'), integer('Size', { min: 20 })]),
        objects('DataDisk', [text('Category'), integer('Size', { min: 20 })], { max: 16 }),
        text('Password', { secret: true }),
        text('KeyPairName'),
        text('UserData', { multiline: true, base64: true }),
        tags(),
        text('AutoReleaseTime', { note: 'utcTime' }),
        flag('DryRun'),
        CLIENT_TOKEN,
      ],
    },
  ],
};
