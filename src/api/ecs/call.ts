import type { CallOptions, Rpc } from '../rpc';
import type { Reader } from '../decode';
import { readerOf } from '../decode';
import type { Params } from '../params';

/** What a caller may say about one call. */
export type RequestOptions = Pick<CallOptions, 'signal' | 'timeoutMs' | 'once'>;

/** Every request names its region. */
export interface RegionRequest {
  RegionId: string;
}

export interface PageRequest extends RegionRequest {
  /** From 1. */
  PageNumber?: number;
  PageSize?: number;
  NextToken?: string;
  MaxResults?: number;
}

/** Answer of an action that answers with its RequestId only. */
export interface Done {
  RequestId: string;
}

export interface TagFilter {
  Key: string;
  Value?: string;
}

export type EcsCall = (action: string, request: object, options?: RequestOptions) => Promise<Reader>;

/** Reads of ECS: repeated freely. */
export function ecsReads(rpc: Rpc): EcsCall {
  return async (action, request, options) =>
    readerOf(await rpc('ecs', action, request as Params, { kind: 'read', ...options }));
}

/** Writes of ECS: repeated only under the request's ClientToken. */
export function ecsWrites(rpc: Rpc): EcsCall {
  return async (action, request, options) =>
    readerOf(await rpc('ecs', action, request as Params, { kind: 'write', ...options }));
}

/**
 * Page size for a request that names its rows: the actions answer ten rows by default even when more are asked for by ID.
 * Nothing when the caller pages by itself.
 */
export function pageSizeFor(
  request: { PageSize?: number; MaxResults?: number; NextToken?: string },
  ids: readonly string[] | undefined,
  maximum: number,
): { PageSize?: number } {
  const pagedByCaller = request.PageSize ?? request.MaxResults ?? request.NextToken;
  if (pagedByCaller !== undefined || !ids?.length) return {};
  return { PageSize: Math.min(ids.length, maximum) };
}
