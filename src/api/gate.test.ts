import { describe, expect, it } from 'vitest';
import { createGate } from './gate';

describe('gate', () => {
  it('G2: lets so many calls through at a time, in order, and every one in the end', async () => {
    const run = createGate(3);
    let now = 0;
    let most = 0;
    const begun: number[] = [];
    const tasks = Array.from({ length: 20 }, (_, index) =>
      run(async () => {
        begun.push(index);
        most = Math.max(most, ++now);
        await Promise.resolve();
        await Promise.resolve();
        now -= 1;
        return index;
      }),
    );
    expect(await Promise.all(tasks)).toEqual(Array.from({ length: 20 }, (_, index) => index));
    expect(most).toBe(3);
    expect(begun).toEqual(begun.toSorted((a, b) => a - b));
  });

  it('G2: a failure makes room for the next', async () => {
    const run = createGate(1);
    const failing = run(() => Promise.reject(new Error('refused')));
    const next = run(() => Promise.resolve('read'));
    await expect(failing).rejects.toThrow('refused');
    await expect(next).resolves.toBe('read');
  });

  it('G2: a call given up while it waits is never sent', async () => {
    const run = createGate(1);
    const leave = new AbortController();
    let open = () => undefined as void;
    const first = run(() => new Promise<void>((resolve) => (open = resolve)));
    let isSent = false;
    const second = run(async () => {
      isSent = true;
    }, leave.signal);
    leave.abort();
    open();
    await first;
    await expect(second).rejects.toMatchObject({ code: 'Aborted' });
    expect(isSent).toBe(false);
  });
});
