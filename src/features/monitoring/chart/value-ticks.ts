/** How many steps a value axis has; the zero line is one of its ends. */
const STEPS = 4;
const NICE = [1, 2, 2.5, 5, 10] as const;

/** The marks of a value axis. It begins at zero always, so that no difference looks larger than it is. */
export interface ValueAxis {
  top: number;
  /** Ascending, zero left out. */
  ticks: number[];
}

/**
 * A value axis from zero with round steps above the largest value.
 * @param largest the largest value drawn; not above zero reads as nothing measured
 * @param atLeast the end of a scale with an end of its own, such as 100 %
 */
export function valueAxis(largest: number, atLeast = 0): ValueAxis {
  const reach = Math.max(largest, atLeast, 0);
  // Of zeros only there is no scale to speak of.
  if (reach === 0) return { top: 1, ticks: [] };
  const rough = reach / STEPS;
  const power = 10 ** Math.floor(Math.log10(rough));
  // The last of them is ten times the power, which is above any rough step.
  const step = power * (NICE.find((nice) => nice * power >= rough * (1 - 1e-9)) ?? 10);
  const count = Math.max(1, Math.ceil(reach / step - 1e-9));
  const ticks = Array.from({ length: count }, (_, index) => Number(((index + 1) * step).toPrecision(12)));
  return { top: ticks.at(-1)!, ticks };
}
