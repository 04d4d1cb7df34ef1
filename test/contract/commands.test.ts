import * as ecs from '@alicloud/ecs20140526';
import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '@/domain/base64';
import { emulatorForTests } from '../support/emulator-for-tests';
import { RUN_EMULATOR } from '../support/run-client';
import { refusal } from '../support/vendor-clients';

const regionId = 'cn-beijing';

const { client, post } = await emulatorForTests(RUN_EMULATOR, { keep: true });

const draft = (members: Partial<ecs.CreateCommandRequest> = {}) =>
  new ecs.CreateCommandRequest({
    regionId,
    name: 'disk-report',
    type: 'RunShellScript',
    commandContent: encodeBase64('df -h'),
    ...members,
  });

async function create(members: Partial<ecs.CreateCommandRequest> = {}): Promise<string> {
  const { body } = await client.createCommand(draft(members));
  expect(body?.commandId).toMatch(/^c-[0-9a-f]+$/);
  return body!.commandId!;
}

async function list(members: Partial<ecs.DescribeCommandsRequest> = {}) {
  const { body } = await client.describeCommands(new ecs.DescribeCommandsRequest({ regionId, ...members }));
  return body!;
}

const names = async (members: Partial<ecs.DescribeCommandsRequest>) =>
  ((await list(members)).commands?.command ?? []).map((command) => command.name);

describe('commands, asked by the vendor SDK of today (v3)', () => {
  it('K3: creates a command and reads every field back', async () => {
    const commandId = await create({
      name: 'echo-who',
      description: 'says who',
      commandContent: encodeBase64('echo "{{who}} {{ Who }} {{how}}"'),
      workingDir: '/tmp',
      timeout: 120,
      enableParameter: true,
    });
    const [command] = (await list({ commandId })).commands!.command!;
    expect(command).toMatchObject({
      commandId,
      name: 'echo-who',
      description: 'says who',
      type: 'RunShellScript',
      commandContent: encodeBase64('echo "{{who}} {{ Who }} {{how}}"'),
      workingDir: '/tmp',
      timeout: 120,
      enableParameter: true,
      parameterNames: { parameterName: ['who', 'how'] },
      invokeTimes: 0,
    });
    expect(command!.creationTime).toMatch(/^2026-11-22T00:\d\dZ$/);
    expect((await list({ commandId: 'c-0' })).commands?.command).toEqual([]);
  });

  it('A2: takes the manual profile: 3600 s by default, no working directory', async () => {
    const [command] = (await list({ commandId: await create() })).commands!.command!;
    expect(command).toMatchObject({ timeout: 3600, workingDir: '', enableParameter: false });
  });

  it('A1: pages newest first by number and by token, the same commands once', async () => {
    for (const number of [1, 2, 3]) await create({ name: `page-${number}` });
    expect(await names({ name: 'page-*' })).toEqual(['page-3', 'page-2', 'page-1']);
    expect(await names({ name: 'page-*', pageSize: 2, pageNumber: 2 })).toEqual(['page-1']);
    const first = await list({ name: 'page-*', maxResults: 2 });
    expect(first.commands!.command!.map((command) => command.name)).toEqual(['page-3', 'page-2']);
    const rest = await list({ name: 'page-*', maxResults: 2, nextToken: first.nextToken! });
    expect(rest.commands!.command!.map((command) => command.name)).toEqual(['page-1']);
    expect(rest.nextToken ?? '').toBe('');
    expect((await list({ name: 'page-*' })).totalCount).toBe(3);
  });

  it('A1: filters by name, exactly or with wildcards, and by type', async () => {
    await create({ name: 'bat-1', type: 'RunBatScript', commandContent: encodeBase64('echo hi') });
    expect(await names({ name: 'bat-1' })).toEqual(['bat-1']);
    expect(await names({ name: 'bat' })).toEqual([]);
    expect(await names({ type: 'RunBatScript', name: '*-1' })).toEqual(['bat-1']);
  });

  it('A5: changes name and description only', async () => {
    const commandId = await create({ name: 'before' });
    await client.modifyCommand(
      new ecs.ModifyCommandRequest({
        regionId,
        commandId,
        name: 'after',
        description: 'new',
        commandContent: encodeBase64('reboot'),
      }),
    );
    expect((await list({ commandId })).commands!.command![0]).toMatchObject({
      name: 'after',
      description: 'new',
      commandContent: encodeBase64('df -h'),
    });
  });

  it('A7: deletes a command; a second time it is not there', async () => {
    const commandId = await create({ name: 'short-lived' });
    const request = new ecs.DeleteCommandRequest({ regionId, commandId });
    await client.deleteCommand(request);
    expect((await list({ commandId })).totalCount).toBe(0);
    expect(await refusal(client.deleteCommand(request))).toBe('InvalidCmdId.NotFound 404');
  });

  it('K4: the same ClientToken has one effect; with other parameters it is refused', async () => {
    const token = { clientToken: 'token-1', name: 'once-only' };
    expect(await create(token)).toBe(await create(token));
    expect(await names({ name: 'once-only' })).toEqual(['once-only']);
    expect(await refusal(client.createCommand(draft({ ...token, name: 'another' })))).toBe(
      'IdempotentParameterMismatch 403',
    );
  });

  it('K4: commands of one region are not seen in another', async () => {
    const commandId = await create({ name: 'local' });
    expect((await list({ regionId: 'cn-shanghai', commandId })).totalCount).toBe(0);
    const elsewhere = new ecs.DeleteCommandRequest({ regionId: 'cn-shanghai', commandId });
    expect(await refusal(client.deleteCommand(elsewhere))).toBe('InvalidCmdId.NotFound 404');
  });
});

describe('what CreateCommand refuses', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => `{{p${index}}}`).join(' ');
  const withParameters = (content: string) => ({
    enableParameter: true,
    commandContent: encodeBase64(content),
  });

  it.each<[string, Partial<ecs.CreateCommandRequest>, string]>([
    ['A2: an unknown type', { type: 'RunPerlScript' }, 'InvalidCmdType.NotFound 403'],
    ['A2: a name over 128 characters', { name: 'n'.repeat(129) }, 'CmdName.ExceedLimit 403'],
    ['A2: a description over 512', { description: 'd'.repeat(513) }, 'CmdDesc.ExceedLimit 403'],
    [
      'A2: a working directory over 200',
      { workingDir: `/${'w'.repeat(200)}` },
      'InvalidParameter.WorkingDir 400',
    ],
    [
      'A4: content over 16 KB in Base64',
      { commandContent: encodeBase64('x'.repeat(12_289)) },
      'CmdContent.ExceedLimit 403',
    ],
    ['A4: content that is not Base64', { commandContent: 'df -h' }, 'CmdContent.DecodeError 400'],
    ['A2: timeout 0', { timeout: 0 }, 'InvalidTimeout.ExceedLimit 403'],
    ['A2: timeout -1', { timeout: -1 }, 'InvalidTimeout.ExceedLimit 403'],
    ['A2: timeout 1e9', { timeout: 1e9 }, 'InvalidTimeout.ExceedLimit 403'],
    ['A3: an empty parameter', withParameters('echo {{ }}'), 'CmdParam.EmptyKey 403'],
    ['A3: bad characters in a parameter', withParameters('echo {{a b}}'), 'CmdParam.InvalidParamName 403'],
    ['A3: 21 parameters', withParameters(many(21)), 'CmdParamCount.ExceedLimit 403'],
    ['A3: a parameter of 65 bytes', withParameters(`{{${'p'.repeat(65)}}}`), 'CmdParamName.ExceedLimit 403'],
    ['A2: no name', { name: '' }, 'MissingParameter.Name 400'],
    ['A2: no content', { commandContent: '' }, 'MissingParameter.CommandContent 400'],
    ['K4: an unknown region', { regionId: 'mars-1' }, 'InvalidRegionId.NotFound 404'],
    ['K4: a token of 65 characters', { clientToken: 't'.repeat(65) }, 'InvalidClientToken.Malformed 400'],
  ])('%s', async (_what, members, expected) => {
    expect(await refusal(client.createCommand(draft(members)))).toBe(expected);
  });

  it('A4: takes content of exactly 16 KB, and 20 parameters', async () => {
    expect(await create({ commandContent: encodeBase64('x'.repeat(12_288)) })).not.toBe('');
    const [command] = (await list({ commandId: await create(withParameters(many(20))) })).commands!.command!;
    expect(command!.parameterNames!.parameterName).toHaveLength(20);
  });

  it('A2: a timeout that is no number', async () => {
    const params = {
      RegionId: regionId,
      Name: 'n',
      Type: 'RunShellScript',
      CommandContent: encodeBase64('df'),
      Timeout: 'abc',
    };
    expect(await refusal(post('CreateCommand', params))).toBe('InvalidParameter.Timeout 400');
  });

  it('A1: more commands than the quota', async () => {
    const place = 'eu-central-1';
    const { totalCount } = await list({ regionId: place });
    for (let count = totalCount!; count < 100; count += 1) await create({ regionId: place });
    expect(await refusal(client.createCommand(draft({ regionId: place })))).toBe('CmdCount.ExceedQuota 403');
    const [command] = (await list({ regionId: place })).commands!.command!;
    await client.deleteCommand(
      new ecs.DeleteCommandRequest({ regionId: place, commandId: command!.commandId! }),
    );
    await create({ regionId: place });
  });
});

describe('what the other command actions refuse', () => {
  it.each<[string, Partial<ecs.DescribeCommandsRequest>, string]>([
    ['A1: a page of 51', { pageSize: 51 }, 'InvalidParam.PageSize 403'],
    ['A1: a page of 0', { pageSize: 0 }, 'InvalidParam.PageSize 403'],
    ['A1: page 0', { pageNumber: 0 }, 'InvalidParam.PageNumber 403'],
    ['A1: a token nobody gave', { nextToken: 'page two' }, 'InvalidParameter.NextToken 400'],
    ['A1: 51 results', { maxResults: 51 }, 'InvalidParameter.MaxResults 400'],
    ['A1: an unknown type', { type: 'RunPerlScript' }, 'InvalidCommandType.NotFound 404'],
    ['A1: a name over 128', { name: 'n'.repeat(129) }, 'InvalidName.LengthLimitExceeded 403'],
    [
      'A1: a description over 512',
      { description: 'd'.repeat(513) },
      'InvalidDescription.LengthLimitExceeded 403',
    ],
  ])('DescribeCommands: %s', async (_what, members, expected) => {
    expect(await refusal(list(members))).toBe(expected);
  });

  it.each<[string, Partial<ecs.ModifyCommandRequest>, string]>([
    ['A5: an unknown command', { commandId: 'c-0' }, 'InvalidCmdId.NotFound 404'],
    ['A5: a name over 128', { name: 'n'.repeat(129) }, 'CmdName.ExceedLimit 403'],
    ['A5: a description over 512', { description: 'd'.repeat(513) }, 'CmdDesc.ExceedLimit 403'],
  ])('ModifyCommand: %s', async (_what, members, expected) => {
    const commandId = (await list({})).commands!.command![0]!.commandId!;
    const request = new ecs.ModifyCommandRequest({ regionId, commandId, ...members });
    expect(await refusal(client.modifyCommand(request))).toBe(expected);
  });
});

describe('the account', () => {
  it('A1: sends its quotas as decimal texts, all or those asked for', async () => {
    const ask = async (attributeName?: string[]) => {
      const request = new ecs.DescribeAccountAttributesRequest({
        regionId,
        ...(attributeName && { attributeName }),
      });
      const { body } = await client.describeAccountAttributes(request);
      const items = body!.accountAttributeItems!.accountAttributeItem!;
      return Object.fromEntries(
        items.map((item) => [item.attributeName, item.attributeValues!.valueItem![0]!.value]),
      );
    };
    expect(await ask()).toMatchObject({ 'max-axt-command-count': '100', 'max-axt-invocation-daily': '5000' });
    expect(await ask(['max-axt-command-count'])).toEqual({ 'max-axt-command-count': '100' });
  });
});
