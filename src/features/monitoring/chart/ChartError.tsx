import { CloudOff, RotateCw } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import type { ErrorText } from '@/api/use-error-text';
import { useFormat } from '@/i18n/format';
import { Button } from '@/ui/Button';
import type { ChartData } from './chart-data';

export interface ChartErrorProps {
  title: string;
  error: ErrorText;
  chart: ChartData;
  /** Pixels. */
  height: number;
}

/** Stands in a chart's place when its values could not be read; the other charts go on. */
export function ChartError({ title, error, chart, height }: ChartErrorProps) {
  const { t } = useTranslation(['monitoring', 'ui']);
  const format = useFormat();
  return (
    <div
      role="alert"
      className="flex flex-col items-start justify-center gap-1.5 rounded-md bg-panel px-4 forced-colors:border"
      style={{ minHeight: height }}
    >
      <p>
        <CloudOff className="mr-1.5 text-text-subtle" aria-hidden />
        <b>{t('chart.failed', { title })}</b>
      </p>
      <p className="text-xs text-text-muted">
        {format.sentences(error.title, error.advice)}
        {error.code ? <span className="code mt-0.5 block break-words">{error.code}</span> : null}
      </p>
      <Button size="sm" icon={RotateCw} busy={chart.isReading} onClick={chart.retry}>
        {t('ui:action.retry')}
      </Button>
    </div>
  );
}
