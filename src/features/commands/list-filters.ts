import type { CommandType } from '@/domain/command-type';
import { isCommandType } from '@/domain/command-type';
import { readPaging } from '@/ui/list-params';

/** What the commands list shows. It lives in the URL, so that any view can be linked and reloaded. */
export interface ListFilters {
  /** Part of a name, or a whole command ID. */
  search: string;
  type: CommandType | null;
  /** From 1. */
  page: number;
  size: number;
}

/** Rows a page; 50 is the most the API gives (contract 5, DescribeCommands). */
export const PAGE_SIZES = [10, 20, 50] as const;

/** Reads the filters from the URL. Anything malformed reads as absent: an old or mistyped link still opens. */
export function readFilters(params: URLSearchParams, defaultSize: number): ListFilters {
  const type = params.get('type') ?? '';
  return {
    search: params.get('q') ?? '',
    type: isCommandType(type) ? type : null,
    ...readPaging(params, PAGE_SIZES, defaultSize),
  };
}

/** Writes the filters over the URL's own; defaults are left out and parameters of others are kept. */
export function writeFilters(
  current: URLSearchParams,
  filters: ListFilters,
  defaultSize: number,
): URLSearchParams {
  const next = new URLSearchParams(current);
  const put = (key: string, value: string, isDefault: boolean) =>
    isDefault ? next.delete(key) : next.set(key, value);
  put('q', filters.search, filters.search === '');
  put('type', filters.type ?? '', filters.type === null);
  put('page', String(filters.page), filters.page === 1);
  put('size', String(filters.size), filters.size === defaultSize);
  return next;
}

export function isFiltered(filters: ListFilters): boolean {
  return filters.search.trim() !== '' || filters.type !== null;
}

export interface ListRequest {
  RegionId: string;
  CommandId?: string;
  Name?: string;
  Type?: CommandType;
  PageNumber: number;
  PageSize: number;
}

/** Whether a search text has the shape of a command ID, `c-` and a run of letters and digits. */
function looksLikeCommandId(search: string): boolean {
  return /^c-[a-z0-9]{8,}$/i.test(search.trim());
}

/**
 * The DescribeCommands requests that answer the filters, to be tried in order until one finds something.
 * The API has one field for IDs (exact) and one for names (`*` at either end), so a text that may be either asks twice.
 */
export function listRequests(regionId: string, filters: ListFilters): [ListRequest, ...ListRequest[]] {
  const search = filters.search.trim();
  const base: ListRequest = {
    RegionId: regionId,
    PageNumber: filters.page,
    PageSize: filters.size,
    ...(filters.type === null ? {} : { Type: filters.type }),
  };
  if (search === '') return [base];
  const byName = { ...base, Name: search.includes('*') ? search : `*${search}*` };
  return looksLikeCommandId(search) ? [{ ...base, CommandId: search }, byName] : [byName];
}
