import { pageOf, type Page } from '../decode';
import type { Rpc } from '../rpc';
import { ecsReads, type PageRequest, type RegionRequest, type RequestOptions, type TagFilter } from './call';

export interface DescribeTagsRequest extends PageRequest {
  /** Lower case: `instance`, `disk` … */
  ResourceType?: string;
  ResourceId?: string;
  Tag?: readonly TagFilter[];
}

export interface ListTagResourcesRequest extends RegionRequest {
  /** `instance`, `command`, `invocation` … */
  ResourceType: string;
  /** At most 50. */
  ResourceId?: readonly string[];
  /** At most 20. */
  Tag?: readonly TagFilter[];
  NextToken?: string;
}

export interface TagUse {
  TagKey: string;
  TagValue: string;
}

export interface TagResource {
  ResourceId: string;
  ResourceType: string;
  TagKey: string;
  TagValue: string;
}

/** Tags (contract 6). Every function rejects with ApiError. */
export function tagActions(rpc: Rpc) {
  const read = ecsReads(rpc);
  return {
    async describeTags(request: DescribeTagsRequest, options?: RequestOptions): Promise<Page<TagUse>> {
      const reply = await read('DescribeTags', request, options);
      const items = reply.list('Tags', 'Tag', (row) => ({
        TagKey: row.text('TagKey'),
        TagValue: row.text('TagValue'),
      }));
      return pageOf(reply, items);
    },

    /** Pages by token only: the answer's counts say nothing. */
    async listTagResources(
      request: ListTagResourcesRequest,
      options?: RequestOptions,
    ): Promise<Page<TagResource>> {
      const reply = await read('ListTagResources', request, options);
      const items = reply.list('TagResources', 'TagResource', (row) => ({
        ResourceId: row.text('ResourceId'),
        ResourceType: row.text('ResourceType'),
        TagKey: row.text('TagKey'),
        TagValue: row.text('TagValue'),
      }));
      return pageOf(reply, items);
    },
  };
}
