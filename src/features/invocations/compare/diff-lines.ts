import { diffArrays, diffWordsWithSpace } from 'diff';

/** A stretch of a line; changed ones are what the other line does not have. */
export interface DiffPart {
  text: string;
  changed: boolean;
}

export interface DiffRow {
  kind: 'equal' | 'removed' | 'added';
  /** Line numbers from 1; null on the side that does not have the line. */
  base: number | null;
  other: number | null;
  parts: DiffPart[];
}

export interface OutputDiff {
  /** Lines in their order, removed ones before the added ones that took their place. */
  rows: DiffRow[];
  removed: number;
  added: number;
  /** Lines of either side beyond what was compared; 0 when all of it was. */
  leftOut: number;
  /** True when the outputs have too little in common: everything between their equal ends counts as changed. */
  coarse: boolean;
}

/** Lines of either side that are compared. An output of 24 KB seldom has more. */
export const MOST_LINES = 5000;
/** Longer lines are marked as a whole instead of word by word. */
const LONGEST_BY_WORD = 2000;
const LINE_TIME_MS = 800;
const WORD_TIME_MS = 50;

/** What `other` has otherwise than `base`, line by line and word by word. Always right, and ends within about a second. */
export function diffLines(base: readonly string[], other: readonly string[]): OutputDiff {
  const a = base.slice(0, MOST_LINES);
  const b = other.slice(0, MOST_LINES);
  const changes = diffArrays(a, b, { timeout: LINE_TIME_MS });
  const runs = changes ?? coarseRuns(a, b);
  const diff: OutputDiff = {
    rows: [],
    removed: 0,
    added: 0,
    leftOut: base.length - a.length + (other.length - b.length),
    coarse: changes === undefined,
  };
  let atBase = 1;
  let atOther = 1;
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index];
    if (!run) continue;
    const next = runs[index + 1];
    if (!run.removed && !run.added) {
      for (const text of run.value) {
        const parts = [{ text, changed: false }];
        diff.rows.push({ kind: 'equal', base: atBase++, other: atOther++, parts });
      }
      continue;
    }
    const gone = run.removed ? run.value : next?.removed ? next.value : [];
    const come = run.added ? run.value : next?.added ? next.value : [];
    if (gone.length > 0 && come.length > 0) index++;
    const pairs = gone.map((line, at) => wordParts(line, come[at], diff.coarse));
    for (const [at, line] of gone.entries()) {
      const parts = pairs[at]?.base ?? whole(line);
      diff.rows.push({ kind: 'removed', base: atBase++, other: null, parts });
    }
    for (const [at, line] of come.entries()) {
      const parts = pairs[at]?.other ?? whole(line);
      diff.rows.push({ kind: 'added', base: null, other: atOther++, parts });
    }
    diff.removed += gone.length;
    diff.added += come.length;
  }
  return diff;
}

interface Run {
  value: string[];
  added: boolean;
  removed: boolean;
}

/** Equal start, everything between as changed, equal end. */
function coarseRuns(a: readonly string[], b: readonly string[]): Run[] {
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < shorter - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const run = (value: string[], kind: 'equal' | 'removed' | 'added') => ({
    value,
    removed: kind === 'removed',
    added: kind === 'added',
  });
  return [
    run(a.slice(0, head), 'equal'),
    run(a.slice(head, a.length - tail), 'removed'),
    run(b.slice(head, b.length - tail), 'added'),
    run(a.slice(a.length - tail), 'equal'),
  ].filter(({ value }) => value.length > 0);
}

const whole = (text: string): DiffPart[] => [{ text, changed: true }];

/** Both lines of a pair, word by word; null when they are no pair or have hardly a word in common. */
function wordParts(
  base: string,
  other: string | undefined,
  coarse: boolean,
): { base: DiffPart[]; other: DiffPart[] } | null {
  if (other === undefined || coarse) return null;
  if (Math.max(base.length, other.length) > LONGEST_BY_WORD) return null;
  const words = diffWordsWithSpace(base, other, { timeout: WORD_TIME_MS });
  if (!words?.some(({ added, removed, value }) => !added && !removed && /[\p{L}\p{N}]/u.test(value)))
    return null;
  const side = (leftOut: 'added' | 'removed') =>
    words
      .filter((word) => !word[leftOut])
      .map(({ value, added, removed }) => ({ text: value, changed: added || removed }));
  return { base: side('added'), other: side('removed') };
}
