export interface LimitLineProps {
  /** Pixels. */
  y: number;
  left: number;
  right: number;
  label: string;
}

/** Letters hang this far above the line, or below it near the chart's top. */
const ABOVE = 4;
const BELOW = 12;
const TOP = 20;

/** A dashed line that the values do not pass, and its name at the right end. */
export function LimitLine({ y, left, right, label }: LimitLineProps) {
  return (
    <g>
      <line x1={left} x2={right} y1={y} y2={y} stroke="var(--color-danger-solid)" strokeDasharray="4 3" />
      <text
        x={right}
        y={y < TOP ? y + BELOW : y - ABOVE}
        textAnchor="end"
        fontSize={11}
        fill="var(--color-danger)"
      >
        {label}
      </text>
    </g>
  );
}
