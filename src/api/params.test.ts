import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatten, jsonText, type ParamValue } from './params';
import { canonicalQuery } from './signature';

/** The nested parameters that a server reads back: `A.1.B` → `{A: [{B: …}]}`, every leaf a text. */
function nest(flat: Iterable<[string, string]>): unknown {
  type Node = Map<string, Node | string>;
  const root: Node = new Map();
  for (const [name, value] of flat) {
    const path = name.split('.');
    const leaf = path.pop() ?? '';
    let node = root;
    for (const step of path) {
      const next = node.get(step) ?? new Map();
      if (typeof next === 'string') throw new Error(`${name} is both a value and a parent`);
      node.set(step, next);
      node = next;
    }
    node.set(leaf, value);
  }
  const plain = (node: Node | string): unknown => {
    if (typeof node === 'string') return node;
    const entries = [...node].map(([key, child]) => [key, plain(child)] as const);
    if (!entries.every(([key]) => /^\d+$/.test(key))) return Object.fromEntries(entries);
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, child]) => child);
  };
  return root.size === 0 ? {} : plain(root);
}

/** What is left of parameters on the wire: leaves as text, absent and empty members gone. */
function asText(value: ParamValue): unknown {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) {
    const items = value.map(asText).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  const entries = Object.entries(value).map(([key, item]) => [key, asText(item)] as const);
  const present = entries.filter(([, item]) => item !== undefined);
  return present.length > 0 ? Object.fromEntries(present) : undefined;
}

describe('flatten', () => {
  it('K3: numbers lists from 1, nests with dots, writes booleans as words (contract 1.3)', () => {
    expect(
      flatten({
        InstanceId: ['i-1', 'i-2'],
        Tag: [{ Key: 'env', Value: 'prod' }, { Key: 'bare' }],
        EventPattern: [{ NameList: ['a', 'b'] }],
        EventPublishTime: { Start: '2020-02-01T00:00:00Z' },
        Timed: true,
        Timeout: 60,
        Description: '',
      }),
    ).toEqual({
      'InstanceId.1': 'i-1',
      'InstanceId.2': 'i-2',
      'Tag.1.Key': 'env',
      'Tag.1.Value': 'prod',
      'Tag.2.Key': 'bare',
      'EventPattern.1.NameList.1': 'a',
      'EventPattern.1.NameList.2': 'b',
      'EventPublishTime.Start': '2020-02-01T00:00:00Z',
      Timed: 'true',
      Timeout: '60',
      Description: '',
    });
  });

  it('K3: absent members are not sent and take no number', () => {
    expect(flatten({ A: undefined, B: null, C: [], D: {}, E: ['x', null, 'y', undefined] })).toEqual({
      'E.1': 'x',
      'E.2': 'y',
    });
  });

  it('K3: a parameter named __proto__ is a parameter', () => {
    const flat = flatten(JSON.parse('{"__proto__":"x","A":{"__proto__":"y"}}') as Record<string, ParamValue>);
    expect(Object.entries(flat)).toEqual([
      ['__proto__', 'x'],
      ['A.__proto__', 'y'],
    ]);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  it('K3: what is flattened and encoded reads back the same', () => {
    const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9]{0,7}$/).filter((key) => key !== '__proto__');
    const leaf = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.integer(),
      fc.boolean(),
      fc.constantFrom(null, undefined),
    );
    const { value } = fc.letrec<{ value: ParamValue; item: ParamValue }>((tie) => ({
      item: fc.oneof({ maxDepth: 2 }, leaf, fc.dictionary(name, tie('item'), { maxKeys: 3 })),
      value: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie('item'), { maxLength: 4 }),
        fc.dictionary(name, tie('value'), { maxKeys: 3 }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(name, value, { maxKeys: 5 }), (params) => {
        const sent = new URLSearchParams(canonicalQuery(flatten(params)));
        // An object inside a list that lost all its members leaves a gap; servers read lists in numeric order.
        expect(nest(sent)).toEqual(asText(params) ?? {});
      }),
    );
  });
});

describe('jsonText', () => {
  it('K3: is one JSON text, or nothing when there is nothing to say', () => {
    expect(jsonText({ name: `O'Neil "x"\n` })).toBe(`{"name":"O'Neil \\"x\\"\\n"}`);
    expect(jsonText(['i-1'])).toBe('["i-1"]');
    expect(jsonText({})).toBeUndefined();
    expect(jsonText([])).toBeUndefined();
    expect(jsonText(undefined)).toBeUndefined();
  });
});
