import { afterEach, describe, expect, it, vi } from 'vitest';
import { createEngine } from './engine';
import { createOutputEngine, type EngineRequest, TooSlow } from './engine-link';

/** Answers like the worker, but never for the work named in `stuck`. */
function fakeWorkers(stuck: string) {
  const workers: { terminated: boolean; sent: EngineRequest[] }[] = [];
  class FakeWorker extends EventTarget {
    readonly state = { terminated: false, sent: [] as EngineRequest[] };
    readonly engine = createEngine();
    constructor() {
      super();
      workers.push(this.state);
    }
    postMessage(request: EngineRequest) {
      this.state.sent.push(request);
      if (request.name === stuck) return;
      const work = this.engine[request.name] as (...args: unknown[]) => unknown;
      const data = { id: request.id, value: work(...request.args) };
      queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })));
    }
    terminate() {
      this.state.terminated = true;
    }
  }
  vi.stubGlobal('Worker', FakeWorker);
  return workers;
}

const outputs = (count: number) =>
  new Map(Array.from({ length: count }, (_, at) => [`i-${at}`, btoa(`output ${at}`)]));

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('link to the engine', () => {
  it('C7: an expression that never ends is ended, and the next search has all outputs again', async () => {
    vi.useFakeTimers();
    const workers = fakeWorkers('find');
    const engine = createOutputEngine();
    engine.tell(outputs(120));
    const slow = engine.workWithin(2000, 'find', { text: '(a+)+$', isRegex: true });
    const refused = slow.catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(2100);
    expect(await refused).toBeInstanceOf(TooSlow);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
    vi.useRealTimers();

    expect(await engine.work('hits', 'i-119', { text: '119', isRegex: false })).toHaveLength(1);
    expect(workers).toHaveLength(2);
    engine.end();
    expect(workers[1]?.terminated).toBe(true);
  });

  it('C7: sends each output once, and again only when it changed', async () => {
    const workers = fakeWorkers('');
    const engine = createOutputEngine();
    engine.tell(outputs(3));
    await engine.work('prepare');
    engine.tell(new Map([...outputs(3), ['i-1', btoa('changed')]]));
    expect(await engine.work('hits', 'i-1', { text: 'changed', isRegex: false })).toHaveLength(1);
    const put = workers[0]?.sent.filter(({ name }) => name === 'put').map(({ args }) => args[0]);
    expect(put).toEqual([
      [expect.anything(), expect.anything(), expect.anything()],
      [{ instanceId: 'i-1', output: btoa('changed') }],
    ]);
  });
});
