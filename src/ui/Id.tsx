import { Check, Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
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
  const Icon = copied ? Check : Copy;
  const label = copied ? t('action.copied') : t('action.copyText', { text: value });
  return (
    <span className={cx('id', className)}>
      <span className="truncate">{value}</span>
      <button type="button" aria-label={label} title={label} onClick={() => void copy(value)}>
        <Icon className={copied ? 'text-ok' : undefined} aria-hidden />
      </button>
    </span>
  );
}
