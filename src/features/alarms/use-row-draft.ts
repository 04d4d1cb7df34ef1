import { useEffect, useState } from 'react';
import { dropFromSession, keepInSession, readFromSession } from '@/ui/session-keep';
import type { PutOutcome, Turn } from './put-unless-changed';

/** What is being written: something new, a copy of what is there, or changes of it. */
export type DraftKind = 'new' | `copy:${string}` | `edit:${string}`;

/** How forms of one kind are kept and compared. */
export interface DraftStore<Draft> {
  /** Ends in `-draft`: what is kept under such names is dropped together. */
  name: string;
  /** What is kept of a form: all but its secrets. */
  kept(draft: Draft): unknown;
  /** The form that was kept, with the secrets of `base` where it had those; null if that is none. */
  read(kept: unknown, base: Draft): Draft | null;
  isSame(a: Draft, b: Draft): boolean;
  /** A form that began with `base`, over what has come since. */
  rebased(draft: Draft, base: Draft, fresh: Draft): Draft;
}

export interface RowDraft<Row, Draft> {
  draft: Draft;
  change(part: Partial<Draft>): void;
  /** What the form would replace, as it was last looked at; null: nothing that is known. */
  opened: Row | null;
  /** Whether leaving would lose something. */
  unsaved: boolean;
  /** Whether the form opened with what an earlier visit of this tab had left, and still holds some of it. */
  restored: boolean;
  /** What was found to be different from what the form was opened on, until the next try. */
  turn: Turn | null;
  /** Another try begins. */
  retry(): void;
  /** Takes in how a put ended. @returns whether all is saved; then nothing is kept any longer */
  settle(outcome: PutOutcome<Row>): boolean;
  /** Back to what is there. */
  discard(): void;
  /** The work is given up: nothing is kept any longer. */
  forget(): void;
}

/**
 * A form about something that is put as a whole, kept in this tab while it holds anything of its own. What others change
 * meanwhile, also while the form is closed, is laid under what was entered.
 * @param of which one of its kind
 * @param row what it is to replace; null: nothing
 * @param start what it begins with
 * @param draftOf the form of what has come since
 */
export function useRowDraft<Row, Draft extends object>(
  store: DraftStore<Draft>,
  of: string,
  { row, start, draftOf }: { row: Row | null; start: Draft; draftOf(fresh: Row): Draft },
): RowDraft<Row, Draft> {
  const key = `${store.name}:${of}`;
  const [left] = useState(() => readLeft(store, key, start, row !== null));
  const [draft, setDraft] = useState(left?.draft ?? start);
  const [opened, setOpened] = useState({ row, base: start });
  const [isRestored, setRestored] = useState(left !== null);
  const [turn, setTurn] = useState<Turn | null>(
    left?.isOutdated && !store.isSame(left.draft, start) ? 'changed' : null,
  );
  const [isOver, setOver] = useState(false);
  const { base } = opened;
  const unsaved = !isOver && !store.isSame(draft, base);
  useEffect(() => {
    if (unsaved) keepInSession(key, { draft: store.kept(draft), base: store.kept(base) });
    else dropFromSession(key);
  }, [base, draft, key, store, unsaved]);
  const forget = () => {
    setOver(true);
    dropFromSession(key);
  };
  return {
    draft,
    opened: opened.row,
    unsaved,
    restored: isRestored && unsaved,
    turn,
    change: (part) => {
      setDraft((before) => ({ ...before, ...part }));
      if (turn === 'taken' && 'name' in part) setTurn(null);
    },
    retry: () => setTurn(null),
    settle: (outcome) => {
      if (outcome.kind === 'saved') {
        forget();
        return true;
      }
      setTurn(outcome.kind);
      if (outcome.kind === 'changed') {
        const fresh = draftOf(outcome.fresh);
        setOpened({ row: outcome.fresh, base: fresh });
        // As it is by now: the answer took a while.
        setDraft((now) => store.rebased(now, base, fresh));
      }
      if (outcome.kind === 'gone') setOpened({ row: null, base });
      return false;
    },
    discard: () => {
      setRestored(false);
      setTurn(null);
      setDraft(base);
    },
    forget,
  };
}

/** What an earlier visit left; outdated: what it was about has changed since. */
function readLeft<Draft>(
  store: DraftStore<Draft>,
  key: string,
  base: Draft,
  isAboutRow: boolean,
): { draft: Draft; isOutdated: boolean } | null {
  const kept = readFromSession(key) as { draft?: unknown; base?: unknown } | null;
  const draft = store.read(kept?.draft ?? null, base);
  const before = store.read(kept?.base ?? null, base);
  if (!draft || !before) return null;
  const isOutdated = isAboutRow && !store.isSame(before, base);
  return { draft: isOutdated ? store.rebased(draft, before, base) : draft, isOutdated };
}
