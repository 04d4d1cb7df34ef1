import { describe, expect, it } from 'vitest';
import { endpointFor, productOfHost } from './endpoints';

describe('endpoints', () => {
  it.each([
    ['ecs', 'cn-beijing', 'https://ecs.cn-beijing.aliyuncs.com'],
    ['ecs', 'ap-southeast-1', 'https://ecs.ap-southeast-1.aliyuncs.com'],
    ['ecs', 'cn-hangzhou', 'https://ecs-cn-hangzhou.aliyuncs.com'],
    ['ecs', 'cn-shenzhen-finance-1', 'https://ecs-cn-hangzhou.aliyuncs.com'],
    ['ecs', 'cn-wuhan', 'https://ecs.aliyuncs.com'],
    ['cms', 'cn-hangzhou', 'https://metrics.cn-hangzhou.aliyuncs.com'],
    ['oos', 'cn-hangzhou', 'https://oos.cn-hangzhou.aliyuncs.com'],
  ] as const)('K2: %s in %s answers at %s (contract 1.10)', (product, region, address) => {
    expect(endpointFor(product, region)).toBe(address);
    expect(productOfHost(new URL(address).host)).toBe(product);
  });

  it.each(['', 'CN-BEIJING', 'cn-beijing.evil.com', 'a/b-c', 'a@b-c', 'cn-', '-cn', 'cn--x', 'constructor'])(
    'K2: %j is no region to send a signature to',
    (region) => expect(() => endpointFor('ecs', region)).toThrow(RangeError),
  );

  it.each([
    'example.com',
    'aliyuncs.com',
    'ecs.aliyuncs.com.evil.com',
    'notecs.aliyuncs.com',
    'oss.aliyuncs.com',
    'ecs.a.b.aliyuncs.com',
  ])('K1: %s is not the API', (host) => expect(productOfHost(host)).toBeNull());
});
