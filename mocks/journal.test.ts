import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import type { Act } from './acts';
import { JournalUnusable } from './journal';
import type { Journal, JournalMeta } from './journal';
import { destroyIdbJournal, openIdbJournal } from './journal-idb';
import { createMemoryJournal } from './journal-memory';

const MAKING: Omit<JournalMeta, 'epoch'> = { bornAt: 1000, seed: 7, fleetSize: 60, profile: 'manual' };
const deleted = (commandId: string): Act => ({ kind: 'CommandDeleted', at: 1, commandId });

let count = 0;
const opened: Journal[] = [];
const freshName = () => `journal-test-${(count += 1)}`;
async function openIdb(name: string = freshName()): Promise<Journal> {
  const journal = await openIdbJournal(() => MAKING, name);
  opened.push(journal);
  return journal;
}
afterEach(() => {
  for (const journal of opened.splice(0)) journal.close();
});

/** Why opening or reading was refused. */
async function reasonOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    return error instanceof JournalUnusable ? error.reason : String(error);
  }
  return 'usable';
}

describe.each([
  ['memory', async () => createMemoryJournal(MAKING)],
  ['IndexedDB', () => openIdb()],
])('a journal in %s', (_kind, open) => {
  it('K1: gives back acts in order, and only those after the one asked for', async () => {
    const journal = await open();
    await journal.append([deleted('a'), deleted('b')]);
    await journal.append([deleted('c')]);
    const { meta, entries } = await journal.read(0);
    expect(meta).toMatchObject(MAKING);
    expect(entries.map(({ act }) => act)).toEqual([deleted('a'), deleted('b'), deleted('c')]);
    expect((await journal.read(entries[1]?.seq ?? 0)).entries.map(({ act }) => act)).toEqual([deleted('c')]);
  });

  it('K1: keeps blobs written with acts', async () => {
    const journal = await open();
    await journal.append([deleted('a')], { 'output/1': new Uint8Array([0, 255]) });
    expect(await journal.blob('output/1')).toEqual(new Uint8Array([0, 255]));
    expect(await journal.blob('output/2')).toBeUndefined();
  });

  it('K1: a reset forgets everything and starts a new epoch', async () => {
    const journal = await open();
    await journal.append([deleted('a')], { x: new Uint8Array([1]) });
    const before = (await journal.read(0)).meta;
    await journal.reset({ bornAt: 5000 });
    const { meta, entries } = await journal.read(0);
    expect(entries).toEqual([]);
    expect(await journal.blob('x')).toBeUndefined();
    expect(meta).toEqual({ ...before, bornAt: 5000, epoch: expect.any(String) });
    expect(meta.epoch).not.toBe(before.epoch);
  });

  it('K1: another fleet size keeps what users did', async () => {
    const journal = await open();
    await journal.append([deleted('a')]);
    await journal.remake({ fleetSize: 1000 });
    const { meta, entries } = await journal.read(0);
    expect([meta.fleetSize, entries.length]).toEqual([1000, 1]);
  });

  it('K1: an export brings everything back in another journal', async () => {
    const journal = await open();
    await journal.append([deleted('a')], { x: new Uint8Array([1, 2]) });
    const file = JSON.parse(JSON.stringify(await journal.exportAll())) as unknown;
    const other = await open();
    await other.importAll(file);
    expect((await other.read(0)).entries.map(({ act }) => act)).toEqual([deleted('a')]);
    expect(await other.blob('x')).toEqual(new Uint8Array([1, 2]));
  });

  it.each<[string, (file: Record<string, unknown>) => unknown, string]>([
    ['something else', () => ({ hello: 1 }), 'badImport'],
    ['nothing', () => null, 'badImport'],
    ['a newer version', (file) => ({ ...file, schemaVersion: 99 }), 'newerVersion'],
    ['a broken act', (file) => ({ ...file, acts: [{ kind: 'CommandDeleted' }] }), 'badImport'],
    ['an unknown act', (file) => ({ ...file, acts: [{ kind: 'constructor', at: 1 }] }), 'badImport'],
    ['a broken output', (file) => ({ ...file, blobs: { x: '***' } }), 'badImport'],
  ])('K1: refuses an import of %s and changes nothing', async (_what, change, reason) => {
    const journal = await open();
    await journal.append([deleted('a')]);
    const file = { ...(await journal.exportAll()) } as Record<string, unknown>;
    expect(await reasonOf(journal.importAll(change(file)))).toBe(reason);
    expect((await journal.read(0)).entries).toHaveLength(1);
  });

  it('K1: only one holder of a lock at a time; writes wait for each other', async () => {
    const { locks } = await open();
    const gate = new EventTarget();
    const first = locks.tryHold(
      'agent/1',
      () => new Promise((resolve) => gate.addEventListener('open', () => resolve())),
    );
    await Promise.resolve();
    expect(await locks.tryHold('agent/1', async () => undefined)).toBe(false);
    expect(await locks.tryHold('agent/2', async () => undefined)).toBe(true);
    gate.dispatchEvent(new Event('open'));
    expect(await first).toBe(true);
    const order: string[] = [];
    await Promise.all([
      locks.withWrite(async () => {
        await Promise.resolve();
        order.push('first');
      }),
      locks.withWrite(async () => void order.push('second')),
    ]);
    expect(order).toEqual(['first', 'second']);
  });
});

describe('the stored account', () => {
  it('K1: survives closing, and two tabs see each other', async () => {
    const name = freshName();
    const first = await openIdb(name);
    const second = await openIdb(name);
    await first.append([deleted('a')]);
    await second.append([deleted('b')]);
    expect((await first.read(0)).entries.map(({ act }) => act)).toEqual([deleted('a'), deleted('b')]);
    expect((await first.read(0)).meta.epoch).toBe((await second.read(0)).meta.epoch);
    first.close();
    second.close();
    expect((await (await openIdb(name)).read(0)).entries).toHaveLength(2);
  });

  it('K1: a tab goes on after another one reset everything', async () => {
    const name = freshName();
    const [first, second] = [await openIdb(name), await openIdb(name)];
    await first.append([deleted('a')]);
    await second.reset();
    await first.append([deleted('b')]);
    expect((await second.read(0)).entries.map(({ act }) => act)).toEqual([deleted('b')]);
  });

  it('K1: a database of a newer version is refused, and can be thrown away', async () => {
    const name = freshName();
    (await openDB(name, 99)).close();
    expect(await reasonOf(openIdbJournal(() => MAKING, name))).toBe('newerVersion');
    await destroyIdbJournal(name);
    expect((await (await openIdb(name)).read(0)).entries).toEqual([]);
  });

  it('K1: a database without its parts is refused as damaged', async () => {
    const name = freshName();
    (await openDB(name, 1, { upgrade: (db) => void db.createObjectStore('something') })).close();
    expect(await reasonOf(openIdbJournal(() => MAKING, name))).toBe('damaged');
  });

  it.each<[string, string, unknown, string?]>([
    ['an account that is no account', 'meta', { epoch: 5 }, 'meta'],
    ['an act of no known kind', 'acts', { kind: 'Nonsense', at: 1 }],
    ['an act without a time', 'acts', { kind: 'CommandDeleted', commandId: 'a' }],
  ])('K1: %s is refused as damaged', async (_what, store, value, key) => {
    const name = freshName();
    (await openIdb(name)).close();
    const db = await openDB(name);
    await db.put(store, value, key);
    db.close();
    const reading = openIdb(name).then((journal) => journal.read(0));
    expect(await reasonOf(reading)).toBe('damaged');
  });
});
