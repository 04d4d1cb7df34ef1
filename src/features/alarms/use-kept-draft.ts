import { useEffect, useState } from 'react';
import { dropFromSession, keepInSession, readFromSession } from '@/ui/session-keep';

/** What is being written: something new, a copy of what is there, or changes of it. */
export type DraftKind = 'new' | `copy:${string}` | `edit:${string}`;

/** How forms of one kind are kept. */
export interface DraftStore<Draft> {
  /** Ends in `-draft`: what is kept under such names is dropped together. */
  name: string;
  /** What is kept of a form: all but its secrets. */
  kept(draft: Draft): unknown;
  /** The form that was kept; null if that is none. */
  read(kept: unknown, base: Draft): Draft | null;
}

export interface KeptDraft<Draft> {
  draft: Draft;
  change(part: Partial<Draft>): void;
  /** Whether leaving would lose something. */
  unsaved: boolean;
  /** Whether the form opened with what an earlier visit of this tab had left, and still holds some of it. */
  restored: boolean;
  /** Back to `base`. */
  discard(): void;
  /** The work is saved or given up: nothing is kept any longer. */
  forget(): void;
}

/**
 * A form, kept in this tab while it differs from `base`.
 * @param of which one of its kind
 */
export function useKeptDraft<Draft extends object>(
  store: DraftStore<Draft>,
  of: string,
  base: Draft,
  isSame: (a: Draft, b: Draft) => boolean,
): KeptDraft<Draft> {
  const key = `${store.name}:${of}`;
  const [kept] = useState(() => store.read(readFromSession(key), base));
  const [draft, setDraft] = useState(kept ?? base);
  const [isRestored, setRestored] = useState(kept !== null);
  const [isOver, setOver] = useState(false);
  const unsaved = !isOver && !isSame(draft, base);
  useEffect(() => {
    if (unsaved) keepInSession(key, store.kept(draft));
    else dropFromSession(key);
  }, [draft, key, store, unsaved]);
  return {
    draft,
    change: (part) => setDraft((before) => ({ ...before, ...part })),
    unsaved,
    restored: isRestored && unsaved,
    discard: () => {
      setRestored(false);
      setDraft(base);
    },
    forget: () => {
      setOver(true);
      dropFromSession(key);
    },
  };
}
