import { describe, expect, it } from 'vitest';
import { pathInRegion } from './region-path';

describe('pathInRegion', () => {
  it.each([
    ['/cn-hangzhou/commands', '/cn-beijing/commands'],
    ['/cn-hangzhou/commands/c-123/run', '/cn-beijing/commands'],
    ['/cn-hangzhou/invocations/t-1', '/cn-beijing/invocations'],
    ['/cn-hangzhou/instances/i-1', '/cn-beijing/instances'],
    ['/cn-hangzhou/events/all', '/cn-beijing/events'],
    ['/cn-hangzhou/calendar', '/cn-beijing/calendar'],
    ['/settings', '/cn-beijing/commands'],
    ['/cn-hangzhou/nothing-here', '/cn-beijing/commands'],
    ['/', '/cn-beijing/commands'],
  ])('J1: from %s the switcher leads to %s', (from, to) => {
    expect(pathInRegion(from, 'cn-beijing')).toBe(to);
  });
});
