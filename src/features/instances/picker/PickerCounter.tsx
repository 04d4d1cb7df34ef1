import { useDeferredValue } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';
import { useInstanceCount } from '../queries';

export interface PickerCounterProps {
  region: string;
  count: number;
  maximum: number;
}

/** "9 selected of 214". */
export function PickerCounter({ region, count, maximum }: PickerCounterProps) {
  const { t } = useTranslation('instances');
  const format = useFormat();
  const total = useInstanceCount(region);
  // Spoken once ticking rests, not for every row of a range.
  const spoken = useDeferredValue(count);
  return (
    <span className="text-text-muted">
      <b className={count > maximum ? 'text-danger' : 'text-text'}>{format.number(count)}</b>{' '}
      {total === undefined ? t('picker.selected') : t('picker.selectedOf', { total: format.number(total) })}
      <span role="status" className="sr-only">
        {t('picker.selectedCount', { count: spoken })}
      </span>
    </span>
  );
}
