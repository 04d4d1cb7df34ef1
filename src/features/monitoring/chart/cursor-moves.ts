import type { TimeSpan } from '@/domain/monitor-period';

/** The periods of a time axis: `length` of them, `step` ms long, the first at `from`. */
export interface AxisPeriods {
  from: number;
  step: number;
  length: number;
}

const LEAP = 10;

/** The begin of the period that a time lies in; the last one for what comes after it. */
export function snapped(at: number, { from, step, length }: AxisPeriods): number {
  const index = Math.floor((at - from) / step);
  return from + Math.min(Math.max(0, length - 1), Math.max(0, index)) * step;
}

/** The span of whole periods between two, both taken in. */
export function brushOver(one: number, other: number, { step }: AxisPeriods): TimeSpan {
  return { from: Math.min(one, other), to: Math.max(one, other) + step };
}

/** Where a key leads from the period of an index; null when it is no key of the cursor. */
export function cursorMove(key: string, index: number, length: number): number | null {
  const last = Math.max(0, length - 1);
  const within = (next: number) => Math.min(last, Math.max(0, next));
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return within(index - 1);
    case 'ArrowRight':
    case 'ArrowUp':
      return within(index + 1);
    case 'PageDown':
      return within(index - LEAP);
    case 'PageUp':
      return within(index + LEAP);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
