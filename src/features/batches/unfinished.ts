import { useSyncExternalStore } from 'react';
import { useAccountKey } from '@/api/AccountContext';
import { PLANS } from './plans-kept';

const CHANGED = 'batched-runs';

const prefixOf = (account: string) => `${PLANS.mark}${account}:`;

/** Marks a plan as one that is not at its end. A mark by itself, so that two tabs do not overwrite each other's. */
export function tellUnfinished(account: string, id: string, isUnfinished: boolean): void {
  const key = prefixOf(account) + id;
  try {
    if (isUnfinished === (localStorage.getItem(key) !== null)) return;
    if (isUnfinished) localStorage.setItem(key, '1');
    else localStorage.removeItem(key);
  } catch {
    // Without it a run goes on as long as its page stands.
  }
  window.dispatchEvent(new Event(CHANGED));
}

function hasUnfinished(account: string): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(prefixOf(account)));
  } catch {
    return false;
  }
}

function subscribe(listener: () => void): () => void {
  window.addEventListener(CHANGED, listener);
  window.addEventListener('storage', listener);
  return () => {
    window.removeEventListener(CHANGED, listener);
    window.removeEventListener('storage', listener);
  };
}

/** Whether a batched run of the account is not at its end in this browser: cheap enough to ask on every page. */
export function useHasUnfinishedRuns(): boolean {
  const account = useAccountKey();
  return useSyncExternalStore(subscribe, () => hasUnfinished(account));
}
