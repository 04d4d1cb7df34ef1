import { concurrencyIn, pausesAfter } from '@/domain/rate-control';
import type { Act } from '../acts';
import type { ActionContext } from '../actions/action';
import { invokeCommand } from '../actions/invoke-command';
import { createParamReader } from '../actions/params';
import { runCommand } from '../actions/run-command';
import { Fault } from '../fault';
import type { Journal } from '../journal';
import type { Ledger } from '../ledger';
import type { AccountState } from '../account-state';
import type { EngineDeed } from './acts';
import { type EngineRun, engineRuns } from './book';
import { type EngineLife, type EngineScene, lifeOf, type LoopLife } from './life';

export interface AdvanceDependencies {
  journal: Pick<Journal, 'append' | 'locks'>;
  state: AccountState;
  scene(): EngineScene;
  /** An action's view of the account at a moment; what it does goes to `act`. */
  contextAt(
    call: Pick<ActionContext, 'action' | 'params' | 'regionId' | 'requestId'>,
    act: ActionContext['act'],
    now: number,
  ): ActionContext;
}

/**
 * Makes the calls whose turn has come: at the start, or when others ended. Nothing waits for a page to look: a call is
 * made as of the moment its turn came, however long ago that was. Calls that are refused make room at once, so it goes
 * on until nothing is due.
 * @returns whether anything was done
 */
export async function advance(dependencies: AdvanceDependencies): Promise<boolean> {
  const { journal, state } = dependencies;
  let done = false;
  for (;;) {
    if (due(dependencies).length === 0) return done;
    const more = await journal.locks.withWrite(async () => {
      await state.sync();
      const acts = callsFor(due(dependencies), dependencies);
      if (acts.length > 0) await journal.append(acts);
      await state.sync();
      return acts.length > 0;
    });
    if (!more) return done;
    done = true;
  }
}

interface Due {
  run: EngineRun;
  loop: LoopLife;
  items: readonly number[];
}

/** Ended ones stay ended while their acts are the same; they are not looked at again and again. */
const over = new WeakSet<EngineRun>();

function due({ state, scene }: AdvanceDependencies): Due[] {
  const found: Due[] = [];
  for (const run of engineRuns(state.ledger.engineActs).values()) {
    if (over.has(run)) continue;
    const { status, loop } = lifeOf(run, scene());
    if (isOver(status)) over.add(run);
    else if (status === 'Running' && loop?.step.kind === 'start')
      found.push({ run, loop, items: loop.step.items });
  }
  return found;
}

function isOver(status: EngineLife['status']): boolean {
  return status === 'Success' || status === 'Failed' || status === 'Cancelled';
}

function callsFor(list: readonly Due[], dependencies: AdvanceDependencies): Act[] {
  const acts: Act[] = [];
  const { ledger } = dependencies.state;
  // Calls of this very pass count against the day's quota too.
  const counting = countingLedger(ledger);
  for (const { run, loop, items } of list) {
    const times = startTimes(run, loop, items, dependencies.scene().now);
    for (const [index, place] of items.entries()) {
      const item = loop.items[place]?.item ?? '';
      const at = times[index] ?? run.at;
      const deed = callFor(run, item, at, dependencies, counting, acts);
      acts.push({ kind: 'EngineActed', at, executionId: run.executionId, deed });
    }
  }
  return acts;
}

/** An ordinary call for one instance (contract OOS 2.1, 11.6), refused as any other would be. */
function callFor(
  { executionId, order }: EngineRun,
  item: string,
  at: number,
  { contextAt }: AdvanceDependencies,
  counting: ReturnType<typeof countingLedger>,
  acts: Act[],
): EngineDeed {
  const { regionId, call } = order;
  const isSaved = order.action === 'ACS::ECS::InvokeCommand';
  const params = new Map(
    Object.entries({
      RegionId: regionId,
      ...call,
      ...(isSaved ? {} : { Name: executionId }),
      'InstanceId.1': item,
    }),
  );
  const action = isSaved ? 'InvokeCommand' : 'RunCommand';
  const request = { action, params: createParamReader(params), regionId, requestId: '' };
  const made: Act[] = [];
  const context = contextAt(request, (...more) => void made.push(...more), at);
  try {
    const answer = (isSaved ? invokeCommand : runCommand)({ ...context, ledger: counting.ledger });
    counting.count(regionId, at);
    acts.push(
      ...made.map((act) => (act.kind === 'InvocationCreated' ? { ...act, engine: executionId } : act)),
    );
    return { what: 'began', item, invokeId: String((answer as Record<string, unknown>)['InvokeId']) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { what: 'refused', item, code: error.code, message: error.message };
  }
}

function countingLedger(ledger: Ledger) {
  const made = new Map<string, number>();
  const key = (regionId: string, at: number) => `${regionId} ${new Date(at).toISOString().slice(0, 10)}`;
  return {
    ledger: {
      ...ledger,
      invocationsOnDay: (regionId: string, at: number) =>
        ledger.invocationsOnDay(regionId, at) + (made.get(key(regionId, at)) ?? 0),
    } satisfies Ledger,
    count: (regionId: string, at: number) =>
      void made.set(key(regionId, at), (made.get(key(regionId, at)) ?? 0) + 1),
  };
}

/**
 * When the turn of each came: the first ones of a batch with the batch, each other one with the end that made room for
 * it. An item that is tried again begins when that was asked for.
 */
function startTimes(run: EngineRun, loop: LoopLife, places: readonly number[], now: number): number[] {
  const { control } = run.order;
  const batch = loop.items[places[0] ?? 0]?.batch ?? 1;
  const members = loop.items.filter((life) => life.batch === batch);
  const atOnce = concurrencyIn(control, batch, loop.items.length);
  const begun = members.filter(({ beganAt }) => beganAt !== null).length;
  const ends = members.flatMap(({ endedAt }) => endedAt ?? []).toSorted((a, b) => a - b);
  const from = batchStart(run, loop, batch);
  return places.map((place, index) => {
    const turn = begun + index;
    const madeRoom = turn < atOnce ? from : (ends[turn - atOnce] ?? from);
    const asked = run.retries.get(loop.items[place]?.item ?? '')?.at(-1) ?? 0;
    return Math.min(now, Math.max(from, madeRoom, asked));
  });
}

function batchStart({ order: { control }, approvals }: EngineRun, loop: LoopLife, batch: number): number {
  const before = loop.items.filter((life) => life.batch < batch).map(({ endedAt }) => endedAt ?? 0);
  const pauses = Array.from({ length: batch - 1 }, (_, index) => pausesAfter(control, index + 1));
  const approvedAt = pauses.at(-1) ? (approvals[pauses.filter(Boolean).length - 1] ?? 0) : 0;
  return Math.max(loop.startedAt, approvedAt, ...before);
}
