import type Ecs from '@alicloud/ecs20140526';
import * as ecs from '@alicloud/ecs20140526';
import { describe, expect, it } from 'vitest';
import { emulatorForTests } from '../support/emulator-for-tests';
import { idOf, regionId, RUN_EMULATOR, runClient } from '../support/run-client';
import { type Call, refusal } from '../support/vendor-clients';

const manual = await emulatorForTests(RUN_EMULATOR, { keep: true });
const today = await emulatorForTests([...RUN_EMULATOR, '--profile', 'today'], { keep: true });

async function modified(client: Ecs) {
  const { create } = runClient(client);
  const commandId = await create('hostname');
  await client.modifyCommand(
    new ecs.ModifyCommandRequest({ regionId, commandId, name: 'renamed', workingDir: '/opt', timeout: 77 }),
  );
  const { body } = await client.describeCommands(new ecs.DescribeCommandsRequest({ regionId, commandId }));
  const [command] = body!.commands!.command!;
  return { name: command!.name, workingDir: command!.workingDir ?? '', timeout: command!.timeout };
}

describe('what the manual and today say differently', () => {
  it('A5: ModifyCommand changes directory and timeout today, and nothing but name and description in the manual', async () => {
    expect(await modified(manual.client)).toEqual({ name: 'renamed', workingDir: '', timeout: 3600 });
    expect(await modified(today.client)).toEqual({ name: 'renamed', workingDir: '/opt', timeout: 77 });
    const CommandId = await today.ecs.create('hostname');
    const modify = (params: object) =>
      refusal(today.post('ModifyCommand', { RegionId: regionId, CommandId, ...params }));
    expect(await modify({ Timeout: 0 })).toBe('InvalidTimeout.ExceedLimit 403');
    expect(await modify({ WorkingDir: `/${'x'.repeat(200)}` })).toBe('InvalidParameter.WorkingDir 400');
  });

  it('B1: a frequency that is none is refused by its own code; rate(…) is one only today', async () => {
    const frequency = async (call: Call, client: Ecs, Frequency: string) => {
      const CommandId = await runClient(client).create('hostname');
      const InstanceId = [idOf('web-prod-01')];
      return refusal(
        call('InvokeCommand', { RegionId: regionId, CommandId, InstanceId, Timed: true, Frequency }),
      );
    };
    const [old, current] = [manual.client, today.client];
    expect(await frequency(manual.post, old, 'often')).toBe('InvalidParam.Frequency 403');
    expect(await frequency(today.post, current, 'often')).toBe('InvalidParam.Frequency 400');
    expect(await frequency(manual.post, old, 'rate(5m)')).toBe('InvalidParam.Frequency 403');
  });
});

describe('parameters at their edges', () => {
  it('B5: DescribeAccountAttributes without a region', async () => {
    expect(await refusal(manual.post('DescribeAccountAttributes', {}))).toBe('Invalid.Parameter 403');
  });

  it('A1: a launcher over 1 KB', async () => {
    const params = { RegionId: regionId, Name: 'n', Type: 'RunShellScript', CommandContent: 'bHM=' };
    const refused = manual.post('CreateCommand', { ...params, Launcher: 'x'.repeat(1025) });
    expect(await refusal(refused)).toBe('InvalidLauncher.LengthLimitExceeded 403');
  });

  it('H1: DescribeInstancesFullStatus refuses in the words of its page', async () => {
    const ask = (params: object) =>
      refusal(manual.post('DescribeInstancesFullStatus', { RegionId: regionId, ...params }));
    expect(await ask({ PageSize: 101 })).toBe('InvalidParameter 403');
    expect(await ask({ 'NotBefore.Start': 'soon' })).toBe('InvalidParameter 403');
    const span = { 'NotBefore.Start': '2026-11-23T00:00:00Z', 'NotBefore.End': '2026-11-22T00:00:00Z' };
    expect(await ask(span)).toBe('InvalidParameter.TimeEndBeforeStart 403');
  });

  it('E1: the agents of all instances named come in one answer', async () => {
    const list = await manual.post('DescribeInstances', { RegionId: regionId, PageSize: 100 });
    const { Instance } = list['Instances'] as { Instance: { InstanceId: string }[] };
    const InstanceId = Instance.slice(0, 30).map((instance) => instance.InstanceId);
    const answer = await manual.post('DescribeCloudAssistantStatus', { RegionId: regionId, InstanceId });
    const { InstanceCloudAssistantStatus: rows } = answer['InstanceCloudAssistantStatusSet'] as {
      InstanceCloudAssistantStatus: { InstanceId: string }[];
    };
    expect(rows.map((row) => row.InstanceId)).toEqual(InstanceId);
    expect(answer['NextToken']).toBe('');
  });

  it('K3: the answer to a preflight names itself and what a page may send', async () => {
    const { status, headers } = await fetch(manual.url, { method: 'OPTIONS' });
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-expose-headers')).toBe('*');
    expect(headers.get('access-control-allow-headers')).toContain('x-acs-signature-nonce');
    expect(headers.get('x-acs-request-id')).toMatch(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/);
  });
});
