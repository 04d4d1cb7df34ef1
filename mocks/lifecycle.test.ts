import { describe, expect, it } from 'vitest';
import { createFakeRunner } from '../test/support/fake-runner';
import { HOUR, MINUTE, periodicAccount } from '../test/support/periodic-account';
import { REBOOT_MS } from './lifecycle';

const RegionId = 'cn-hangzhou';

async function account(runner = createFakeRunner()) {
  const made = await periodicAccount({ runner });
  const { ecs } = made.api;
  return {
    ...made,
    reboot: (InstanceId: string) => ecs.rebootInstance({ RegionId, InstanceId }),
    install: (...InstanceId: string[]) => ecs.installCloudAssistant({ RegionId, InstanceId }),
    state: async (id: string) =>
      (await ecs.describeInstanceStatus({ RegionId, InstanceId: [id] })).items[0]?.Status,
    agent: async (id: string) =>
      (await ecs.describeCloudAssistantStatus({ RegionId, InstanceId: [id] })).items[0]!,
  };
}

describe('a reboot', () => {
  it('E1: takes an instance through Stopping and Starting to Running, its agent away meanwhile', async () => {
    const { clock, ids, reboot, state, agent } = await account();
    const [id, other] = ids as [string, string];
    await reboot(id);
    expect([await state(id), await state(other)]).toEqual(['Stopping', 'Running']);
    await expect(reboot(id)).rejects.toMatchObject({ code: 'IncorrectInstanceStatus', httpStatus: 403 });
    clock.advance(10_000);
    expect(await state(id)).toBe('Starting');
    clock.advance(REBOOT_MS - 10_000);
    expect(await state(id)).toBe('Running');
    expect((await agent(id)).CloudAssistantStatus).toBe(true);
  });

  it('E1: interrupts the scripts that run there and nowhere else', async () => {
    const runner = createFakeRunner();
    const { api, ids, commandId, emulator, reboot } = await account(runner);
    const [id, other] = ids as [string, string];
    const { InvokeId } = await api.ecs.invokeCommand({
      RegionId,
      CommandId: commandId,
      InstanceId: [id, other],
    });
    await runner.started(2);
    await reboot(id);
    for (const job of runner.running) runner.finish(job);
    await emulator.idle();
    const { items } = await api.ecs.describeInvocationResults({ RegionId, InvokeId });
    expect(new Map(items.map((row) => [row.InstanceId, row.InvocationStatus]))).toEqual(
      new Map([
        [id, 'Error'],
        [other, 'Success'],
      ]),
    );
    expect(items.find((row) => row.InstanceId === id)).toMatchObject({ ErrorCode: 'ExecutionInterrupted' });
  });

  it('C5: a firing during it is given up: the instance was not running', async () => {
    const { clock, emulator, ids, schedule, history, reboot } = await account();
    const [id] = ids as [string];
    const invokeId = await schedule('0 0 * * * ?', [id]);
    clock.advance(20_000);
    await reboot(id);
    clock.advance(HOUR / 2);
    await emulator.pump();
    const { items } = await history(invokeId);
    expect(items).toMatchObject([
      { InvocationStatus: 'Aborted', ErrorCode: 'InstanceNotRunning', StartTime: '2026-11-22T10:00:00Z' },
    ]);
  });
});

describe('installing the agent', () => {
  it('E1: takes effect with the next reboot, and then runs commands', async () => {
    const { api, clock, commandId, idOf, install, reboot, agent } = await account();
    const id = idOf('ci-runner-02');
    const run = () => api.ecs.invokeCommand({ RegionId, CommandId: commandId, InstanceId: [id] });
    await expect(run()).rejects.toMatchObject({ code: 'InvalidInstance.NoClient' });
    await reboot(id);
    clock.advance(MINUTE);
    expect(await agent(id)).toMatchObject({ installed: false });
    await install(id);
    clock.advance(HOUR);
    expect(await agent(id)).toMatchObject({ installed: false });
    await reboot(id);
    expect(await agent(id)).toMatchObject({ CloudAssistantStatus: false });
    clock.advance(MINUTE);
    expect(await agent(id)).toMatchObject({
      CloudAssistantStatus: true,
      CloudAssistantVersion: '2.2.3.857',
      installed: true,
    });
    expect((await run()).InvokeId).toMatch(/^t-/);
  });

  it('E1: brings back an agent that had stopped answering', async () => {
    const { clock, idOf, install, reboot, agent } = await account();
    const id = idOf('db-replica-02');
    expect(await agent(id)).toMatchObject({ CloudAssistantStatus: false, installed: true });
    await install(id);
    await reboot(id);
    clock.advance(MINUTE);
    expect(await agent(id)).toMatchObject({ CloudAssistantStatus: true });
  });
});
