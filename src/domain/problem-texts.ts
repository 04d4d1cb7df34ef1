import type { DraftProblem, DraftProblemKinds } from './command-draft';
import { MAX_PARAMETER_NAME_BYTES, type ParameterProblem } from './parameters';
import type { RunProblem, RunProblemKind } from './run-parameters';

type DraftKey = {
  [
    Field in keyof DraftProblemKinds
  ]: `draftProblem.${Field}.${Exclude<DraftProblemKinds[Field], 'parameterName'>}`;
}[keyof DraftProblemKinds];
type ParameterKey = `parameterProblem.${ParameterProblem['kind']}`;

/** A sentence of the `domain` words: its key, and what it names. Numbers are plain; the words format them. */
export interface ProblemText<Key extends string> {
  key: Key;
  values: { limit: number; actual: number; line: number; column: number; name: string };
}

const NOTHING = { limit: 0, actual: 0, line: 0, column: 0, name: '' };
/** Longer names are cut in sentences: what stands between two braces may be half a script. */
const SHOWN_NAME_LENGTH = 80;

export function draftProblemText(problem: DraftProblem): ProblemText<DraftKey | ParameterKey> {
  if (problem.at !== undefined) return parameterProblemText(problem.at);
  const { field, kind, limit = 0, actual = 0 } = problem;
  // The type of DraftProblem ties the kind to the field, which a template literal type cannot follow.
  return { key: `draftProblem.${field}.${kind}` as DraftKey, values: { ...NOTHING, limit, actual } };
}

export function parameterProblemText({
  kind,
  raw,
  line,
  column,
}: ParameterProblem): ProblemText<ParameterKey> {
  const name = shorten(raw);
  return {
    key: `parameterProblem.${kind}`,
    values: { ...NOTHING, limit: MAX_PARAMETER_NAME_BYTES, actual: raw.length, line, column, name },
  };
}

export function runProblemText(problem: RunProblem): ProblemText<`runProblem.${RunProblemKind}`> {
  const { kind, limit = 0, actual = 0, name = '' } = problem;
  return { key: `runProblem.${kind}`, values: { ...NOTHING, limit, actual, name: shorten(name) } };
}

function shorten(name: string): string {
  return name.length > SHOWN_NAME_LENGTH ? `${name.slice(0, SHOWN_NAME_LENGTH)}…` : name;
}
