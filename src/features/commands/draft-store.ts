import { type Attempt, isAttempt } from '@/api/attempt';
import type { CommandDraft } from '@/domain/command-draft';
import { isCommandType } from '@/domain/command-type';
import { dropFromSession, keepInSession, readFromSession } from '@/ui/session-keep';

/** What is being written: a new command, or a copy of one. */
export type DraftKind = 'new' | `copy:${string}`;

export interface KeptDraft {
  draft: CommandDraft;
  /** Absent until the form was sent once. */
  attempt?: Attempt;
}

const keyOf = (regionId: string, kind: DraftKind) => `command-draft:${regionId}:${kind}`;

/** Keeps an unsaved form for this tab. */
export function keepDraft(regionId: string, kind: DraftKind, kept: KeptDraft): void {
  keepInSession(keyOf(regionId, kind), kept);
}

export function forgetDraft(regionId: string, kind: DraftKind): void {
  dropFromSession(keyOf(regionId, kind));
}

/** The kept form, or null if there is none or it cannot be read. */
export function readDraft(regionId: string, kind: DraftKind): KeptDraft | null {
  const kept = readFromSession(keyOf(regionId, kind));
  return isKeptDraft(kept) ? kept : null;
}

function isKeptDraft(value: unknown): value is KeptDraft {
  if (!isRecord(value) || !isRecord(value['draft'])) return false;
  const { draft, attempt } = value;
  const texts = ['name', 'description', 'content', 'workingDir', 'timeout', 'type'];
  return (
    texts.every((field) => typeof draft[field] === 'string') &&
    isCommandType(String(draft['type'])) &&
    typeof draft['enableParameter'] === 'boolean' &&
    (attempt === undefined || isAttempt(attempt))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
