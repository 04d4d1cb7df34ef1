import { bytesToBase64, decodeBase64 } from '@/domain/base64';
import { Fault } from '../fault';
import type { ParamReader } from './params';

/** How one action pages (contract 1.6, 10.5). */
export interface PagingRules {
  defaultSize: number;
  maxSize: number;
  /** Limits of MaxResults; default 1 to `maxSize`. */
  minResults?: number;
  maxResults?: number;
  /** What a size out of range does: refused (Cloud Assistant actions) or moved to the nearest limit (DescribeInstances' MaxResults). */
  clampResults?: boolean;
  /** HTTP status of InvalidParam.PageNumber and .PageSize: 403 on the Cloud Assistant pages of the manual's time; default 400. */
  status?: 400 | 403;
  /** Code of a bad number instead of those; default InvalidParam.PageNumber and .PageSize. */
  code?: string;
}

export interface PageRequest {
  pageNumber: number;
  pageSize: number;
  /** Paging by MaxResults / NextToken was asked for. */
  byToken: boolean;
  after: { id: string; offset: number } | null;
}

export interface Paged<T> {
  items: T[];
  /** To be spread into the answer. */
  fields: { TotalCount: number; PageNumber: number; PageSize: number; NextToken: string };
}

/** Reads PageNumber/PageSize or MaxResults/NextToken; a NextToken makes page number and size ignored. Faults as contract 5. */
export function readPaging(params: ParamReader, rules: PagingRules): PageRequest {
  const byToken = params.text('NextToken') !== undefined || params.text('MaxResults') !== undefined;
  if (byToken) {
    return {
      pageNumber: 1,
      pageSize: readMaxResults(params, rules),
      byToken,
      after: decodeToken(params.text('NextToken')),
    };
  }
  const within = (name: string, fallback: number, max: number) => {
    const value = wholeNumber(params.text(name)) ?? fallback;
    if (!(value >= 1 && value <= max))
      throw new Fault(rules.code ?? `InvalidParam.${name}`, rules.status ?? 400);
    return value;
  };
  const pageNumber = within('PageNumber', 1, 2_147_483_647);
  const pageSize = within('PageSize', rules.defaultSize, rules.maxSize);
  return { pageNumber, pageSize, byToken, after: null };
}

/** NaN for what is no whole number in digits. */
function wholeNumber(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  return /^[+-]?\d{1,15}$/.test(text.trim()) ? Number(text) : Number.NaN;
}

function readMaxResults(params: ParamReader, rules: PagingRules): number {
  const size = params.integer('MaxResults', 'InvalidParameter.MaxResults') ?? rules.defaultSize;
  const min = rules.minResults ?? 1;
  const max = rules.maxResults ?? rules.maxSize;
  if (rules.clampResults) return Math.min(max, Math.max(min, size));
  if (size < min || size > max) throw new Fault('InvalidParameter.MaxResults', 400);
  return size;
}

/**
 * One page of a list in its final order. A token remembers the last item's id, so that items added in front between two
 * pages shift nothing; if that item is gone, its position serves. `indexOfId` is for long lists.
 */
export function pageOf<T>(
  list: { readonly length: number; slice(start: number, end: number): T[] },
  request: PageRequest,
  idOf: (item: T) => string,
  indexOfId: (id: string) => number = (id) =>
    list.slice(0, list.length).findIndex((item) => idOf(item) === id),
): Paged<T> {
  const start = startOf(request, indexOfId);
  const items = list.slice(start, start + request.pageSize);
  const end = start + items.length;
  const last = items.at(-1);
  return {
    items,
    fields: {
      TotalCount: list.length,
      PageNumber: request.pageNumber,
      PageSize: request.pageSize,
      NextToken: last !== undefined && end < list.length ? encodeToken(idOf(last), end) : '',
    },
  };
}

function startOf(request: PageRequest, indexOfId: (id: string) => number): number {
  if (!request.after) return (request.pageNumber - 1) * request.pageSize;
  const index = indexOfId(request.after.id);
  return index >= 0 ? index + 1 : request.after.offset;
}

function encodeToken(id: string, offset: number): string {
  return bytesToBase64(new TextEncoder().encode(JSON.stringify([offset, id])));
}

function decodeToken(token: string | undefined): { id: string; offset: number } | null {
  if (token === undefined) return null;
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(decodeBase64(token)));
    if (Array.isArray(parsed)) {
      const [offset, id] = parsed as unknown[];
      if (typeof offset === 'number' && Number.isSafeInteger(offset) && offset >= 0 && typeof id === 'string')
        return { id, offset };
    }
  } catch {
    // falls through to the refusal below
  }
  throw new Fault('InvalidParameter.NextToken', 400);
}
