import { type CommandDraft, type DraftProblem, draftProblems } from '@/domain/command-draft';
import { isCommandType } from '@/domain/command-type';
import { scanParameters } from '@/domain/parameters';
import type { Check } from '../preflight';
import { RUN_LIMITS } from '../run-request';
import type { Runnable } from '../runnable';

/** A script that is run without being saved first, as its form holds it. */
export interface ScriptDraft extends CommandDraft {
  /** Whether it is saved as a command too; only then its name counts. */
  keep: boolean;
}

/** RunCommand's own default in seconds, other than a saved command's (contract 5). */
const DEFAULT_TIMEOUT = '60';

export const EMPTY_SCRIPT: ScriptDraft = {
  name: '',
  description: '',
  type: 'RunShellScript',
  content: '',
  workingDir: '',
  timeout: DEFAULT_TIMEOUT,
  enableParameter: false,
  keep: false,
};

/** Whether a value read from storage is a draft. */
export function isScriptDraft(value: unknown): value is ScriptDraft {
  if (typeof value !== 'object' || value === null) return false;
  const draft = value as Partial<Record<keyof ScriptDraft, unknown>>;
  const texts = [draft.name, draft.description, draft.content, draft.workingDir, draft.timeout, draft.type];
  return (
    texts.every((text) => typeof text === 'string') &&
    isCommandType(String(draft.type)) &&
    typeof draft.enableParameter === 'boolean' &&
    typeof draft.keep === 'boolean'
  );
}

/** Everything that is wrong with the script itself; an unsaved one needs no name. */
export function scriptProblems(draft: ScriptDraft): DraftProblem[] {
  return draftProblems(draft, RUN_LIMITS).filter(({ field }) => field !== 'name' || draft.keep);
}

/** The lines of the preflight that a saved command has behind it: its script, and the room to save it. */
export function scriptChecks(
  draft: ScriptDraft,
  quota: { used: number | null; limit: number | null },
): Check[] {
  const checks: Check[] = [];
  // The size stands in a line of its own, with the values.
  const [problem] = scriptProblems(draft).filter(({ kind }) => kind !== 'contentTooLarge');
  if (problem) {
    const missing = problem.kind === 'required';
    checks.push({ kind: 'script', problem, tone: missing ? 'open' : 'danger', blocks: true });
  }
  if (draft.keep && quota.used !== null && quota.limit !== null && quota.used >= quota.limit) {
    checks.push({ kind: 'commandQuota', limit: quota.limit, tone: 'danger', blocks: true });
  }
  return checks;
}

/** The script in the shape of a saved command, for whatever looks at one before it runs. */
export function runnableOfScript(draft: ScriptDraft, name: string): Runnable {
  const { type, content, enableParameter, workingDir, timeout } = draft;
  return {
    commandId: '',
    name,
    type,
    content,
    enableParameter,
    parameterNames: enableParameter ? scanParameters(content).names : [],
    workingDir,
    timeoutSeconds: Number(timeout.trim()) || 0,
  };
}
