import { parseWireTime } from '@/api/wire-times';
import { frequencyFires, parseFrequency } from '@/domain/frequency';
import type { ActiveSchedule } from '@/features/schedules';
import type { Week } from './week';

/** A schedule in the week. */
export interface ScheduleInWeek {
  region: string;
  schedule: ActiveSchedule;
  /** Epoch ms, ascending. */
  fires: readonly number[];
}

/** A schedule may fire every ten seconds, which is sixty thousand times a week. */
const MOST_FIRES = 70_000;

/** The fires of a schedule in the week; none before it was made. */
export function firesIn({ invocation }: ActiveSchedule, week: Week): number[] {
  const read = parseFrequency(invocation.Frequency);
  if (!read.ok) return [];
  const startedAt = parseWireTime(invocation.CreationTime) ?? week.from;
  const fires: number[] = [];
  for (const at of frequencyFires(read.frequency, Math.max(week.from - 1, startedAt), startedAt)) {
    if (at >= week.to || fires.length >= MOST_FIRES) break;
    fires.push(at);
  }
  return fires;
}
