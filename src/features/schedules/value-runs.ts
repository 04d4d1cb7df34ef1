export interface Run {
  from: number;
  to: number;
}

/**
 * Ascending values as runs of neighbours. With `size`, the number of values of a field that starts over (24 hours), a
 * run over the end is one: 22, 23, 0, 1 is from 22 to 1.
 */
export function runsOf(values: readonly number[], size?: number): Run[] {
  const runs: Run[] = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (last && last.to + 1 === value) last.to = value;
    else runs.push({ from: value, to: value });
  }
  const [first, last] = [runs[0], runs.at(-1)];
  if (size !== undefined && first && last && first !== last && first.from === 0 && last.to === size - 1) {
    return [...runs.slice(1, -1), { from: last.from, to: first.to }];
  }
  return runs;
}

/** The distance between neighbours when it is the same for three values or more; else null. */
export function stepOf(values: readonly number[]): number | null {
  if (values.length < 3) return null;
  const step = values[1]! - values[0]!;
  return values.every((value, index) => index === 0 || value === values[index - 1]! + step) ? step : null;
}

/** As {@link stepOf}, and also for two values that halve a field that starts over: 0 and 30 of 60. */
export function rhythmOf(values: readonly number[], size: number): number | null {
  const [first, second, ...others] = values;
  if (first !== undefined && second !== undefined && others.length === 0 && second - first === size / 2) {
    return size / 2;
  }
  return stepOf(values);
}

/** `5–20`, `30`: numbers with runs of three and more drawn together. */
export function numberRuns(values: readonly number[]): string[] {
  return runsOf(values).flatMap(({ from, to }) => {
    if (from === to) return [String(from)];
    return to - from === 1 ? [String(from), String(to)] : [`${from}–${to}`];
  });
}
