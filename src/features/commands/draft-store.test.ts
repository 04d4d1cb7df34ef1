import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyDraft } from './command-form';
import { forgetDraft, keepDraft, readDraft } from './draft-store';

const draft = { ...emptyDraft(), name: 'hello' };

beforeEach(() => sessionStorage.clear());
afterEach(() => vi.unstubAllGlobals());

describe('drafts', () => {
  it('A2: are kept per region and per command copied', () => {
    keepDraft('cn-beijing', 'new', { draft });
    expect(readDraft('cn-beijing', 'new')).toEqual({ draft });
    expect(readDraft('cn-shanghai', 'new')).toBeNull();
    expect(readDraft('cn-beijing', 'copy:c-1')).toBeNull();
    forgetDraft('cn-beijing', 'new');
    expect(readDraft('cn-beijing', 'new')).toBeNull();
  });

  it.each(['{', 'null', '7', '{"draft":{}}', '{"draft":{"name":1}}'])(
    'A2: something else in their place is no draft: %s',
    (text) => {
      sessionStorage.setItem('command-draft:cn-beijing:new', text);
      expect(readDraft('cn-beijing', 'new')).toBeNull();
    },
  );

  it('A2: a full or forbidden store is no error', () => {
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
    expect(() => keepDraft('cn-beijing', 'new', { draft })).not.toThrow();
    expect(() => forgetDraft('cn-beijing', 'new')).not.toThrow();
    expect(readDraft('cn-beijing', 'new')).toBeNull();
  });
});
