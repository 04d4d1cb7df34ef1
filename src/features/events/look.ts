import type { LucideIcon } from 'lucide-react';
import { Activity, CircleQuestionMark, Hourglass, OctagonX, Power, RotateCw, Trash2 } from 'lucide-react';
import { categoryOf, type SystemEventCategory } from '@/domain/system-events';
import type { StatusIconName } from '@/ui/status-icons';
import type { Tone } from '@/ui/tones';

interface Look {
  tone: Tone;
  icon: LucideIcon;
}

const CATEGORIES: Readonly<Record<SystemEventCategory, Look>> = {
  plannedRestart: { tone: 'warn', icon: RotateCw },
  unplannedRestart: { tone: 'danger', icon: RotateCw },
  stop: { tone: 'danger', icon: Power },
  release: { tone: 'danger', icon: Trash2 },
  creationFailure: { tone: 'danger', icon: OctagonX },
  performance: { tone: 'info', icon: Activity },
};

/** Icon and colour of what an event does to its instance. */
export function typeLook(type: string): Look {
  const category = categoryOf(type);
  return category ? CATEGORIES[category] : { tone: 'neutral', icon: CircleQuestionMark };
}

const STATES: Readonly<Record<string, { tone: Tone; icon: StatusIconName | LucideIcon }>> = {
  Scheduled: { tone: 'warn', icon: Hourglass },
  Inquiring: { tone: 'warn', icon: 'alert' },
  Executing: { tone: 'info', icon: 'running' },
  Executed: { tone: 'neutral', icon: 'success' },
  Avoided: { tone: 'ok', icon: 'avoided' },
  Canceled: { tone: 'neutral', icon: 'cancelled' },
  Failed: { tone: 'danger', icon: 'failed' },
};

/** Icon and colour of an event's state; a neutral one for a state the console does not know. */
export function stateLook(state: string): { tone: Tone; icon: StatusIconName | LucideIcon } {
  return STATES[state] ?? { tone: 'neutral', icon: 'unknown' };
}
