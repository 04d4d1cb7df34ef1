import type { ExecutionOutcome, ItemOutcome } from '@/domain/engine-status';
import type { StatusIconName } from '@/ui/status-icons';
import type { Tone } from '@/ui/tones';

type Look<Name extends string> = Readonly<Record<Name, { tone: Tone; icon: StatusIconName }>>;

/** Icon and colour of an item of the loop. */
export const ITEM_LOOK: Look<ItemOutcome> = {
  failed: { tone: 'danger', icon: 'failed' },
  running: { tone: 'info', icon: 'running' },
  pending: { tone: 'neutral', icon: 'pending' },
  succeeded: { tone: 'ok', icon: 'success' },
  skipped: { tone: 'neutral', icon: 'notApplicable' },
  cancelled: { tone: 'neutral', icon: 'cancelled' },
  notSelected: { tone: 'warn', icon: 'noData' },
  unknown: { tone: 'neutral', icon: 'unknown' },
};

/** Icon and colour of a whole execution. */
export const EXECUTION_LOOK: Look<ExecutionOutcome> = {
  pending: { tone: 'info', icon: 'pending' },
  running: { tone: 'info', icon: 'running' },
  paused: { tone: 'warn', icon: 'initializing' },
  succeeded: { tone: 'ok', icon: 'success' },
  partlyFailed: { tone: 'warn', icon: 'partial' },
  failed: { tone: 'danger', icon: 'failed' },
  stopped: { tone: 'neutral', icon: 'stopped' },
  unknown: { tone: 'neutral', icon: 'unknown' },
};
