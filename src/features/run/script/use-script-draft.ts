import { useEffect, useRef, useState } from 'react';
import { dropFromSession, keepInSession, readFromSession } from '@/ui/session-keep';
import { EMPTY_SCRIPT, isScriptDraft, type ScriptDraft } from './script-draft';

export interface ScriptDraftState {
  draft: ScriptDraft;
  change(change: Partial<ScriptDraft>): void;
  /** It is sent, or given up: nothing is kept any longer. */
  forget(): void;
}

const keyOf = (region: string) => `script-draft:${region}`;

/** The script being written, kept in sessionStorage: it survives a reload and goes with the tab. */
export function useScriptDraft(region: string): ScriptDraftState {
  const [draft, setDraft] = useState(() => readDraft(region));
  const over = useRef(false);
  useEffect(() => {
    if (!over.current) keepDraft(region, draft);
  }, [draft, region]);
  return {
    draft,
    change: (change) => setDraft((now) => ({ ...now, ...change })),
    forget: () => {
      over.current = true;
      keepDraft(region, EMPTY_SCRIPT);
    },
  };
}

function keepDraft(region: string, draft: ScriptDraft): void {
  if (draft.content === '') dropFromSession(keyOf(region));
  else keepInSession(keyOf(region), draft);
}

function readDraft(region: string): ScriptDraft {
  const kept = readFromSession(keyOf(region));
  return isScriptDraft(kept) ? kept : EMPTY_SCRIPT;
}
