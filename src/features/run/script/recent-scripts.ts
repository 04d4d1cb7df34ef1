import { dropFromSession, keepInSession, readFromSession } from '@/ui/session-keep';
import { isScriptDraft, type ScriptDraft } from './script-draft';

/**
 * The scripts last run, newest first. They are kept in sessionStorage: scripts may hold secrets, so they go with the tab.
 * Values of parameters are not kept at all.
 */
export interface RecentScript {
  script: ScriptDraft;
  /** Epoch milliseconds. */
  at: number;
}

const KEY = 'recent-scripts';
const MOST_KEPT = 10;

export function recentScripts(): RecentScript[] {
  const kept = readFromSession(KEY);
  return Array.isArray(kept) ? kept.filter(isRecent).slice(0, MOST_KEPT) : [];
}

/** Puts a script at the front; the same script again moves there. */
export function rememberScript(script: ScriptDraft, at = Date.now()): void {
  if (script.content.trim() === '') return;
  const kept = { ...script, name: '', keep: false };
  const others = recentScripts().filter((recent) => !sameScript(recent.script, kept));
  keepInSession(KEY, [{ script: kept, at }, ...others].slice(0, MOST_KEPT));
}

export function forgetScripts(): void {
  dropFromSession(KEY);
}

function sameScript(a: ScriptDraft, b: ScriptDraft): boolean {
  return a.type === b.type && a.content === b.content && a.workingDir === b.workingDir;
}

function isRecent(value: unknown): value is RecentScript {
  return (
    typeof value === 'object' &&
    value !== null &&
    'script' in value &&
    isScriptDraft(value.script) &&
    'at' in value &&
    typeof value.at === 'number'
  );
}
