import type { Action } from './action';
import { instanceAsked } from './asked-instance';
import { instanceRow } from './instance-row';

/** Members of DescribeInstances that this action does not have (contract 6). */
const LEFT_OUT = ['Tags', 'OSName', 'OSNameEn', 'OSType'];

/** DescribeInstanceAttribute (contract 6): one instance, its members at the top; the region is looked for when none is sent. */
export const describeInstanceAttribute: Action = (context) => {
  const row = { ...instanceRow(instanceAsked(context)) };
  for (const name of LEFT_OUT) delete row[name];
  return { ...row, IoOptimized: 'optimized' };
};
