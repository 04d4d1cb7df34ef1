import type { Limits } from './limits';
import { scanParameters } from './parameters';
import { runSize, utf8Length } from './size';

/** What a run is made of, as far as it can be judged before it is sent (contract 5, InvokeCommand). */
export interface RunDraft {
  /** The command's script, before substitution. */
  content: string;
  enableParameter: boolean;
  /** The pairs that would be sent. */
  parameters: Record<string, string>;
  instanceCount: number;
  limits: Limits;
}

export const RUN_PROBLEM_KINDS = [
  'noInstances',
  'tooManyInstances',
  'parametersDisabled',
  'tooManyPairs',
  'keyEmpty',
  'keyTooLong',
  'keyDuplicate',
  'keyUnknown',
  'runTooLarge',
] as const;
export type RunProblemKind = (typeof RUN_PROBLEM_KINDS)[number];

export interface RunProblem {
  field: 'instances' | 'parameters';
  kind: RunProblemKind;
  /** The parameter's name as given. */
  name?: string;
  limit?: number;
  actual?: number;
}

/**
 * Everything that keeps a run from being sent, instances first. Empty values are fine (manual 1.2.2: "Null string"),
 * and so is a parameter that is not passed. Names are compared without regard to case, so `a` beside `A` is
 * a duplicate. If the command does not use parameters, passing any is the one thing said about them.
 */
export function runProblems({
  content,
  enableParameter,
  parameters,
  instanceCount,
  limits,
}: RunDraft): RunProblem[] {
  return [
    ...instanceProblems(instanceCount, limits),
    ...(enableParameter
      ? pairProblems(content, Object.keys(parameters), limits)
      : disabledProblems(Object.keys(parameters))),
    ...sizeProblems(content, parameters, limits),
  ];
}

function instanceProblems(actual: number, { instancesPerCall }: Limits): RunProblem[] {
  const field = 'instances';
  if (actual === 0) return [{ field, kind: 'noInstances' }];
  if (actual <= instancesPerCall) return [];
  return [{ field, kind: 'tooManyInstances', limit: instancesPerCall, actual }];
}

function disabledProblems(keys: readonly string[]): RunProblem[] {
  const [name] = keys;
  return name === undefined
    ? []
    : [{ field: 'parameters', kind: 'parametersDisabled', name, actual: keys.length }];
}

function pairProblems(content: string, keys: readonly string[], limits: Limits): RunProblem[] {
  const field = 'parameters';
  const problems: RunProblem[] = [];
  if (keys.length > limits.parametersPerRun) {
    problems.push({ field, kind: 'tooManyPairs', limit: limits.parametersPerRun, actual: keys.length });
  }
  const defined = new Set(scanParameters(content).names.map((name) => name.toLowerCase()));
  const passed = new Set<string>();
  for (const name of keys) {
    const key = name.toLowerCase();
    const bytes = utf8Length(name);
    const limit = limits.parameterNameBytes;
    if (name === '') problems.push({ field, kind: 'keyEmpty', name });
    else if (bytes > limit) problems.push({ field, kind: 'keyTooLong', name, limit, actual: bytes });
    else if (passed.has(key)) problems.push({ field, kind: 'keyDuplicate', name });
    else if (!defined.has(key)) problems.push({ field, kind: 'keyUnknown', name });
    passed.add(key);
  }
  return problems;
}

function sizeProblems(content: string, parameters: Record<string, string>, limits: Limits): RunProblem[] {
  const actual = runSize(content, parameters);
  if (actual <= limits.contentBytes) return [];
  return [{ field: 'parameters', kind: 'runTooLarge', limit: limits.contentBytes, actual }];
}
