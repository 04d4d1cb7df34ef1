import { METRICS, PERIODS } from '../metrics/catalog';
import type { Action } from './action';
import { parameterInvalid } from './cms-reply';
import { ECS_NAMESPACE } from './cms-request';
import { readPaging } from './paging';

/** DescribeMetricMetaList (contract 9.1). */
export const describeMetricMetaList: Action = ({ params }) => {
  const { pageNumber, pageSize } = readPaging(params, {
    defaultSize: 30,
    maxSize: 10_000,
    code: 'ParameterInvalid',
  });
  const namespace = params.text('Namespace') ?? ECS_NAMESPACE;
  const name = params.text('MetricName');
  const labels = params.text('Labels');
  const list = [...METRICS.values()].filter(
    (metric) =>
      namespace === ECS_NAMESPACE &&
      (name === undefined || metric.name === name) &&
      (labels === undefined || hasLabels(labels)),
  );
  const page = list.slice((pageNumber - 1) * pageSize, pageNumber * pageSize);
  return {
    TotalCount: String(list.length),
    Resources: {
      Resource: page.map((metric) => ({
        Namespace: ECS_NAMESPACE,
        MetricName: metric.name,
        Description: metric.description,
        Unit: metric.unit,
        Dimensions: ['userId', 'instanceId', ...metric.extraDimensions].join(','),
        Statistics: metric.statistics.join(','),
        Periods: PERIODS[metric.byPlugin ? 'plugin' : 'basic'].join(','),
        Labels: JSON.stringify(LABELS),
      })),
    },
  };
};

/** Every metric carries these; `is_alarm`: a rule may watch it. */
const LABELS = [
  { name: 'is_alarm', value: 'true' },
  { name: 'product', value: 'ECS' },
];

/** Whether the metrics carry all labels of a filter, `[{"name":"product","value":"ECS"}]`. */
function hasLabels(text: string): boolean {
  let asked: unknown;
  try {
    asked = JSON.parse(text);
  } catch {
    throw parameterInvalid('Labels');
  }
  if (!Array.isArray(asked)) throw parameterInvalid('Labels');
  return asked.every((label: { name?: unknown; value?: unknown } | null) =>
    LABELS.some(
      ({ name, value }) => label?.name === name && (label.value === undefined || label.value === value),
    ),
  );
}
