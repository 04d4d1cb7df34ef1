import { describe, expect, it } from 'vitest';
import { createTestEmulator } from '@mocks/node';
import { createApi } from './api';
import { DEMO_CREDENTIALS } from './demo-credentials';
import type { ApiError } from './errors';
import { lookForLost } from './lost-answers';
import { createRpc, newClientToken, type CallEntry } from './rpc';

const RegionId = 'cn-hangzhou';
/** What becomes of a write on its way. */
type Fate = 'arrives' | 'is lost' | 'answer is lost';

/** The console's client over an emulator whose line loses what it is told to lose. */
async function setUp() {
  const { fetch } = await createTestEmulator();
  const fates: Fate[] = [];
  const sent: string[] = [];
  const log: CallEntry[] = [];
  const line: typeof globalThis.fetch = async (url, init) => {
    const action = new URLSearchParams(String(init?.body)).get('Action') ?? '';
    sent.push(action);
    const fate = action.startsWith('Describe') ? 'arrives' : (fates.shift() ?? 'arrives');
    if (fate === 'is lost') throw new TypeError('Failed to fetch');
    const answer = await fetch(url, init);
    if (fate === 'answer is lost') throw new TypeError('Failed to fetch');
    return answer;
  };
  const rpc = createRpc({
    credentials: DEMO_CREDENTIALS,
    fetch: line,
    sleep: async () => undefined,
    lookUp: lookForLost,
    onCall: (entry) => log.push(entry),
  });
  const { ecs } = createApi(rpc);
  const { items } = await ecs.describeInstances({ RegionId, InstanceName: 'web-prod-01', PageSize: 10 });
  const InstanceId = items.map((item) => item.InstanceId);
  const create = (Name: string) =>
    ecs.createCommand({
      RegionId,
      Name,
      Type: 'RunShellScript',
      CommandContent: btoa('echo {{who}}'),
      EnableParameter: true,
      ClientToken: newClientToken(),
    });
  const invoke = (CommandId: string, who: string) =>
    ecs.invokeCommand({
      RegionId,
      CommandId,
      InstanceId,
      Parameters: { who },
      ClientToken: newClientToken(),
    });
  const runs = async (CommandId: string) =>
    (await ecs.describeInvocations({ RegionId, CommandId })).items.map((item) => item.InvokeId);
  return { ecs, fates, sent, log, create, invoke, runs, RegionId };
}

describe('a write without an answer', () => {
  it('K4: is looked for before it is repeated, and found: it is not sent again', async () => {
    const { fates, sent, log, create, invoke, runs } = await setUp();
    fates.push('answer is lost');
    const { CommandId } = await create('kept');
    expect(log.at(-1)).toMatchObject({ action: 'CreateCommand', ok: true, found: true, attempts: 1 });
    fates.push('answer is lost');
    const { InvokeId } = await invoke(CommandId, 'ann');
    expect(await runs(CommandId)).toEqual([InvokeId]);
    expect(sent.filter((action) => action === 'InvokeCommand')).toHaveLength(1);
  });

  it('K4: is repeated under its token when nothing of it is there', async () => {
    const { fates, sent, create, invoke, runs } = await setUp();
    const { CommandId } = await create('lost');
    fates.push('is lost', 'is lost');
    const { InvokeId } = await invoke(CommandId, 'ann');
    expect(await runs(CommandId)).toEqual([InvokeId]);
    expect(sent.filter((action) => action === 'InvokeCommand')).toHaveLength(3);
  });

  it('K4: an earlier run of the same, or one with other values, is not taken for it', async () => {
    const { fates, create, invoke, runs } = await setUp();
    const { CommandId } = await create('again');
    const first = await invoke(CommandId, 'ann');
    const other = await invoke(CommandId, 'bob');
    fates.push('is lost');
    const second = await invoke(CommandId, 'ann');
    expect(new Set([first.InvokeId, other.InvokeId, second.InvokeId]).size).toBe(3);
    expect(await runs(CommandId)).toHaveLength(3);
  });

  it('K4: when it never arrives, the error says that nothing has happened', async () => {
    const { fates, create, invoke, runs } = await setUp();
    const { CommandId } = await create('never');
    fates.push(...Array<Fate>(5).fill('is lost'));
    const error = (await invoke(CommandId, 'ann').catch((thrown: unknown) => thrown)) as ApiError;
    expect(error).toMatchObject({ code: 'Network', looked: true, attempts: 5 });
    expect(await runs(CommandId)).toEqual([]);
  });

  it('K4: without a token it is neither repeated nor guessed at', async () => {
    const { fates, sent, create, ecs } = await setUp();
    const { CommandId } = await create('deleted');
    fates.push('is lost');
    await expect(ecs.deleteCommand({ RegionId, CommandId })).rejects.toMatchObject({
      code: 'Network',
      looked: false,
    });
    expect(sent.filter((action) => action === 'DeleteCommand')).toHaveLength(1);
  });
});
