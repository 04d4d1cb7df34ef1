import type { Engine, SentOutput } from './engine';

/** What crosses to the worker. */
export interface EngineRequest {
  id: number;
  name: keyof Engine;
  args: readonly unknown[];
}

/** What comes back; `problem` in place of a value when the work failed. */
export interface EngineReply {
  id: number;
  value?: unknown;
  problem?: string;
}

type Work = <Name extends keyof Engine>(
  name: Name,
  ...args: Parameters<Engine[Name]>
) => Promise<ReturnType<Engine[Name]>>;

/** An engine somewhere else. */
interface Link {
  work: Work;
  /** Ends it at once, whatever it is doing; work under way never answers. */
  end(): void;
}

/** Thrown when the work was ended because it took longer than it may. */
export class TooSlow extends Error {
  override name = 'TooSlow';
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

function workerLink(): Link {
  const worker = new Worker(new URL('./compare.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const failAll = () => {
    for (const { reject } of waiting.values()) reject(new Error('The worker stopped.'));
    waiting.clear();
  };
  worker.addEventListener('message', ({ data }: MessageEvent<EngineReply>) => {
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.problem === undefined) asked?.resolve(data.value);
    else asked?.reject(new Error(data.problem));
  });
  worker.addEventListener('error', failAll);
  return {
    work: (name, ...args) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
        worker.postMessage({ id, name, args } satisfies EngineRequest);
      }),
    end: () => worker.terminate(),
  };
}

/** Where there are no workers, as in tests: the same engine, here. */
function ownLink(): Link {
  const engine = import('./engine').then(({ createEngine }) => createEngine());
  return {
    work: async (name, ...args) => {
      const work = (await engine)[name] as (...given: unknown[]) => never;
      return work(...args);
    },
    end: () => undefined,
  };
}

/** Outputs sent in one message: few enough that copying them is not felt. */
const OUTPUTS_PER_MESSAGE = 25;

/** An engine that is started when first needed, always knows the outputs last told, and can be ended at any time. */
export interface OutputEngine {
  /** The outputs that the work is about, by instance. Only what is new is sent. */
  tell(outputs: ReadonlyMap<string, string>): void;
  work: Work;
  /** As `work`, but ended after `limitMs`: then rejects with TooSlow, and the next work starts a new engine. */
  workWithin: <Name extends keyof Engine>(
    limitMs: number,
    name: Name,
    ...args: Parameters<Engine[Name]>
  ) => Promise<ReturnType<Engine[Name]>>;
  /** Frees everything. Work asked for afterwards starts it anew. */
  end(): void;
}

/** If this fails, the work it was sent for fails too and tells. */
function send(link: Link, batch: readonly SentOutput[]): void {
  link.work('put', batch).catch(() => undefined);
}

export function createOutputEngine(): OutputEngine {
  let link: Link | null = null;
  let told: ReadonlyMap<string, string> = new Map();
  let sent = new Map<string, string>();
  let feeding = Promise.resolve();

  const end = () => {
    link?.end();
    link = null;
    sent = new Map();
  };
  /** Sends what is new, a few outputs in a task, so that the page stays alive. */
  const feed = async (own: Link) => {
    let batch: SentOutput[] = [];
    for (const [instanceId, output] of told) {
      if (link !== own) return;
      if (sent.get(instanceId) === output) continue;
      sent.set(instanceId, output);
      batch.push({ instanceId, output });
      if (batch.length < OUTPUTS_PER_MESSAGE) continue;
      send(own, batch);
      batch = [];
      await new Promise((resolve) => setTimeout(resolve));
    }
    if (batch.length > 0) send(own, batch);
  };
  const ready = async (): Promise<Link> => {
    link ??= typeof Worker === 'undefined' ? ownLink() : workerLink();
    const own = link;
    feeding = feeding.then(() => feed(own));
    await feeding;
    return own;
  };

  return {
    tell(outputs) {
      told = outputs;
    },
    work: async (name, ...args) => (await ready()).work(name, ...args),
    async workWithin(limitMs, name, ...args) {
      const own = await ready();
      // Decoding and whatever was asked for before does not count.
      await own.work('prepare');
      let timer: ReturnType<typeof setTimeout> | undefined;
      const tooSlow = new Promise<never>((_, reject) => {
        timer = setTimeout(() => {
          if (link === own) end();
          reject(new TooSlow(`longer than ${limitMs} ms`));
        }, limitMs);
      });
      try {
        return await Promise.race([own.work(name, ...args), tooSlow]);
      } finally {
        clearTimeout(timer);
      }
    },
    end,
  };
}
