export interface ProgressLineProps {
  label: string;
  done: number;
  total: number;
}

/** How far something is, as a thin line; the figures stand beside it in words. */
export function ProgressLine({ label, done, total }: ProgressLineProps) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      className="h-1 w-full overflow-hidden rounded-[2px] bg-neutral-subtle forced-colors:border"
    >
      <div
        className="h-full bg-text transition-[width] duration-(--duration) forced-colors:bg-[Highlight]"
        style={{ width: `${total === 0 ? 0 : (done / total) * 100}%` }}
      />
    </div>
  );
}
