/** What a panel asks of a query of the cache. */
export interface Read {
  data: unknown;
  error: Error | null;
  isFetching: boolean;
  /** Epoch ms; 0 before the first answer. */
  dataUpdatedAt: number;
  refetch(): unknown;
}

/** How the calls behind a panel fare, taken together. */
export interface Reading {
  /** `failed`: something it cannot do without was never read. */
  state: 'loading' | 'failed' | 'ready';
  /** Of a call that failed last; beside `ready` what is shown is of an earlier time. */
  error: Error | null;
  isReading: boolean;
  /** When the oldest of the answers was read, epoch ms; 0 while there is none. */
  readAt: number;
  /** Asks again for everything. */
  refresh(): void;
}

export function readingOf(reads: readonly Read[]): Reading {
  const isFailed = reads.some(({ data, error }) => data === undefined && error !== null);
  const answers = reads.filter(({ data }) => data !== undefined);
  return {
    state: isFailed ? 'failed' : answers.length < reads.length ? 'loading' : 'ready',
    error: reads.find(({ error }) => error !== null)?.error ?? null,
    isReading: reads.some(({ isFetching }) => isFetching),
    readAt: answers.length === 0 ? 0 : Math.min(...answers.map(({ dataUpdatedAt }) => dataUpdatedAt)),
    refresh: () => {
      for (const read of reads) void read.refetch();
    },
  };
}
