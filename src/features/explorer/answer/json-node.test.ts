import { describe, expect, it } from 'vitest';
import { encodedBytes, isOpenAtFirst, jsonInside, preview } from './json-node';

const row = { InstanceId: 'i-1', Tags: { Tag: [] }, Name: '', Cpu: 2, Memory: 4096, Zone: 'h' };

describe('a node of the answer', () => {
  it.each([
    ['a list near the top', 1, [row, row], 1, true],
    ['a row among others', 2, row, 2, false],
    ['a row that is the only one', 2, row, 1, true],
    ['a small object far below', 6, { Code: 1, Name: 'Running' }, 8, true],
    ['a large object far below', 6, row, 8, false],
  ] as const)('J7: %s: open at first is %5$s', (_what, depth, value, siblings, open) => {
    expect(isOpenAtFirst(depth, value, siblings)).toBe(open);
  });

  it('J7: a closed row shows its first plain members', () => {
    expect(preview(row)).toBe('InstanceId: "i-1", Cpu: 2, Memory: 4096');
    expect(preview({ Output: 'x'.repeat(500) })).toHaveLength(91);
  });

  it.each([
    ['Output', 'aGk=', 'aGk='],
    ['Output', 'hello!', null],
    ['Output', '', null],
    ['InstanceName', 'aGk=', null],
  ])('J7: %s %j holds bytes: %j', (name, text, bytes) => {
    expect(encodedBytes(name, text)).toBe(bytes);
  });

  it.each([
    ['[{"a":1}]', [{ a: 1 }]],
    ['{}', null],
    ['[broken', null],
    ['12', null],
  ])('J7: the JSON inside %j is %j', (text, value) => {
    expect(jsonInside(text)).toEqual(value);
  });
});
