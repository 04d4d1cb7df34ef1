import { useSyncExternalStore } from 'react';
import { type ChartLine, type ChartModel, valueAt } from './chart-line';
import type { CursorStore } from './cursor-store';
import { LineKey } from './LineKey';
import { useFigures } from './use-figures';

/** The value of one line at the cursor, or its last one, in the model's unit. */
export function CursorValue({
  line,
  divisor,
  cursor,
}: {
  line: ChartLine;
  divisor: number;
  cursor: CursorStore;
}) {
  const { at } = useSyncExternalStore(cursor.subscribe, cursor.get);
  const figures = useFigures();
  const last = line.series.summary.last;
  const value = at === null ? (last === null ? null : last / divisor) : valueAt(line, divisor, at);
  return <b className="text-sm text-text">{figures.value(value)}</b>;
}

/** The legend: each line's name and its value at the cursor, or its last one. */
export function CursorValues({ model, cursor }: { model: ChartModel; cursor: CursorStore }) {
  const { lines, divisor } = model;
  return lines.map((line) => (
    <span key={line.id} className="ml-1 inline-flex items-center gap-1.5">
      {lines.length > 1 ? (
        <>
          <LineKey line={line} />
          <span className="text-text-muted">{line.label}</span>
        </>
      ) : null}
      <CursorValue line={line} divisor={divisor} cursor={cursor} />
    </span>
  ));
}
