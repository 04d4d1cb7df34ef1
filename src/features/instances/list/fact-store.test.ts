import { describe, expect, it, vi } from 'vitest';
import { createFactStore } from './fact-store';

describe('fact store', () => {
  it('E1: tells "not asked yet" from "asked, not told"', () => {
    const store = createFactStore();
    expect(store.get('i-1').agent).toBeUndefined();
    store.put('agent', [['i-1', null]]);
    expect(store.get('i-1').agent).toBeNull();
  });

  it('H2: keeps what is known when a second look fails', () => {
    const store = createFactStore();
    store.put('health', [['i-1', 'Ok']]);
    store.put('health', [['i-1', null]]);
    expect(store.get('i-1').health).toBe('Ok');
  });

  it('H2: hands out the same facts until they change, and is silent meanwhile', () => {
    const store = createFactStore();
    const listener = vi.fn<() => void>();
    store.put('health', [['i-1', 'Ok']]);
    store.subscribe(listener);
    const before = store.get('i-1');
    store.put('health', [['i-1', 'Ok']]);
    expect(store.get('i-1')).toBe(before);
    expect(listener).not.toHaveBeenCalled();
    store.put('health', [['i-1', 'Warning']]);
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
