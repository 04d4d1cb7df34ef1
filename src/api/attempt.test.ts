import { describe, expect, it, vi } from 'vitest';
import { nextAttempt, unansweredBy } from './attempt';

const request = { CommandId: 'c-1', InstanceId: ['i-1'] };
const other = { CommandId: 'c-1', InstanceId: ['i-1', 'i-2'] };

describe('attempt', () => {
  it('K4: keeps its token for the same request and takes a new one for another', () => {
    const newToken = vi.fn().mockReturnValueOnce('one').mockReturnValueOnce('two');
    const first = nextAttempt(undefined, request, newToken);
    expect(first.token).toBe('one');
    expect(nextAttempt(first, { ...request }, newToken).token).toBe('one');
    expect(nextAttempt(first, other, newToken).token).toBe('two');
  });

  it('K4: tells whether the earlier attempt was for what would be sent now', () => {
    const attempt = nextAttempt(undefined, request, () => 'token');
    expect(unansweredBy(undefined, request)).toBeNull();
    expect(unansweredBy(attempt, request)).toBe('same');
    expect(unansweredBy(attempt, other)).toBe('changed');
  });
});
