import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageOf, readerOf, tagsOf } from './decode';

const ids = (Items: unknown) => readerOf({ Items }).list('Items', 'Item', (row) => row.text('Id'));

describe('reading answers', () => {
  it.each<[unknown, number | undefined]>([
    [5, 5],
    ['5', 5],
    [' 0 ', 0],
    ['-1', -1],
    ['', undefined],
    [' ', undefined],
    ['many', undefined],
    [null, undefined],
    [true, undefined],
    [{}, undefined],
    ['Infinity', undefined],
  ])('K4: the number %j', (value, expected) => expect(readerOf({ N: value }).number('N')).toBe(expected));

  it.each<[unknown, boolean]>([
    [true, true],
    ['true', true],
    ['True', true],
    [false, false],
    ['false', false],
    ['', false],
    [1, false],
    [null, false],
  ])('K4: the flag %j', (value, expected) => expect(readerOf({ B: value }).flag('B')).toBe(expected));

  it.each<[unknown, string]>([
    ['x', 'x'],
    [0, '0'],
    [false, 'false'],
    [null, ''],
    [{}, ''],
    [['x'], ''],
  ])('K4: the text %j', (value, expected) => expect(readerOf({ S: value }).text('S')).toBe(expected));

  it.each([undefined, null, '', {}, { Item: [] }, { Item: null }, { Item: {} }, [], 'x', 5])(
    'K4: the wrapper %j is empty',
    (Items) => {
      expect(readerOf({ Items }).list('Items', 'Item', (row) => row)).toEqual([]);
      expect(readerOf({ Items }).texts('Items', 'Item')).toEqual([]);
    },
  );

  it('K4: a list may come without its wrapper; items that are no objects are passed over', () => {
    expect(ids({ Item: [{ Id: 'a' }, null, 5, { Id: 'b' }] })).toEqual(['a', 'b']);
    expect(ids([{ Id: 'a' }])).toEqual(['a']);
    expect(readerOf({ Ips: { Ip: ['1', null, 2] } }).texts('Ips', 'Ip')).toEqual(['1', '2']);
  });

  it.each<[unknown, Record<string, string>]>([
    ['{"a":"x"}', { a: 'x' }],
    [
      { a: 'x', n: 1 },
      { a: 'x', n: '1' },
    ],
    ['{}', {}],
    ['', {}],
    ['{broken', {}],
    ['[1]', {}],
    [null, {}],
  ])('C1: the map %j', (value, expected) => expect(readerOf({ M: value }).map('M')).toEqual(expected));

  it('K4: names of the prototype are neither found nor changed', () => {
    const reader = readerOf({});
    expect(reader.text('toString')).toBe('');
    expect(reader.object('__proto__').text('constructor')).toBe('');
    const map = readerOf(
      JSON.parse('{"M":"{\\"__proto__\\":{\\"polluted\\":1},\\"constructor\\":\\"c\\"}"}'),
    ).map('M');
    expect(Object.keys(map)).toEqual(['__proto__', 'constructor']);
    expect({}).not.toHaveProperty('polluted');
  });

  it('K4: tags in either spelling', () => {
    const Tags = {
      Tag: [{ TagKey: 'env', TagValue: 'prod' }, { Key: 'team', Value: 'web' }, { TagKey: 'bare' }],
    };
    expect(tagsOf(readerOf({ Tags }))).toEqual([
      { key: 'env', value: 'prod' },
      { key: 'team', value: 'web' },
      { key: 'bare', value: '' },
    ]);
  });

  it('K4: paging fields as numbers or texts, and a count of what is seen when none is told', () => {
    const told = readerOf({
      TotalCount: '73',
      PageNumber: 2,
      PageSize: '50',
      NextToken: 'n',
      RequestId: 'R',
    });
    expect(pageOf(told, ['a'])).toEqual({
      items: ['a'],
      totalCount: 73,
      pageNumber: 2,
      pageSize: 50,
      nextToken: 'n',
      requestId: 'R',
    });
    expect(pageOf(readerOf({ PageNumber: 3, PageSize: 10 }), ['a']).totalCount).toBe(21);
  });

  it('K4: no JSON makes reading throw', () => {
    const names = fc.constantFrom('A', 'B', '__proto__', 'constructor', 'toString', 'length');
    fc.assert(
      fc.property(fc.jsonValue(), names, names, (value, a, b) => {
        const reader = readerOf(value);
        expect(reader.text(a)).toBeTypeOf('string');
        expect(reader.count(a)).toBeTypeOf('number');
        expect(reader.flag(a)).toBeTypeOf('boolean');
        expect(reader.map(a)).toBeTypeOf('object');
        expect(
          reader.list(a, b, (row) => row.object(b).text(a)).every((text) => typeof text === 'string'),
        ).toBe(true);
        expect(reader.texts(a, b).every((text) => typeof text === 'string')).toBe(true);
      }),
    );
  });
});
