import { useSyncExternalStore } from 'react';
import { readJson } from '@/domain/json-text';
import { freshItems, type News, type NewsItem, NO_NEWS } from './news';
import { newsOf } from './kept-news';

/** One account's notifications, shared by the tabs of this browser. */
export interface NewsStore {
  get(): News;
  /**
   * Changes them in one step, so that two tabs never tell the same. `change` hands back the very state it got to leave it as it is.
   * @param onFresh told what came in new by this change, oldest first
   */
  change(change: (news: News) => News, onFresh?: (items: NewsItem[]) => void): Promise<void>;
  /** Told after every change, of any tab. Returns the undo. */
  subscribe(listener: () => void): () => void;
}

const PREFIX = 'notifications:';

/** Keeps them in local storage; where that is forbidden they last as long as the page. */
export function createNewsStore(account: string): NewsStore {
  const key = PREFIX + account;
  const listeners = new Set<() => void>();
  let news = read(key) ?? NO_NEWS;
  const show = (next: News) => {
    news = next;
    for (const listener of listeners) listener();
  };
  window.addEventListener('storage', (event) => {
    if (event.key === key || event.key === null) show(read(key) ?? NO_NEWS);
  });
  return {
    get: () => news,
    change: (change, onFresh) =>
      alone(key, () => {
        const before = read(key) ?? news;
        const after = change(before);
        if (after === before) return;
        write(key, after);
        show(after);
        const fresh = freshItems(before, after);
        if (fresh.length > 0) onFresh?.(fresh);
      }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const stores = new Map<string, NewsStore>();

export function newsStoreOf(account: string): NewsStore {
  const store = stores.get(account) ?? createNewsStore(account);
  stores.set(account, store);
  return store;
}

export function useNews(store: NewsStore): News {
  return useSyncExternalStore(store.subscribe, store.get);
}

/** Null: nothing is kept. */
function read(key: string): News | null {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : newsOf(readJson(text));
  } catch {
    return null;
  }
}

function write(key: string, news: News): void {
  try {
    localStorage.setItem(key, JSON.stringify(news));
  } catch {
    // It lasts as long as the page.
  }
}

/** Without other tabs in between, where the browser can tell them to wait. */
async function alone(name: string, task: () => void): Promise<void> {
  const locks = navigator.locks as LockManager | undefined;
  if (locks) await locks.request(name, task);
  else task();
}
