import type { ChartWindow } from '../data/chart-window';
import { type ChartModel, lonelySpots, partialSpot } from './chart-line';
import { type ChartMarks, laneLook, shownBand } from './chart-marks';
import { type Geometry, LANE, laneTop } from './geometry';

export interface ChartLayerProps {
  model: ChartModel;
  marks: ChartMarks;
  window: ChartWindow;
  geometry: Geometry;
}

/** A band has to be seen, however short it was. */
const NARROWEST_BAND = 2;

/** What a chart shows besides its lines: events, runs, the time before the creation, lone values, the period under way. */
export function ChartLayer({ model, marks, window, geometry }: ChartLayerProps) {
  const { left, top, bottom, x, y } = geometry;
  return (
    <g>
      {marks.begin === null ? null : (
        <g>
          <rect
            x={left}
            y={top}
            width={Math.max(0, x(marks.begin) - left)}
            height={bottom - top}
            fill="var(--color-neutral-subtle)"
            fillOpacity={0.6}
          />
          <line
            x1={x(marks.begin)}
            x2={x(marks.begin)}
            y1={top}
            y2={bottom}
            stroke="var(--color-text-subtle)"
            strokeDasharray="2 3"
          />
        </g>
      )}
      {marks.bands.map((band) => {
        const shown = shownBand(band, window.span);
        return shown ? (
          <Band key={band.id} lane={band.lane} from={x(shown.from)} to={x(shown.to)} geometry={geometry} />
        ) : null;
      })}
      {model.lines.map((line) => {
        const tail = partialSpot(line, model.divisor);
        return (
          <g key={line.id}>
            {lonelySpots(line, model.divisor)
              .filter(({ at }) => at >= window.span.from)
              .map(({ at, value }) => (
                <circle key={at} cx={x(at)} cy={y(value)} r={2} fill={line.colour} />
              ))}
            {tail?.from ? (
              <line
                x1={x(tail.from.at)}
                y1={y(tail.from.value)}
                x2={x(tail.to.at)}
                y2={y(tail.to.value)}
                stroke={line.colour}
                strokeWidth={1.5}
                strokeDasharray="2 2"
              />
            ) : null}
            {tail ? (
              <circle
                cx={x(tail.to.at)}
                cy={y(tail.to.value)}
                r={2.5}
                fill="var(--color-bg)"
                stroke={line.colour}
                strokeWidth={1.25}
              />
            ) : null}
          </g>
        );
      })}
      {marks.points.length > 0 ? (
        <path
          d={marks.points.map(({ at }) => `M${x(at) - 4} ${bottom + 1}h8l-4 -6z`).join('')}
          fill="var(--color-text-muted)"
        />
      ) : null}
    </g>
  );
}

/** A band behind the lines, and the strip at its top that tells it from others of the same time. */
function Band({
  lane,
  from,
  to,
  geometry: { top, bottom },
}: {
  lane: number;
  /** Pixels. */
  from: number;
  to: number;
  geometry: Geometry;
}) {
  const { colour, dash } = laneLook(lane);
  const end = Math.max(to, from + NARROWEST_BAND);
  const middle = laneTop(lane) + LANE.height / 2;
  return (
    <>
      <rect x={from} y={top} width={end - from} height={bottom - top} fill={colour} fillOpacity={0.16} />
      <line
        x1={from}
        x2={end}
        y1={middle}
        y2={middle}
        stroke={colour}
        strokeWidth={LANE.height}
        {...(dash ? { strokeDasharray: dash } : null)}
      />
    </>
  );
}
