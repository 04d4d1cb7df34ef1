import { nextFires, parseCron } from '@/domain/cron';
import { type ScheduleProblem, scheduleProblem, shortestInterval } from '@/features/schedules';

/** When a run happens: at once, or by a cron expression (manual 1.2.2 step d, 1.4). */
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

/** Judges a cron expression at `now` (epoch ms). */
export function scheduleFacts(cron: string, now: number): ScheduleFacts {
  const problem = scheduleProblem(cron, now);
  const parsed = parseCron(cron);
  const fires = parsed.ok ? nextFires(parsed.cron, new Date(now), MOST_A_DAY).map(Number) : [];
  return {
    empty: cron.trim() === '',
    problem,
    next: fires[0] ?? null,
    shortestSeconds: problem === null ? shortestInterval(cron, now) : null,
    firesInDay: fires.filter((at) => at <= now + DAY_MS).length,
  };
}
