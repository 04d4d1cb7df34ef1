import type { Rpc } from '../rpc';
import { ecsReads, type RegionRequest, type RequestOptions } from './call';

export interface DescribeAccountAttributesRequest extends RegionRequest {
  /** At most 8; absent: all. */
  AttributeName?: readonly string[];
}

/** Quotas of the account in a region. There is no attribute for the runs already used (contract 6). */
export interface AccountAttributes {
  /** Values by attribute name, as texts; a name with several values keeps them all. */
  values: ReadonlyMap<string, readonly string[]>;
  /** `max-axt-command-count`: saved commands in the region. */
  commandQuota: number | undefined;
  /** `max-axt-invocation-daily`: runs per day in the region. */
  dailyInvocationQuota: number | undefined;
  requestId: string;
}

/** The account. Every function rejects with ApiError. */
export function accountActions(rpc: Rpc) {
  const read = ecsReads(rpc);
  return {
    async describeAccountAttributes(
      request: DescribeAccountAttributesRequest,
      options?: RequestOptions,
    ): Promise<AccountAttributes> {
      const reply = await read('DescribeAccountAttributes', request, options);
      const values = new Map(
        reply.list(
          'AccountAttributeItems',
          'AccountAttributeItem',
          (row) =>
            [
              row.text('AttributeName'),
              row.list('AttributeValues', 'ValueItem', (item) => item.text('Value')),
            ] as const,
        ),
      );
      return {
        values,
        commandQuota: firstNumber(values.get('max-axt-command-count')),
        dailyInvocationQuota: firstNumber(values.get('max-axt-invocation-daily')),
        requestId: reply.text('RequestId'),
      };
    },
  };
}

function firstNumber(values: readonly string[] | undefined): number | undefined {
  const text = values?.find((value) => /^\d+$/.test(value.trim()));
  return text === undefined ? undefined : Number(text);
}
