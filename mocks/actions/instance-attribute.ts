import { Fault } from '../fault';
import type { WorldInstance } from '../world/instance';
import type { Action } from './action';
import { instanceRow } from './instance-row';

/** Members of DescribeInstances that this action does not have (contract 6). */
const LEFT_OUT = ['Tags', 'OSName', 'OSNameEn', 'OSType'];

/** DescribeInstanceAttribute (contract 6): one instance, its members at the top; the region is looked for when none is sent. */
export const describeInstanceAttribute: Action = ({ params, world, regionId }) => {
  const instanceId = params.required('InstanceId');
  const regionIds = params.has('RegionId') ? [regionId] : world.regions.map((region) => region.regionId);
  const instance = regionIds
    .map((id) => world.find(id, instanceId))
    .find((found): found is WorldInstance => found !== undefined);
  if (!instance) throw new Fault('InvalidInstanceId.NotFound', 404);
  const row = { ...instanceRow(instance) };
  for (const name of LEFT_OUT) delete row[name];
  return { ...row, IoOptimized: 'optimized' };
};
