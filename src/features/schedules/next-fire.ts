import type { Invocation } from '@/api/ecs/invocations';
import { parseWireTime } from '@/api/wire-times';
import { nextFrequencyFires, parseFrequency } from '@/domain/frequency';

/**
 * When a periodic run fires next after `now`, both epoch ms; null when it fires no more or its schedule cannot be read.
 * Whether it was stopped is not looked at.
 */
export function nextFireOf(
  { Frequency, CreationTime }: Pick<Invocation, 'Frequency' | 'CreationTime'>,
  now: number,
): number | null {
  const read = parseFrequency(Frequency);
  if (!read.ok) return null;
  const startedAt = parseWireTime(CreationTime) ?? now;
  return nextFrequencyFires(read.frequency, new Date(now), 1, startedAt)[0]?.getTime() ?? null;
}
