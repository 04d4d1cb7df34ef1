import type { CommandDraft } from '@/domain/command-draft';
import { isCommandType } from '@/domain/command-type';

/**
 * Unsaved forms, kept in sessionStorage: they survive a reload, and two tabs do not overwrite each other's.
 * A store that is full or forbidden only means that nothing is kept.
 */

/** What is being written: a new command, or a copy of one. */
export type DraftKind = 'new' | `copy:${string}`;

/** The ClientToken of the last attempt, with the request it was for (contract 1.9). */
export interface Attempt {
  request: string;
  token: string;
}

export interface KeptDraft {
  draft: CommandDraft;
  /** Absent until the form was sent once. */
  attempt?: Attempt;
}

const keyOf = (regionId: string, kind: DraftKind) => `command-draft:${regionId}:${kind}`;

export function keepDraft(regionId: string, kind: DraftKind, kept: KeptDraft): void {
  try {
    sessionStorage.setItem(keyOf(regionId, kind), JSON.stringify(kept));
  } catch {
    // Nothing else to do: the form on screen still has everything.
  }
}

export function forgetDraft(regionId: string, kind: DraftKind): void {
  try {
    sessionStorage.removeItem(keyOf(regionId, kind));
  } catch {
    // As above.
  }
}

/** The kept form, or null if there is none or it cannot be read. */
export function readDraft(regionId: string, kind: DraftKind): KeptDraft | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(regionId, kind)) ?? 'null');
    return isKeptDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isKeptDraft(value: unknown): value is KeptDraft {
  if (!isRecord(value) || !isRecord(value['draft'])) return false;
  const { draft, attempt } = value;
  const texts = ['name', 'description', 'content', 'workingDir', 'timeout', 'type'];
  return (
    texts.every((field) => typeof draft[field] === 'string') &&
    isCommandType(String(draft['type'])) &&
    typeof draft['enableParameter'] === 'boolean' &&
    (attempt === undefined ||
      (isRecord(attempt) && typeof attempt['request'] === 'string' && typeof attempt['token'] === 'string'))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/**
 * The attempt to make for a request. The same request again is the same intent and keeps its token, so a retry after a
 * lost answer cannot create a second command; a changed request is another intent.
 */
export function nextAttempt(last: Attempt | undefined, request: object, newToken: () => string): Attempt {
  const text = JSON.stringify(request);
  return last?.request === text ? last : { request: text, token: newToken() };
}
