import { choice, integer, json, text } from './field';
import { CLIENT_TOKEN, pages, RESOURCE_GROUP, tags, tokens } from './shared';
import type { Topic } from './topic';

/** Disks and snapshots (contract 6). */
export const DISKS: Topic = {
  id: 'disks',
  product: 'ecs',
  actions: [
    {
      name: 'DescribeDisks',
      optional: [
        text('InstanceId'),
        json('DiskIds', { note: 'jsonArray' }),
        choice('DiskType', ['all', 'system', 'data']),
        text('Category'),
        choice('Status', ['In_use', 'Available', 'Attaching', 'Detaching', 'Creating', 'ReIniting', 'All']),
        text('ZoneId'),
        text('DiskName'),
        tags(),
        ...pages(100),
      ],
      today: tokens(500, 10),
    },
    {
      name: 'DescribeSnapshots',
      optional: [
        text('InstanceId'),
        text('DiskId'),
        json('SnapshotIds', { note: 'jsonArray' }),
        text('SnapshotName'),
        choice('Status', ['progressing', 'accomplished', 'failed', 'all'], { default: 'all' }),
        ...pages(100),
      ],
      today: tokens(100),
    },
    {
      name: 'CreateSnapshot',
      required: [text('DiskId')],
      optional: [
        text('SnapshotName', { maxLength: 128 }),
        text('Description', { maxLength: 256 }),
        integer('RetentionDays', { min: 1, max: 65536 }),
        tags(),
        RESOURCE_GROUP,
        CLIENT_TOKEN,
      ],
    },
  ],
};
