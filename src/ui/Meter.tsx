import { CircleX, TriangleAlert } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';
import { Rich } from '@/i18n/Rich';
import { cx } from './cx';

export interface MeterProps {
  label: string;
  used: number;
  total: number;
  /** How a figure is written; default: the locale's grouping. */
  format?: ((value: number) => string) | undefined;
  className?: string | undefined;
}

const NEAR = 0.85;

/** How much of a quota is used. Warns from 85 %, alarms when full, each with an icon and words. */
export function Meter({ label, used, total, format, className }: MeterProps) {
  const { t } = useTranslation('ui');
  const { number } = useFormat();
  const write = format ?? number;
  const share = total > 0 ? used / total : 0;
  const level = share >= 1 ? 'full' : share >= NEAR ? 'near' : 'fine';
  const Icon = level === 'full' ? CircleX : TriangleAlert;
  const figures = { used: write(used), total: write(total) };
  return (
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={Math.min(used, total)}
      aria-valuetext={
        level === 'fine' ? t('meter.text', figures) : `${t('meter.text', figures)}, ${t(`meter.${level}`)}`
      }
      className={cx('flex w-[172px] flex-col gap-[5px]', className)}
    >
      <div className="flex justify-between gap-2 text-xs whitespace-nowrap text-text-muted">
        <span className={cx(level === 'full' && 'text-danger', level === 'near' && 'text-warn')}>
          {level === 'fine' ? null : <Icon className="mr-1 size-3.5 align-[-2.5px] stroke-2" aria-hidden />}
          {label}
        </span>
        <span>
          <Rich text={t('meter.of', figures)} parts={{ used: <b className="text-text" /> }} />
        </span>
      </div>
      <div className="flex h-1 overflow-hidden rounded-[2px] bg-neutral-subtle forced-colors:border">
        <span
          className={cx(
            'block h-full forced-colors:bg-[Highlight]',
            level === 'full' ? 'bg-danger-solid' : level === 'near' ? 'bg-warn-solid' : 'bg-text',
          )}
          style={{ width: `${Math.min(1, share) * 100}%` }}
        />
      </div>
    </div>
  );
}
