import { Fault } from '../fault';
import { createLoadSource } from '../metrics/load-source';
import type { LoadSource } from '../metrics/load-source';
import { diskRows, instanceRows, interfaceRows } from '../metrics/monitor-rows';
import type { PeriodSpan } from '../metrics/periods';
import { inSlices } from '../metrics/slices';
import { findDisk } from '../world/disks';
import type { WorldInstance } from '../world/instance';
import { interfacesOf } from '../world/network';
import type { Action, ActionContext } from './action';
import { regionsAsked } from './asked-instance';
import { readMonitorSpan } from './monitor-request';

/** The region sent, or all: an id is enough to find what it names. */
function inRegions<Found>(
  context: ActionContext,
  find: (regionId: string) => Found | undefined,
): Found | undefined {
  for (const id of regionsAsked(context)) {
    const found = find(id);
    if (found) return found;
  }
  return undefined;
}

/** Credits look back as far as the day before. */
const LOOK_BACK_MS = 2 * 86_400_000;

function sourceOf(instance: WorldInstance, context: ActionContext, { from }: PeriodSpan): LoadSource {
  return createLoadSource(instance, context, from - LOOK_BACK_MS);
}

/** DescribeInstanceMonitorData (contract 8). */
export const describeInstanceMonitorData: Action = async (context) => {
  const { params, world, profile } = context;
  const instanceId = params.required('InstanceId');
  const span = readMonitorSpan(context, { status: 400, reversed: 'InvalidStartTime.ValueNotSupported' });
  const instance = inRegions(context, (regionId) => world.find(regionId, instanceId));
  if (!instance) throw new Fault('InvalidInstanceId.NotFound', 404);
  const source = sourceOf(instance, context, span);
  const rows = await inSlices(span, (part) => instanceRows(instance, source, part, profile));
  return { MonitorData: { InstanceMonitorData: rows } };
};

/** DescribeDiskMonitorData (contract 8). */
export const describeDiskMonitorData: Action = async (context) => {
  const { params, world } = context;
  const diskId = params.required('DiskId');
  const span = readMonitorSpan(context, { status: 400, reversed: 'InvalidParameter.EndTime' });
  const disk = inRegions(context, (regionId) => findDisk(world, regionId, diskId));
  if (!disk) throw new Fault('InvalidDiskId.NotFound', 404);
  const source = sourceOf(disk.instance, context, span);
  const rows = await inSlices(span, (part) => diskRows(disk, source, part));
  return { TotalCount: rows.length, MonitorData: { DiskMonitorData: rows } };
};

/** DescribeEniMonitorData (contract 8): the interface named, or all secondary ones. */
export const describeEniMonitorData: Action = async (context) => {
  const { params, world, regionId } = context;
  const instanceId = params.required('InstanceId');
  const eniId = params.text('EniId');
  if (!instanceId.startsWith('i-') || (eniId !== undefined && !eniId.startsWith('eni-'))) {
    throw new Fault('InvalidParam.Malformed', 403);
  }
  const span = readMonitorSpan(context, { status: 403, reversed: 'InvalidParameter.EndTime' });
  const instance = world.find(regionId, instanceId);
  if (!instance) throw new Fault('InvalidEcsId.NotFound', 404);
  const all = interfacesOf(instance);
  const chosen = all.filter((one) => (eniId === undefined ? !one.primary : one.eniId === eniId));
  if (eniId !== undefined && chosen.length === 0) throw new Fault('InvalidEniId.NotFound', 400);
  const source = sourceOf(instance, context, span);
  const rows = [];
  for (const one of chosen) {
    rows.push(...(await inSlices(span, (part) => interfaceRows(one, all.length, source, part))));
  }
  return { TotalCount: rows.length, MonitorData: { EniMonitorData: rows } };
};
