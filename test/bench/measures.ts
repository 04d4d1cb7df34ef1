/** One figure, and what it should be; without a target it is only told. */
export interface Measure {
  value: string;
  target: string;
  isMet: boolean | null;
}

/** By what was measured. */
export type Measures = Record<string, Measure>;

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

function measure(amount: number, unit: string, target: { most?: number; least?: number }): Measure {
  const { most, least } = target;
  const show = (one: number) => `${number.format(Math.abs(one) >= 20 ? Math.round(one) : one)} ${unit}`;
  return {
    value: show(amount),
    target:
      most !== undefined
        ? `at most ${number.format(most)} ${unit}`
        : least !== undefined
          ? `at least ${number.format(least)} ${unit}`
          : '',
    isMet: most !== undefined ? amount <= most : least !== undefined ? amount >= least : null,
  };
}

/** Milliseconds. */
export const ms = (amount: number, most?: number): Measure =>
  measure(amount, 'ms', most === undefined ? {} : { most });

/** Bytes, told in KiB; the target in KiB. */
export const kib = (bytes: number, most?: number): Measure =>
  measure(bytes / 1024, 'KiB', most === undefined ? {} : { most });

/** So many of something, such as points a second. */
export const count = (amount: number, unit: string, least?: number): Measure =>
  measure(Math.round(amount), unit, least === undefined ? {} : { least });

/** The middle one; of an even number the upper of the two. */
export function median(amounts: readonly number[]): number {
  return amounts.toSorted((a, b) => a - b)[Math.floor(amounts.length / 2)] ?? NaN;
}

const RUNS = 30;

/** Median milliseconds of a call. */
export async function timeOf(call: (run: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const started = performance.now();
    await call(run);
    times.push(performance.now() - started);
  }
  return median(times);
}

const MARKS = { true: 'yes', false: 'NO', null: '' };

/** Writes the measures as a table: what was measured, the figure, what it should be, whether it is. */
export function printMeasures(title: string, measures: Measures): void {
  const rows = Object.entries(measures).map(([name, { value, target, isMet }]) => [
    name,
    value,
    target,
    MARKS[`${isMet}`],
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  const [wide = 0, value = 0, target = 0] = widths;
  const line = (row: readonly string[]) =>
    `  ${row[0]!.padEnd(wide)}  ${row[1]!.padStart(value)}  ${row[2]!.padEnd(target)}  ${row[3]!}`.trimEnd();
  console.log(`\n${title}`);
  for (const row of rows) console.log(line(row));
}
