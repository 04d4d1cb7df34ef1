import type { CommandType } from './command-type';
import type { Limits } from './limits';
import { scanParameters, type ParameterProblem } from './parameters';
import { contentSize } from './size';

/** What a command form holds and CreateCommand takes (manual 1.2.1); the timeout as typed, in seconds. */
export interface CommandDraft {
  name: string;
  description: string;
  type: CommandType;
  content: string;
  /** Empty: the type's default. */
  workingDir: string;
  timeout: string;
  enableParameter: boolean;
}

/** What can be wrong with each field. */
export interface DraftProblemKinds {
  name: 'required' | 'tooLong' | 'characters';
  description: 'tooLong' | 'characters';
  content: 'required' | 'contentTooLarge' | 'tooManyParameters' | 'parameterName';
  workingDir: 'tooLong' | 'characters';
  timeout: 'required' | 'notANumber' | 'tooSmall' | 'tooLarge';
}

interface ProblemOf<Field extends keyof DraftProblemKinds> {
  field: Field;
  kind: DraftProblemKinds[Field];
  limit?: number;
  actual?: number;
  /** For `parameterName`: which, and where. */
  at?: ParameterProblem;
}

export type DraftProblem = { [Field in keyof DraftProblemKinds]: ProblemOf<Field> }[keyof DraftProblemKinds];

/**
 * Everything that is wrong with a draft, in the order of its fields (manual 1.2.1; contract 3, 5 CreateCommand).
 * Lengths count UTF-16 units, as text fields do. The timeout must be whole seconds in digits: `1.5`, `1e9` and
 * `abc` are `notANumber`, `0` and `-1` `tooSmall`. Parameters are looked at only if the command uses them.
 */
export function draftProblems(draft: CommandDraft, limits: Limits): DraftProblem[] {
  return [
    ...textProblems('name', draft.name, limits.nameLength, CONTROL),
    ...textProblems('description', draft.description, limits.descriptionLength, CONTROL_BUT_LINES),
    ...contentProblems(draft, limits),
    ...textProblems('workingDir', draft.workingDir, limits.workingDirLength, CONTROL),
    ...timeoutProblems(draft.timeout, limits),
  ];
}

/** Whole seconds from text as typed, blanks around them allowed; `null` if it is no whole number in digits. */
export function parseTimeout(text: string): number | null {
  const digits = text.trim();
  return /^-?\d+$/.test(digits) ? Number(digits) : null;
}

const CONTROL = /\p{Cc}/u;
const CONTROL_BUT_LINES = /[^\P{Cc}\t\n\r]/u;

function textProblems(
  field: 'name' | 'description' | 'workingDir',
  text: string,
  limit: number,
  forbidden: RegExp,
): DraftProblem[] {
  if (field === 'name' && text.trim() === '') return [{ field, kind: 'required' }];
  if (text.length > limit) return [{ field, kind: 'tooLong', limit, actual: text.length }];
  return forbidden.test(text) ? [{ field, kind: 'characters' }] : [];
}

function contentProblems({ content, enableParameter }: CommandDraft, limits: Limits): DraftProblem[] {
  const field = 'content';
  if (content.trim() === '') return [{ field, kind: 'required' }];
  const problems: DraftProblem[] = [];
  const actual = contentSize(content);
  if (actual > limits.contentBytes) {
    problems.push({ field, kind: 'contentTooLarge', limit: limits.contentBytes, actual });
  }
  if (!enableParameter) return problems;
  const scan = scanParameters(content);
  if (scan.tooMany) {
    const limit = limits.parametersPerCommand;
    problems.push({ field, kind: 'tooManyParameters', limit, actual: scan.names.length });
  }
  for (const at of scan.problems) problems.push({ field, kind: 'parameterName', at });
  return problems;
}

function timeoutProblems(text: string, limits: Limits): DraftProblem[] {
  const field = 'timeout';
  if (text.trim() === '') return [{ field, kind: 'required' }];
  const seconds = parseTimeout(text);
  if (seconds === null) return [{ field, kind: 'notANumber' }];
  if (seconds < limits.minTimeoutSeconds) {
    return [{ field, kind: 'tooSmall', limit: limits.minTimeoutSeconds, actual: seconds }];
  }
  if (seconds > limits.maxTimeoutSeconds) {
    return [{ field, kind: 'tooLarge', limit: limits.maxTimeoutSeconds, actual: seconds }];
  }
  return [];
}
