import { useEffect, useRef, useState } from 'react';
import { dropFromSession, keepInSession, readFromSession } from '@/ui/session-keep';
import { rememberScript } from './recent-scripts';
import { EMPTY_SCRIPT, isScriptDraft, type ScriptDraft } from './script-draft';

/** A script to begin with, and the name of the wish for it: the same name is the same wish, as after a reload. */
export interface AskedScript {
  text: string;
  script: ScriptDraft;
}

export interface ScriptDraftState {
  draft: ScriptDraft;
  change(change: Partial<ScriptDraft>): void;
  /** Whether leaving would lose something written. */
  unsaved: boolean;
  /** It is sent, or given up: nothing is kept any longer. */
  forget(): void;
}

const keyOf = (region: string) => `script-draft:${region}`;

/** The script being written, kept in sessionStorage: it survives a reload and goes with the tab. */
export function useScriptDraft(region: string, asked: AskedScript | null): ScriptDraftState {
  const [opening] = useState(() => openingOf(region, asked));
  const [draft, setDraft] = useState(opening);
  const over = useRef(false);
  const unsaved = draft.content !== '' && (asked === null || !isSame(draft, asked.script));
  useEffect(() => {
    if (over.current) return;
    if (unsaved) keepInSession(keyOf(region), { ...draft, asked: asked?.text });
    else dropFromSession(keyOf(region));
  }, [asked, draft, region, unsaved]);
  return {
    draft,
    change: (change) => setDraft((now) => ({ ...now, ...change })),
    unsaved,
    forget: () => {
      over.current = true;
      dropFromSession(keyOf(region));
    },
  };
}

function isSame(a: ScriptDraft, b: ScriptDraft): boolean {
  return (Object.keys(b) as (keyof ScriptDraft)[]).every((field) => a[field] === b[field]);
}

/** What was kept, unless another script is asked for: then the kept one can be recalled. */
function openingOf(region: string, asked: AskedScript | null): ScriptDraft {
  const kept = readFromSession(keyOf(region));
  const draft = isScriptDraft(kept) ? kept : null;
  const begunWith = (kept as { asked?: unknown } | null)?.asked;
  if (asked === null || (draft && begunWith === asked.text)) return draft ?? EMPTY_SCRIPT;
  if (draft) rememberScript(draft);
  return asked.script;
}
