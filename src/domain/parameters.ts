import { unquotedAmong } from './shell-quoting';

/** Custom parameters of a command, `{{ name }}` (manual 1.1, table 1-1; contract 4.7). */

/** One valid use. Offsets in UTF-16 units; the range is the whole `{{ … }}`. Built-ins are uses too, with `ACS::`. */
export interface ParameterUse {
  name: string;
  from: number;
  to: number;
}

export interface ParameterProblem {
  kind: 'empty' | 'characters' | 'tooLong' | 'builtInUnknown';
  /** What stands between the braces, without the blanks around it. */
  raw: string;
  from: number;
  to: number;
  /** Place of the opening braces, both counted from 1, columns in UTF-16 units. */
  line: number;
  column: number;
}

export interface ParameterScan {
  /** What a run may set: first-seen spelling, unique without regard to case, without the built-ins. */
  names: string[];
  uses: ParameterUse[];
  problems: ParameterProblem[];
  /** More distinct names than a command may define. */
  tooMany: boolean;
}

export const MAX_PARAMETERS = 20;
export const MAX_PARAMETER_NAME_BYTES = 64;

/** Filled in by the service itself; any other `ACS::` name is refused. */
export const BUILT_IN_PARAMETERS = [
  'ACS::RegionId',
  'ACS::AccountId',
  'ACS::InstanceId',
  'ACS::InstanceName',
  'ACS::InvokeId',
  'ACS::CommandId',
] as const;

const BUILT_IN_PREFIX = 'acs::';
const BUILT_INS = new Set(BUILT_IN_PARAMETERS.map((name) => name.toLowerCase()));
const NAME = /^[A-Za-z0-9_-]+$/;
/** The innermost pair wins: of `{{{x}}}` the middle, of `{{a{{b}}` the second; what is not closed is plain text. */
const BRACES = /\{\{([^{}]*)\}\}/g;

/** Finds every parameter of a script, and what is wrong with it, in one pass. */
export function scanParameters(content: string): ParameterScan {
  const names = new Map<string, string>();
  const uses: ParameterUse[] = [];
  const problems: ParameterProblem[] = [];
  const place = placeFinder(content);
  for (const match of content.matchAll(BRACES)) {
    const raw = trimBlanks(match[1] ?? '');
    const from = match.index;
    const to = from + match[0].length;
    const kind = nameProblem(raw);
    if (kind !== null) {
      problems.push({ kind, raw, from, to, ...place(from) });
      continue;
    }
    uses.push({ name: raw, from, to });
    const key = raw.toLowerCase();
    if (!key.startsWith(BUILT_IN_PREFIX) && !names.has(key)) names.set(key, raw);
  }
  return { names: [...names.values()], uses, problems, tooMany: names.size > MAX_PARAMETERS };
}

function nameProblem(raw: string): ParameterProblem['kind'] | null {
  if (raw === '') return 'empty';
  const lower = raw.toLowerCase();
  if (lower.startsWith(BUILT_IN_PREFIX)) return BUILT_INS.has(lower) ? null : 'builtInUnknown';
  if (!NAME.test(raw)) return 'characters';
  return raw.length > MAX_PARAMETER_NAME_BYTES ? 'tooLong' : null;
}

export interface Substitution {
  text: string;
  /** Where the values stand in `text`, in UTF-16 units. */
  marks: { name: string; from: number; to: number }[];
}

/**
 * The script as it will run. Names are matched without regard to case; a parameter without a value becomes the empty
 * string. A built-in is filled from `builtIns` (keys with `ACS::`) and left as it stands if that has no value for it,
 * because only the service knows it. Values are put in as they are, never searched for parameters again.
 */
export function substitute(
  content: string,
  values: Record<string, string>,
  builtIns: Record<string, string> = {},
): Substitution {
  const byName = new Map(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]));
  const byBuiltIn = new Map(Object.entries(builtIns).map(([name, value]) => [name.toLowerCase(), value]));
  const marks: Substitution['marks'] = [];
  let text = '';
  let copied = 0;
  for (const use of scanParameters(content).uses) {
    const key = use.name.toLowerCase();
    const value = key.startsWith(BUILT_IN_PREFIX) ? byBuiltIn.get(key) : (byName.get(key) ?? '');
    if (value === undefined) continue;
    text += content.slice(copied, use.from);
    marks.push({ name: use.name, from: text.length, to: text.length + value.length });
    text += value;
    copied = use.to;
  }
  return { text: text + content.slice(copied), marks };
}

/**
 * The uses in a shell script whose value the shell would split and expand: outside single and double quotes,
 * comments and here-documents with a quoted delimiter. For Shell commands only.
 */
export function unquotedUses(content: string): ParameterUse[] {
  return unquotedAmong(content, scanParameters(content).uses);
}

/** Blanks and line breaks, and nothing else: a no-break space is part of a (bad) name. */
function trimBlanks(text: string): string {
  let from = 0;
  let to = text.length;
  while (from < to && isBlank(text.charCodeAt(from))) from += 1;
  while (to > from && isBlank(text.charCodeAt(to - 1))) to -= 1;
  return text.slice(from, to);
}

function isBlank(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d;
}

const LINE_BREAK = /\r\n|\r|\n/g;

/** Turns ascending offsets into places; counting goes on where the last question stopped. */
function placeFinder(content: string): (offset: number) => { line: number; column: number } {
  const breaks = content.matchAll(LINE_BREAK);
  let next = breaks.next();
  let line = 1;
  let lineStart = 0;
  return (offset) => {
    while (next.done !== true && next.value.index < offset) {
      line += 1;
      lineStart = next.value.index + next.value[0].length;
      next = breaks.next();
    }
    return { line, column: offset - lineStart + 1 };
  };
}
