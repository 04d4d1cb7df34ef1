import { describe, expect, it } from 'vitest';
import { deleteCommands } from './delete-commands';

class Refusal extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

describe('deleting several commands', () => {
  it('A7: goes on after a failure and says which remain and why', async () => {
    const refusal = new Refusal('Operation.Forbidden');
    const outcomes = await deleteCommands(['c-1', 'c-2', 'c-3'], (id) =>
      id === 'c-2' ? Promise.reject(refusal) : Promise.resolve(),
    );
    expect(Object.fromEntries(outcomes)).toEqual({
      'c-1': { kind: 'deleted' },
      'c-2': { kind: 'failed', error: refusal },
      'c-3': { kind: 'deleted' },
    });
  });

  it('A7: a command that another tab deleted is gone, not a failure', async () => {
    const outcomes = await deleteCommands(['c-1'], () =>
      Promise.reject(new Refusal('InvalidCmdId.NotFound')),
    );
    expect(outcomes.get('c-1')).toEqual({ kind: 'gone' });
  });

  it('A7: never has more than four calls under way, and reports each one done', async () => {
    const waiting: (() => void)[] = [];
    const progress: number[] = [];
    let most = 0;
    const finished = deleteCommands(
      Array.from({ length: 11 }, (_, index) => `c-${index}`),
      () =>
        new Promise<void>((resolve) => {
          waiting.push(resolve);
          most = Math.max(most, waiting.length);
        }),
      (done) => progress.push(done),
    );
    while (progress.length < 11) {
      waiting.shift()?.();
      await Promise.resolve();
    }
    await finished;
    expect(most).toBe(4);
    expect(progress).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('A7: asks once for a command named twice', async () => {
    const asked: string[] = [];
    await deleteCommands(['c-1', 'c-1'], (id) => Promise.resolve(asked.push(id)));
    expect(asked).toEqual(['c-1']);
  });
});
