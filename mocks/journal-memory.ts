import type { Act } from './acts';
import type { Journal, JournalMeta } from './journal';
import { packExport, unpackExport } from './journal-export';
import { createLocalLocks } from './locks';

/** A journal that ends with its process: for Node. Emulators that share the object share the account. */
export function createMemoryJournal(making: Omit<JournalMeta, 'epoch'>): Journal {
  let meta: JournalMeta = { ...making, epoch: crypto.randomUUID() };
  let acts: Act[] = [];
  let blobs = new Map<string, Uint8Array>();

  return {
    read: async (since) => ({
      meta,
      entries: acts.slice(since).map((act, index) => ({ seq: since + index + 1, act: structuredClone(act) })),
    }),
    async append(more, moreBlobs = {}) {
      for (const [key, bytes] of Object.entries(moreBlobs)) blobs.set(key, bytes.slice());
      acts.push(...structuredClone(more as Act[]));
    },
    blob: async (key) => blobs.get(key)?.slice(),
    async reset(change = {}) {
      meta = { ...meta, ...change, epoch: crypto.randomUUID() };
      acts = [];
      blobs = new Map();
    },
    async remake(change) {
      meta = { ...meta, ...change, epoch: crypto.randomUUID() };
    },
    exportAll: async () => packExport(meta, structuredClone(acts), blobs),
    async importAll(data) {
      const unpacked = unpackExport(data);
      meta = { ...unpacked.meta, epoch: crypto.randomUUID() };
      acts = structuredClone(unpacked.acts);
      blobs = unpacked.blobs;
    },
    locks: createLocalLocks(`memory/${crypto.randomUUID()}`),
    close: () => undefined,
  };
}
