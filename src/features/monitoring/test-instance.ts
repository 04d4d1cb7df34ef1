import type { Instance } from '@/api/ecs/instances';
import { instanceOf } from '@/api/ecs/instance-row';
import { readerOf } from '@/api/decode';

/** A running instance, for tests. */
export function testInstance(members: Partial<Instance> = {}): Instance {
  const row = { InstanceId: 'i-bp1aaa', InstanceName: 'web-01', Status: 'Running', RegionId: 'cn-hangzhou' };
  return { ...instanceOf(readerOf(row)), ...members };
}
