import { describe, expect, it } from 'vitest';
import { createPacing, type PacedCall } from './pacing';
import { createTokenBuckets } from './token-buckets';

const READ: PacedCall = { product: 'ecs', action: 'DescribeInvocations', kind: 'read', params: {} };
const read = (Name: string): PacedCall => ({ ...READ, params: { Name } });
const WRITE: PacedCall = { ...READ, kind: 'write' };

/** A clock that moves only when told; sleepers wake in the order of their time. */
function handClock() {
  let now = 1_000_000;
  const sleepers: { at: number; wake(): void }[] = [];
  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      if (ms <= 0) resolve();
      else sleepers.push({ at: now + ms, wake: resolve });
    });
  const settle = async () => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  return {
    now: () => now,
    sleep,
    async pass(ms: number) {
      const end = now + ms;
      for (;;) {
        await settle();
        const next = sleepers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        sleepers.splice(sleepers.indexOf(next), 1);
        now = Math.max(now, next.at);
        next.wake();
      }
      now = end;
      await settle();
    },
  };
}

function setUp() {
  const clock = handClock();
  const pacing = createTokenBuckets(clock);
  const sent: string[] = [];
  const ask = (name: string, call: PacedCall, signal?: AbortSignal) =>
    void pacing.turn(call, signal).then(() => sent.push(name));
  return { clock, pacing, sent, ask };
}

describe('pacing', () => {
  it('K4: is fetched with the first throttling, and paces the next call', async () => {
    const { clock, pacing, sent } = setUp();
    let fetched = 0;
    const lazy = createPacing(async () => {
      fetched++;
      return pacing;
    });
    let told = 0;
    lazy.subscribe(() => told++);
    await lazy.turn(READ);
    expect([fetched, lazy.slowed()]).toEqual([0, []]);
    lazy.throttled(READ);
    void lazy.turn(READ).then(() => sent.push('next'));
    await clock.pass(200);
    expect(sent).toEqual([]);
    await clock.pass(100);
    expect([fetched, told, lazy.slowed(), sent]).toEqual([1, 1, ['DescribeInvocations'], ['next']]);
  });

  it('K4: holds nothing back while nothing is throttled', async () => {
    const { clock, sent, ask } = setUp();
    for (let i = 0; i < 100; i++) ask(String(i), READ);
    await clock.pass(0);
    expect(sent).toHaveLength(100);
  });

  it('K4: after a throttling it sends four a second of that action, and others as before', async () => {
    const { clock, pacing, sent, ask } = setUp();
    pacing.throttled(READ);
    for (let i = 0; i < 8; i++) ask(String(i), READ);
    ask('other', { ...READ, action: 'DescribeCommands' });
    await clock.pass(0);
    expect(sent).toEqual(['other']);
    await clock.pass(1_000);
    expect(sent).toEqual(['other', '0', '1', '2', '3']);
    expect(pacing.slowed()).toEqual(['DescribeInvocations']);
  });

  it('K4: writes go first, then what is asked for the first time, then polls', async () => {
    const { clock, pacing, sent, ask } = setUp();
    await pacing.turn(read('seen'));
    pacing.throttled(READ);
    ask('poll', read('seen'));
    ask('read', read('new'));
    ask('write', WRITE);
    ask('poll 2', read('seen'));
    await clock.pass(5_000);
    expect(sent).toEqual(['write', 'read', 'poll', 'poll 2']);
  });

  it('K4: halves with every throttling, but counts those of one moment as one', async () => {
    const { clock, pacing, sent, ask } = setUp();
    pacing.throttled(READ);
    pacing.throttled(READ);
    await clock.pass(1_500);
    pacing.throttled(READ);
    for (let i = 0; i < 8; i++) ask(String(i), READ);
    await clock.pass(1_050);
    expect(sent).toHaveLength(2);
  });

  it('K4: recovers by itself and says so', async () => {
    const { clock, pacing, sent, ask } = setUp();
    let told = 0;
    pacing.subscribe(() => told++);
    pacing.throttled(READ);
    await clock.pass(29_000);
    expect(pacing.slowed()).toEqual(['DescribeInvocations']);
    await clock.pass(2_000);
    expect(pacing.slowed()).toEqual([]);
    expect(told).toBe(2);
    for (let i = 0; i < 50; i++) ask(String(i), READ);
    await clock.pass(0);
    expect(sent).toHaveLength(50);
  });

  it('K4: a call that is given up waits no longer and takes no place', async () => {
    const { clock, pacing, sent, ask } = setUp();
    pacing.throttled(READ);
    const controller = new AbortController();
    ask('given up', READ, controller.signal);
    ask('next', READ);
    controller.abort();
    await clock.pass(300);
    expect(sent).toEqual(['given up', 'next']);
  });
});
