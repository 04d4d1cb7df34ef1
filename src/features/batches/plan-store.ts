import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type BatchPlan, isUnfinished } from './plan';
import { PLANS } from './plans-kept';
import { tellUnfinished } from './unfinished';

interface PlanSchema extends DBSchema {
  plans: { key: string; value: BatchPlan };
}

/** Plans of batched runs, shared by the tabs of this browser. Reads and changes reject when the browser keeps nothing. */
export interface PlanStore {
  add(plan: BatchPlan): Promise<void>;
  read(id: string): Promise<BatchPlan | null>;
  /** Newest first. */
  list(): Promise<BatchPlan[]>;
  /**
   * Reads, changes and writes in one step, so that two tabs never overwrite each other; resolves when it is on disk. `change`
   * hands back the very plan it got to leave it as it is.
   */
  change(id: string, change: (plan: BatchPlan) => BatchPlan): Promise<BatchPlan | null>;
  /** Removes an account's plans and answers their IDs. */
  forget(account: string): Promise<string[]>;
  /** Told after every change, of any tab, with the plan's ID. Returns the undo. */
  onChange(listener: (id: string) => void): () => void;
}

/** Of an account, finished ones beyond these go, oldest first. */
const MOST_KEPT = 50;

/**
 * Keeps plans in IndexedDB. A plan holds what a later batch needs: instances, rules and the ClientToken of every batch, each
 * written before its request leaves, so that a reload, a crash or another tab can only repeat a request, never make a second
 * one. What may be secret, the values of parameters and unsaved scripts, is not in it: see secret-part.
 */
export function createPlanStore(name: string = PLANS.database): PlanStore {
  let opening: Promise<IDBPDatabase<PlanSchema>> | undefined;
  const listeners = new Set<(id: string) => void>();
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
  const tellHere = (id: string) => {
    for (const listener of listeners) listener(id);
  };
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') tellHere(data);
  });
  const tell = ({ account, id }: BatchPlan, isOpen: boolean) => {
    tellUnfinished(account, id, isOpen);
    tellHere(id);
    channel?.postMessage(id);
  };
  const open = () => {
    opening ??= openDB<PlanSchema>(name, 1, {
      upgrade: (db) => void db.createObjectStore('plans', { keyPath: 'id' }),
    });
    opening.catch(() => {
      opening = undefined;
    });
    return opening;
  };
  const list = async () =>
    (await (await open()).getAll('plans')).toSorted((a, b) => b.createdAt - a.createdAt);

  return {
    async add(plan) {
      const db = await open();
      const others = (await list()).filter(({ account }) => account === plan.account);
      const old = others.slice(MOST_KEPT - 1).filter((kept) => !isUnfinished(kept));
      const transaction = db.transaction('plans', 'readwrite', { durability: 'strict' });
      await Promise.all([
        transaction.store.put(plan),
        ...old.map(({ id }) => transaction.store.delete(id)),
        transaction.done,
      ]);
      tell(plan, isUnfinished(plan));
    },
    async read(id) {
      return (await (await open()).get('plans', id)) ?? null;
    },
    list,
    async change(id, change) {
      const transaction = (await open()).transaction('plans', 'readwrite', { durability: 'strict' });
      const plan = await transaction.store.get(id);
      const next = plan && change(plan);
      if (next && next !== plan) await transaction.store.put(next);
      await transaction.done;
      if (next && next !== plan) tell(next, isUnfinished(next));
      return next ?? null;
    },
    async forget(account) {
      const transaction = (await open()).transaction('plans', 'readwrite', { durability: 'strict' });
      const plans = (await transaction.store.getAll()).filter((plan) => plan.account === account);
      await Promise.all([...plans.map(({ id }) => transaction.store.delete(id)), transaction.done]);
      for (const plan of plans) tell(plan, false);
      return plans.map(({ id }) => id);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The plans of this browser. */
export const planStore = createPlanStore();
