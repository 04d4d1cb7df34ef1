import { forgetPlans, PLANS } from '@/features/batches';

/** How the console looks says nothing of an account, and plans of runs tell by themselves whose they are. */
const isKept = (key: string) => key === 'preferences' || key.startsWith(PLANS.mark);
/** The demo's account, which is nobody's: the emulator keeps it under this name, and the settings reset it. */
const DEMO_DATABASE = 'ecs-operations-console-demo';
const OWNER = 'connection-owner';

/**
 * Removes everything of the account that this browser keeps: keys, drafts, notes and its plans of runs, cached answers. The
 * cache of answers in memory goes with the page, which has to be loaded anew afterwards.
 */
export async function wipeAccount(): Promise<void> {
  const owner = sessionStorage.getItem(OWNER) ?? localStorage.getItem(OWNER);
  sessionStorage.clear();
  // Rather too much goes than too little.
  if (owner !== null) await forgetPlans(owner).catch(() => void indexedDB.deleteDatabase(PLANS.database));
  await wipeShared();
}

/**
 * Makes room for an account: what was kept for another one, or for the demo, must neither be shown nor sent to it. What
 * was kept for the same account stays, and so do the plans of the others, which are neither shown nor sent here.
 * @param owner as account-key names the account
 */
export async function takeOver(owner: string): Promise<void> {
  if (localStorage.getItem(OWNER) !== owner) await wipeShared();
  if (sessionStorage.getItem(OWNER) !== owner) sessionStorage.clear();
  localStorage.setItem(OWNER, owner);
  sessionStorage.setItem(OWNER, owner);
}

/** What the tabs of this browser have in common. */
async function wipeShared(): Promise<void> {
  for (const key of Object.keys(localStorage)) if (!isKept(key)) localStorage.removeItem(key);
  const caches = globalThis.caches as CacheStorage | undefined;
  const cached = (await caches?.keys()) ?? [];
  await Promise.all(cached.map((name) => caches?.delete(name)));
  const databases = (await globalThis.indexedDB?.databases()) ?? [];
  for (const { name } of databases) {
    // Not waited for: another tab that has it open lets go of it when it can.
    if (name !== undefined && name !== DEMO_DATABASE && name !== PLANS.database)
      indexedDB.deleteDatabase(name);
  }
}
