import { describe, expect, it } from 'vitest';
import { createApi } from '@/api/api';
import { ApiError } from '@/api/errors';
import { createRpc } from '@/api/rpc';
import type { StartExecutionRequest } from '@/api/oos/executions';
import { ownTemplate } from '@/domain/oos-template';
import { encodeBase64 } from '@/domain/base64';
import { createFakeRunner, exited } from '../../test/support/fake-runner';
import type { ScriptJob } from '../agent/runner';
import { createClock } from '../clock';
import { createMemoryJournal } from '../journal-memory';
import { createTestEmulator, type TestEmulatorOptions } from '../node';
import type { WorldInstance } from '../world/instance';
import { createWorld } from '../world/world';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const RegionId = 'cn-hangzhou';
const template = createWorld({ seed: 1, fleetSize: 60, bornAt: NOW })
  .instances(RegionId)
  .find(
    ({ osType, agent, state }) => osType === 'linux' && agent.state === 'online' && state === 'Running',
  ) as WorldInstance;

const seconds = (at: number) => (at - NOW) / 1000;
const ids = (count: number) => Array.from({ length: count }, (_, index) => `i-${index}`);

/** An account of `count` like instances; `change` makes some of them others. */
async function account(
  count: number,
  { change = {}, ...options }: TestEmulatorOptions & { change?: Record<string, Partial<WorldInstance>> } = {},
) {
  const instances = ids(count).map((instanceId) => ({
    ...template,
    instanceId,
    hostName: instanceId,
    ...change[instanceId],
  }));
  const clock = options.clock ?? createClock(Date.now, NOW);
  const journal =
    options.journal ?? createMemoryJournal({ bornAt: NOW, seed: 1, fleetSize: 60, profile: 'manual' });
  const made = await createTestEmulator({
    ...options,
    clock,
    journal,
    makeWorld: (seed) => ({
      ...createWorld(seed),
      prelude: () => [],
      instances: () => instances,
      find: (_region, id) => instances.find(({ instanceId }) => instanceId === id),
    }),
  });
  const { emulator } = made;
  const rpc = createRpc({
    credentials: { accessKeyId: 'testid', accessKeySecret: 'testsecret' },
    fetch: made.fetch,
    sleep: async () => undefined,
  });
  const api = createApi(rpc);
  return {
    ...made,
    journal,
    clock,
    api,
    rpc,
    /** Lets time go by, and what is under way end. */
    async pass(forSeconds: number) {
      clock.advance(forSeconds * 1000);
      await emulator.pump();
      await emulator.idle();
    },
    start: (count: number, rateControl: object, more: Partial<StartExecutionRequest> = {}) =>
      api.oos.startExecution({
        RegionId,
        TemplateName: 'ACS-ECS-BulkyRunCommand',
        SafetyCheck: 'Skip',
        Parameters: {
          regionId: RegionId,
          targets: { Type: 'ResourceIds', RegionId, ResourceIds: ids(count) },
          commandType: 'RunShellScript',
          commandContent: 'hostname',
          rateControl: { MaxErrors: 0, ...rateControl },
        },
        ...more,
      } as StartExecutionRequest),
    find: async (ExecutionId: string) => (await api.oos.findExecution({ RegionId, ExecutionId }))!,
    items: (ExecutionId: string) => api.oos.listItems({ RegionId, ExecutionId }),
    states: async (ExecutionId: string) =>
      (await api.oos.listItems({ RegionId, ExecutionId })).items.map(({ status }) => status).join(' '),
  };
}

const atOnce = (Concurrency: number) => ({ Mode: 'Concurrency', Concurrency });
const says = (job: ScriptJob) => exited(0, `${job.instance.instanceId}\n`);

describe('an execution', () => {
  it('B10: goes its way from asked for to ended, one ordinary run for each instance', async () => {
    const { start, pass, find, items, states, api } = await account(3, { runner: createFakeRunner(says) });
    const { executionId, status } = await start(3, atOnce(2));
    expect(status).toBe('Started');
    expect(executionId).toMatch(/^exec-[0-9a-f]{16}$/);
    expect(await items(executionId)).toEqual({ loopId: null, items: [] });
    await pass(1);
    expect((await find(executionId)).status).toBe('Running');
    await pass(1);
    await pass(1);
    expect(await states(executionId)).toBe('Success Success Success');
    const ended = await find(executionId);
    expect(ended).toMatchObject({
      status: 'Success',
      outputs: ['i-0\n', 'i-1\n', 'i-2\n'],
      resources: { Success: 3 },
    });
    const { loopId, items: rows } = await items(executionId);
    expect(rows[1]).toMatchObject({ item: 'i-1', batch: 1, output: 'i-1\n', parentId: loopId });
    const runs = await api.oos.listInvocations({ RegionId, TaskExecutionId: loopId! });
    expect(runs.map(({ taskExecutionId }) => taskExecutionId)).toEqual(
      rows.map((row) => row.taskExecutionId),
    );
    const { items: records } = await api.ecs.describeInvocations({ RegionId, CommandName: executionId });
    expect(records.map(({ InvokeId }) => InvokeId).toSorted()).toEqual(
      runs.map(({ invokeId }) => invokeId).toSorted(),
    );
    expect(records.every((run) => run.InvokeInstances.length === 1)).toBe(true);
    expect((await api.ecs.describeCommands({ RegionId })).totalCount).toBe(0);
  });

  it('B10: goes on while nobody looks: what was due then has the times of then', async () => {
    const runner = createFakeRunner();
    const first = await account(3, { runner });
    const { executionId } = await first.start(3, { Mode: 'Batch', Batch: [1] });
    first.emulator.close();

    first.clock.advance(3_600_000);
    const second = await account(3, {
      runner: createFakeRunner(says),
      journal: first.journal,
      clock: first.clock,
    });
    await second.pass(0);
    const { items } = await second.items(executionId);
    expect(items.map(({ status, batch }) => `${batch} ${status}`)).toEqual([
      '1 Success',
      '2 Success',
      '3 Success',
    ]);
    const { startedAt, endedAt, status } = await second.find(executionId);
    expect(status).toBe('Success');
    expect(seconds(items[0]!.startedAt!)).toBeLessThan(10);
    expect(endedAt! - startedAt!).toBeLessThan(60_000);
    expect(second.defects).toEqual([]);
  });

  it('B10: a script that broke off with its tab is begun again, however long ago that was', async () => {
    const runner = createFakeRunner();
    const first = await account(1, { runner });
    const { executionId } = await first.start(1, atOnce(1));
    first.clock.advance(5000);
    await first.emulator.pump();
    await runner.started(1);
    first.emulator.close();
    await first.emulator.idle();
    first.clock.advance(24 * 3_600_000);
    const second = await account(1, {
      runner: createFakeRunner(says),
      journal: first.journal,
      clock: first.clock,
    });
    await second.pass(0);
    expect(await second.find(executionId)).toMatchObject({ status: 'Success' });
  });

  it('B10: never runs more at once than asked for, and fills a place as soon as it is free', async () => {
    const runner = createFakeRunner();
    const { start, clock, emulator, states } = await account(4, { runner });
    const { executionId } = await start(4, atOnce(2));
    clock.advance(2000);
    await emulator.pump();
    await runner.started(2);
    expect(await states(executionId)).toBe('Running Running Pending Pending');
    runner.finish(runner.running[0]!);
    await runner.started(3);
    expect(await states(executionId)).toBe('Success Running Running Pending');
    for (const job of runner.running) runner.finish(job);
    await runner.started(4);
    runner.finish(runner.running[0]!);
    await emulator.idle();
    expect(await states(executionId)).toBe('Success Success Success Success');
  });

  it('B10: stops starting once too many failed; those under way end, the others are cancelled', async () => {
    const { start, pass, find, states } = await account(4, {
      runner: createFakeRunner((job) => exited(job.instance.instanceId === 'i-1' ? 3 : 0)),
    });
    const { executionId } = await start(4, atOnce(1));
    await pass(3);
    expect(await states(executionId)).toBe('Success Failed Cancelled Cancelled');
    expect(await find(executionId)).toMatchObject({
      status: 'Failed',
      message: expect.stringContaining('1 of 4'),
    });
  });

  it('B10: failures within the limit leave it a success', async () => {
    const { start, pass, find, items } = await account(3, {
      runner: createFakeRunner((job) => exited(job.instance.instanceId === 'i-1' ? 3 : 0)),
    });
    const { executionId } = await start(3, { ...atOnce(1), MaxErrors: '34%' });
    await pass(3);
    expect((await find(executionId)).status).toBe('Success');
    expect((await items(executionId)).items[1]).toMatchObject({
      status: 'Failed',
      message: expect.stringContaining('Code: ExitCodeNonzero, Message: '),
    });
  });

  it('B10: says why the call for an instance was refused, and that it knows no such instance by its silence', async () => {
    const { start, pass, items, find } = await account(3, {
      runner: createFakeRunner(says),
      change: {
        'i-1': { state: 'Stopped' },
        'i-2': { agent: { state: 'missing', version: '', lastHeartbeatAt: null } },
      },
    });
    const { executionId } = await start(5, { ...atOnce(5), MaxErrors: '100%' });
    await pass(3);
    const { items: rows } = await items(executionId);
    expect(rows.map(({ item, status }) => `${item} ${status}`)).toEqual([
      'i-0 Success',
      'i-1 Failed',
      'i-2 Failed',
    ]);
    expect(rows[1]!.message).toMatch(/^Code: InvalidInstanceStatus, Message: .*i-1/);
    expect(rows[2]!.message).toMatch(/^Code: InvalidInstance.NoClient, Message: /);
    const { instanceIds, resources } = await find(executionId);
    expect(instanceIds).toHaveLength(5);
    expect(resources).toEqual({ Success: 1, Failed: 2 });
  });

  it('B10: an agent that does not answer fails its item after a minute', async () => {
    const { start, pass, items } = await account(1, {
      change: { 'i-0': { agent: { state: 'offline', version: '1', lastHeartbeatAt: NOW } } },
    });
    const { executionId } = await start(1, atOnce(1));
    await pass(30);
    expect((await items(executionId)).items[0]!.status).toBe('Running');
    await pass(3600);
    const [row] = (await items(executionId)).items;
    expect(row).toMatchObject({ status: 'Failed', message: expect.stringContaining('Client') });
    expect(row!.endedAt! - row!.startedAt!).toBe(60_000);
  });

  it('B10: every call counts against the runs of a day', async () => {
    const { start, pass, items } = await account(3, {
      runner: createFakeRunner(says),
      limits: { invocationsPerDay: 2 },
    });
    const { executionId } = await start(3, { ...atOnce(3), MaxErrors: '100%' });
    await pass(3);
    expect((await items(executionId)).items[2]).toMatchObject({
      status: 'Failed',
      message: expect.stringContaining('Invocation.ExceedQuota'),
    });
  });
});

describe('pauses', () => {
  const halves = (BatchPauseOption: string) => ({ Mode: 'Batch', Batch: [1, '100%'], BatchPauseOption });

  it('B10: waits after the first batch, for as long as it takes', async () => {
    const { start, pass, find, states, api } = await account(3, { runner: createFakeRunner(says) });
    const { executionId } = await start(3, halves('FirstBatchPause'));
    await pass(3);
    await pass(86_400);
    expect(await find(executionId)).toMatchObject({
      status: 'Waiting',
      message: 'BatchPause',
      currentTasks: [{ name: 'runCommand' }],
    });
    expect(await states(executionId)).toBe('Success Pending Pending');
    const of = { RegionId, ExecutionId: executionId };
    const { loopId } = await api.oos.listItems(of);
    await api.oos.notifyExecution({ ...of, NotifyType: 'Approve', TaskExecutionId: loopId! });
    await pass(1);
    expect(await states(executionId)).toBe('Success Success Success');
    expect((await find(executionId)).status).toBe('Success');
    const rows = (await api.oos.listItems(of)).items;
    expect(seconds(rows[1]!.startedAt!)).toBeGreaterThan(86_400);
    await expect(api.oos.notifyExecution({ ...of, NotifyType: 'Approve' })).rejects.toMatchObject({
      code: 'InvalidParameter',
    });
  });

  it('B10: a rejected one ends, and nothing more starts', async () => {
    const { start, pass, find, states, api } = await account(3, { runner: createFakeRunner(says) });
    const { executionId } = await start(3, halves('EveryBatchPause'));
    await pass(3);
    await api.oos.notifyExecution({ RegionId, ExecutionId: executionId, NotifyType: 'Reject' });
    await pass(60);
    expect((await find(executionId)).status).toBe('Failed');
    expect(await states(executionId)).toBe('Success Cancelled Cancelled');
  });

  it('B10: LoopMode alone asks for them too', async () => {
    const { start, pass, find } = await account(3, { runner: createFakeRunner(says) });
    const { executionId } = await start(3, { Mode: 'Batch', Batch: [1] }, { LoopMode: 'EveryBatchPause' });
    await pass(3);
    expect((await find(executionId)).status).toBe('Waiting');
  });

  it('B10: FailurePause waits with a failed item until it is tried again or skipped', async () => {
    let broken = true;
    const { start, pass, find, items, api } = await account(3, {
      runner: createFakeRunner((job) => exited(broken && job.instance.instanceId === 'i-1' ? 1 : 0)),
    });
    const { executionId } = await start(3, atOnce(1), { Mode: 'FailurePause' });
    await pass(3);
    expect(await find(executionId)).toMatchObject({ status: 'Waiting', message: 'TaskFailure' });
    const failed = (await items(executionId)).items[1]!;
    const of = { RegionId, ExecutionId: executionId, TaskExecutionId: failed.taskExecutionId };
    await expect(api.oos.notifyExecution({ ...of, NotifyType: 'Approve' })).rejects.toBeInstanceOf(ApiError);
    const before = await api.oos.listInvocations(of);
    await api.oos.notifyExecution({ ...of, NotifyType: 'RetryTask' });
    await pass(1);
    expect((await find(executionId)).status).toBe('Waiting');
    expect((await api.oos.listInvocations(of))[0]!.invokeId).not.toBe(before[0]!.invokeId);
    await api.oos.notifyExecution({ ...of, NotifyType: 'SkipTask' });
    broken = false;
    await pass(1);
    expect((await items(executionId)).items.map(({ status }) => status)).toEqual([
      'Success',
      'Skipped',
      'Success',
    ]);
    expect((await find(executionId)).status).toBe('Success');
  });
});

describe('cancelling', () => {
  it('B10: ends it at once, while the runs that ECS has begun go on', async () => {
    const runner = createFakeRunner();
    const { start, clock, emulator, find, states, api } = await account(3, { runner });
    const { executionId } = await start(3, atOnce(1));
    clock.advance(2000);
    await emulator.pump();
    await runner.started(1);
    const of = { RegionId, ExecutionId: executionId };
    await api.oos.cancelExecution(of);
    expect((await find(executionId)).status).toBe('Cancelled');
    expect(await states(executionId)).toBe('Cancelled Cancelled Cancelled');
    runner.finish(runner.running[0]!, exited(0, 'done'));
    await emulator.idle();
    await emulator.pump();
    expect(runner.jobs).toHaveLength(1);
    const { loopId } = await api.oos.listItems(of);
    const [run] = await api.oos.listInvocations({ RegionId, TaskExecutionId: loopId! });
    const record = (await api.ecs.describeInvocations({ RegionId, InvokeId: run!.invokeId })).items[0]!;
    expect(record.InvocationStatus).toBe('Success');
    await expect(api.oos.cancelExecution(of)).rejects.toMatchObject({
      code: 'ExecutionCancelled',
      httpStatus: 400,
    });
  });
});

describe('templates of one’s own', () => {
  it('B10: run a saved command with values', async () => {
    const seen: string[] = [];
    const { api, pass, find } = await account(2, {
      runner: createFakeRunner((job) => {
        seen.push(job.script);
        return exited(0);
      }),
    });
    const { CommandId } = await api.ecs.createCommand({
      RegionId,
      Name: 'greet',
      Type: 'RunShellScript',
      CommandContent: encodeBase64('echo {{who}}'),
      EnableParameter: true,
    });
    const { executionId } = await api.oos.startExecution({
      RegionId,
      TemplateContent: ownTemplate('ACS::ECS::InvokeCommand', true),
      SafetyCheck: 'Skip',
      Parameters: {
        regionId: RegionId,
        targets: { Type: 'ResourceIds', RegionId, ResourceIds: ids(2) },
        commandId: CommandId,
        values: { who: 'you' },
        rateControl: { ...atOnce(2), MaxErrors: 0 },
      },
    });
    await pass(3);
    expect(seen).toEqual(['echo you', 'echo you']);
    expect((await find(executionId)).status).toBe('Success');
  });
});
