import type { Outcome } from './invocation-status';

/** How one instance answered, as far as families are concerned. */
export interface Answer {
  instanceId: string;
  outcome: Outcome;
  exitCode: number | undefined;
  errorCode: string;
  /** Equal texts are equal outputs: the bytes as Base64, or the text with what varies masked. */
  output: string;
}

/** Instances that answered alike. */
export interface OutputFamily {
  /** A for the largest, then B, C … Z, AA. */
  letter: string;
  /** In the order given; the first one stands for all. Never empty. */
  instanceIds: [string, ...string[]];
  outcome: Outcome;
  exitCode: number | undefined;
  errorCode: string;
}

const LETTERS = 26;
const COMPARED = 100;

/** 0 → A, 25 → Z, 26 → AA, as spreadsheets name columns. */
export function familyLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % LETTERS));
  return index < LETTERS ? last : familyLetter(Math.floor(index / LETTERS) - 1) + last;
}

/**
 * Splits answers into families of equal outcome, exit code, error code and output: every instance is in exactly one.
 * Largest first; families of one size stand in the order of their smallest ID, so that the letters are the same for
 * everyone, however the instances are sorted.
 */
export function outputFamilies(answers: readonly Answer[]): OutputFamily[] {
  // Two steps, so that an output of 24 KB is looked up as it is instead of being copied into a longer key.
  const byStatus = new Map<string, Map<string, Answer[]>>();
  for (const answer of answers) {
    const status = `${answer.outcome} ${answer.exitCode} ${answer.errorCode}`;
    const byOutput = byStatus.get(status) ?? new Map<string, Answer[]>();
    byStatus.set(status, byOutput);
    const members = byOutput.get(answer.output);
    if (members) members.push(answer);
    else byOutput.set(answer.output, [answer]);
  }
  return [...byStatus.values()]
    .flatMap((byOutput) => [...byOutput.values()])
    .map((members) => ({ members, smallest: smallestId(members) }))
    .toSorted((a, b) => b.members.length - a.members.length || (a.smallest < b.smallest ? -1 : 1))
    .map(({ members }, index) => {
      const { outcome, exitCode, errorCode } = members[0] as Answer;
      const instanceIds = members.map(({ instanceId }) => instanceId) as [string, ...string[]];
      return { letter: familyLetter(index), instanceIds, outcome, exitCode, errorCode };
    });
}

function smallestId(members: readonly Answer[]): string {
  return members.reduce(
    (least, { instanceId }) => (instanceId < least ? instanceId : least),
    members[0]?.instanceId ?? '',
  );
}

/**
 * One line of each output that tells it from the others: the first of those that the fewest of them have. An output
 * without any text gives `''`. Of very many, the first hundred stand for all.
 */
export function tellingLines(outputs: readonly (readonly string[])[]): string[] {
  const holders = new Map<string, number>();
  for (const lines of outputs.slice(0, COMPARED)) {
    for (const line of new Set(lines)) holders.set(line, (holders.get(line) ?? 0) + 1);
  }
  return outputs.map((lines) => {
    let telling = '';
    let fewest = Infinity;
    for (const line of lines) {
      const count = holders.get(line) ?? 0;
      if (count >= fewest || !/\S/.test(line)) continue;
      telling = line;
      fewest = count;
      if (count <= 1) break;
    }
    return telling.trim();
  });
}
