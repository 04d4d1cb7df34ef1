import { useTranslation } from '@/i18n/use-translation';
import { cx } from '@/ui/cx';
import { Key } from './GridParts';
import { BAND } from './measures';

/** What the marks of the grid stand for. */
export function GridLegend() {
  const { t } = useTranslation('calendar');
  return (
    <p aria-hidden className="flex flex-wrap gap-x-5 gap-y-1 pt-3 text-xs text-text-muted">
      <Key className="bg-warn-solid">{t('legend.restart')}</Key>
      <Key className="bg-danger-solid">{t('legend.stop')}</Key>
      <Key className="bg-info-solid">{t('legend.performance')}</Key>
      <span className="inline-flex items-center gap-1.5">
        <span className="h-3.5 w-1 rounded-[1.5px] bg-text" />
        {t('legend.fire')}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <span className={cx('h-1.5 w-6', BAND)} />
        {t('legend.dense')}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <span className="h-3.5 w-0.5 bg-accent" />
        {t('legend.now')}
      </span>
    </p>
  );
}
