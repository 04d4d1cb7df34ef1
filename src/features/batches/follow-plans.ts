import type { QueryClient } from '@tanstack/react-query';
import type { Api } from '@/api/api';
import { serverNow } from '@/api/server-clock';
import { drivePlan } from './driver';
import { stepOf } from './plan';
import { lockPlan, type PlanLock } from './plan-lock';
import type { PlanStore } from './plan-store';
import { canSend } from './secret-part';

export interface FollowOptions {
  api: Api;
  cache: QueryClient;
  store: PlanStore;
  /** Only plans of this account are driven. */
  account: string;
  lock?: PlanLock;
  now?: () => number;
  /** Calls back after a time; gives the undo. */
  later?: (wake: () => void, ms: number) => () => void;
}

const byTimer: NonNullable<FollowOptions['later']> = (wake, ms) => {
  const timer = setTimeout(wake, ms);
  return () => clearTimeout(timer);
};

/**
 * Drives every plan of the account that has something to do, now and whenever one changes. All tabs do so; the plan's lock lets
 * one of them act and the others stand in line. Returns the end.
 */
export function followPlans({
  api,
  cache,
  store,
  account,
  lock = lockPlan,
  now = serverNow,
  later = byTimer,
}: FollowOptions): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  const driven = new Set<string>();
  const changed = new Set<string>();
  const wakers = new Map<string, () => void>();

  const seen = (planId: string) => changed.delete(planId);
  const wait = (planId: string, ms: number) =>
    new Promise<void>((resolve) => {
      if (changed.has(planId) || signal.aborted) {
        resolve();
        return;
      }
      const wake = () => {
        undo();
        wakers.delete(planId);
        resolve();
      };
      const undo = later(wake, ms);
      wakers.set(planId, wake);
    });

  const drive = async (planId: string) => {
    if (driven.has(planId) || signal.aborted) return;
    driven.add(planId);
    try {
      const plan = await store.read(planId);
      if (!plan || plan.account !== account) return;
      const { kind } = stepOf(plan);
      // A tab without the values must not stand before the one that has them.
      if (kind === 'done' || kind === 'hold' || (kind === 'send' && !canSend(plan))) return;
      const parts = { api, cache, store, now, seen, wait, signal };
      changed.delete(planId);
      await lock(`batched-run/${planId}`, () => drivePlan(planId, parts), signal);
    } finally {
      driven.delete(planId);
    }
    // Somebody decided something in the moment between the last look and the release.
    if (changed.delete(planId)) await drive(planId);
  };
  const tryDrive = (planId: string) => {
    drive(planId).catch(() => {
      // Nothing can be read or kept here: another tab, or the next change, has to do.
    });
  };

  const undo = store.onChange((planId) => {
    changed.add(planId);
    wakers.get(planId)?.();
    tryDrive(planId);
  });
  const begin = async () => {
    for (const { id } of await store.list()) tryDrive(id);
  };
  begin().catch(() => {
    // As above.
  });
  return () => {
    undo();
    ending.abort();
    for (const wake of wakers.values()) wake();
  };
}
