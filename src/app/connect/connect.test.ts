import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { accountKeyOf } from '@/api/account-key';
import type { CallEntry } from '@/api/rpc';
import { PLANS } from '@/features/batches';
import { keepBatchedRun } from '../../../test/support/batched-run';
import { chosenBackEnd, onSignedOutElsewhere, rememberBackEnd } from './choice';
import { watchIdle } from './idle-lock';
import { EMPTY_KEY, sessionOf, type KeyEntry } from './key-entry';
import { createRegionEndpoints } from './region-endpoints';
import { endSession, keepSession, keptSession, takeEndReason, type KeySession } from './session';
import { takeOver, wipeAccount } from './wipe';

const SESSION: KeySession = {
  credentials: { accessKeyId: 'LTAI-id', accessKeySecret: 'secret', securityToken: 'token' },
  endpoint: null,
  idleMinutes: 30,
};
const MINUTE = 60_000;

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  document.head.replaceChildren();
  globalThis.indexedDB = new IDBFactory();
});
afterEach(() => vi.useRealTimers());

function served(name: string, content: string): void {
  const meta = document.createElement('meta');
  Object.assign(meta, { name, content });
  document.head.append(meta);
}

describe('the choice of a back end', () => {
  it('K1: is the demo until somebody connects, and again after signing out', () => {
    expect(chosenBackEnd()).toBe('demo');
    rememberBackEnd('keys');
    expect(chosenBackEnd()).toBe('keys');
    rememberBackEnd(null);
    expect(chosenBackEnd()).toBe('demo');
    localStorage.setItem('connection', 'something else');
    expect(chosenBackEnd()).toBe('demo');
  });

  it('K2: is the server’s where the server says it', () => {
    rememberBackEnd('keys');
    served('console-back-end', 'gateway');
    expect(chosenBackEnd()).toBe('gateway');
  });

  it('K2: another tab that signs out takes this one with it', () => {
    const left = vi.fn<() => void>();
    const stop = onSignedOutElsewhere(left);
    window.dispatchEvent(new StorageEvent('storage', { key: 'preferences', newValue: null }));
    window.dispatchEvent(new StorageEvent('storage', { key: 'connection', newValue: 'keys' }));
    expect(left).not.toHaveBeenCalled();
    window.dispatchEvent(new StorageEvent('storage', { key: 'connection', newValue: null }));
    expect(left).toHaveBeenCalledOnce();
    stop();
  });
});

describe('a kept key', () => {
  it('K2: comes back after a reload, but not to a tab that was left for too long', () => {
    vi.useFakeTimers();
    keepSession(SESSION);
    vi.advanceTimersByTime(29 * MINUTE);
    expect(keptSession()).toEqual(SESSION);
    vi.advanceTimersByTime(2 * MINUTE);
    expect(keptSession()).toBeNull();
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('secret');
    expect(takeEndReason()).toBe('idle');
    expect(takeEndReason()).toBeNull();
  });

  it('K2: is gone when the session ends, and a damaged one is none', () => {
    keepSession(SESSION);
    endSession('locked');
    expect(keptSession()).toBeNull();
    for (const damaged of ['{', '{}', '[]', '{"credentials":{"accessKeyId":1}}']) {
      sessionStorage.setItem('connection-keys', damaged);
      expect(keptSession()).toBeNull();
    }
  });
});

describe('the idle lock', () => {
  it('K2: locks once after the time without a sign of life', () => {
    vi.useFakeTimers();
    const lock = vi.fn<() => void>();
    const noted = vi.fn<() => void>();
    watchIdle(15, lock, noted);
    vi.advanceTimersByTime(14 * MINUTE);
    document.dispatchEvent(new Event('keydown'));
    vi.advanceTimersByTime(14 * MINUTE);
    expect([lock.mock.calls.length, noted.mock.calls.length]).toEqual([0, 1]);
    vi.advanceTimersByTime(60 * MINUTE);
    expect(lock).toHaveBeenCalledOnce();
  });

  it('K2: locks at once when the computer wakes after the time', () => {
    vi.useFakeTimers();
    const lock = vi.fn<() => void>();
    watchIdle(15, lock, () => undefined);
    vi.setSystemTime(Date.now() + 16 * MINUTE);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(lock).toHaveBeenCalledOnce();
  });
});

describe('what an account leaves behind', () => {
  const keep = () => {
    localStorage.setItem('preferences', '{}');
    localStorage.setItem('asked-of-instances', 'i-1');
    sessionStorage.setItem('run-draft:cn-hangzhou:c-1', 'i-1');
  };
  const makeDatabase = (name: string) =>
    new Promise((resolve) => {
      const opening = indexedDB.open(name);
      opening.addEventListener('success', () => resolve(opening.result.close()));
    });
  const databases = async () => (await indexedDB.databases()).map(({ name }) => name);
  const plan = (account: string) =>
    keepBatchedRun({ account, instanceIds: ['i-1'], secrets: { Parameters: { word: 'secret' } } });
  const marks = () => Object.keys(localStorage).filter((key) => key.startsWith(PLANS.mark));

  it('K2: signing out removes everything but how the console looks, the demo, and what others planned', async () => {
    await takeOver('a');
    keep();
    await makeDatabase('notes-of-an-account');
    await makeDatabase('ecs-operations-console-demo');
    await plan('a');
    const others = await Promise.all(['b', 'demo'].map(plan));
    expect(marks()).toHaveLength(3);
    await wipeAccount();
    expect(Object.keys(localStorage).toSorted()).toEqual([...marks(), 'preferences'].toSorted());
    expect(
      marks()
        .map((key) => key.split(':').at(-1))
        .toSorted(),
    ).toEqual(others.toSorted());
    expect(sessionStorage).toHaveLength(0);
    await expect
      .poll(async () => (await databases()).toSorted())
      .toEqual(['ecs-operations-console-demo', PLANS.database]);
  });

  it('K2: another account takes nothing over, and leaves the plans of the one before for its return', async () => {
    await takeOver('a');
    await plan('a');
    const [mark] = marks().slice(-1);
    await takeOver('b');
    expect(marks()).toContain(mark);
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('secret');
  });

  it('K2: accounts are told apart by a digest of the key and of where its calls go', async () => {
    const [key, endpoint] = ['LTAI5tSomeKeyOfTheCloud', 'http://127.0.0.1:4010'];
    const names = [
      await accountKeyOf(key, null),
      await accountKeyOf(key, endpoint),
      await accountKeyOf(`${key}2`, null),
    ];
    expect(new Set(names).size).toBe(3);
    for (const name of names) expect(name).toMatch(/^[0-9a-f]{16}$/);
    expect(await accountKeyOf(key, null)).toBe(names[0]);
  });

  it('K2: the same account finds its drafts after a lock; another one, or the first after the demo, finds none', async () => {
    keep();
    const [first, second] = [await accountKeyOf('LTAI-a', null), await accountKeyOf('LTAI-b', null)];
    await takeOver(first);
    expect(localStorage.getItem('asked-of-instances')).toBeNull();
    expect(sessionStorage.getItem('run-draft:cn-hangzhou:c-1')).toBeNull();
    keep();
    await takeOver(first);
    expect(sessionStorage.getItem('run-draft:cn-hangzhou:c-1')).toBe('i-1');
    expect(localStorage.getItem('asked-of-instances')).toBe('i-1');
    await takeOver(second);
    expect(Object.keys(localStorage).sort()).toEqual(['connection-owner', 'preferences']);
    expect(JSON.stringify([{ ...localStorage }, { ...sessionStorage }])).not.toContain('LTAI');
  });
});

describe('the form for a key', () => {
  const entry = (change: Partial<KeyEntry>): KeyEntry => ({
    ...EMPTY_KEY,
    accessKeyId: ' id ',
    accessKeySecret: 'secret\n',
    ...change,
  });

  it('K2: drops blanks around what was pasted', () => {
    expect(sessionOf(entry({ endpoint: ' http://127.0.0.1:4010/ ' }), 'http:').session).toEqual({
      credentials: { accessKeyId: 'id', accessKeySecret: 'secret' },
      endpoint: 'http://127.0.0.1:4010',
      idleMinutes: 30,
    });
    expect(sessionOf(entry({ securityToken: 'token' }), 'https:').session?.credentials).toMatchObject({
      securityToken: 'token',
    });
  });

  it.each<[Partial<KeyEntry>, string, object]>([
    [{ accessKeyId: '' }, 'http:', { accessKeyId: 'missing' }],
    [{ accessKeySecret: '  ' }, 'http:', { accessKeySecret: 'missing' }],
    [{ accessKeyId: 'a b' }, 'http:', { accessKeyId: 'blanks' }],
    [{ endpoint: '127.0.0.1:4010' }, 'http:', { endpoint: 'endpointBad' }],
    [{ endpoint: 'ftp://host' }, 'http:', { endpoint: 'endpointBad' }],
    [{ endpoint: 'http://user@host' }, 'http:', { endpoint: 'endpointBad' }],
    [{ endpoint: 'http://host?x=1' }, 'http:', { endpoint: 'endpointBad' }],
    [{ endpoint: 'http://ecs.example' }, 'https:', { endpoint: 'endpointMixed' }],
  ])('K2: %o on %s is not accepted', (change, protocol, problems) => {
    expect(sessionOf(entry(change), protocol)).toEqual({ session: null, problems });
  });

  it('K2: a secure page may call this very machine', () => {
    expect(sessionOf(entry({ endpoint: 'http://localhost:4010' }), 'https:').problems).toEqual({});
  });
});

describe('the addresses of regions', () => {
  const told = (regions: unknown, action = 'DescribeRegions') =>
    ({ product: 'ecs', action, response: { Regions: { Region: regions } } }) as CallEntry;

  it('K2: are those the cloud tells, and only its own', () => {
    const { endpoint, learn } = createRegionEndpoints();
    expect(endpoint('ecs', 'cn-beijing')).toBe('https://ecs.cn-beijing.aliyuncs.com');
    learn(
      told([
        { RegionId: 'cn-beijing', RegionEndpoint: 'ecs.aliyuncs.com' },
        { RegionId: 'cn-shanghai', RegionEndpoint: 'evil.example' },
        { RegionId: 'cn-shenzhen', RegionEndpoint: 'metrics.cn-shenzhen.aliyuncs.com' },
        { RegionId: 7, RegionEndpoint: null },
        null,
      ]),
    );
    learn(told('none'));
    learn(told([{ RegionId: 'cn-hongkong', RegionEndpoint: 'ecs.aliyuncs.com' }], 'DescribeZones'));
    expect(endpoint('ecs', 'cn-beijing')).toBe('https://ecs.aliyuncs.com');
    expect(endpoint('cms', 'cn-beijing')).toBe('https://metrics.cn-beijing.aliyuncs.com');
    for (const region of ['cn-shanghai', 'cn-shenzhen', 'cn-hongkong'])
      expect(endpoint('ecs', region)).toBe(`https://ecs.${region}.aliyuncs.com`);
  });
});
