import { useSyncExternalStore } from 'react';

const PREFIX = 'batched-run:';
const CHANGED = 'batched-runs';

/** Marks a plan as one that is not at its end. A mark by itself, so that two tabs do not overwrite each other's. */
export function tellUnfinished(id: string, isUnfinished: boolean): void {
  try {
    if (isUnfinished === (localStorage.getItem(PREFIX + id) !== null)) return;
    if (isUnfinished) localStorage.setItem(PREFIX + id, '1');
    else localStorage.removeItem(PREFIX + id);
  } catch {
    // Without it a run goes on as long as its page stands.
  }
  window.dispatchEvent(new Event(CHANGED));
}

function hasUnfinished(): boolean {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(PREFIX));
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

/** Whether a batched run of this browser is not at its end: cheap enough to ask on every page. */
export function useHasUnfinishedRuns(): boolean {
  return useSyncExternalStore(subscribe, hasUnfinished);
}
