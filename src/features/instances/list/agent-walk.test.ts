import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createApi, type Api } from '@/api/api';
import { createTestEmulator } from '@mocks/node';
import { apiError, emulatorRpc } from '../../../../test/support/render';
import type { Rpc } from '@/api/rpc';
import { AGENT_FILTERS, NO_FILTERS } from '../instance-filters';
import { agentFilterOf, NO_WALK, type Walk, walkByAgent, type WalkFilters } from './agent-walk';

vi.setConfig({ testTimeout: 60_000 });

const REGION = 'cn-hangzhou';
let rpc: Rpc;
let api: Api;
beforeAll(async () => {
  rpc = emulatorRpc((await createTestEmulator({ fleetSize: 1000 })).fetch);
  api = createApi(rpc);
});

const filters = (change: Partial<WalkFilters> = {}): WalkFilters => ({
  ...NO_FILTERS,
  agent: 'offline',
  ...change,
});

async function walk(by: Api, wanted: WalkFilters, from = NO_WALK, signal = new AbortController().signal) {
  const seen: Walk[] = [];
  const result = await walkByAgent(by, REGION, wanted, from, (step) => seen.push(step), { signal }).catch(
    (error: unknown) => error,
  );
  return { seen, result };
}

describe('finding instances by their agent', () => {
  it('E1: every instance belongs to one of the filters, and each is found once', async () => {
    const found = await Promise.all(AGENT_FILTERS.map((agent) => walk(api, filters({ agent }))));
    const ids = found.flatMap(({ result }) => (result as Walk).found.map((item) => item.InstanceId));
    const { totalCount } = await api.ecs.describeInstances({ RegionId: REGION, PageSize: 1 });
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(totalCount);
    for (const { result } of found) expect((result as Walk).found.length).toBeGreaterThan(0);
  });

  it('J5: tells how far it came, and what was found never moves', async () => {
    const { seen } = await walk(api, filters());
    expect(seen.length).toBeGreaterThan(5);
    seen.reduce((before, after) => {
      expect(after.looked).toBeGreaterThanOrEqual(before.looked);
      expect(after.found.slice(0, before.found.length)).toEqual(before.found);
      return after;
    });
    expect(seen.at(-1)).toMatchObject({ done: true, looked: seen.at(-1)?.total });
  });

  it('E1: combines with health and with the filters of the server', async () => {
    const { result } = await walk(api, filters({ agent: 'online', health: 'Warning', state: 'Running' }));
    const { found } = result as Walk;
    expect(found.length).toBeGreaterThan(0);
    const health = await api.ecs.describeInstancesFullStatus({
      RegionId: REGION,
      InstanceId: found.slice(0, 100).map((item) => item.InstanceId),
    });
    expect(new Set(health.items.map((row) => row.HealthStatus))).toEqual(new Set(['Warning']));
  });

  it('J5: goes on where it stopped, without asking again for what it knows', async () => {
    const { seen: all } = await walk(api, filters());
    const controller = new AbortController();
    const stopping = createApi((...call) => {
      if (call[1] === 'DescribeInstances' && Number(call[2]['PageNumber']) > 4) controller.abort();
      return rpc(...call);
    });
    const { seen: part, result: stopped } = await walk(stopping, filters(), NO_WALK, controller.signal);
    expect(stopped).toMatchObject({ code: 'Aborted' });
    const pages: number[] = [];
    const counting = createApi((...call) => {
      if (call[1] === 'DescribeInstances') pages.push(Number(call[2]['PageNumber']));
      return rpc(...call);
    });
    const { result } = await walk(counting, filters(), part.at(-1));
    expect((result as Walk).found).toEqual(all.at(-1)?.found);
    expect(Math.min(...pages)).toBe((part.at(-1)?.pages ?? 0) + 1);
  });

  it('J2: begins nothing new after a failure, and keeps what it had', async () => {
    let calls = 0;
    const broken = createApi((...call) => {
      if (call[1] !== 'DescribeCloudAssistantStatus' || ++calls <= 4) return rpc(...call);
      return Promise.reject(apiError('ServiceUnavailable', { httpStatus: 503 }));
    });
    const { seen, result } = await walk(broken, filters());
    expect(result).toMatchObject({ code: 'ServiceUnavailable' });
    expect(seen.at(-1)?.done).toBe(false);
    expect(seen.at(-1)?.pages).toBeGreaterThanOrEqual(1);
    expect(calls).toBeLessThan(12);
  });

  it('J2: does without an instance that is released while it is looked at', async () => {
    let gone: string | undefined;
    const shrinking = createApi((...call) => {
      const [, action, params] = call;
      const ids = params['InstanceId'];
      if (action === 'DescribeCloudAssistantStatus' && Array.isArray(ids)) {
        gone ??= String(ids[0]);
        if (ids.includes(gone))
          return Promise.reject(apiError('InvalidInstance.NotFound', { httpStatus: 404 }));
      }
      if (action === 'DescribeInstances' && typeof params['InstanceIds'] === 'string') {
        const wanted = (JSON.parse(params['InstanceIds']) as string[]).filter((id) => id !== gone);
        return rpc(call[0], action, { ...params, InstanceIds: JSON.stringify(wanted) }, call[3]);
      }
      return rpc(...call);
    });
    const { result } = await walk(shrinking, filters({ agent: 'online' }));
    const found = (result as Walk).found.map((item) => item.InstanceId);
    expect(found.length).toBeGreaterThan(100);
    expect(found).not.toContain(gone);
  });

  it('E2: tells a system that cannot have the agent from an agent that is missing', async () => {
    const { items } = await api.ecs.describeInstances({ RegionId: REGION, InstanceName: 'edge-fbsd-01' });
    const agent = { InstanceId: '', CloudAssistantStatus: false, CloudAssistantVersion: '', OSType: '', LastHeartbeatTime: '', LastInvokedTime: '', ActiveTaskCount: 0, InvocationCount: 0, SupportSessionManager: false, installed: false }; // prettier-ignore
    expect(agentFilterOf(items[0]!, agent)).toBe('unsupported');
    expect(agentFilterOf({ ...items[0]!, OSName: 'CentOS  7.6 64位', OSNameEn: '' }, agent)).toBe('missing');
    expect(agentFilterOf({ ...items[0]!, OSName: 'CentOS  7.6 64位', OSNameEn: '' }, undefined)).toBeNull();
  });
});
