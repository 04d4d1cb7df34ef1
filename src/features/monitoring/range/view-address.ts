import { RANGE_PRESETS, type RangePreset, type TimeSpan } from '@/domain/monitor-period';
import type { TrafficUnit } from '@/domain/monitor-units';

/** Which time is shown: the last so many hours, which move on, or a fixed span. */
export type RangeChoice = { preset: RangePreset } | { span: TimeSpan };

/** How the charts are seen. It lives in the URL, so that any view can be linked and reloaded. */
export interface ChartView {
  range: RangeChoice;
  /** Seconds averaged over; null: the finest that fits. */
  period: number | null;
  traffic: TrafficUnit;
  /** The values as a table, not as charts. */
  isTable: boolean;
}

const DEFAULT_PRESET: RangePreset = '6h';
export const DEFAULT_VIEW: ChartView = {
  range: { preset: DEFAULT_PRESET },
  period: null,
  traffic: 'bit',
  isTable: false,
};

/** Reads the view from the URL. Anything malformed reads as absent: an old or mistyped link still opens. */
export function readView(params: URLSearchParams): ChartView {
  const from = readMoment(params.get('from'));
  const to = readMoment(params.get('to'));
  const preset = RANGE_PRESETS.find((name) => name === params.get('range')) ?? DEFAULT_PRESET;
  const period = params.get('period') ?? '';
  return {
    range: from !== null && to !== null ? { span: { from, to } } : { preset },
    period: /^[1-9]\d{1,4}$/.test(period) ? Number(period) : null,
    traffic: params.get('unit') === 'byte' ? 'byte' : 'bit',
    isTable: params.get('view') === 'table',
  };
}

/** Writes the view over the URL's own; defaults are left out and parameters of others are kept. */
export function writeView(current: URLSearchParams, view: ChartView): URLSearchParams {
  const next = new URLSearchParams(current);
  const put = (key: string, value: string | null) => {
    if (value === null) next.delete(key);
    else next.set(key, value);
  };
  const { range } = view;
  const span = 'span' in range ? range.span : null;
  put('range', 'preset' in range && range.preset !== DEFAULT_PRESET ? range.preset : null);
  put('from', span && writeMoment(span.from));
  put('to', span && writeMoment(span.to));
  put('period', view.period === null ? null : String(view.period));
  put('unit', view.traffic === 'byte' ? 'byte' : null);
  put('view', view.isTable ? 'table' : null);
  return next;
}

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?Z$/;

/** `2026-11-23T08:30Z`: UTC, so that a link means the same to a colleague elsewhere. */
function readMoment(text: string | null): number | null {
  if (!text || !MOMENT.test(text)) return null;
  const at = Date.parse(text);
  return Number.isFinite(at) ? at : null;
}

function writeMoment(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`;
}
