import type { Params } from './params';

/** What of a call matters to the order of calls. */
export interface PacedCall {
  product: string;
  action: string;
  kind: 'read' | 'write';
  params: Params;
}

/** Slows calls down while the cloud throttles them. One for all pages, because the cloud counts them together. */
export interface Pacing {
  /** Resolves when the call may be sent, or as soon as the signal aborts. */
  turn(call: PacedCall, signal?: AbortSignal): Promise<void>;
  /** The cloud refused a call of the action for its rate. */
  throttled(call: Pick<PacedCall, 'product' | 'action'>): void;
  /** Names of the actions slowed now, such as `DescribeInvocations`. The same array until it changes. */
  slowed(): readonly string[];
  subscribe(listener: () => void): () => void;
}

const NONE: readonly string[] = [];

/** Lets every call through until the first throttling, which fetches the code that paces. */
export function createPacing(load: () => Promise<Pacing> = loadBuckets): Pacing {
  const listeners = new Set<() => void>();
  let loading: Promise<Pacing | null> | undefined;
  let buckets: Pacing | null = null;
  return {
    async turn(call, signal) {
      await (await loading)?.turn(call, signal);
    },
    throttled(call) {
      // Without that code the retries' own waits have to do.
      loading ??= load().then(
        (loaded) => {
          loaded.subscribe(() => {
            for (const listener of listeners) listener();
          });
          return (buckets = loaded);
        },
        () => null,
      );
      void loading.then((loaded) => loaded?.throttled(call));
    },
    slowed: () => buckets?.slowed() ?? NONE,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

async function loadBuckets(): Promise<Pacing> {
  return (await import('./token-buckets')).createTokenBuckets();
}
