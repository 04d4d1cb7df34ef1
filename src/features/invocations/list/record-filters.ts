import type { DescribeInvocationsRequest } from '@/api/ecs/invocations';
import type { CommandType } from '@/domain/command-type';
import { isCommandType } from '@/domain/command-type';
import { pagingValues, paramsOf, readPaging } from '@/ui/list-params';

/** Overall statuses of the manual (table 1-3): the API filters by these in both profiles. */
export const STATUS_FILTERS = ['Running', 'Finished', 'PartialFailed', 'Failed', 'Stopped'] as const;
export type StatusFilter = (typeof STATUS_FILTERS)[number];
export type ModeFilter = 'once' | 'scheduled';

/** What the list of execution records shows. It lives in the URL, so that any view can be linked and reloaded. */
export interface RecordFilters {
  /** An ID of a record, command or instance, or the whole name of a command: the API has no search by a part of it. */
  search: string;
  status: StatusFilter | null;
  mode: ModeFilter | null;
  type: CommandType | null;
  /** From 1. */
  page: number;
  size: number;
}

/** Rows a page; 50 is the most the API gives (contract 5, DescribeInvocations). */
export const PAGE_SIZES = [10, 20, 50] as const;

/** Reads the filters from the URL. Anything malformed reads as absent: an old or mistyped link still opens. */
export function readRecordFilters(params: URLSearchParams, defaultSize: number): RecordFilters {
  const mode = params.get('mode');
  const type = params.get('type') ?? '';
  return {
    search: params.get('q') ?? '',
    status: STATUS_FILTERS.find((status) => status === params.get('status')) ?? null,
    mode: mode === 'once' || mode === 'scheduled' ? mode : null,
    type: isCommandType(type) ? type : null,
    ...readPaging(params, PAGE_SIZES, defaultSize),
  };
}

/** The query of a link to the list; defaults are left out. */
export function writeRecordFilters(filters: RecordFilters, defaultSize: number): URLSearchParams {
  return paramsOf({
    q: filters.search,
    status: filters.status,
    mode: filters.mode,
    type: filters.type,
    ...pagingValues(filters, defaultSize),
  });
}

export function isFiltered(filters: RecordFilters): boolean {
  return filters.search.trim() !== '' || Boolean(filters.status ?? filters.mode ?? filters.type);
}

/** Which field of DescribeInvocations a search text goes to, told by its prefix; anything else is a command's name. */
function searchField(search: string): Partial<DescribeInvocationsRequest> {
  if (search === '') return {};
  if (/^t-[a-z0-9]+$/i.test(search)) return { InvokeId: search };
  if (/^c-[a-z0-9]{8,}$/i.test(search)) return { CommandId: search };
  if (/^i-[a-z0-9]{6,}$/i.test(search)) return { InstanceId: search };
  return { CommandName: search };
}

/** Statuses the API filters by: on one instance PartialFailed has no effect (contract 5, DescribeInvocations). */
export function statusFilters(instanceId?: string): readonly StatusFilter[] {
  return instanceId === undefined
    ? STATUS_FILTERS
    : STATUS_FILTERS.filter((status) => status !== 'PartialFailed');
}

/** The same on one instance, where a command's name has no effect either: what is no ID finds nothing. */
function searchOnInstance(search: string): Partial<DescribeInvocationsRequest> {
  const field = searchField(search);
  return field.CommandName === undefined && field.InstanceId === undefined ? field : { InvokeId: search };
}

/** The request that answers the filters, over the whole region or on one instance. */
export function recordsRequest(
  regionId: string,
  filters: RecordFilters,
  instanceId?: string,
): DescribeInvocationsRequest {
  return {
    RegionId: regionId,
    ...(instanceId === undefined
      ? searchField(filters.search.trim())
      : { ...searchOnInstance(filters.search.trim()), InstanceId: instanceId }),
    ...(filters.status ? { InvokeStatus: filters.status } : {}),
    ...(filters.mode ? { Timed: filters.mode === 'scheduled' } : {}),
    ...(filters.type ? { CommandType: filters.type } : {}),
    PageNumber: filters.page,
    PageSize: filters.size,
  };
}
