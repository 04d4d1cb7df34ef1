import 'fake-indexeddb/auto';
import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Api, createApi } from '@/api/api';
import { ApiError } from '@/api/errors';
import type { Params, Rpc } from '@/api/rpc';
import type { BatchRules, SplitOptions } from '@/domain/batch-plan';
import { createTestEmulator, type TestEmulatorOptions } from '@mocks/node';
import { createWorld, HOME_REGION } from '@mocks/world/world';
import { createFakeRunner, exited } from '../../../test/support/fake-runner';
import { apiError, emulatorRpc } from '../../../test/support/render';
import { followPlans } from './follow-plans';
import {
  askForAgain,
  type BatchPlan,
  goOnAllTheSame,
  isUnfinished,
  makePlan,
  pause,
  resume,
  stepOf,
  stop,
} from './plan';
import { createPlanStore, type PlanStore } from './plan-store';
import { keepSecrets } from './secret-part';

// A whole emulator answers.
vi.setConfig({ testTimeout: 30_000 });

const NOW = Date.UTC(2026, 10, 22);
const world = createWorld({ seed: 1, fleetSize: 60, bornAt: NOW });
/** Six servers that can run a Shell command. */
const IDS = world
  .instances(HOME_REGION)
  .filter(
    ({ state, osName, networkType, agent }) =>
      state === 'Running' && osName.startsWith('Ubuntu') && networkType === 'vpc' && agent.state === 'online',
  )
  .slice(0, 6)
  .map(({ instanceId }) => instanceId);

type Intercept = (action: string, params: Params, answer: () => ReturnType<Rpc>) => ReturnType<Rpc>;

let stores = 0;
const ends: (() => void)[] = [];

interface SetUp extends TestEmulatorOptions {
  exitCodes?: Record<string, number>;
}

/** An account in the emulator, a plan on it, and tabs that drive it. */
async function account({ exitCodes = {}, ...options }: SetUp = {}) {
  const runner = createFakeRunner((job) => exited(exitCodes[job.instance.instanceId] ?? 0, 'ready'));
  const { fetch } = await createTestEmulator({ now: NOW, runner, ...options });
  const direct = emulatorRpc(fetch);
  const sent: Params[] = [];
  let intercept: Intercept = (_action, _params, answer) => answer();
  const rpc: Rpc = (product, action, params, callOptions) => {
    if (action === 'InvokeCommand') sent.push(params);
    return intercept(action, params, () => direct(product, action, params, callOptions));
  };
  const api: Api = createApi(rpc);
  const { items } = await createApi(direct).ecs.describeCommands({
    RegionId: HOME_REGION,
    Name: 'disk-clean',
  });
  const CommandId = items[0]!.CommandId;
  const name = `plans-${++stores}`;
  const tab = (lock?: Parameters<typeof followPlans>[0]['lock']) => {
    const store = createPlanStore(name);
    const end = followPlans({
      api,
      cache: new QueryClient({ defaultOptions: { queries: { retry: false } } }),
      store,
      account: 'demo',
      // The emulator's, whose answers tell the time of the service.
      now: () => NOW,
      // The pace of a person's clock would only make the tests slow.
      later: (wake) => {
        const timer = setTimeout(wake, 5);
        return () => clearTimeout(timer);
      },
      ...(lock ? { lock } : {}),
    });
    ends.push(end);
    return { store, end };
  };
  return {
    api,
    sent,
    tab,
    tamper(next: Intercept) {
      intercept = next;
    },
    async instancesOfRuns() {
      const page = await createApi(direct).ecs.describeInvocations({
        RegionId: HOME_REGION,
        CommandId,
        PageSize: 50,
      });
      const since = page.items.filter((run) => run.Parameters['path'] === '/tmp/batch');
      return since.flatMap((run) => run.InvokeInstances.map(({ InstanceId }) => InstanceId));
    },
    plan(
      change: { rules?: Partial<BatchRules>; split?: Partial<SplitOptions>; account?: string } = {},
    ): BatchPlan {
      const id = `r-${stores}`;
      keepSecrets(id, { Parameters: { path: '/tmp/batch', days: '3' } });
      return makePlan(
        {
          id,
          account: change.account ?? 'demo',
          region: HOME_REGION,
          name: 'disk-clean',
          commandType: 'RunShellScript',
          template: { action: 'InvokeCommand', request: { RegionId: HOME_REGION, CommandId } },
          hasSecrets: true,
          names: {},
          rules: { gate: null, maxFailures: null, pace: 'afterEnd', ...change.rules },
          instanceIds: IDS,
          split: { perCall: 2, ...change.split },
        },
        Date.now(),
      );
    },
  };
}

const CANARY = { unit: 'instances', value: 1 } as const;

/** The plan once it is as asked for. */
async function until(store: PlanStore, id: string, is: (plan: BatchPlan) => boolean): Promise<BatchPlan> {
  return vi.waitFor(
    async () => {
      const plan = await store.read(id);
      expect(plan !== null && is(plan)).toBe(true);
      return plan!;
    },
    { timeout: 10_000, interval: 10 },
  );
}
const isDone = (plan: BatchPlan) => stepOf(plan).kind === 'done';
const isHeld = (plan: BatchPlan) => stepOf(plan).kind === 'hold';
const statesOf = (plan: BatchPlan) => plan.batches.map(({ state }) => state);
const lost = (action: string) => new ApiError({ code: 'Timeout', message: '', product: 'ecs', action });

describe('driving a run in batches', () => {
  beforeEach(() => {
    sessionStorage.clear();
    localStorage.clear();
  });
  afterEach(() => {
    for (const end of ends.splice(0)) end();
  });

  it('B3: sends every instance once, batch after batch, to the end', async () => {
    const { tab, plan, sent, instancesOfRuns } = await account();
    const { store } = tab();
    const planned = plan();
    await store.add(planned);
    const ended = await until(store, planned.id, isDone);
    expect(ended.batches.map(({ tally }) => tally.succeeded)).toEqual([2, 2, 2]);
    expect(sent.map((params) => params['ClientToken'])).toEqual(planned.batches.map(({ token }) => token));
    expect((await instancesOfRuns()).toSorted()).toEqual(IDS.toSorted());
    expect(isUnfinished(ended)).toBe(false);
  });

  it('K4: the token is on disk before the request leaves', async () => {
    const { tab, plan, tamper } = await account();
    const { store } = tab();
    const planned = plan();
    const kept: unknown[] = [];
    tamper(async (action, params, answer) => {
      if (action === 'InvokeCommand') {
        const now = await store.read(planned.id);
        kept.push(now?.batches.find(({ token }) => token === params['ClientToken'])?.state);
      }
      return answer();
    });
    await store.add(planned);
    await until(store, planned.id, isDone);
    expect(kept).toEqual(['sending', 'sending', 'sending']);
  });

  it('K4: after a lost answer the batch is found among the records, and not sent again', async () => {
    const { tab, plan, tamper, sent, instancesOfRuns } = await account();
    const { store } = tab();
    const planned = plan();
    let losses = 1;
    tamper(async (action, _params, answer) => {
      const reply = await answer();
      if (action === 'InvokeCommand' && losses-- > 0) throw lost(action);
      return reply;
    });
    await store.add(planned);
    const ended = await until(store, planned.id, isDone);
    expect(sent.map((params) => params['ClientToken'])).toEqual(planned.batches.map(({ token }) => token));
    expect(ended.batches[0]?.tries).toBe(1);
    expect((await instancesOfRuns()).toSorted()).toEqual(IDS.toSorted());
  });

  it('K4: a request that never arrived is sent again under the same token, once that can be seen', async () => {
    const { tab, plan, tamper, sent, instancesOfRuns } = await account();
    const { store } = tab();
    const planned = plan();
    let losses = 2;
    let unread = 2;
    tamper(async (action, _params, answer) => {
      if (action === 'InvokeCommand' && losses-- > 0) throw lost(action);
      if (action === 'DescribeInvocations' && losses < 2 && unread-- > 0) throw lost(action);
      return answer();
    });
    await store.add(planned);
    const ended = await until(store, planned.id, isDone);
    expect(sent.map((params) => params['ClientToken'])).toEqual([
      planned.batches[0]?.token,
      planned.batches[0]?.token,
      ...planned.batches.map(({ token }) => token),
    ]);
    expect(ended.batches[0]?.tries).toBe(3);
    expect((await instancesOfRuns()).toSorted()).toEqual(IDS.toSorted());
  });

  it('K4: an attempt too old for its token is looked for among the records, and not sent again', async () => {
    const { tab, plan, api, sent, instancesOfRuns } = await account();
    const planned = plan();
    const [first] = planned.batches;
    const request = planned.template.request as { RegionId: string; CommandId: string };
    const Parameters = { path: '/tmp/batch', days: '3' };
    const { InvokeId } = await api.ecs.invokeCommand({
      ...request,
      InstanceId: first!.instanceIds,
      Parameters,
    });
    sent.length = 0;
    const other = { ...Parameters, days: '4' };
    await api.ecs.invokeCommand({
      ...request,
      InstanceId: planned.batches[1]!.instanceIds,
      Parameters: other,
    });
    sent.length = 0;
    const hourAgo = NOW - 3_600_000;
    const batches = planned.batches.map((batch, index) =>
      index < 2 ? { ...batch, state: 'sending' as const, sentAt: hourAgo, tries: 1 } : batch,
    );
    const { store } = tab();
    await store.add({ ...planned, batches });
    const ended = await until(store, planned.id, isDone);
    expect(ended.batches[0]?.invokeId).toBe(InvokeId);
    expect(sent).toHaveLength(2);
    // What somebody else ran there with other values is not it.
    expect((await instancesOfRuns()).toSorted()).toEqual(
      [...IDS, ...planned.batches[1]!.instanceIds].toSorted(),
    );
  });

  it('B3: a reload in the middle of a request goes on with the same token', async () => {
    const { tab, plan, tamper, sent, instancesOfRuns } = await account();
    const before = tab();
    const planned = plan();
    let arrived = () => {};
    const arrival = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    tamper(async (action, _params, answer) => {
      const reply = await answer();
      if (action !== 'InvokeCommand') return reply;
      arrived();
      throw lost(action);
    });
    await before.store.add(planned);
    await arrival;
    before.end();
    tamper((_action, _params, answer) => answer());
    const { store } = tab();
    const ended = await until(store, planned.id, isDone);
    expect(new Set(sent.map((params) => params['ClientToken']))).toEqual(
      new Set(planned.batches.map(({ token }) => token)),
    );
    expect(ended.batches.map(({ tally }) => tally.succeeded)).toEqual([2, 2, 2]);
    expect((await instancesOfRuns()).toSorted()).toEqual(IDS.toSorted());
  });

  it('B3: of two tabs one drives; even without locks nothing is sent twice in effect', async () => {
    const { tab, plan, instancesOfRuns } = await account();
    const { store } = tab();
    tab((_name, task) => task());
    tab((_name, task) => task());
    const planned = plan();
    await store.add(planned);
    const ended = await until(store, planned.id, isDone);
    expect(ended.batches.map(({ tally }) => tally.succeeded)).toEqual([2, 2, 2]);
    expect((await instancesOfRuns()).toSorted()).toEqual(IDS.toSorted());
  });

  it('B3: nothing follows a canary that failed, until a person overrules it', async () => {
    const { tab, plan, sent } = await account({ exitCodes: { [IDS[0]!]: 3 } });
    const { store } = tab();
    const planned = plan({ rules: { gate: 'succeeded' }, split: { canary: CANARY } });
    await store.add(planned);
    const held = await until(store, planned.id, isHeld);
    expect(stepOf(held)).toEqual({ kind: 'hold', why: 'canaryFailed' });
    expect(sent).toHaveLength(1);
    await store.change(planned.id, goOnAllTheSame);
    const ended = await until(store, planned.id, isDone);
    expect(statesOf(ended)).toEqual(['ended', 'ended', 'ended', 'ended']);
  });

  it('B3: a batch that answers otherwise than the canary keeps the next one from starting', async () => {
    const runner = createFakeRunner((job) =>
      exited(0, job.instance.instanceId === IDS[2] ? 'other' : 'ready'),
    );
    const { tab, plan, sent } = await account({ runner });
    const { store } = tab();
    const planned = plan({ rules: { gate: 'sameOutput' }, split: { canary: CANARY } });
    await store.add(planned);
    const held = await until(store, planned.id, isHeld);
    expect(stepOf(held)).toEqual({ kind: 'hold', why: 'differs' });
    expect(held.batches.map(({ alike }) => alike)).toEqual([true, false, null, null]);
    expect(sent).toHaveLength(2);
  });

  it('B3: no further batch starts after more failures than allowed', async () => {
    const { tab, plan, sent } = await account({ exitCodes: { [IDS[0]!]: 1, [IDS[2]!]: 1 } });
    const { store } = tab();
    const planned = plan({ rules: { maxFailures: 1 } });
    await store.add(planned);
    const held = await until(store, planned.id, isHeld);
    expect(stepOf(held)).toEqual({ kind: 'hold', why: 'failures' });
    expect(sent).toHaveLength(2);
  });

  it('B3: a quota that is used up holds the run; the batch is retried alone, under a new token', async () => {
    const { tab, plan, tamper, sent } = await account();
    const { store } = tab();
    const planned = plan();
    tamper(async (action, params, answer) => {
      const isSecond = (params['InstanceId'] as string[] | undefined)?.includes(IDS[2]!);
      if (action !== 'InvokeCommand' || !isSecond) return answer();
      throw apiError('Invocation.ExceedQuota', { action, httpStatus: 403 });
    });
    await store.add(planned);
    const held = await until(store, planned.id, isHeld);
    expect(statesOf(held)).toEqual(['ended', 'refused', 'waiting']);
    expect(held.pausedBy).toBe('refusal');
    expect(held.batches[1]?.error).toMatchObject({
      code: 'Invocation.ExceedQuota',
      requestId: 'TEST-REQUEST-ID',
    });
    tamper((_action, _params, answer) => answer());
    await store.change(planned.id, (now) => askForAgain(now, 1, new Set()));
    const retried = await until(store, planned.id, ({ batches }) => batches[1]?.state === 'ended');
    expect(retried.batches[2]?.state).toBe('waiting');
    expect(sent.at(-1)?.['ClientToken']).not.toBe(planned.batches[1]?.token);
    await store.change(planned.id, resume);
    const ended = await until(store, planned.id, isDone);
    expect(ended.batches.map(({ tally }) => tally.succeeded)).toEqual([2, 2, 2]);
  });

  it('B3: an instance that is gone refuses its batch only; the rest of it goes without', async () => {
    const { tab, plan, instancesOfRuns } = await account();
    const { store } = tab();
    const planned = plan();
    const batches = planned.batches.map((batch, index) =>
      index === 0 ? { ...batch, instanceIds: ['i-gone', ...batch.instanceIds] } : batch,
    );
    await store.add({ ...planned, batches });
    const done = await until(store, planned.id, isDone);
    expect(statesOf(done)).toEqual(['refused', 'ended', 'ended']);
    expect(done.batches[0]?.error?.code).toBe('InvalidInstance.NotFound');
    await store.change(planned.id, (now) => askForAgain(now, 0, new Set(['i-gone'])));
    const ended = await until(store, planned.id, ({ batches: all }) => all[0]?.state === 'ended');
    expect(ended.batches[0]?.leftOut).toEqual(['i-gone']);
    expect((await instancesOfRuns()).toSorted()).toEqual(IDS.toSorted());
  });

  it('B3: a pause and a stop hold whatever has not been sent', async () => {
    const { tab, plan, sent } = await account();
    const { store } = tab();
    const paused = pause(plan());
    await store.add(paused);
    await store.change(paused.id, stop);
    await until(store, paused.id, isDone);
    expect(sent).toEqual([]);
  });

  it('B3: values are not kept with the plan; another tab reads them from the record of an accepted batch', async () => {
    const { tab, plan, sent } = await account({ exitCodes: { [IDS[0]!]: 3 } });
    const first = tab();
    const planned = plan({ rules: { gate: 'succeeded' }, split: { canary: CANARY } });
    await first.store.add(planned);
    const held = await until(first.store, planned.id, isHeld);
    expect(JSON.stringify(held)).not.toContain('/tmp/batch');
    first.end();
    sessionStorage.clear();
    const { store } = tab();
    await store.change(planned.id, goOnAllTheSame);
    await until(store, planned.id, isDone);
    expect(sent.at(-1)?.['Parameters']).toBe('{"path":"/tmp/batch","days":"3"}');
  });

  it('B3: a tab without the values leaves the first call to the one that has them', async () => {
    const { tab, plan, sent } = await account();
    const planned = plan();
    sessionStorage.clear();
    const { store } = tab();
    await store.add(planned);
    expect(stepOf((await store.read(planned.id))!)).toEqual({ kind: 'send', batch: 0 });
    keepSecrets(planned.id, { Parameters: { path: '/tmp/batch', days: '3' } });
    await store.change(planned.id, (now) => ({ ...now }));
    await until(store, planned.id, isDone);
    expect(sent).toHaveLength(3);
  });

  it('K2: what was planned on another account is left alone', async () => {
    const { tab, plan, sent } = await account();
    const { store } = tab();
    const other = plan({ account: 'live' });
    await store.add(other);
    const own = { ...plan(), id: 'r-own' };
    keepSecrets('r-own', { Parameters: { path: '/tmp/batch', days: '3' } });
    await store.add(own);
    await until(store, 'r-own', isDone);
    expect(sent).toHaveLength(own.batches.length);
    expect(statesOf((await store.read(other.id))!)).toEqual(['waiting', 'waiting', 'waiting']);
  });
});
