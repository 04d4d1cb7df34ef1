import { describe, expect, it } from 'vitest';
import { createApi } from '@/api/api';
import { LIMITS } from '@/domain/limits';
import { apiError, fakeRpc } from '../../../test/support/render';
import { fetchEligibility } from './eligibility';

const rows = ['i-ready1', 'i-stopped', 'i-silent'].map((InstanceId) => ({
  InstanceId,
  Status: InstanceId === 'i-stopped' ? 'Stopped' : 'Running',
  OSType: 'linux',
  OSName: 'CentOS  7.6 64位',
  InstanceNetworkType: 'vpc',
}));
const asked = (list: unknown) => (list as string[]) ?? [];
const instances = {
  DescribeInstances: (params: Record<string, unknown>) => {
    const ids = JSON.parse(String(params['InstanceIds'])) as string[];
    return { Instances: { Instance: rows.filter((row) => ids.includes(row.InstanceId)) } };
  },
};
const agents = {
  DescribeCloudAssistantStatus: (params: Record<string, unknown>) => ({
    InstanceCloudAssistantStatusSet: {
      InstanceCloudAssistantStatus: asked(params['InstanceId']).map((InstanceId) => ({
        InstanceId,
        CloudAssistantStatus: InstanceId === 'i-silent' ? 'false' : 'true',
      })),
    },
  }),
};
const ids = ['i-ready1', 'i-stopped', 'i-silent', 'i-released'];
const look = (rpc: ReturnType<typeof fakeRpc>, of: readonly string[] = ids) =>
  fetchEligibility(createApi(rpc), 'cn-hangzhou', of, 'RunShellScript', LIMITS.manual);

describe('a last look before sending', () => {
  it('B2: tells of each instance whether it can run, and leaves out the released one', async () => {
    expect(await look(fakeRpc({ ...instances, ...agents }))).toEqual(
      new Map([
        ['i-ready1', null],
        ['i-stopped', 'notRunning'],
        ['i-silent', 'agentMissing'],
      ]),
    );
  });

  it('B2: lets the service decide when the agents cannot be read', async () => {
    const rpc = fakeRpc({
      ...instances,
      DescribeCloudAssistantStatus: apiError('ServiceUnavailable', { httpStatus: 500 }),
    });
    expect((await look(rpc)).get('i-silent')).toBeNull();
  });

  it('B2: fails when the instances cannot be read', async () => {
    await expect(look(fakeRpc(agents))).rejects.toMatchObject({ code: 'InvalidAction.NotFound' });
  });

  it('B3: keeps within what a call takes', async () => {
    const many = Array.from({ length: 120 }, (_, index) => `i-number${index}`);
    const all = many.map((InstanceId) => ({ ...rows[0], InstanceId }));
    const rpc = fakeRpc({
      ...agents,
      DescribeInstances: (params) => {
        const wanted = JSON.parse(String(params['InstanceIds'])) as string[];
        return { Instances: { Instance: all.filter((row) => wanted.includes(row.InstanceId)) } };
      },
    });
    expect((await look(rpc, many)).size).toBe(120);
    const sizes = rpc.calls.map(({ action, params }) =>
      action === 'DescribeInstances'
        ? (JSON.parse(String(params['InstanceIds'])) as string[]).length
        : asked(params['InstanceId']).length,
    );
    expect(sizes).toEqual([100, 20, 50, 50, 20]);
  });

  it('B2: asks nothing for nothing', async () => {
    const rpc = fakeRpc({});
    expect((await look(rpc, [])).size).toBe(0);
    expect(rpc.calls).toEqual([]);
  });
});
