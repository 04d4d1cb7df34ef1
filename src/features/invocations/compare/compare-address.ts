/** What is compared, as the address has it. Every view is a link. */
export interface CompareAddress {
  /** Letter of the chosen family. */
  family: string | null;
  /** Letter of the family it is compared with; null: the largest. */
  against: string | null;
  /** Number of the chosen cluster of failures, from 1. */
  cluster: number | null;
  mask: boolean;
  search: string;
  isRegex: boolean;
  /** Whether the two outputs stand side by side. */
  isSplit: boolean;
}

const ON = '1';

export function readCompareAddress(params: URLSearchParams): CompareAddress {
  const cluster = Number(params.get('cluster'));
  return {
    family: params.get('family') || null,
    against: params.get('against') || null,
    cluster: Number.isInteger(cluster) && cluster > 0 ? cluster : null,
    mask: params.get('mask') === ON,
    search: params.get('search') ?? '',
    isRegex: params.get('regex') === ON,
    isSplit: params.get('diff') === 'split',
  };
}

/** `null` takes a value off. `instance` is the record page's own: who changes the family also opens an instance. */
export type CompareChange = Partial<
  Record<
    'family' | 'against' | 'cluster' | 'mask' | 'search' | 'regex' | 'diff' | 'instance' | 'status',
    string | null
  >
>;

/** A switch as the address has it. */
export const flag = (on: boolean): string | null => (on ? ON : null);
