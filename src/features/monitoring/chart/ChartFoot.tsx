import { useTranslation } from '@/i18n/use-translation';
import { Link } from 'react-router-dom';
import { Rich } from '@/i18n/Rich';
import { Time } from '@/ui/Time';
import type { ChartWindow } from '../data/chart-window';
import type { ChartViewState } from '../range/use-chart-view';
import type { ChartData } from './chart-data';
import { type ChartMarks, laneLook, marksWithin } from './chart-marks';
import { LANE } from './geometry';
import { useAxisTimes } from './use-axis-times';

export interface ChartFootProps {
  state: ChartViewState;
  window: ChartWindow;
  marks: ChartMarks;
  charts: readonly ChartData[];
}

/** Marks named one by one; the others are on the charts and in the records. */
const MOST_NAMED = 6;

/** What the marks are, each a link; how the values are made; how old they are. */
export function ChartFoot({ state, window, marks, charts }: ChartFootProps) {
  const { t } = useTranslation('monitoring');
  const times = useAxisTimes();
  const { points, bands, begin } = marksWithin(marks, window.span);
  const named = points.slice(-MOST_NAMED);
  const readAt = charts.reduce((latest, chart) => Math.max(latest, chart.readAt), 0);
  const hasPartial = window.span.to > window.now - window.periodSeconds * 1000 && window.periodSeconds > 60;
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-5 gap-y-1.5 text-xs text-text-muted">
      {bands.map((band) => (
        <span key={band.id} className="inline-flex items-center gap-1.5">
          <BandKey lane={band.lane} />
          <Link to={band.address}>{band.label}</Link>
          <span>
            {t(band.to === null ? 'mark.since' : 'mark.between', {
              from: times.moment(band.from),
              to: band.to === null ? '' : times.clock(band.to),
            })}
          </span>
        </span>
      ))}
      {points.length > 0 ? (
        <span className="inline-flex flex-wrap items-center gap-x-2">
          <svg width={9} height={7} aria-hidden>
            <path d="M0 7h9l-4.5-7z" fill="var(--color-text-muted)" />
          </svg>
          {t('mark.runs')}
          {named.map((point) => (
            <span key={point.id}>
              <Link to={point.to}>{point.label}</Link> {times.clock(point.at)}
            </span>
          ))}
          {points.length > named.length
            ? t('mark.earlier', { count: points.length - named.length, number: points.length - named.length })
            : null}
        </span>
      ) : null}
      {begin === null ? null : <span>{t('mark.created', { time: times.moment(begin) })}</span>}
      {hasPartial ? (
        <span className="inline-flex items-center gap-1.5">
          <svg width={16} height={7} aria-hidden>
            <line x1={0} x2={10} y1={3.5} y2={3.5} stroke="var(--color-text-muted)" strokeDasharray="2 2" />
            <circle cx={12.5} cy={3.5} r={2.5} fill="var(--color-bg)" stroke="var(--color-text-muted)" />
          </svg>
          {t('mark.partial')}
        </span>
      ) : null}
      <span className="flex-1" />
      {readAt > 0 ? (
        <span>
          <Rich
            text={t(state.isLive ? 'mark.live' : state.isPaused ? 'mark.paused' : 'mark.asOf')}
            parts={{ time: <Time at={readAt} form="clock" /> }}
          />
        </span>
      ) : null}
    </div>
  );
}

/** The look of a band's lane on the charts. */
function BandKey({ lane }: { lane: number }) {
  const { colour, dash } = laneLook(lane);
  return (
    <svg width={16} height={11} aria-hidden>
      <rect width={16} height={11} fill={colour} fillOpacity={0.16} />
      <line
        x2={16}
        y1={LANE.height / 2}
        y2={LANE.height / 2}
        stroke={colour}
        strokeWidth={LANE.height}
        {...(dash ? { strokeDasharray: dash } : null)}
      />
    </svg>
  );
}
