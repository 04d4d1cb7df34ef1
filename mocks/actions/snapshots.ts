import type { SnapshotCreated } from '../events/acts';
import { isRecovering } from '../events/recovery';
import { isKept, progressOf } from '../events/snapshot';
import { Fault } from '../fault';
import { findDisk } from '../world/disks';
import type { Action, ActionContext } from './action';
import { regionsAsked } from './asked-instance';
import { readTagFilter } from './instance-filter';
import { pageOf, readPaging } from './paging';
import { wireTime } from './wire-time';

const MOST_PER_DISK = 256;
const MAX_IDS = 100;
/** A letter first, in any script; not `auto…`, not an address. */
const NAME = /^(?!auto|https?:\/\/)\p{L}[\p{L}\p{N}:_.-]{1,127}$/iu;

/** CreateSnapshot (contract 6): answers at once, progress comes with the clock. One at a time of a disk. */
export const createSnapshot: Action = (context) => {
  const { params, world, ledger, now, act, newId } = context;
  const diskId = params.required('DiskId');
  const disk = regionsAsked(context)
    .map((id) => findDisk(world, id, diskId))
    .find((found) => found !== undefined);
  if (!disk) throw new Fault('InvalidDiskId.NotFound', 404, 'The specified disk does not exist.');
  const members = readMembers(context);
  const { instance } = disk;
  const { regionId, instanceId } = instance;
  const settled = instance.state === 'Running' || instance.state === 'Stopped';
  if (!settled || isRecovering(world, ledger, instance, now)) {
    throw new Fault('IncorrectInstanceStatus', 400);
  }
  const others = ledger.events.snapshots(regionId).filter((one) => one.diskId === diskId && isKept(one, now));
  if (others.some((one) => progressOf(one, now).status === 'progressing')) {
    const why = 'Another snapshot of the disk is being made.';
    throw new Fault('IncorrectDiskStatus.CreatingSnapshot', 403, why);
  }
  if (others.length >= MOST_PER_DISK) {
    throw new Fault('QuotaExceed.Snapshot', 403, 'The disk has as many snapshots as it may have.');
  }
  const snapshotId = newId('s');
  act({
    kind: 'SnapshotCreated',
    at: now,
    regionId,
    snapshotId,
    diskId,
    instanceId,
    diskType: disk.type,
    sizeGiB: disk.sizeGiB,
    ...members,
  });
  return { SnapshotId: snapshotId };
};

function readMembers({ params }: ActionContext) {
  const name = params.text('SnapshotName') ?? '';
  if (name !== '' && !NAME.test(name)) {
    throw new Fault('InvalidSnapshotName.Malformed', 400, 'The specified SnapshotName is not valid.');
  }
  const description = params.text('Description') ?? '';
  if (
    description !== '' &&
    (description.length < 2 || description.length > 256 || /^https?:\/\//.test(description))
  ) {
    throw new Fault('InvalidDescription.Malformed', 404, 'The specified Description is not valid.');
  }
  const retentionDays = params.integer('RetentionDays') ?? null;
  if (retentionDays !== null && (retentionDays < 1 || retentionDays > 65_536)) {
    throw new Fault('InvalidParameter.RetentionDays', 400);
  }
  const tags = Object.fromEntries(readTagFilter(params).map(({ key, value }) => [key, value ?? '']));
  return { name, description, retentionDays, tags };
}

const STATUSES = ['progressing', 'accomplished', 'failed', 'all'];

/** DescribeSnapshots, as in the vendor's SDK: the snapshots users made, newest first. */
export const describeSnapshots: Action = ({ params, ledger, regionId, now }) => {
  const request = readPaging(params, { defaultSize: 10, maxSize: 100 });
  const ids = params.jsonList('SnapshotIds');
  if (ids && ids.length > MAX_IDS) throw new Fault('InvalidParameter.SnapshotIds', 400);
  const wanted = ids && new Set(ids);
  const status = params.text('Status') ?? 'all';
  if (!STATUSES.includes(status))
    throw new Fault('InvalidStatus.NotFound', 404, 'The status does not exist.');
  const [instanceId, diskId] = [params.text('InstanceId'), params.text('DiskId')];
  const list = ledger.events
    .snapshots(regionId)
    .filter(
      (one) =>
        isKept(one, now) &&
        (!wanted || wanted.has(one.snapshotId)) &&
        (instanceId === undefined || one.instanceId === instanceId) &&
        (diskId === undefined || one.diskId === diskId) &&
        (status === 'all' || progressOf(one, now).status === status),
    )
    .toReversed();
  const { items, fields } = pageOf(list, request, (one) => one.snapshotId);
  return { ...fields, Snapshots: { Snapshot: items.map((one) => snapshotRow(one, now)) } };
};

function snapshotRow(one: SnapshotCreated, now: number) {
  const { status, percent, secondsLeft } = progressOf(one, now);
  return {
    SnapshotId: one.snapshotId,
    SnapshotName: one.name,
    Description: one.description,
    Status: status,
    Progress: `${percent}%`,
    RemainTime: secondsLeft,
    Available: status === 'accomplished',
    SourceDiskId: one.diskId,
    SourceDiskType: one.diskType,
    SourceDiskSize: String(one.sizeGiB),
    SnapshotType: 'user',
    Encrypted: false,
    RegionId: one.regionId,
    CreationTime: wireTime(one.at),
    ...(one.retentionDays === null ? {} : { RetentionDays: one.retentionDays }),
    Tags: { Tag: Object.entries(one.tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue })) },
  };
}
