import * as sdk from '@alicloud/ecs20140526';
import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '@/domain/base64';
import { emulatorForTests } from '../support/emulator-for-tests';
import { idOf, regionId, textOf } from '../support/run-client';
import { refusal } from '../support/vendor-clients';

const { client, ecs, later } = await emulatorForTests();

async function run(members: Partial<sdk.RunCommandRequest> = {}) {
  const request = new sdk.RunCommandRequest({
    regionId,
    type: 'RunShellScript',
    commandContent: 'echo "from $(hostname)"',
    instanceId: [idOf('web-prod-01')],
    ...members,
  });
  return (await client.runCommand(request)).body!;
}

async function commands(members: Partial<sdk.DescribeCommandsRequest> = {}) {
  const { body } = await client.describeCommands(new sdk.DescribeCommandsRequest({ regionId, ...members }));
  return body!;
}

describe('RunCommand (v3)', () => {
  it('B7: runs plain text once, without a command to show for it', async () => {
    const before = (await commands()).totalCount;
    const { commandId, invokeId } = await run();
    const [row] = await ecs.ended(invokeId!);
    expect(row).toMatchObject({ exitCode: 0, commandId, invocationStatus: 'Success' });
    expect(textOf(row!)).toBe('from web-prod-01\n');
    expect(await ecs.overall(invokeId!)).toMatchObject({
      commandName: commandId,
      timeout: 60,
      repeatMode: 'Once',
    });
    expect((await commands({ commandId: commandId! })).totalCount).toBe(0);
    expect((await commands()).totalCount).toBe(before);
  });

  it('B7: keeps the command when asked to, with all that was said of it', async () => {
    const { commandId, invokeId } = await run({
      commandContent: encodeBase64('echo "for {{who}}"'),
      contentEncoding: 'Base64',
      keepCommand: true,
      name: 'greet',
      description: 'Says for whom',
      workingDir: '/tmp',
      timeout: 90,
      enableParameter: true,
      parameters: { who: 'you' },
    });
    expect(textOf((await ecs.ended(invokeId!))[0]!)).toBe('for you\n');
    const { commands: found } = await commands({ commandId: commandId! });
    expect(found!.command).toMatchObject([
      {
        name: 'greet',
        description: 'Says for whom',
        commandContent: encodeBase64('echo "for {{who}}"'),
        workingDir: '/tmp',
        timeout: 90,
        enableParameter: true,
        parameterNames: { parameterName: ['who'] },
        invokeTimes: 1,
      },
    ]);
  });

  it('B7: counts against the quota of commands only when kept', async () => {
    let total = (await commands()).totalCount!;
    for (; total < 100; total += 1) await ecs.create('true');
    expect(await refusal(run({ keepCommand: true }))).toBe('CmdCount.ExceedQuota 403');
    await ecs.ended((await run()).invokeId!);
  });

  it('B7: gives the same answer to the same ClientToken and runs once', async () => {
    const clientToken = 'one-intent';
    const [first, second] = [await run({ clientToken }), await run({ clientToken })];
    expect([second.invokeId, second.commandId]).toEqual([first.invokeId, first.commandId]);
    expect((await ecs.list({ commandId: first.commandId! })).totalCount).toBe(1);
  });

  it('B7: runs by a schedule too', async () => {
    const { invokeId } = await run({ timed: true, repeatMode: 'Period', frequency: '0 0 * * * ?' });
    await later(3660);
    expect((await ecs.results(invokeId!, { includeHistory: true })).rows[0]).toMatchObject({
      startTime: '2026-11-22T01:00:00Z',
      repeats: 1,
    });
  });

  it.each<[string, Partial<sdk.RunCommandRequest>, string]>([
    ['no script', { commandContent: '' }, 'MissingParameter.CommandContent 400'],
    ['an unknown type', { type: 'RunPerl' }, 'InvalidCmdType.NotFound 403'],
    ['a long name', { name: 'x'.repeat(129) }, 'CmdName.ExceedLimit 403'],
    ['a long script', { commandContent: 'x'.repeat(12_289) }, 'CmdContent.ExceedLimit 403'],
    ['no Base64', { commandContent: '%%', contentEncoding: 'Base64' }, 'CmdContent.DecodeError 400'],
    ['an encoding of its own', { contentEncoding: 'Hex' }, 'InvalidParameter.ContentEncoding 400'],
    ['no instance', { instanceId: [] }, 'MissingParam.InstanceId 400'],
    ['an unknown instance', { instanceId: ['i-nowhere'] }, 'InvalidInstance.NotFound 404'],
    ['an instance of the other kind', { instanceId: [idOf('win-rdp-01')] }, 'InvalidInstance.NotMatch 403'],
    ['a stopped instance', { instanceId: [idOf('web-prod-07')] }, 'InvalidInstanceStatus 400'],
    ['parameters not allowed', { parameters: { a: 'b' } }, 'Parameter.Disabled 404'],
    ['a bad schedule', { timed: true, frequency: '0 0 25 * * ?' }, 'InvalidParam.Frequency 403'],
    ['a bad timeout', { timeout: 0 }, 'InvalidTimeout.ExceedLimit 403'],
  ])('B7: refuses %s', async (_what, members, expected) => {
    const before = (await commands()).totalCount;
    expect(await refusal(run({ keepCommand: true, ...members }))).toBe(expected);
    expect((await commands()).totalCount).toBe(before);
  });
});
