import { isScriptDraft, type ScriptDraft } from './script-draft';

/**
 * The scripts last run, newest first. They are kept in sessionStorage: scripts may hold secrets, so they go with the tab.
 * Values of parameters are not kept at all. A store that is full or forbidden only means that nothing is kept.
 */
export interface RecentScript {
  script: ScriptDraft;
  /** Epoch milliseconds. */
  at: number;
}

const KEY = 'recent-scripts';
const MOST_KEPT = 10;

export function recentScripts(): RecentScript[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isRecent).slice(0, MOST_KEPT) : [];
  } catch {
    return [];
  }
}

/** Puts a script at the front; the same script again moves there. */
export function rememberScript(script: ScriptDraft, at = Date.now()): void {
  if (script.content.trim() === '') return;
  const kept = { ...script, name: '', keep: false };
  const others = recentScripts().filter((recent) => !sameScript(recent.script, kept));
  try {
    sessionStorage.setItem(KEY, JSON.stringify([{ script: kept, at }, ...others].slice(0, MOST_KEPT)));
  } catch {
    // Nothing else to do: the script ran, it is only not remembered.
  }
}

export function forgetScripts(): void {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // As above.
  }
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
