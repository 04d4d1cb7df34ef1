import { readerOf, type Reader } from '../decode';
import type { RequestOptions } from '../ecs/call';
import type { Params } from '../params';
import type { CallOptions, Rpc } from '../rpc';

export type { RegionRequest, RequestOptions } from '../ecs/call';

type CmsCall = (action: string, request: object, options?: RequestOptions) => Promise<Reader>;

/** Calls of CloudMonitor; `RegionId` picks the endpoint. Reads are repeated freely, writes never: they know no ClientToken. */
export function cmsCalls(rpc: Rpc): Readonly<Record<CallOptions['kind'], CmsCall>> {
  const of =
    (kind: CallOptions['kind']): CmsCall =>
    async (action, request, options) =>
      readerOf(await rpc('cms', action, request as Params, { kind, ...options }));
  return { read: of('read'), write: of('write') };
}
