import { describe, expect, it } from 'vitest';
import { decodeBase64, encodeBase64 } from '@/domain/base64';
import { parseSystem } from '@/domain/systems';
import { createFakeRunner, exited } from '../../test/support/fake-runner';
import { signedRequest } from '../../test/support/signed-request';
import type { Act } from '../acts';
import { createMemoryJournal } from '../journal-memory';
import { createTestEmulator } from '../node';
import type { TestEmulator, TestEmulatorOptions } from '../node';
import type { WorldInstance } from '../world/instance';
import { createWorld } from '../world/world';
import type { World, WorldSeed } from '../world/world';

type Json = Record<string, unknown>;
const NOW = Date.parse('2026-11-22T10:00:30Z');
const REGION = 'cn-beijing';

/** The demo's world without its past, so that counts start at zero. */
const emptyPast = (seed: WorldSeed): World => ({ ...createWorld(seed), prelude: () => [] });
const world = emptyPast({ seed: 1, fleetSize: 1000, bornAt: NOW });

/** Instances of the home region, chosen by what they are. */
function some(count: number, fits: (instance: WorldInstance) => boolean): WorldInstance[] {
  const found = world.instances('cn-hangzhou').filter(fits).slice(0, count);
  if (found.length < count) throw new Error('the world has too few such instances');
  return found;
}
const fit = (instance: WorldInstance) =>
  instance.state === 'Running' && instance.networkType === 'vpc' && instance.agent.state === 'online';
const linux = (instance: WorldInstance) =>
  fit(instance) && instance.osType === 'linux' && parseSystem(instance.osName, 'linux').supported;

async function open(options: TestEmulatorOptions = {}) {
  const test = await createTestEmulator({
    now: NOW,
    fleetSize: 1000,
    makeWorld: emptyPast,
    runner: createFakeRunner(() => exited(0, 'done\n')),
    ...options,
  });
  const call = (action: string, params: Record<string, string> = {}) => callOn(test, action, params);
  return { ...test, call };
}

async function callOn(test: TestEmulator, action: string, params: Record<string, string>): Promise<Json> {
  const response = await test.emulator.handle(
    await signedRequest(action, { RegionId: 'cn-hangzhou', ...params }),
  );
  return { ...((await response.json()) as Json), status: response.status };
}

const script = (text: string) => ({
  Name: 'disk-check',
  Type: 'RunShellScript',
  CommandContent: encodeBase64(text),
});
const targets = (instances: readonly WorldInstance[]) =>
  Object.fromEntries(instances.map((instance, index) => [`InstanceId.${index + 1}`, instance.instanceId]));
const commandsOf = (answer: Json) => (answer['Commands'] as { Command: Json[] }).Command;
const invocationsOf = (answer: Json) => (answer['Invocations'] as { Invocation: Json[] }).Invocation;
const instancesOf = (invocation: Json | undefined) =>
  ((invocation as Json)['InvokeInstances'] as { InvokeInstance: Json[] }).InvokeInstance;
const resultsOf = (answer: Json) =>
  (answer['Invocation'] as { InvocationResults: { InvocationResult: Json[] } }).InvocationResults
    .InvocationResult;
const refusal = ({ Code, status }: Json) => `${Code as string} ${status as number}`;

const parameters = (count: number) => Array.from({ length: count }, (_, i) => `{{p${i}}}`).join(' ');

describe('CreateCommand', () => {
  it('A2: creates a command that DescribeCommands shows', async () => {
    const { call } = await open();
    const { CommandId } = await call('CreateCommand', {
      ...script('df -h {{ mount }} {{ACS::InstanceId}} {{Mount}}'),
      EnableParameter: 'true',
    });
    expect(CommandId).toMatch(/^c-[0-9a-f]{16}$/);
    expect(await call('DescribeCommands')).toMatchObject({
      TotalCount: 1,
      PageNumber: 1,
      PageSize: 10,
      NextToken: '',
      Commands: {
        Command: [
          {
            CommandId,
            Name: 'disk-check',
            Type: 'RunShellScript',
            Description: '',
            CommandContent: encodeBase64('df -h {{ mount }} {{ACS::InstanceId}} {{Mount}}'),
            WorkingDir: '',
            Timeout: 3600,
            EnableParameter: true,
            ParameterNames: { ParameterName: ['mount'] },
            CreationTime: '2026-11-22T10:00Z',
            InvokeTimes: 0,
          },
        ],
      },
    });
  });

  it("A2: takes plain content when told so, and today's default timeout in that profile", async () => {
    const { call } = await open({ profile: 'today' });
    await call('CreateCommand', {
      ...script('x'),
      CommandContent: 'echo 測試',
      ContentEncoding: 'PlainText',
    });
    const [command] = commandsOf(await call('DescribeCommands', { ContentEncoding: 'PlainText' }));
    expect(command).toMatchObject({ CommandContent: 'echo 測試', Timeout: 60 });
  });

  it.each<[string, Record<string, string>, string]>([
    ['A2: no name', { Name: '' }, 'MissingParameter.Name 400'],
    ['A2: a blank name', { Name: '  ' }, 'MissingParameter.Name 400'],
    ['A2: a name of 129', { Name: 'x'.repeat(129) }, 'CmdName.ExceedLimit 403'],
    ['A2: a name with a line break', { Name: 'a\nb' }, 'InvalidParameterCharacter.CommandName 403'],
    ['A2: a description of 513', { Description: 'x'.repeat(513) }, 'CmdDesc.ExceedLimit 403'],
    ['A2: no type', { Type: '' }, 'MissingParameter.Type 400'],
    ['A2: an unknown type', { Type: 'RunPython' }, 'InvalidCmdType.NotFound 403'],
    ['A2: no content', { CommandContent: '' }, 'MissingParameter.CommandContent 400'],
    ['A2: content that is not Base64', { CommandContent: 'echo hi!' }, 'CmdContent.DecodeError 400'],
    ['A2: Base64 of bytes that are not UTF-8', { CommandContent: '//79' }, 'CmdContent.DecodeError 400'],
    [
      'A4: content over 16 KB after Base64',
      { CommandContent: encodeBase64('x'.repeat(12_289)) },
      'CmdContent.ExceedLimit 403',
    ],
    ['A2: timeout 0', { Timeout: '0' }, 'InvalidTimeout.ExceedLimit 403'],
    ['A2: timeout -1', { Timeout: '-1' }, 'InvalidTimeout.ExceedLimit 403'],
    ['A2: timeout 1e9', { Timeout: '1e9' }, 'InvalidParameter.Timeout 400'],
    ['A2: timeout 1000000000', { Timeout: '1000000000' }, 'InvalidTimeout.ExceedLimit 403'],
    ['A2: timeout abc', { Timeout: 'abc' }, 'InvalidParameter.Timeout 400'],
    ['A2: a working directory of 201', { WorkingDir: 'x'.repeat(201) }, 'InvalidParameter.WorkingDir 400'],
    ['A2: a switch that is no boolean', { EnableParameter: 'yes' }, 'InvalidParameter.EnableParameter 400'],
    [
      'A3: 21 parameters',
      { EnableParameter: 'true', CommandContent: encodeBase64(parameters(21)) },
      'CmdParamCount.ExceedLimit 403',
    ],
    [
      'A3: an empty parameter',
      { EnableParameter: 'true', CommandContent: encodeBase64('echo {{ }}') },
      'CmdParam.EmptyKey 403',
    ],
    [
      'A3: a parameter with a blank',
      { EnableParameter: 'true', CommandContent: encodeBase64('echo {{a b}}') },
      'CmdParam.InvalidParamName 403',
    ],
    [
      'A3: a parameter of 65 bytes',
      { EnableParameter: 'true', CommandContent: encodeBase64(`{{${'a'.repeat(65)}}}`) },
      'CmdParamName.ExceedLimit 403',
    ],
    ['K4: a token of 65 characters', { ClientToken: 'x'.repeat(65) }, 'InvalidClientToken.Malformed 400'],
  ])('%s is refused and nothing is created', async (_what, params, expected) => {
    const { call } = await open();
    expect(refusal(await call('CreateCommand', { ...script('ls'), ...params }))).toBe(expected);
    expect(await call('DescribeCommands')).toMatchObject({ TotalCount: 0 });
  });

  it("A4: content of exactly 16 KB after Base64 is taken; 24 KB in today's profile", async () => {
    const manual = await open();
    expect((await manual.call('CreateCommand', script('x'.repeat(12_288)))).status).toBe(200);
    const today = await open({ profile: 'today' });
    expect((await today.call('CreateCommand', script('x'.repeat(18_432)))).status).toBe(200);
    expect(refusal(await today.call('CreateCommand', script('x'.repeat(18_433))))).toBe(
      'CmdContent.ExceedLimit 403',
    );
  });

  it('A1: refuses over the quota of the region, not of another', async () => {
    const { call } = await open({ limits: { commandQuota: 2 } });
    await call('CreateCommand', script('1'));
    await call('CreateCommand', script('2'));
    expect(refusal(await call('CreateCommand', script('3')))).toBe('CmdCount.ExceedQuota 403');
    expect((await call('CreateCommand', { ...script('3'), RegionId: REGION })).status).toBe(200);
  });

  it('K4: the same token answers the same and creates once; other parameters are refused; a day later it is new', async () => {
    const { call, clock } = await open();
    const params = { ...script('ls'), ClientToken: 'token-1' };
    const first = await call('CreateCommand', params);
    const again = await call('CreateCommand', params);
    expect(again['CommandId']).toBe(first['CommandId']);
    expect(again['RequestId']).not.toBe(first['RequestId']);
    expect(refusal(await call('CreateCommand', { ...params, Name: 'other' }))).toBe(
      'IdempotentParameterMismatch 403',
    );
    expect(await call('DescribeCommands')).toMatchObject({ TotalCount: 1 });
    clock.advance(24 * 3_600_000);
    expect((await call('CreateCommand', params))['CommandId']).not.toBe(first['CommandId']);
  });
});

async function withThree(options: TestEmulatorOptions = {}) {
  const test = await open(options);
  for (const [Name, Type] of [
    ['web-restart', 'RunShellScript'],
    ['Web-deploy', 'RunBatScript'],
    ['db', 'RunShellScript'],
  ] as const) {
    await test.call('CreateCommand', { ...script('ls'), Name, Type });
  }
  const names = async (params: Record<string, string>) =>
    commandsOf(await test.call('DescribeCommands', params)).map((command) => command['Name']);
  return { ...test, names };
}

describe('DescribeCommands', () => {
  it('A1: newest first; filters by name, pattern, type and id', async () => {
    const { names, call } = await withThree();
    expect(await names({})).toEqual(['db', 'Web-deploy', 'web-restart']);
    expect(await names({ Name: 'db' })).toEqual(['db']);
    expect(await names({ Name: 'web' })).toEqual([]);
    expect(await names({ Name: '*web*' })).toEqual(['Web-deploy', 'web-restart']);
    expect(await names({ Type: 'RunBatScript' })).toEqual(['Web-deploy']);
    const id = commandsOf(await call('DescribeCommands'))[0]?.['CommandId'] as string;
    expect(await names({ CommandId: id })).toEqual(['db']);
    expect(await names({ CommandId: 'c-unknown' })).toEqual([]);
    expect(await names({ Provider: 'AlibabaCloud' })).toEqual([]);
  });

  it('A1: pages by number and by token; a command added between two pages shifts nothing', async () => {
    const { names, call } = await withThree();
    expect(await names({ PageSize: '2', PageNumber: '2' })).toEqual(['web-restart']);
    const first = await call('DescribeCommands', { MaxResults: '2' });
    await call('CreateCommand', { ...script('ls'), Name: 'new' });
    const rest = await call('DescribeCommands', { MaxResults: '2', NextToken: first['NextToken'] as string });
    expect(commandsOf(rest).map((command) => command['Name'])).toEqual(['web-restart']);
    expect(rest['NextToken']).toBe('');
  });

  it.each([
    [{ PageSize: '51' }, 'InvalidParam.PageSize 403'],
    [{ PageSize: '0' }, 'InvalidParam.PageSize 403'],
    [{ PageNumber: '0' }, 'InvalidParam.PageNumber 403'],
    [{ PageNumber: 'x' }, 'InvalidParam.PageNumber 403'],
    [{ MaxResults: '51' }, 'InvalidParameter.MaxResults 400'],
    [{ NextToken: 'zzz' }, 'InvalidParameter.NextToken 400'],
    [{ Type: 'RunPython' }, 'InvalidCommandType.NotFound 404'],
    [{ Name: 'x'.repeat(129) }, 'InvalidName.LengthLimitExceeded 403'],
    [{ Description: 'x'.repeat(513) }, 'InvalidDescription.LengthLimitExceeded 403'],
    [{ ContentEncoding: 'gzip' }, 'InvalidParameter.ContentEncoding 400'],
  ])('A1: refuses %o', async (params, expected) => {
    const { call } = await open();
    expect(refusal(await call('DescribeCommands', params as unknown as Record<string, string>))).toBe(
      expected,
    );
  });
});

describe('ModifyCommand and DeleteCommand', () => {
  it('A5: changes name and description only', async () => {
    const { call } = await open();
    const { CommandId } = await call('CreateCommand', { ...script('ls'), Description: 'old' });
    const change = {
      CommandId: CommandId as string,
      Name: 'renamed',
      Description: '',
      CommandContent: encodeBase64('rm'),
      Timeout: '5',
    };
    expect((await call('ModifyCommand', change)).status).toBe(200);
    expect(commandsOf(await call('DescribeCommands'))[0]).toMatchObject({
      Name: 'renamed',
      Description: '',
      CommandContent: encodeBase64('ls'),
      Timeout: 3600,
    });
  });

  it.each<[Record<string, string>, string]>([
    [{ CommandId: 'c-unknown' }, 'InvalidCmdId.NotFound 404'],
    [{ CommandId: '' }, 'MissingParameter.CommandId 400'],
    [{ Name: 'x'.repeat(129) }, 'CmdName.ExceedLimit 403'],
    [{ Description: 'x'.repeat(513) }, 'CmdDesc.ExceedLimit 403'],
  ])('A5: ModifyCommand refuses %o', async (params, expected) => {
    const { call } = await open();
    const { CommandId } = await call('CreateCommand', script('ls'));
    expect(refusal(await call('ModifyCommand', { CommandId: CommandId as string, ...params }))).toBe(
      expected,
    );
  });

  it('A7: deletes; a second delete and another region say that it is not there', async () => {
    const { call } = await open();
    const CommandId = (await call('CreateCommand', script('ls')))['CommandId'] as string;
    expect(refusal(await call('DeleteCommand', { CommandId, RegionId: REGION }))).toBe(
      'InvalidCmdId.NotFound 404',
    );
    expect((await call('DeleteCommand', { CommandId })).status).toBe(200);
    expect(refusal(await call('DeleteCommand', { CommandId }))).toBe('InvalidCmdId.NotFound 404');
    expect(refusal(await call('InvokeCommand', { CommandId, ...targets(some(1, linux)) }))).toBe(
      'InvalidCmdId.NotFound 404',
    );
  });

  it("A7: today's profile refuses to delete what is being executed; the manual's deletes it and the records stay", async () => {
    for (const [profile, expected] of [
      ['today', 'OperationConflict 409'],
      ['manual', 'undefined 200'],
    ] as const) {
      const { call } = await open({ profile, runner: createFakeRunner() });
      const CommandId = (await call('CreateCommand', script('sleep 9')))['CommandId'] as string;
      await call('InvokeCommand', { CommandId, ...targets(some(1, linux)) });
      expect(refusal(await call('DeleteCommand', { CommandId }))).toBe(expected);
      expect(await call('DescribeInvocations', { CommandId })).toMatchObject({ TotalCount: 1 });
    }
  });
});

async function withCommand(options: TestEmulatorOptions = {}, params: Record<string, string> = {}) {
  const test = await open(options);
  const CommandId = (
    await test.call('CreateCommand', { ...script('echo {{who}}'), EnableParameter: 'true', ...params })
  )['CommandId'] as string;
  const invoke = (more: Record<string, string> = targets(some(2, linux))) =>
    test.call('InvokeCommand', { CommandId, ...more });
  return { ...test, CommandId, invoke };
}

const stopped = (instance: WorldInstance) =>
  instance.state === 'Stopped' &&
  instance.osType === 'linux' &&
  instance.networkType === 'vpc' &&
  instance.osName.startsWith('CentOS');
const classic = (instance: WorldInstance) =>
  instance.state === 'Running' &&
  instance.networkType === 'classic' &&
  instance.osType === 'linux' &&
  instance.agent.state === 'online';
const withoutAgent = (instance: WorldInstance) =>
  instance.state === 'Running' &&
  instance.networkType === 'vpc' &&
  instance.agent.state === 'missing' &&
  /^(CentOS|Ubuntu)/.test(instance.osName);
const windows = (instance: WorldInstance) => fit(instance) && instance.osType === 'windows';

describe('InvokeCommand', () => {
  it('B1: runs on every instance and keeps output and exit codes', async () => {
    const [first, second] = some(2, linux) as [WorldInstance, WorldInstance];
    const runner = createFakeRunner((job) =>
      exited(job.instance.instanceId === first.instanceId ? 0 : 3, `hi ${job.instance.hostName}\n`),
    );
    const { call, invoke, emulator } = await withCommand({ runner });
    const { InvokeId } = await invoke({ ...targets([first, second]), Parameters: '{"WHO":"a b"}' });
    expect(InvokeId).toMatch(/^t-[0-9a-f]{16}$/);
    await emulator.idle();
    expect(runner.jobs.map((job) => job.script)).toEqual(['echo a b', 'echo a b']);
    const [invocation] = invocationsOf(
      await call('DescribeInvocations', { InvokeId: InvokeId as string, IncludeOutput: 'true' }),
    );
    expect(invocation).toMatchObject({
      CommandName: 'disk-check',
      InvokeStatus: 'Finished',
      InvocationStatus: 'PartialFailed',
      Timed: false,
      Parameters: '{"WHO":"a b"}',
      CreationTime: '2026-11-22T10:00:30Z',
      Username: 'root',
    });
    expect(instancesOf(invocation)).toMatchObject([
      {
        InstanceId: first.instanceId,
        InstanceInvokeStatus: 'Finished',
        InvocationStatus: 'Success',
        ExitCode: 0,
        ErrorCode: '',
        Output: encodeBase64(`hi ${first.hostName}\n`),
      },
      {
        InstanceId: second.instanceId,
        InstanceInvokeStatus: 'Finished',
        InvocationStatus: 'Failed',
        ExitCode: 3,
        ErrorCode: 'ExitCodeNonzero',
      },
    ]);
    expect(commandsOf(await call('DescribeCommands'))[0]).toMatchObject({ InvokeTimes: 1 });
  });

  it.each<[string, () => Record<string, string>, string]>([
    ['B2: no instance', () => ({}), 'MissingParam.InstanceId 400'],
    ['B2: an unknown instance', () => ({ 'InstanceId.1': 'i-unknown' }), 'InvalidInstance.NotFound 404'],
    [
      'B2: a stopped instance',
      () => targets([...some(1, linux), ...some(1, stopped)]),
      'InvalidInstanceStatus 400',
    ],
    ['B2: a classic-network instance', () => targets(some(1, classic)), 'InvalidInstance.NotVpc 400'],
    ['B2: an instance without agent', () => targets(some(1, withoutAgent)), 'InvalidInstance.NoClient 400'],
    ['B2: a Windows instance', () => targets(some(1, windows)), 'InvalidInstance.NotMatch 403'],
    ['B3: 51 instances', () => targets(some(51, linux)), 'InstanceIds.ExceedLimit 403'],
    [
      'B4: parameters that are no JSON',
      () => ({ Parameters: '{{"a": "b"}}' }),
      'InvalidParameter.Parameters 400',
    ],
    ['B4: parameters that are a list', () => ({ Parameters: '["a"]' }), 'InvalidParameter.Parameters 400'],
    ['B4: a number as value', () => ({ Parameters: '{"who":1}' }), 'ParameterType.NotSupported 403'],
    ['B4: an unknown parameter', () => ({ Parameters: '{"whom":"x"}' }), 'Parameter.NotMatched 403'],
    ['B4: a parameter twice', () => ({ Parameters: '{"who":"x","WHO":"y"}' }), 'ParameterKey.Duplicate 403'],
    [
      'B4: a long parameter name',
      () => ({ Parameters: JSON.stringify({ ['x'.repeat(65)]: '' }) }),
      'ParameterKey.ExceedLimit 403',
    ],
    [
      'B4: content and parameters over 16 KB',
      () => ({ Parameters: JSON.stringify({ who: 'x'.repeat(12_288) }) }),
      'CmdContent.ExceedLimit 403',
    ],
    ['B1: Timed without Frequency', () => ({ Timed: 'true' }), 'MissingParam.Frequency 403'],
    ['B1: a schedule without Timed', () => ({ Frequency: '0 0 2 * * ?' }), 'UnsupportedParameter 400'],
    ['B1: an unknown repeat mode', () => ({ RepeatMode: 'Twice' }), 'InvalidRepeatMode.NotFound 404'],
    ['B1: a dry run', () => ({ RepeatMode: 'DryRun' }), 'UnsupportedParameter 400'],
    ['B1: a container', () => ({ ContainerId: 'x' }), 'UnsupportedParameter 400'],
    ['B1: a long user name', () => ({ Username: 'x'.repeat(256) }), 'Username.ExceedLimit 403'],
    ['B1: a bad timeout', () => ({ Timeout: '0' }), 'InvalidTimeout.ExceedLimit 403'],
    ['B1: an unknown command', () => ({ CommandId: 'c-unknown' }), 'InvalidCmdId.NotFound 404'],
  ])('%s is refused as a whole', async (what, params, expected) => {
    const { call, invoke } = await withCommand();
    const base = what.startsWith('B2') || what.startsWith('B3') ? {} : targets(some(1, linux));
    expect(refusal(await invoke({ ...base, ...params() }))).toBe(expected);
    expect(await call('DescribeInvocations')).toMatchObject({ TotalCount: 0 });
  });

  it('B3: 50 instances are taken, an id given twice counts once as a target', async () => {
    const { call, invoke } = await withCommand();
    const list = some(49, linux);
    expect((await invoke(targets([...list, list[0] as WorldInstance]))).status).toBe(200);
    expect(instancesOf(invocationsOf(await call('DescribeInvocations'))[0])).toHaveLength(49);
  });

  it('B4: parameters are refused when the command has none, but an empty object is not', async () => {
    const { invoke } = await withCommand({}, { EnableParameter: 'false' });
    expect(refusal(await invoke({ ...targets(some(1, linux)), Parameters: '{"who":"x"}' }))).toBe(
      'Parameter.Disabled 404',
    );
    expect((await invoke({ ...targets(some(1, linux)), Parameters: '{}' })).status).toBe(200);
  });

  it("B2: today's profile takes classic networks and 100 instances", async () => {
    const { invoke } = await withCommand({ profile: 'today' });
    expect((await invoke(targets(some(1, classic)))).status).toBe(200);
    expect((await invoke(targets(some(100, linux)))).status).toBe(200);
    expect(refusal(await invoke(targets(some(1, stopped))))).toBe('InvalidInstance.NotMatch 400');
  });

  it("B1: Windows needs the name of the user's password", async () => {
    const { invoke } = await withCommand({}, { Type: 'RunBatScript' });
    const base = targets(some(1, windows));
    expect(refusal(await invoke({ ...base, Username: 'ops' }))).toBe('WindowsPasswordName.Missed 403');
    expect((await invoke({ ...base, Username: 'ops', WindowsPasswordName: 'secret-name' })).status).toBe(200);
  });

  it("B5: the daily quota counts the region's calls of the UTC day", async () => {
    const { invoke, clock } = await withCommand({ limits: { invocationsPerDay: 2 } });
    await invoke();
    await invoke();
    expect(refusal(await invoke())).toBe('Invocation.ExceedQuota 403');
    clock.set(Date.parse('2026-11-23T00:00:00Z'));
    expect((await invoke()).status).toBe(200);
  });

  it('K4: the same token runs once, also when the retry comes at the same time', async () => {
    const { call, invoke } = await withCommand();
    const params = { ...targets(some(1, linux)), ClientToken: 'once' };
    const answers = await Promise.all([invoke(params), invoke(params), invoke(params)]);
    expect(new Set(answers.map((answer) => answer['InvokeId'])).size).toBe(1);
    expect(await call('DescribeInvocations')).toMatchObject({ TotalCount: 1 });
  });
});

describe('DescribeInvocations and DescribeInvocationResults', () => {
  it('C4: outputs are Base64 unless plain text is asked for; 24 KB are kept and the rest counted', async () => {
    const bytes = new Uint8Array(30_000).fill(0xff);
    const { call, invoke, emulator } = await withCommand({
      runner: createFakeRunner(() => ({ ...exited(0, bytes), dropped: 5 })),
    });
    const InvokeId = (await invoke(targets(some(1, linux))))['InvokeId'] as string;
    await emulator.idle();
    const [row] = resultsOf(await call('DescribeInvocationResults', { InvokeId }));
    expect(decodeBase64(row?.['Output'] as string)).toEqual(bytes.subarray(0, 24_576));
    expect(row).toMatchObject({
      Dropped: 5_429,
      InvokeRecordStatus: 'Finished',
      InvocationStatus: 'Success',
      Repeats: 1,
      FinishedTime: expect.stringMatching(/Z$/),
    });
    const [plain] = resultsOf(
      await call('DescribeInvocationResults', { InvokeId, ContentEncoding: 'PlainText' }),
    );
    expect(plain).toMatchObject({ Output: expect.stringMatching(/^\uFFFD{2}/) });
  });

  it('C1: rows that have not ended have neither exit code nor times', async () => {
    const runner = createFakeRunner();
    const { call, invoke } = await withCommand({ runner });
    const InvokeId = (await invoke(targets(some(1, linux))))['InvokeId'] as string;
    await runner.started(1);
    const [row] = resultsOf(await call('DescribeInvocationResults', { InvokeId }));
    expect(row).toMatchObject({
      InvokeRecordStatus: 'Running',
      InvocationStatus: 'Running',
      FinishedTime: '',
      StopTime: '',
      Output: '',
    });
    expect(row).not.toHaveProperty('ExitCode');
  });

  it('C1: finds by run, command, name, type, instance, mode and status, newest first', async () => {
    const runner = createFakeRunner((job) => exited(job.script === 'echo bad' ? 1 : 0));
    const { call, invoke, emulator, CommandId } = await withCommand({ runner });
    const [one, two] = some(2, linux) as [WorldInstance, WorldInstance];
    const good = (await invoke({ ...targets([one]), Parameters: '{"who":"good"}' }))['InvokeId'] as string;
    const bad = (await invoke({ ...targets([two]), Parameters: '{"who":"bad"}' }))['InvokeId'] as string;
    await emulator.idle();
    const found = async (params: Record<string, string>) =>
      invocationsOf(await call('DescribeInvocations', params)).map((row) => row['InvokeId']);
    expect(await found({})).toEqual([bad, good]);
    expect(await found({ InvokeId: good })).toEqual([good]);
    expect(await found({ InvokeId: 't-unknown' })).toEqual([]);
    expect(await found({ CommandId })).toEqual([bad, good]);
    expect(await found({ CommandName: 'disk*' })).toEqual([bad, good]);
    expect(await found({ CommandType: 'RunBatScript' })).toEqual([]);
    expect(await found({ InstanceId: one.instanceId })).toEqual([good]);
    expect(await found({ Timed: 'true' })).toEqual([]);
    expect(await found({ Timed: 'false' })).toEqual([bad, good]);
    expect(await found({ InvokeStatus: 'Finished' })).toEqual([bad, good]);
    expect(await found({ InvokeStatus: 'Success' })).toEqual([good]);
    expect(await found({ InvokeStatus: 'Running' })).toEqual([]);
    expect(await found({ RegionId: REGION })).toEqual([]);
    expect(await found({ InvokeId: good, RegionId: REGION })).toEqual([]);
  });

  it('C1: output in the list needs a run or an instance', async () => {
    const { call } = await open();
    expect(refusal(await call('DescribeInvocations', { IncludeOutput: 'true' }))).toBe(
      'MissingParameter.InvokeId 400',
    );
    expect(refusal(await call('DescribeInvocations', { PageSize: '51' }))).toBe('InvalidParam.PageSize 403');
  });

  it('C1: results are paged inside Invocation and filtered by record status', async () => {
    const { call, invoke, emulator } = await withCommand();
    const InvokeId = (await invoke(targets(some(3, linux))))['InvokeId'] as string;
    await emulator.idle();
    const answer = await call('DescribeInvocationResults', { InvokeId, PageSize: '2' });
    expect(answer['Invocation']).toMatchObject({ TotalCount: 3, PageSize: 2, PageNumber: 1 });
    expect(answer).not.toHaveProperty('TotalCount');
    expect(
      resultsOf(await call('DescribeInvocationResults', { InvokeId, InvokeRecordStatus: 'Finished' })),
    ).toHaveLength(3);
    expect(
      resultsOf(await call('DescribeInvocationResults', { InvokeId, InvokeRecordStatus: 'Failed' })),
    ).toHaveLength(0);
  });

  it('C1: pages and filters 5 000 runs of 20 instances', async () => {
    const list = some(20, linux).map((instance) => instance.instanceId);
    const journal = createMemoryJournal({ bornAt: NOW, seed: 1, fleetSize: 1000, profile: 'manual' });
    const acts = Array.from({ length: 5_000 }, (_, index): Act[] => [
      {
        kind: 'InvocationCreated',
        at: NOW,
        regionId: 'cn-hangzhou',
        invokeId: `t-${index}`,
        commandId: `c-${index % 7}`,
        commandName: `n${index % 7}`,
        commandDescription: '',
        commandType: 'RunShellScript',
        content: 'ls',
        enableParameter: false,
        parameters: {},
        workingDir: '',
        timeoutSeconds: 60,
        username: '',
        instanceIds: list,
      },
      ...list.map((instanceId): Act => ({
        kind: 'ExecutionFinished',
        at: NOW,
        invokeId: `t-${index}`,
        instanceId,
        repeat: 1,
        status: index % 2 ? 'Success' : 'Failed',
        exitCode: index % 2,
        dropped: 0,
        errorCode: '',
        errorInfo: '',
      })),
    ]).flat();
    await journal.append(acts);
    const { call } = await open({ journal });
    await call('DescribeInvocations', { InvokeStatus: 'Success' });
    for (const params of [{}, { PageNumber: '400' }, { InvokeStatus: 'Success' }, { CommandName: 'n3' }]) {
      expect((await call('DescribeInvocations', { ...params })).status).toBe(200);
    }
  });
});

describe('StopInvocation', () => {
  it('C6: cancels what has not started and ends what runs', async () => {
    const runner = createFakeRunner();
    const { call, invoke, emulator } = await withCommand({ runner });
    const InvokeId = (await invoke(targets(some(6, linux))))['InvokeId'] as string;
    await runner.started(4);
    expect((await call('StopInvocation', { InvokeId })).status).toBe(200);
    // The manual's own vocabulary has no word for it: still Running (contract 4.1).
    expect(invocationsOf(await call('DescribeInvocations', { InvokeId }))[0]).toMatchObject({
      InvokeStatus: 'Running',
      InvocationStatus: 'Stopping',
    });
    await emulator.idle();
    const [invocation] = invocationsOf(await call('DescribeInvocations', { InvokeId }));
    expect(invocation).toMatchObject({ InvokeStatus: 'Stopped', InvocationStatus: 'Stopped' });
    const statuses = instancesOf(invocation).map((row) => row['InvocationStatus']);
    expect(statuses.filter((status) => status === 'Terminated')).toHaveLength(4);
    expect(statuses.filter((status) => status === 'Cancelled')).toHaveLength(2);
    expect(instancesOf(invocation)[0]).toMatchObject({
      StopTime: expect.stringMatching(/Z$/),
      InstanceInvokeStatus: 'Stopped',
    });
  });

  it('C6: stops on the instances named only, and leaves what has ended alone', async () => {
    const runner = createFakeRunner();
    const { call, invoke, emulator } = await withCommand({ runner });
    const [one, two] = some(2, linux) as [WorldInstance, WorldInstance];
    const InvokeId = (await invoke(targets([one, two])))['InvokeId'] as string;
    const [, second] = await runner.started(2);
    await call('StopInvocation', { InvokeId, 'InstanceId.1': one.instanceId });
    runner.finish(second as NonNullable<typeof second>);
    await emulator.idle();
    expect((await call('StopInvocation', { InvokeId })).status).toBe(200);
    const rows = instancesOf(invocationsOf(await call('DescribeInvocations', { InvokeId }))[0]);
    expect(rows.map((row) => row['InvocationStatus'])).toEqual(['Terminated', 'Success']);
  });

  it.each<[Record<string, string>, string]>([
    [{}, 'MissingParameter.InvokeId 400'],
    [{ InvokeId: 't-unknown' }, 'InvalidInvokeId.NotFound 404'],
  ])('C6: refuses %o', async (params, expected) => {
    const { call } = await open();
    expect(refusal(await call('StopInvocation', params))).toBe(expected);
  });

  it('C6: refuses an instance that is not in the run, and more than 50', async () => {
    const { call, invoke } = await withCommand();
    const InvokeId = (await invoke(targets(some(1, linux))))['InvokeId'] as string;
    expect(refusal(await call('StopInvocation', { InvokeId, 'InstanceId.1': 'i-other' }))).toBe(
      'InvalidInstanceId.NotFound 404',
    );
    expect(refusal(await call('StopInvocation', { InvokeId, ...targets(some(51, linux)) }))).toBe(
      'InstanceIds.ExceedLimit 403',
    );
  });
});

describe('DescribeAccountAttributes', () => {
  it('B5: gives the quotas as texts, all or by name', async () => {
    const { call } = await open();
    const all = await call('DescribeAccountAttributes');
    expect(JSON.stringify(all)).toContain(
      '{"AttributeName":"max-axt-command-count","AttributeValues":{"ValueItem":[{"Value":"100"}]}}',
    );
    expect(
      await call('DescribeAccountAttributes', { 'AttributeName.1': 'max-axt-invocation-daily' }),
    ).toMatchObject({
      AccountAttributeItems: {
        AccountAttributeItem: [
          { AttributeName: 'max-axt-invocation-daily', AttributeValues: { ValueItem: [{ Value: '5000' }] } },
        ],
      },
    });
  });
});
