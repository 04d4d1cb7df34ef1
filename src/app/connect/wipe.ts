import { sha256Hex } from '@/api/signature';

/** What says nothing of an account: how the console looks. */
const KEPT = ['preferences'];
/** The demo's account, which is nobody's: the emulator keeps it under this name, and the settings reset it. */
const DEMO_DATABASE = 'ecs-operations-console-demo';
const OWNER = 'connection-owner';

/**
 * Removes everything of an account that this browser keeps: keys, drafts, notes and plans of runs, cached answers. The
 * cache of answers in memory goes with the page, which has to be loaded anew afterwards.
 */
export async function wipeAccount(): Promise<void> {
  sessionStorage.clear();
  await wipeShared();
}

/**
 * Makes room for an account: what was kept for another one, or for the demo, must neither be shown nor sent to it. What
 * was kept for the same account stays.
 * @param account its key's ID, kept as a hash only
 */
export async function takeOver(account: string): Promise<void> {
  const owner = (await sha256Hex(account)).slice(0, 16);
  if (localStorage.getItem(OWNER) !== owner) await wipeShared();
  if (sessionStorage.getItem(OWNER) !== owner) sessionStorage.clear();
  localStorage.setItem(OWNER, owner);
  sessionStorage.setItem(OWNER, owner);
}

/** What the tabs of this browser have in common. */
async function wipeShared(): Promise<void> {
  for (const key of Object.keys(localStorage)) if (!KEPT.includes(key)) localStorage.removeItem(key);
  const caches = globalThis.caches as CacheStorage | undefined;
  const cached = (await caches?.keys()) ?? [];
  await Promise.all(cached.map((name) => caches?.delete(name)));
  const databases = (await globalThis.indexedDB?.databases()) ?? [];
  for (const { name } of databases) {
    // Not waited for: another tab that has it open lets go of it when it can.
    if (name !== undefined && name !== DEMO_DATABASE) indexedDB.deleteDatabase(name);
  }
}
