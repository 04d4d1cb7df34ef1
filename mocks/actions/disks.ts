import { Fault } from '../fault';
import { type WorldDisk, disksOf, findDisk } from '../world/disks';
import type { Action, ActionContext } from './action';
import { readTagFilter } from './instance-filter';
import { namePattern } from './name-pattern';
import { pageOf, readPaging } from './paging';
import { wireTime } from './wire-time';

const MAX_IDS = 100;
const STATUSES = ['In_use', 'Available', 'Attaching', 'Detaching', 'Creating', 'ReIniting', 'All'];
const CATEGORIES = [
  'cloud', 'cloud_efficiency', 'cloud_ssd', 'cloud_essd', 'cloud_auto', 'local_ssd_pro', 'local_hdd_pro',
  'ephemeral', 'ephemeral_ssd', 'all',
]; // prettier-ignore

/** DescribeDisks (contract 6): the disks of the region's instances; none lies about unattached. */
export const describeDisks: Action = (context) => {
  const { params } = context;
  // Spelt so by the service (contract 6).
  params.required('RegionId', 'MissingParamter.RegionId');
  const request = readPaging(params, {
    defaultSize: 10,
    maxSize: 100,
    minResults: 10,
    maxResults: 500,
    clampResults: true,
  });
  const tests = diskTests(context);
  const list = candidates(context).filter((disk) => tests.every((test) => test(disk)));
  const { items, fields } = pageOf(list, request, (disk) => disk.diskId);
  return { ...fields, Disks: { Disk: items.map(diskRow) } };
};

/** The disks named, of the instance named, or of the whole region. */
function candidates({ params, world, regionId }: ActionContext): WorldDisk[] {
  const ids = readIds(params.text('DiskIds'));
  const instanceId = params.text('InstanceId');
  const ofInstance = (disk: WorldDisk) => instanceId === undefined || disk.instance.instanceId === instanceId;
  if (ids) return ids.flatMap((id) => findDisk(world, regionId, id) ?? []).filter(ofInstance);
  if (instanceId === undefined) return world.instances(regionId).flatMap(disksOf);
  const instance = world.find(regionId, instanceId);
  return instance ? disksOf(instance) : [];
}

function readIds(text: string | undefined): string[] | null {
  if (text === undefined) return null;
  const malformed = new Fault('InvalidDiskIds.Malformed', 403, 'DiskIds is not a JSON array of IDs.');
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw malformed;
  }
  if (!Array.isArray(parsed) || !parsed.every((id) => typeof id === 'string')) throw malformed;
  if (parsed.length > MAX_IDS) {
    throw new Fault('InvalidDiskIds.ValueNotSupported', 404, `At most ${MAX_IDS} disk IDs may be given.`);
  }
  return [...new Set(parsed)];
}

function diskTests({ params }: ActionContext): ((disk: WorldDisk) => boolean)[] {
  const oneOf = (name: string, values: readonly string[]) => {
    const value = params.text(name);
    if (value !== undefined && !values.includes(value)) {
      const code = name === 'DiskType' ? 'InvalidDiskType' : `Invalid${name}`;
      throw new Fault(`${code}.ValueNotSupported`, 400, `The specified ${name} is not supported.`);
    }
    return value?.toLowerCase() === 'all' ? undefined : value;
  };
  const type = oneOf('DiskType', ['all', 'system', 'data']);
  const status = oneOf('Status', STATUSES);
  const category = oneOf('Category', CATEGORIES);
  const zoneId = params.text('ZoneId');
  const name = params.text('DiskName');
  const named = name === undefined ? null : namePattern(name);
  const tags = readTagFilter(params);
  return [
    (disk) => type === undefined || disk.type === type,
    () => status === undefined || status === 'In_use',
    (disk) => category === undefined || disk.category === category,
    (disk) => zoneId === undefined || disk.instance.zoneId === zoneId,
    (disk) => named === null || named(diskName(disk)),
    (disk) =>
      tags.every(({ key, value }) => (value ? disk.instance.tags[key] === value : key in disk.instance.tags)),
  ];
}

const diskName = (disk: WorldDisk) =>
  disk.type === 'data' ? `${disk.instance.instanceName}-data` : `${disk.instance.instanceName}-system`;

/** Operations per second a disk of the category and size gives. */
const IOPS: Readonly<Record<WorldDisk['category'], (gib: number) => number>> = {
  cloud_efficiency: (gib) => Math.min(1800 + 8 * gib, 5000),
  cloud_ssd: (gib) => Math.min(1800 + 30 * gib, 25_000),
  cloud_essd: (gib) => Math.min(1800 + 50 * gib, 50_000),
};

function diskRow(disk: WorldDisk) {
  const { instance } = disk;
  const attached = wireTime(instance.createdAt + 9_000);
  const iops = IOPS[disk.category](disk.sizeGiB);
  return {
    DiskId: disk.diskId,
    DiskName: diskName(disk),
    Description: '',
    InstanceId: instance.instanceId,
    Type: disk.type,
    Category: disk.category,
    Size: disk.sizeGiB,
    Status: 'In_use',
    Device: disk.device,
    ZoneId: instance.zoneId,
    RegionId: instance.regionId,
    DiskChargeType: instance.chargeType,
    DeleteWithInstance: true,
    Portable: disk.type === 'data',
    Encrypted: false,
    CreationTime: wireTime(instance.createdAt),
    AttachedTime: attached,
    DetachedTime: '',
    ...(disk.category === 'cloud_essd' ? { PerformanceLevel: 'PL1' } : {}),
    IOPS: iops,
    IOPSRead: iops,
    IOPSWrite: iops,
    Attachments: {
      Attachment: [{ InstanceId: instance.instanceId, Device: disk.device, AttachedTime: attached }],
    },
    OperationLocks: { OperationLock: [] },
    Tags: { Tag: Object.entries(instance.tags).map(([TagKey, TagValue]) => ({ TagKey, TagValue })) },
  };
}
