import { Check } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { cx } from './cx';
import { useCopy } from './use-copy';

export interface IdProps {
  value: string;
  className?: string | undefined;
}

/** An id in mono; its copy button shows on hover of it or its row, and on focus. */
export function Id({ value, className }: IdProps) {
  const { t } = useTranslation('ui');
  const { copied, copy } = useCopy();
  const label = copied ? t('action.copied') : t('action.copyText', { text: value });
  return (
    <span className={cx('id', className)}>
      <span className="truncate">{value}</span>
      <button
        type="button"
        data-copied={copied ? '' : undefined}
        aria-label={label}
        title={label}
        onClick={() => void copy(value)}
      >
        {copied ? <Check className="text-ok" aria-hidden /> : null}
      </button>
    </span>
  );
}
