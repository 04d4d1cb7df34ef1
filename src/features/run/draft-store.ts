import { type Attempt, isAttempt } from '@/api/attempt';
import type { PickedInstance } from '@/features/instances';
import { dropFromSession, keepInSession, readFromSession } from '@/ui/session-keep';
import { type BatchSettings, isBatchSettings } from './split/batch-settings';
import type { RunWhen } from './schedule-facts';

/**
 * What was chosen for a run, kept in sessionStorage: it survives a reload, and two tabs do not overwrite each other's.
 * A store that is full or forbidden only means that nothing is kept.
 */
export interface RunDraft {
  /** Values by parameter name. */
  parameters: Record<string, string>;
  instances: PickedInstance[];
  /** Absent: at once. */
  when?: RunWhen;
  /** Absent: none were made. */
  batches?: BatchSettings;
  /** What the address asked for when the sheet was opened (see run-paths). */
  asked?: string;
  /** Present while it was sent and no answer is known. */
  attempt?: Attempt;
}

const keyOf = (region: string, commandId: string) => `run-draft:${region}:${commandId}`;

export function keepDraft(region: string, commandId: string, draft: RunDraft): void {
  keepInSession(keyOf(region, commandId), draft);
}

export function forgetDraft(region: string, commandId: string): void {
  dropFromSession(keyOf(region, commandId));
}

/** The kept choices, or null if there are none or they cannot be read. */
export function readDraft(region: string, commandId: string): RunDraft | null {
  const kept = readFromSession(keyOf(region, commandId));
  return isRunDraft(kept) ? kept : null;
}

function isRunDraft(value: unknown): value is RunDraft {
  if (!isRecord(value) || !isRecord(value['parameters']) || !Array.isArray(value['instances'])) return false;
  return (
    Object.values(value['parameters']).every((text) => typeof text === 'string') &&
    value['instances'].every(isPicked) &&
    (value['when'] === undefined || isWhen(value['when'])) &&
    (value['batches'] === undefined || isBatchSettings(value['batches'])) &&
    (value['asked'] === undefined || typeof value['asked'] === 'string') &&
    (value['attempt'] === undefined || isAttempt(value['attempt']))
  );
}

function isPicked(value: unknown): boolean {
  const members = ['instanceId', 'name', 'privateIp', 'osName', 'zoneId'];
  return isRecord(value) && members.every((member) => typeof value[member] === 'string');
}

function isWhen(value: unknown): boolean {
  return isRecord(value) && typeof value['scheduled'] === 'boolean' && typeof value['cron'] === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
