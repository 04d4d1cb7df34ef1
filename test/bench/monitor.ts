import { createApi } from '@/api/api';
import { createRpc } from '@/api/rpc';
import { createTestEmulator } from '@mocks/node';
import { count, type Measures, ms, timeOf } from './measures';

const REGION = 'cn-hangzhou';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Metrics and health of 1 000 instances, which the emulator computes anew for every call. */
export async function benchMonitor(): Promise<Measures> {
  const { fetch } = await createTestEmulator({ fleetSize: 1000 });
  const { ecs, cms } = createApi(
    createRpc({ credentials: { accessKeyId: 'testid', accessKeySecret: 'testsecret' }, fetch }),
  );
  const { items } = await ecs.describeInstances({ RegionId: REGION, Status: 'Running', PageSize: 100 });
  const now = Math.floor(Date.now() / HOUR) * HOUR;
  const read = (run: number, length: number, Period: number) =>
    ecs.describeInstanceMonitorData({
      RegionId: REGION,
      InstanceId: items[run % items.length]!.InstanceId,
      StartTime: now - length,
      EndTime: now,
      Period,
    });
  const [point] = await read(0, HOUR, 60);
  const metrics = Object.values(point ?? {}).filter((value) => typeof value === 'number').length - 1;
  const minutes = await timeOf((run) => read(run, 6 * HOUR, 60));
  const hours = await timeOf((run) => read(run, 16 * DAY, 3600));
  const newest = await timeOf(() =>
    cms.describeMetricLast({ RegionId: REGION, MetricName: 'CPUUtilization' }),
  );
  const health = await timeOf(() =>
    ecs.describeInstancesFullStatus({ RegionId: REGION, HealthStatus: 'Warning', PageSize: 1 }),
  );
  return {
    'All metrics of an instance, 360 minutes': ms(minutes),
    'All metrics of an instance, 384 hours': ms(hours),
    'Points a second, by the minute': count((360 * metrics * 1000) / minutes, 'points'),
    'Newest CPU value of 974 instances': ms(newest),
    'One health value counted in 974 instances': ms(health),
  };
}
