import { useTranslation } from '@/i18n/use-translation';
import { cx } from '@/ui/cx';
import type { ChartModel } from './chart-line';
import type { CursorStore } from './cursor-store';
import { CursorValue } from './CursorValues';
import { LineKey } from './LineKey';
import { useFigures } from './use-figures';

const NAMES = ['min', 'average', 'max', 'last'] as const;

export interface LineFiguresProps {
  model: ChartModel;
  /** Given when the values at the cursor have no room above the chart. */
  cursor: CursorStore | null;
}

/** Minimum, average, maximum and last of each line, under the chart. */
export function LineFigures({ model, cursor }: LineFiguresProps) {
  const { t } = useTranslation('monitoring');
  const figures = useFigures();
  const { lines, divisor } = model;
  if (lines.length === 0) return null;
  return (
    <ul className={cx('flex flex-col text-xs text-text-muted', lines.length > 1 ? 'pl-1' : 'pl-9')}>
      {lines.map((line) => (
        <li key={line.id} className="flex flex-wrap items-center gap-x-2 whitespace-nowrap">
          {lines.length > 1 ? (
            <span className="inline-flex flex-none items-center gap-1.5">
              <LineKey line={line} />
              <span className="max-w-36 truncate" title={line.label}>
                {line.label}
              </span>
            </span>
          ) : null}
          {cursor ? <CursorValue line={line} divisor={divisor} cursor={cursor} /> : null}
          {NAMES.map((name) => {
            const value = line.series.summary[name];
            return (
              <span key={name}>
                {t(`figure.${name}`)}{' '}
                <span className="text-text">{figures.value(value === null ? null : value / divisor)}</span>
              </span>
            );
          })}
        </li>
      ))}
    </ul>
  );
}
