import type { ChartLine } from './chart-line';

/** A line's colour and dash, beside its name. */
export function LineKey({ line }: { line: Pick<ChartLine, 'colour' | 'dash'> }) {
  return (
    <svg aria-hidden width={14} height={4} className="flex-none">
      <line x1={0} x2={14} y1={2} y2={2} stroke={line.colour} strokeWidth={2} strokeDasharray={line.dash} />
    </svg>
  );
}
