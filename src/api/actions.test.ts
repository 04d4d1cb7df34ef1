import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { actionKind } from './actions';

/** Calls of the typed functions as they stand in the sources: `read('DescribeTags'`, `writeOnly('RebootInstance'`. */
const CALL = /\b(read|write)[A-Za-z]*\(\s*'([A-Z]\w+)'/g;

function callsOf(product: string): { action: string; kind: string }[] {
  const folder = fileURLToPath(new URL(product, import.meta.url));
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) => [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(CALL)])
    .map(([, kind = '', action = '']) => ({ kind, action }));
}

describe('the list of actions', () => {
  it.each(['ecs', 'cms', 'oos'])(
    'K2: knows every action of %s that the console calls, as read or write',
    (product) => {
      const calls = callsOf(product);
      expect(calls.length).toBeGreaterThan(0);
      expect(calls.filter(({ action, kind }) => actionKind(product, action) !== kind)).toEqual([]);
    },
  );

  it('K2: knows nothing else', () => {
    for (const [product, action] of [
      ['ecs', 'DescribeUserData'],
      ['ecs', 'DescribeMetricList'],
      ['ram', 'CreateAccessKey'],
      ['ecs', 'constructor'],
      ['__proto__', 'read'],
      ['ecs', 'describecommands'],
    ] as const) {
      expect(actionKind(product, action)).toBeNull();
    }
  });
});
