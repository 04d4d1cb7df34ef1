import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CREATION_LIMITS } from './creation-limits';
import { type CreationDraft, creationProblems, emptyCreation, namesAskedFor } from './instance-creation';
import { instanceNames, isInstanceName } from './instance-names';
import { isInstancePassword } from './instance-password';
import { isInStock, stockLevel } from './stock';

const NOW = Date.UTC(2026, 10, 22);

describe('names of new instances', () => {
  it.each([
    ['web-[1,3]', 3, true, ['web-001', 'web-002', 'web-003']],
    ['web-[98,2]-a', 3, false, ['web-98-a', 'web-99-a', 'web-100-a']],
    ['web', 2, true, ['web001', 'web002']],
    ['web', 2, false, ['web', 'web']],
    ['web[1]', 2, true, ['web[1]001', 'web[1]002']],
    ['', 5, true, []],
  ])('J8: %s for %i is numbered as the service does', (pattern, amount, suffix, names) => {
    expect(instanceNames(pattern, amount, suffix)).toEqual(names);
  });

  it('J8: numbered names are as many as asked for, and all differ', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z]{1,20}$/),
        fc.integer({ min: 0, max: 999_999 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 100 }),
        (prefix, first, digits, amount) => {
          const names = instanceNames(`${prefix}-[${first},${digits}]`, amount, false);
          expect(new Set(names).size).toBe(amount);
          expect(names.every(isInstanceName)).toBe(true);
        },
      ),
    );
  });

  it.each([
    ['w', false],
    ['we', true],
    ['1web', false],
    ['網站-01', true],
    ['a'.repeat(129), false],
    ['http://web', false],
    ['web 1', false],
  ])('J8: %s may be a name: %s', (name, expected) => {
    expect(isInstanceName(name)).toBe(expected);
  });
});

describe('passwords', () => {
  it.each([
    ['Abcdef12', true],
    ['abcdef12', false],
    ['ABC-def-ghi', true],
    ['Ab1-', false],
    ['Abcdef 12', false],
    [`Ab1${'x'.repeat(28)}`, false],
  ])('J8: %s is one: %s', (password, expected) => {
    expect(isInstancePassword(password)).toBe(expected);
  });
});

describe('stock', () => {
  it.each([
    ['Available', 'WithStock', 'plenty'],
    ['Available', 'ClosedWithStock', 'few'],
    ['SoldOut', 'WithoutStock', 'soldOut'],
    ['SoldOut', 'ClosedWithoutStock', 'discontinued'],
    ['SoldOut', 'WithStock', 'soldOut'],
    ['Available', 'SomethingNew', 'plenty'],
    ['SoldOut', '', 'soldOut'],
  ])('J8: %s and %s say %s', (Status, StatusCategory, level) => {
    expect(stockLevel({ Status, StatusCategory })).toBe(level);
  });

  it('J8: only what there is can be bought', () => {
    expect((['plenty', 'few', 'soldOut', 'discontinued'] as const).filter(isInStock)).toEqual([
      'plenty',
      'few',
    ]);
  });
});

describe('a form for new instances', () => {
  const FILLED: CreationDraft = {
    ...emptyCreation(),
    zoneId: 'cn-hangzhou-h',
    instanceType: 'ecs.g6.large',
    imageId: 'image',
    vSwitchId: 'vsw-1',
    securityGroupId: 'sg-1',
  };
  const problemsOf = (change: Partial<CreationDraft>, password = '') =>
    creationProblems({ ...FILLED, ...change }, password, NOW).map(({ field, kind }) => `${field} ${kind}`);

  it('J8: is fine when filled in, and asks for what is missing', () => {
    expect(problemsOf({})).toEqual([]);
    expect(creationProblems(emptyCreation(), '', NOW).map(({ field }) => field)).toEqual([
      'zoneId',
      'instanceType',
      'imageId',
      'vSwitchId',
      'securityGroupId',
    ]);
  });

  const soon = NOW + CREATION_LIMITS.autoRelease.min;
  it.each<[string, Partial<CreationDraft>, string[]]>([
    ['no amount', { amount: '' }, ['amount range']],
    ['too many', { amount: '101' }, ['amount range']],
    ['a half', { amount: '1.5' }, ['amount range']],
    ['more at least than at all', { amount: '2', minAmount: '3' }, ['minAmount range']],
    ['a number at least', { amount: '3', minAmount: '3' }, []],
    ['a name with a digit first', { name: '1web' }, ['name name']],
    ['a host name', { hostName: 'web-[1,3].example' }, []],
    ['a host name with a sign', { hostName: 'web_1' }, ['hostName hostName']],
    [
      'a host name too long with its number',
      { hostName: 'x'.repeat(62), amount: '2' },
      ['hostName hostName'],
    ],
    [
      'a host name too long for Windows',
      { hostName: 'x'.repeat(16), imageId: 'win2019_64.vhd' },
      ['hostName hostNameWindows'],
    ],
    ['a small disk', { systemSize: '19' }, ['systemSize range']],
    [
      'a bad data disk',
      {
        dataDisks: [
          { category: '', size: '20' },
          { category: '', size: 'x' },
        ],
      },
      ['dataDisks range'],
    ],
    ['bandwidth over the limit', { bandwidth: '101' }, ['bandwidth range']],
    [
      'a tag twice',
      {
        tags: [
          { key: 'a', value: '' },
          { key: 'a', value: '' },
        ],
      },
      ['tags tagTwice'],
    ],
    ['a reserved tag', { tags: [{ key: 'acs:a', value: '' }] }, ['tags tagKey']],
    ['no key pair', { signIn: 'keyPair' }, ['keyPairName required']],
    ['no password', { signIn: 'password' }, ['password password']],
    ['a period nobody sells', { chargeType: 'PrePaid', period: '10' }, ['period period']],
    ['a release too soon', { autoReleaseAt: soon - 1 }, ['autoReleaseAt autoRelease']],
    ['a release in time', { autoReleaseAt: soon }, []],
    ['a release of a subscription, which is not sent', { autoReleaseAt: 0, chargeType: 'PrePaid' }, []],
    ['long user data', { userData: '字'.repeat(5462) }, ['userData userData']],
  ])('J8: says what is wrong with %s', (_, change, expected) => {
    expect(problemsOf(change)).toEqual(expected);
  });

  it.each([
    ['web', '1', true, ['web']],
    [' web ', '2', true, ['web001', 'web002']],
    ['web', '2', false, ['web', 'web']],
    ['web-[1,2]', '1', true, ['web-01']],
    ['', '3', true, []],
  ])('J8: %s for %s are called by the form as by the service', (pattern, amount, uniqueSuffix, names) => {
    expect(namesAskedFor(pattern, { amount, uniqueSuffix })).toEqual(names);
  });

  it('J8: takes a password only where one is asked for', () => {
    expect(problemsOf({ signIn: 'password' }, 'Abcdef12')).toEqual([]);
    expect(problemsOf({ signIn: 'image' }, 'short')).toEqual([]);
  });
});
