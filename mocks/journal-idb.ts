import { deleteDB, openDB } from 'idb';
import type { DBSchema, IDBPDatabase, IDBPObjectStore } from 'idb';
import type { Act } from './acts';
import { JournalUnusable } from './journal';
import type { Journal, JournalMeta } from './journal';
import { isAct, isMeta, packExport, SCHEMA_VERSION, unpackExport } from './journal-export';
import { createLocks } from './locks';

export const DEMO_DATABASE = 'ecs-operations-console-demo';

interface DemoSchema extends DBSchema {
  acts: { key: number; value: Act };
  blobs: { key: string; value: Uint8Array };
  meta: { key: 'meta'; value: JournalMeta };
}
type Database = IDBPDatabase<DemoSchema>;
const STORES = ['acts', 'blobs', 'meta'] as const;

/**
 * The account kept in IndexedDB, made with `making` on the first visit. Every tab opens its own; the database is the
 * only thing they share. Throws JournalUnusable when it is damaged, newer than this console or not offered.
 */
export async function openIdbJournal(
  making: () => Omit<JournalMeta, 'epoch'>,
  name: string = DEMO_DATABASE,
): Promise<Journal> {
  let connection: Promise<Database> | null = null;

  function database(): Promise<Database> {
    connection ??= open(name, () => {
      connection = null;
    });
    connection.catch(() => {
      connection = null;
    });
    return connection;
  }

  async function replaceAll(meta: JournalMeta, acts: readonly Act[], blobs: ReadonlyMap<string, Uint8Array>) {
    const tx = (await database()).transaction(STORES, 'readwrite');
    await Promise.all([
      ...STORES.map((store) => tx.objectStore(store).clear()),
      tx.objectStore('meta').put(meta, 'meta'),
      ...acts.map((act) => tx.objectStore('acts').add(act)),
      ...[...blobs].map(([key, bytes]) => tx.objectStore('blobs').put(bytes, key)),
      tx.done,
    ]);
  }

  async function readMeta(): Promise<JournalMeta> {
    return checkedMeta(await (await database()).get('meta', 'meta'));
  }

  let shared: Promise<IDBPObjectStore<DemoSchema, ['blobs'], 'blobs'>> | null = null;

  /** A page of outputs asks for fifty at once: what is asked for in one turn is read in one transaction. */
  async function blob(key: string): Promise<Uint8Array | undefined> {
    shared ??= database()
      .then((db) => db.transaction('blobs').store)
      .finally(() => (shared = null));
    return (await shared).get(key);
  }

  await makeOnce(await database(), making);

  return {
    async read(since) {
      const tx = (await database()).transaction(['acts', 'meta']);
      const range = IDBKeyRange.lowerBound(since, true);
      const [meta, keys, acts] = await Promise.all([
        tx.objectStore('meta').get('meta'),
        tx.objectStore('acts').getAllKeys(range),
        tx.objectStore('acts').getAll(range),
      ]);
      if (!acts.every(isAct)) throw damaged('an act cannot be read');
      return {
        meta: checkedMeta(meta),
        entries: acts.map((act, index) => ({ seq: keys[index] as number, act })),
      };
    },
    async append(acts, blobs = {}) {
      const tx = (await database()).transaction(['acts', 'blobs'], 'readwrite');
      await Promise.all([
        ...acts.map((act) => tx.objectStore('acts').add(act)),
        ...Object.entries(blobs).map(([key, bytes]) => tx.objectStore('blobs').put(bytes, key)),
        tx.done,
      ]);
    },
    blob,
    async reset(change = {}) {
      await replaceAll({ ...(await readMeta()), ...change, epoch: crypto.randomUUID() }, [], new Map());
    },
    async remake(change) {
      const tx = (await database()).transaction('meta', 'readwrite');
      const meta = checkedMeta(await tx.store.get('meta'));
      await tx.store.put({ ...meta, ...change, epoch: crypto.randomUUID() }, 'meta');
      await tx.done;
    },
    async exportAll() {
      const tx = (await database()).transaction(STORES);
      const [meta, acts, keys, blobs] = await Promise.all([
        tx.objectStore('meta').get('meta'),
        tx.objectStore('acts').getAll(),
        tx.objectStore('blobs').getAllKeys(),
        tx.objectStore('blobs').getAll(),
      ]);
      return packExport(
        checkedMeta(meta),
        acts,
        new Map(keys.map((key, index) => [key, blobs[index] as Uint8Array])),
      );
    },
    async importAll(data) {
      const { meta, acts, blobs } = unpackExport(data);
      await replaceAll({ ...meta, epoch: crypto.randomUUID() }, acts, blobs);
    },
    locks: createLocks(name),
    close() {
      void connection?.then((db) => db.close()).catch(() => undefined);
      connection = null;
    },
  };
}

/** Removes the stored account altogether, whatever state it is in: the way out of JournalUnusable. */
export async function destroyIdbJournal(name: string = DEMO_DATABASE): Promise<void> {
  await deleteDB(name);
}

async function open(name: string, onClosed: () => void): Promise<Database> {
  try {
    const db: Database = await openDB<DemoSchema>(name, SCHEMA_VERSION, {
      upgrade(upgraded) {
        upgraded.createObjectStore('acts', { autoIncrement: true });
        upgraded.createObjectStore('blobs');
        upgraded.createObjectStore('meta');
      },
      // Another tab wants to delete or upgrade the database: let go, and open again at the next request.
      blocking() {
        db.close();
        onClosed();
      },
      terminated: onClosed,
    });
    if (STORES.every((store) => db.objectStoreNames.contains(store))) return db;
    db.close();
    throw damaged('a part of it is missing');
  } catch (error) {
    if (error instanceof JournalUnusable) throw error;
    if (error instanceof DOMException && error.name === 'VersionError') {
      throw new JournalUnusable(
        'newerVersion',
        "The demo's data was written by a newer version of the console.",
        error,
      );
    }
    if (
      globalThis.indexedDB === undefined ||
      (error instanceof DOMException && error.name === 'SecurityError')
    ) {
      throw new JournalUnusable(
        'unavailable',
        'This browser does not let the page keep data (IndexedDB).',
        error,
      );
    }
    throw damaged('it cannot be opened', error);
  }
}

async function makeOnce(db: Database, making: () => Omit<JournalMeta, 'epoch'>): Promise<void> {
  const tx = db.transaction(['meta', 'acts'], 'readwrite');
  const [meta, count] = await Promise.all([
    tx.objectStore('meta').get('meta'),
    tx.objectStore('acts').count(),
  ]);
  if (meta === undefined && count === 0) {
    await tx.objectStore('meta').put({ ...making(), epoch: crypto.randomUUID() }, 'meta');
  } else checkedMeta(meta);
  await tx.done;
}

function checkedMeta(meta: unknown): JournalMeta {
  if (!isMeta(meta)) throw damaged('the account cannot be read');
  return meta;
}

function damaged(what: string, cause?: unknown): JournalUnusable {
  return new JournalUnusable('damaged', `The demo's data is damaged: ${what}.`, cause);
}
