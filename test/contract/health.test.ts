import * as sdk from '@alicloud/ecs20140526';
import { describe, expect, it } from 'vitest';
import { HEALTH_STATUSES, parseHealth } from '@/domain/health';
import { emulatorForTests } from '../support/emulator-for-tests';
import { regionId, RUN_EMULATOR } from '../support/run-client';

const { client, later } = await emulatorForTests([...RUN_EMULATOR, '--instances', '1000'], { keep: true });

async function page(members: Partial<sdk.DescribeInstancesFullStatusRequest>) {
  const request = new sdk.DescribeInstancesFullStatusRequest({ regionId, ...members });
  const { body } = await client.describeInstancesFullStatus(request);
  return { total: body!.totalCount!, rows: body!.instanceFullStatusSet!.instanceFullStatusType ?? [] };
}

async function everyRow() {
  const { total, rows } = await page({ pageSize: 100 });
  for (let pageNumber = 2; rows.length < total; pageNumber++) {
    rows.push(...(await page({ pageSize: 100, pageNumber })).rows);
  }
  return rows;
}

describe('health of 1 000 instances (v3)', () => {
  it('H2: one small page for each value counts the region', async () => {
    const rows = await everyRow();
    const counts = new Map(HEALTH_STATUSES.map((health) => [health, 0]));
    for (const { healthStatus } of rows) {
      const health = parseHealth(healthStatus!.name!)!;
      counts.set(health, counts.get(health)! + 1);
    }
    const filtered = new Map(
      await Promise.all(
        HEALTH_STATUSES.map(async (health) => {
          const { total } = await page({ healthStatus: health === 'OK' ? 'Ok' : health, pageSize: 1 });
          return [health, total] as const;
        }),
      ),
    );
    expect(filtered).toEqual(counts);
    expect([...counts.values()].every((count) => count > 0)).toBe(true);
    expect([...counts.values()].reduce((a, b) => a + b, 0)).toBe(rows.length);
  });

  it('H2: the list and its pages hold the instances that DescribeInstances tells', async () => {
    const rows = await everyRow();
    expect(new Set(rows.map(({ instanceId }) => instanceId)).size).toBe(rows.length);
    const request = new sdk.DescribeInstancesRequest({ regionId, pageSize: 1 });
    expect((await client.describeInstances(request)).body!.totalCount).toBe(rows.length);
  });

  it('H3: what is stopped has no health, what runs has one, whenever one looks', async () => {
    for (const hours of [0, 7, 31, 120]) {
      await later(hours * 3600);
      for (const { instanceId, status, healthStatus } of await everyRow()) {
        const stopped = status!.name === 'Stopped';
        expect(healthStatus!.name === 'NotApplicable', instanceId).toBe(stopped);
      }
    }
  });
});
