import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostNameFor, isHostName, osTypeOfImage } from './host-names';
import { instanceNames } from './instance-names';

describe('host names of new instances', () => {
  it.each([
    ['web-01', true, true],
    ['ab', true, true],
    ['a', false, false],
    ['', false, false],
    ['2024', true, false],
    ['2024a', true, true],
    ['web.example.com', true, false],
    ['web..example', false, false],
    ['web--01', false, false],
    ['web.-01', false, false],
    ['-web', false, false],
    ['web-', false, false],
    ['.web', false, false],
    ['web.', false, false],
    ['web_01', false, false],
    ['web 01', false, false],
    ['主機', false, false],
    ['x'.repeat(15), true, true],
    ['x'.repeat(16), true, false],
    ['x'.repeat(64), true, false],
    ['x'.repeat(65), false, false],
    ['k8s-${instance_id}', true, false],
    ['${instance_id}', true, false],
    ['${region_id}', false, false],
    [`${'x'.repeat(42)}\${instance_id}`, true, false],
    [`${'x'.repeat(43)}\${instance_id}`, false, false],
  ])('J8: %s may be one on Linux: %s, on Windows: %s', (name, linux, windows) => {
    expect([isHostName(name, 'linux'), isHostName(name, 'windows')]).toEqual([linux, windows]);
  });

  const anyName = fc.oneof(
    fc.string({ maxLength: 70 }),
    fc.stringMatching(/^[a-z0-9.-]{0,70}$/),
    fc.stringMatching(/^[0-9]{0,20}$/),
  );

  it('J8: Linux takes whatever Windows takes', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        fc.pre(isHostName(name, 'windows'));
        expect(isHostName(name, 'linux')).toBe(true);
      }),
    );
  });

  it('J8: one that is taken has parts of letters and digits only, and is no longer than allowed', () => {
    fc.assert(
      fc.property(anyName, fc.constantFrom('linux' as const, 'windows' as const), (name, osType) => {
        fc.pre(isHostName(name, osType));
        expect(name.length).toBeGreaterThanOrEqual(2);
        expect(name.length).toBeLessThanOrEqual(osType === 'windows' ? 15 : 64);
        expect(name.split(/[.-]/).every((part) => /^[A-Za-z0-9]+$/.test(part))).toBe(true);
      }),
    );
  });

  it('J8: parts of letters and digits make one as long as they fit, numbered as names are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z0-9]{1,8}$/), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 100 }),
        (parts, amount) => {
          const names = instanceNames(`${parts.join('-')}-[1,3]`, amount, false);
          expect(new Set(names).size).toBe(amount);
          expect(names.every((name) => isHostName(name, 'linux'))).toBe(true);
        },
      ),
    );
  });

  it('J8: the ID of the instance stands where it is asked for', () => {
    expect(hostNameFor('k8s-${instance_id}', 'i-bp1abc')).toBe('k8s-i-bp1abc');
    expect(hostNameFor('k8s', 'i-bp1abc')).toBe('k8s');
  });

  it.each([
    ['win2019_64_dtc_zh-cn_40G_alibase.vhd', 'windows'],
    ['aliyun_3_x64_20G_alibase.vhd', 'linux'],
    ['m-bp1abc', 'linux'],
    ['', 'linux'],
  ])('J8: the image %s is held to the rules of %s', (imageId, osType) => {
    expect(osTypeOfImage(imageId)).toBe(osType);
  });
});
