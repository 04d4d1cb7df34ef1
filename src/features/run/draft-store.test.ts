import { beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetDraft, keepDraft, readDraft, type RunDraft } from './draft-store';

const draft: RunDraft = {
  parameters: { path: '/data' },
  instances: [{ instanceId: 'i-1', name: 'web', privateIp: '10.0.0.1', osName: 'CentOS 7.9', zoneId: 'a' }],
  attempt: { request: '{}', token: 'token' },
};

describe('kept choices', () => {
  beforeEach(() => sessionStorage.clear());

  it('B1: come back for the same command of the same region only', () => {
    keepDraft('cn-hangzhou', 'c-1', draft);
    expect(readDraft('cn-hangzhou', 'c-1')).toEqual(draft);
    expect(readDraft('cn-beijing', 'c-1')).toBeNull();
    expect(readDraft('cn-hangzhou', 'c-2')).toBeNull();
    forgetDraft('cn-hangzhou', 'c-1');
    expect(readDraft('cn-hangzhou', 'c-1')).toBeNull();
  });

  it.each([
    'null',
    '{',
    '[]',
    '{"parameters":{"a":1},"instances":[]}',
    '{"parameters":{},"instances":[{"instanceId":"i-1"}]}',
    '{"parameters":{},"instances":[],"attempt":{"token":5}}',
  ])('B1: are ignored when they cannot be read: %s', (text) => {
    sessionStorage.setItem('run-draft:r:c', text);
    expect(readDraft('r', 'c')).toBeNull();
  });

  it('B1: a store that is full does not stop the work', () => {
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(() => keepDraft('r', 'c', draft)).not.toThrow();
    expect(full).toHaveBeenCalled();
    full.mockRestore();
    expect(readDraft('r', 'c')).toBeNull();
  });
});
