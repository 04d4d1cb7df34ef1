import { BUILT_IN, type BuiltInLine } from '../instance/built-in';

/** Instances one chart can tell apart. */
export const MOST_COMPARED = 8;

/** One line of one of the built-in charts: what instances are compared on. */
export interface ComparedMetric {
  /** `internetTraffic-out`, as in the URL. */
  id: string;
  chart: (typeof BUILT_IN)[number]['id'];
  line: BuiltInLine;
  quantity: (typeof BUILT_IN)[number]['quantity'];
  field: string;
}

export const COMPARED_METRICS: readonly ComparedMetric[] = BUILT_IN.flatMap(({ id, quantity, lines }) =>
  Object.entries(lines).map(([line, field]) => ({
    id: `${id}-${line}`,
    chart: id,
    line: line as BuiltInLine,
    quantity,
    field,
  })),
);

const INSTANCE_ID = /^i-[a-z0-9-]{1,60}$/i;

/** The instances of an address, each once, eight at most; what is no ID is left out. */
export function readCompared(params: URLSearchParams): string[] {
  const ids = (params.get('instances') ?? '').split(',').filter((id) => INSTANCE_ID.test(id));
  return [...new Set(ids)].slice(0, MOST_COMPARED);
}

export function readMetric(params: URLSearchParams): ComparedMetric {
  const id = params.get('metric');
  return COMPARED_METRICS.find((metric) => metric.id === id) ?? COMPARED_METRICS[0]!;
}
