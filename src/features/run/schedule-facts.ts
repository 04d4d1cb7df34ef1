import { profileInForce } from '@/api/limits-in-force';
import { nextFrequencyFires } from '@/domain/frequency';
import { readSchedule, type ScheduleProblem, scheduleProblem, shortestInterval } from '@/features/schedules';

/** When a run happens: at once, or by a schedule: cron, and what else the account's profile knows (manual 1.2.2 step d, 1.4). */
export interface RunWhen {
  scheduled: boolean;
  /** As written; kept while the run is set to happen at once. */
  cron: string;
}

/** What is known of a schedule before it is sent. */
export interface ScheduleFacts {
  /** Nothing is written yet. */
  empty: boolean;
  problem: ScheduleProblem | null;
  /** Epoch ms; null when it does not fire. */
  next: number | null;
  /** Between two of its next fires, seconds; null with fewer than two. */
  shortestSeconds: number | null;
  /** Fires in the 24 hours from now. */
  firesInDay: number;
}

const DAY_MS = 86_400_000;
/** Every 10 s, the most a schedule may fire, is 8 640 a day. */
const MOST_A_DAY = 8_641;

/** Judges a schedule at `now` (epoch ms), in the vocabulary of the account behind the pages. */
export function scheduleFacts(cron: string, now: number, profile = profileInForce()): ScheduleFacts {
  const problem = scheduleProblem(cron, now, profile);
  const frequency = readSchedule(cron, profile);
  const fires = frequency ? nextFrequencyFires(frequency, new Date(now), MOST_A_DAY, now).map(Number) : [];
  return {
    empty: cron.trim() === '',
    problem,
    next: fires[0] ?? null,
    shortestSeconds: problem === null ? shortestInterval(cron, now, profile) : null,
    firesInDay: fires.filter((at) => at <= now + DAY_MS).length,
  };
}
