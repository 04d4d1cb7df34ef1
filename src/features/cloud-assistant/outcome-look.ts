import type { Outcome } from '@/domain/invocation-status';
import type { StatusIconName } from '@/ui/status-icons';
import type { Tone } from '@/ui/tones';

/** Icon and colour of an outcome. Finished is neither good nor bad until its exit code is known (C8). */
export const OUTCOME_LOOK: Record<Outcome, { tone: Tone; icon: StatusIconName }> = {
  failed: { tone: 'danger', icon: 'failed' },
  nonzero: { tone: 'danger', icon: 'alert' },
  partlyFailed: { tone: 'warn', icon: 'partial' },
  running: { tone: 'info', icon: 'running' },
  stopping: { tone: 'info', icon: 'running' },
  pending: { tone: 'info', icon: 'pending' },
  scheduled: { tone: 'neutral', icon: 'scheduled' },
  succeeded: { tone: 'ok', icon: 'success' },
  finished: { tone: 'neutral', icon: 'info' },
  stopped: { tone: 'neutral', icon: 'stopped' },
  unknown: { tone: 'neutral', icon: 'unknown' },
};
