import { describe, expect, it } from 'vitest';
import type { CommandType } from '@/domain/command-type';
import { createFakeRunner, exited } from '../test/support/fake-runner';
import { signedRequest } from '../test/support/signed-request';
import type { Act } from './acts';
import type { ScriptRunner } from './agent/runner';
import { createClock } from './clock';
import type { Journal } from './journal';
import { createMemoryJournal } from './journal-memory';
import { createTestEmulator } from './node';
import type { TestEmulator, TestEmulatorOptions } from './node';
import type { WorldInstance } from './world/instance';
import { createWorld } from './world/world';
import type { World, WorldSeed } from './world/world';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const template = createWorld({ seed: 1, fleetSize: 60, bornAt: NOW })
  .instances('cn-hangzhou')
  .find((instance) => instance.osType === 'linux' && instance.agent.state === 'online') as WorldInstance;

/** A region of instances `i-0`, `i-1` … that a test can change while time goes by. */
function smallWorld(count: number): { instances: WorldInstance[]; makeWorld: (seed: WorldSeed) => World } {
  const instances = Array.from({ length: count }, (_, index) => ({
    ...template,
    state: 'Running' as const,
    instanceId: `i-${index}`,
    hostName: `host-${index}`,
  }));
  return {
    instances,
    makeWorld: (seed) => ({
      ...createWorld(seed),
      prelude: () => [],
      instances: () => instances,
      find: (_region, id) => instances.find((instance) => instance.instanceId === id),
    }),
  };
}

const memory = () => createMemoryJournal({ bornAt: NOW, seed: 1, fleetSize: 60, profile: 'manual' });

function invocation(
  invokeId: string,
  instanceIds: string[],
  more: { content?: string; at?: number; type?: CommandType } = {},
): Act {
  return {
    kind: 'InvocationCreated',
    at: more.at ?? NOW,
    regionId: 'cn-hangzhou',
    invokeId,
    commandId: 'c-1',
    commandName: 'n',
    commandDescription: '',
    commandType: more.type ?? 'RunShellScript',
    content: more.content ?? 'ls',
    enableParameter: true,
    parameters: { who: 'you' },
    workingDir: '/tmp',
    timeoutSeconds: 60,
    username: '',
    instanceIds,
  };
}
const startedAct = (invokeId: string, instanceId: string, at = NOW): Act => ({
  kind: 'ExecutionStarted',
  at,
  invokeId,
  instanceId,
  repeat: 1,
});

interface Row {
  InstanceId: string;
  InvocationStatus: string;
  ErrorCode: string;
  StartTime: string;
  FinishedTime: string;
  Output: string;
  ExitCode?: number;
}
async function rows(test: TestEmulator, invokeId = 't-1'): Promise<Row[]> {
  const request = await signedRequest('DescribeInvocationResults', {
    RegionId: 'cn-hangzhou',
    InvokeId: invokeId,
    PageSize: '50',
    ContentEncoding: 'PlainText',
  });
  const answer = (await (await test.emulator.handle(request)).json()) as {
    Invocation: { InvocationResults: { InvocationResult: Row[] } };
  };
  return answer.Invocation.InvocationResults.InvocationResult;
}
const stop = async (test: TestEmulator, invokeId = 't-1') =>
  test.emulator.handle(
    await signedRequest('StopInvocation', { RegionId: 'cn-hangzhou', InvokeId: invokeId }),
  );

/** An emulator on a journal that already holds the acts. */
async function openOn(
  journal: Journal,
  options: TestEmulatorOptions & { runner: ScriptRunner },
): Promise<TestEmulator> {
  return createTestEmulator({ now: NOW, journal, ...options });
}
async function journalOf(...acts: Act[]): Promise<Journal> {
  const journal = memory();
  await journal.append(acts);
  return journal;
}

describe('executing', () => {
  it('B1: runs what was waiting when it starts, with parameters and built-ins put in', async () => {
    const { makeWorld } = smallWorld(1);
    const runner = createFakeRunner(() => exited(0, 'out'));
    const content = '{{who}} {{ACS::InstanceId}} {{ACS::InvokeId}} {{ACS::CommandId}} {{ACS::RegionId}}';
    const test = await openOn(await journalOf(invocation('t-1', ['i-0'], { content })), {
      runner,
      makeWorld,
    });
    await test.emulator.idle();
    expect(runner.jobs).toMatchObject([
      {
        id: 't-1/i-0/1',
        script: 'you i-0 t-1 c-1 cn-hangzhou',
        workingDir: '/tmp',
        timeoutSeconds: 60,
        username: '',
        files: [],
      },
    ]);
    expect(await rows(test)).toMatchObject([{ InvocationStatus: 'Success', ExitCode: 0, Output: 'out' }]);
    expect(test.defects).toEqual([]);
  });

  it('B1: at most four scripts at once, and one per instance', async () => {
    const { makeWorld } = smallWorld(6);
    const runner = createFakeRunner();
    const ids = ['i-0', 'i-1', 'i-2', 'i-3', 'i-4', 'i-5'];
    await openOn(await journalOf(invocation('t-1', ['i-0']), invocation('t-2', ids)), { runner, makeWorld });
    const jobs = await runner.started(4);
    expect(runner.running.map((job) => job.id)).toEqual(['t-1/i-0/1', 't-2/i-1/1', 't-2/i-2/1', 't-2/i-3/1']);
    runner.finish(jobs[0] as NonNullable<(typeof jobs)[0]>);
    await runner.started(5);
    expect(runner.running).toHaveLength(4);
    expect(runner.running.at(-1)?.id).toBe('t-2/i-0/1');
  });

  it('B1: what a script left on the disk is there for the next one on that instance', async () => {
    const { makeWorld } = smallWorld(2);
    const change = { path: '/root/a', kind: 'file' as const, content: new Uint8Array([0, 200]), mode: 0o600 };
    const runner = createFakeRunner(() => ({ ...exited(0), files: [change] }));
    const test = await openOn(
      await journalOf(invocation('t-1', ['i-0']), invocation('t-2', ['i-0', 'i-1'])),
      { runner, makeWorld },
    );
    await test.emulator.idle();
    expect(runner.jobs.map((job) => [job.id, job.files])).toEqual(
      expect.arrayContaining([
        ['t-1/i-0/1', []],
        ['t-2/i-0/1', [change]],
        ['t-2/i-1/1', []],
      ]),
    );
  });

  it('C4: a runner that fails gives an honest record, not a stuck one', async () => {
    const { makeWorld } = smallWorld(1);
    const runner: ScriptRunner = {
      run: () => Promise.reject(new Error('no worker')),
      close: () => undefined,
    };
    const test = await openOn(await journalOf(invocation('t-1', ['i-0'])), { runner, makeWorld });
    await test.emulator.idle();
    expect(await rows(test)).toMatchObject([{ InvocationStatus: 'Error', ErrorCode: 'ExecutionException' }]);
  });
});

describe('a full disk', () => {
  it('K1: an output that cannot be stored ends its record all the same', async () => {
    const { makeWorld } = smallWorld(1);
    const journal = await journalOf(invocation('t-1', ['i-0']));
    const full: Journal = {
      ...journal,
      append: (acts, blobs) =>
        Object.keys(blobs ?? {}).length > 0
          ? Promise.reject(new Error('QuotaExceeded'))
          : journal.append(acts),
    };
    const test = await openOn(full, { runner: createFakeRunner(() => exited(0, 'long')), makeWorld });
    await test.emulator.idle();
    expect(await rows(test)).toMatchObject([
      { InvocationStatus: 'Error', ErrorCode: 'ExecutionException', Output: '' },
    ]);
    expect(test.defects).toHaveLength(1);
  });
});

describe('delivery (contract 4.5)', () => {
  it.each<[string, Partial<WorldInstance> | null, CommandType, string, string]>([
    ['is gone', null, 'RunShellScript', 'Invalid', 'InstanceNotExists'],
    ['stopped meanwhile', { state: 'Stopped' }, 'RunShellScript', 'Aborted', 'InstanceNotRunning'],
    ['has another system', {}, 'RunBatScript', 'Invalid', 'CommandNotApplicable'],
  ])('C4: an instance that %s ends its record with the reason', async (_what, change, type, status, code) => {
    const world = smallWorld(1);
    if (change) Object.assign(world.instances[0] as WorldInstance, change);
    else world.instances.pop();
    const runner = createFakeRunner();
    const test = await openOn(await journalOf(invocation('t-1', ['i-0'], { type })), {
      runner,
      makeWorld: world.makeWorld,
    });
    await test.emulator.idle();
    expect(await rows(test)).toMatchObject([
      { InvocationStatus: status, ErrorCode: code, StartTime: '', Output: '' },
    ]);
    expect(runner.jobs).toEqual([]);
  });

  it.each([
    ['offline', 'ClientNotResponse'],
    ['missing', 'ClientNotRunning'],
  ] as const)('C4: an agent that is %s is waited for one minute of the world', async (agent, code) => {
    const world = smallWorld(1);
    Object.assign(world.instances[0] as WorldInstance, { agent: { ...template.agent, state: agent } });
    const test = await openOn(await journalOf(invocation('t-1', ['i-0'])), {
      runner: createFakeRunner(),
      makeWorld: world.makeWorld,
    });
    expect(await rows(test)).toMatchObject([{ InvocationStatus: 'Pending' }]);
    test.clock.advance(3_600_000);
    expect(await rows(test)).toMatchObject([
      { InvocationStatus: 'Aborted', ErrorCode: code, FinishedTime: '2026-11-22T10:01:00Z' },
    ]);
  });
});

describe('time and stop', () => {
  it("B1: the world's clock ends a script at its timeout and keeps what it had written", async () => {
    const { makeWorld } = smallWorld(1);
    const runner = createFakeRunner();
    const test = await openOn(await journalOf(invocation('t-1', ['i-0'])), { runner, makeWorld });
    await runner.started(1);
    const [before] = await rows(test);
    test.clock.advance(3_600_000);
    await test.emulator.idle();
    const [row] = await rows(test);
    expect(row).toMatchObject({
      InvocationStatus: 'Timeout',
      ErrorCode: 'ExecutionTimeout',
      Output: 'so far',
    });
    expect(Date.parse(row?.FinishedTime ?? '') - Date.parse(before?.StartTime ?? '')).toBe(60_000);
    expect(row).not.toHaveProperty('ExitCode');
  });

  it('B1: a timeout the runner reports is the same', async () => {
    const { makeWorld } = smallWorld(1);
    const runner = createFakeRunner(() => ({
      ...exited(0, 'part'),
      outcome: 'timeout' as const,
      exitCode: null,
    }));
    const test = await openOn(await journalOf(invocation('t-1', ['i-0'])), { runner, makeWorld });
    await test.emulator.idle();
    expect(await rows(test)).toMatchObject([{ InvocationStatus: 'Timeout', Output: 'part' }]);
  });

  it('C6: a stop by another tab ends the script and keeps what it had written', async () => {
    const { makeWorld } = smallWorld(1);
    const journal = await journalOf(invocation('t-1', ['i-0']));
    const runner = createFakeRunner();
    const first = await openOn(journal, { runner, makeWorld });
    await runner.started(1);
    const second = await openOn(journal, { runner: createFakeRunner(), makeWorld });
    expect((await stop(second)).status).toBe(200);
    expect(await rows(second)).toMatchObject([{ InvocationStatus: 'Stopping' }]);
    await first.emulator.idle();
    expect(await rows(second)).toMatchObject([
      { InvocationStatus: 'Terminated', Output: 'so far', ErrorCode: '' },
    ]);
  });

  it('K1: a reset ends what runs and leaves nothing of it', async () => {
    const { makeWorld } = smallWorld(1);
    const runner = createFakeRunner();
    const journal = await journalOf(invocation('t-1', ['i-0']));
    const test = await openOn(journal, { runner, makeWorld });
    await runner.started(1);
    await test.emulator.reset();
    await test.emulator.idle();
    expect((await journal.read(0)).entries).toEqual([]);
    expect(runner.running).toEqual([]);
  });
});

describe('several tabs on one account', () => {
  it('K1: never run a record twice', async () => {
    const { makeWorld } = smallWorld(8);
    const journal = memory();
    const runner = createFakeRunner(() => exited(0));
    const tabs = await Promise.all([1, 2, 3].map(() => openOn(journal, { runner, makeWorld })));
    const ids = Array.from({ length: 8 }, (_, index) => `i-${index}`);
    await journal.append([invocation('t-1', ids), invocation('t-2', ids), invocation('t-3', ids)]);
    await Promise.all(tabs.map((tab) => tab.emulator.pump()));
    await Promise.all(tabs.map((tab) => tab.emulator.idle()));
    await Promise.all(tabs.map((tab) => tab.emulator.pump()));
    await Promise.all(tabs.map((tab) => tab.emulator.idle()));
    expect(runner.jobs.map((job) => job.id).sort()).toEqual(
      [...new Set(runner.jobs.map((job) => job.id))].sort(),
    );
    expect(runner.jobs).toHaveLength(24);
    for (const id of ['t-1', 't-2', 't-3']) {
      expect(
        (await rows(tabs[0] as TestEmulator, id)).every((row) => row.InvocationStatus === 'Success'),
      ).toBe(true);
    }
  });

  it('K1: a tab that only looks leaves a running record to its owner', async () => {
    const { makeWorld } = smallWorld(1);
    const journal = await journalOf(invocation('t-1', ['i-0']));
    const [owner, other] = [createFakeRunner(), createFakeRunner()];
    const first = await openOn(journal, { runner: owner, makeWorld });
    const [job] = await owner.started(1);
    const second = await openOn(journal, { runner: other, makeWorld });
    expect(await rows(second)).toMatchObject([{ InvocationStatus: 'Running' }]);
    owner.finish(job as NonNullable<typeof job>, exited(0, 'mine'));
    await first.emulator.idle();
    await second.emulator.idle();
    expect(other.jobs).toEqual([]);
    expect(await rows(second)).toMatchObject([{ InvocationStatus: 'Success', Output: 'mine' }]);
  });
});

const cutOff = () => journalOf(invocation('t-1', ['i-0']), startedAct('t-1', 'i-0'));

describe('a run cut off by a reload', () => {
  it('K1: is run again from the beginning, with the time it has left', async () => {
    const { makeWorld } = smallWorld(1);
    const runner = createFakeRunner(() => exited(0, 'whole'));
    const test = await openOn(await cutOff(), {
      runner,
      makeWorld,
      clock: createClock(Date.now, NOW + 20_000),
    });
    await test.emulator.idle();
    expect(runner.jobs).toMatchObject([{ id: 't-1/i-0/1', timeoutSeconds: 40 }]);
    expect(await rows(test)).toMatchObject([
      { InvocationStatus: 'Success', Output: 'whole', StartTime: '2026-11-22T10:00:00Z' },
    ]);
  });

  it('K1: ends as ExecutionInterrupted when its time is over', async () => {
    const { makeWorld } = smallWorld(1);
    const runner = createFakeRunner();
    const test = await openOn(await cutOff(), {
      runner,
      makeWorld,
      clock: createClock(Date.now, NOW + 3_600_000),
    });
    await test.emulator.idle();
    expect(runner.jobs).toEqual([]);
    expect(await rows(test)).toMatchObject([
      { InvocationStatus: 'Error', ErrorCode: 'ExecutionInterrupted', FinishedTime: '2026-11-22T10:01:00Z' },
    ]);
  });

  it('K1: ends as terminated when it was being stopped', async () => {
    const { makeWorld } = smallWorld(1);
    const journal = await cutOff();
    await journal.append([
      { kind: 'InvocationStopped', at: NOW + 1000, invokeId: 't-1', instanceIds: ['i-0'] },
    ]);
    const test = await openOn(journal, { runner: createFakeRunner(), makeWorld });
    await test.emulator.idle();
    expect(await rows(test)).toMatchObject([{ InvocationStatus: 'Terminated' }]);
  });

  it('K1: a tab that closes lets another one take over', async () => {
    const { makeWorld } = smallWorld(1);
    const journal = await journalOf(invocation('t-1', ['i-0']));
    const [owner, heir] = [createFakeRunner(), createFakeRunner(() => exited(0, 'taken over'))];
    // Tabs have one clock: that of the machine.
    const clock = createClock(Date.now, NOW);
    const first = await openOn(journal, { runner: owner, makeWorld, clock });
    await owner.started(1);
    const second = await openOn(journal, { runner: heir, makeWorld, clock });
    first.emulator.close();
    await first.emulator.idle();
    expect(await rows(second)).toMatchObject([{ InvocationStatus: 'Running' }]);
    await second.emulator.idle();
    expect(await rows(second)).toMatchObject([{ InvocationStatus: 'Success', Output: 'taken over' }]);
  });

  it('K1: a smaller fleet ends what runs on an instance that is no more', async () => {
    const world = smallWorld(1);
    const runner = createFakeRunner();
    const test = await openOn(await journalOf(invocation('t-1', ['i-0'])), {
      runner,
      makeWorld: world.makeWorld,
    });
    const [job] = await runner.started(1);
    world.instances.pop();
    await test.emulator.remake({ fleetSize: 26 });
    runner.finish(job as NonNullable<typeof job>);
    await test.emulator.idle();
    expect((await rows(test))[0]?.InvocationStatus).toBe('Success');
  });
});
