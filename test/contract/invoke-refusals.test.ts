import type { InvokeCommandRequest } from '@alicloud/ecs20140526';
import { describe, expect, it } from 'vitest';
import { emulatorForTests } from '../support/emulator-for-tests';
import { idOf, regionId } from '../support/run-client';
import { refusal } from '../support/vendor-clients';

const { ecs, post } = await emulatorForTests();

describe('what InvokeCommand refuses', () => {
  it.each([
    ['B2: a stopped instance', 'web-prod-07', 'InvalidInstanceStatus 400'],
    ['B2: an instance without agent', 'ci-runner-02', 'InvalidInstance.NoClient 400'],
    ['B2: a classic network', 'legacy-02', 'InvalidInstance.NotVpc 400'],
    ['B2: the wrong system', 'win-rdp-01', 'InvalidInstance.NotMatch 403'],
    ['B2: an unsupported system', 'edge-fbsd-01', 'InvalidInstance.NotMatch 403'],
  ])('%s; nothing runs on the others', async (_what, name, expected) => {
    const commandId = await ecs.create('hostname');
    expect(await refusal(ecs.invoke(commandId, ['web-prod-01', name]))).toBe(expected);
    expect((await ecs.list({ commandId })).totalCount).toBe(0);
  });

  const many = Array.from({ length: 51 }, (_, index) => `i-${index}`);

  it.each<[string, Partial<InvokeCommandRequest>, string]>([
    ['B1: an unknown command', { commandId: 'c-0' }, 'InvalidCmdId.NotFound 404'],
    ['B1: no instance', { instanceId: [] }, 'MissingParam.InstanceId 400'],
    ['B1: an unknown instance', { instanceId: ['i-nowhere'] }, 'InvalidInstance.NotFound 404'],
    ['B3: 51 instances', { instanceId: many }, 'InstanceIds.ExceedLimit 403'],
    ['B1: a schedule without frequency', { timed: true }, 'MissingParam.Frequency 403'],
    ['B1: an unknown repeat mode', { repeatMode: 'Sometimes' }, 'InvalidRepeatMode.NotFound 404'],
    ['B4: a parameter the command does not define', { parameters: { x: '1' } }, 'Parameter.NotMatched 403'],
    ['B4: a value that is no text', { parameters: { who: 1 } }, 'ParameterType.NotSupported 403'],
    ['B1: a user name over 255', { username: 'u'.repeat(256) }, 'Username.ExceedLimit 403'],
    ['B1: timeout 0', { timeout: 0 }, 'InvalidTimeout.ExceedLimit 403'],
    ['B1: an unknown termination mode', { terminationMode: 'Hope' }, 'InvalidTerminationMode.NotFound 404'],
  ])('%s', async (_what, members, expected) => {
    const commandId = await ecs.create('echo "{{who}}"', { enableParameter: true });
    expect(await refusal(ecs.invoke(commandId, ['web-prod-01'], members))).toBe(expected);
  });

  it('B4: content and parameters over 16 KB, and parameters that are no JSON object', async () => {
    const CommandId = await ecs.create('echo "{{who}}"', { enableParameter: true });
    const invoke = (Parameters: string) =>
      refusal(
        post('InvokeCommand', {
          RegionId: regionId,
          CommandId,
          InstanceId: [idOf('web-prod-01')],
          Parameters,
        }),
      );
    expect(await invoke(JSON.stringify({ who: 'x'.repeat(13_000) }))).toBe('CmdContent.ExceedLimit 403');
    expect(await invoke('who=x')).toBe('InvalidParameter.Parameters 400');
    expect(await invoke('["who"]')).toBe('InvalidParameter.Parameters 400');
  });

  it('B4: parameters where the command has them switched off', async () => {
    const commandId = await ecs.create('echo "{{who}}"');
    const invoked = ecs.invoke(commandId, ['web-prod-01'], { parameters: { who: 'x' } });
    expect(await refusal(invoked)).toBe('Parameter.Disabled 404');
  });

  it('K4: the same ClientToken runs once', async () => {
    const commandId = await ecs.create('hostname');
    const members = { clientToken: 'run-once' };
    const invokeId = await ecs.invoke(commandId, ['web-prod-01'], members);
    expect(await ecs.invoke(commandId, ['web-prod-01'], members)).toBe(invokeId);
    const other = ecs.invoke(commandId, ['web-prod-02'], members);
    expect(await refusal(other)).toBe('IdempotentParameterMismatch 403');
    expect((await ecs.list({ commandId })).totalCount).toBe(1);
  });

  it('A7: running a command deleted meanwhile', async () => {
    const commandId = await ecs.create('hostname');
    await ecs.remove(commandId);
    expect(await refusal(ecs.invoke(commandId, ['web-prod-01']))).toBe('InvalidCmdId.NotFound 404');
  });
});
