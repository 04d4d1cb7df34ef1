import { Fault } from '../fault';
import type { Action } from './action';

const MAX_NAMES = 8;

/** DescribeAccountAttributes (contract 6): quotas as decimal texts. Names this account has nothing for are left out. */
export const describeAccountAttributes: Action = ({ params, limits }) => {
  if (params.text('RegionId') === undefined) {
    throw new Fault('Invalid.Parameter', 403, 'The specified parameter RegionId is not valid.');
  }
  const names = params.list('AttributeName');
  if (names.length > MAX_NAMES) {
    throw new Fault(
      'InvalidParameter.AttributeName',
      400,
      `At most ${MAX_NAMES} attribute names may be given.`,
    );
  }
  const attributes: Readonly<Record<string, readonly string[]>> = {
    'max-axt-command-count': [String(limits.commandQuota)],
    'max-axt-invocation-daily': [String(limits.invocationsPerDay)],
    'instance-network-type': ['vpc'],
    'real-name-authentication': ['yes'],
  };
  const asked = Object.entries(attributes).filter(([name]) => names.length === 0 || names.includes(name));
  return {
    AccountAttributeItems: {
      AccountAttributeItem: asked.map(([AttributeName, values]) => ({
        AttributeName,
        AttributeValues: { ValueItem: values.map((Value) => ({ Value })) },
      })),
    },
  };
};
