import { describe, expect, it } from 'vitest';
import { agentStateOf } from '@/domain/agent';
import { LIMITS } from '@/domain/limits';
import { BORN_AT, callAction, demoWorld, refusalOf } from '../../test/support/call-action';
import { createLedger } from '../ledger';
import { HOME_REGION } from '../world/world';
import { describeCloudAssistantStatus } from './agents';

const RegionId = HOME_REGION;
const home = demoWorld.instances(RegionId);
const named = (name: string) => home.find((instance) => instance.instanceName === name)!;

interface AgentRow {
  InstanceId: string;
  CloudAssistantStatus: string;
  CloudAssistantVersion: string;
  LastHeartbeatTime: string;
  [member: string]: unknown;
}

const idParams = (ids: readonly string[]) =>
  Object.fromEntries(ids.map((id, index) => [`InstanceId.${index + 1}`, id]));
const today = { profile: 'today', limits: LIMITS.today } as const;

async function rows(ids: readonly string[], context = {}, params = {}): Promise<AgentRow[]> {
  const answer = await callAction(
    describeCloudAssistantStatus,
    { RegionId, PageSize: '100', ...idParams(ids), ...params },
    context,
  );
  return (answer as { InstanceCloudAssistantStatusSet: { InstanceCloudAssistantStatus: AgentRow[] } })
    .InstanceCloudAssistantStatusSet.InstanceCloudAssistantStatus;
}

describe('DescribeCloudAssistantStatus', () => {
  it('E1: tells online, offline and missing agents apart', async () => {
    const names = ['web-prod-01', 'db-replica-02', 'ci-runner-02'];
    const answer = await rows(names.map((name) => named(name).instanceId));
    expect(answer.map((row) => row.CloudAssistantStatus)).toEqual(['true', 'false', 'false']);
    const states = answer.map((row) =>
      agentStateOf({ ...row, CloudAssistantStatus: row.CloudAssistantStatus === 'true' }),
    );
    expect(states).toEqual(['online', 'offline', 'missing']);
    expect(answer[0]).toMatchObject({
      CloudAssistantVersion: named('web-prod-01').agent.version,
      OSType: 'Linux',
    });
  });

  it('E1: agrees with the world on every instance', async () => {
    const answer = await rows([], today);
    const states = answer.map((row) =>
      agentStateOf({ ...row, CloudAssistantStatus: row.CloudAssistantStatus === 'true' }),
    );
    expect(states).toEqual(home.map((instance) => instance.agent.state));
  });

  it('E1: moves the heartbeat with the clock', async () => {
    const ids = [named('web-prod-01').instanceId];
    const week = 7 * 86_400_000;
    for (const now of [BORN_AT, BORN_AT + week]) {
      const [row] = await rows(ids, { now });
      const age = now - Date.parse(row!.LastHeartbeatTime);
      expect(age).toBeGreaterThanOrEqual(0);
      expect(age).toBeLessThanOrEqual(61_000);
    }
  });

  it('E1: counts what was run there', async () => {
    const { instanceId } = named('api-prod-02');
    const ledger = createLedger();
    const key = { invokeId: 't-1', instanceId, repeat: 1 };
    ledger.reduce({
      kind: 'InvocationCreated', at: BORN_AT, regionId: RegionId, invokeId: 't-1', commandId: 'c-1', commandName: 'n',
      commandDescription: '', commandType: 'RunShellScript', content: 'sleep 9', enableParameter: false, parameters: {},
      workingDir: '', timeoutSeconds: 60, username: '', instanceIds: [instanceId],
    }); // prettier-ignore
    ledger.reduce({ kind: 'ExecutionStarted', at: BORN_AT + 1000, ...key });
    const [row] = await rows([instanceId], { ledger });
    expect(row).toMatchObject({
      ActiveTaskCount: 1,
      InvocationCount: 1,
      LastInvokedTime: '2026-11-22T00:00:01Z',
    });
  });

  it('E1: filters by system', async () => {
    const answer = await rows([], today, { OSType: 'Windows' });
    expect(answer).toHaveLength(home.filter((instance) => instance.osType === 'windows').length);
  });

  it('K4: refuses with the documented codes; ids are required by the manual only', async () => {
    const refusal = (params: Record<string, string>, context = {}) =>
      refusalOf(callAction(describeCloudAssistantStatus, { RegionId, ...params }, context));
    expect(await refusal({})).toBe('MissingParam.InstanceId 400');
    expect(await rows([], today)).toHaveLength(34);
    expect(await refusal(idParams(['i-nowhere']))).toBe('InvalidInstance.NotFound 404');
    const ids = Array.from({ length: 51 }, (_, index) => `i-${index}`);
    expect(await refusal(idParams(ids))).toBe('InstanceIds.ExceedLimit 403');
    expect(await refusal(idParams(ids), today)).toBe('InvalidInstance.NotFound 404');
    expect(await refusal({ OSType: 'Plan9' })).toBe('InvalidParameter.OSType 400');
  });
});
