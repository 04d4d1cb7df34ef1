import { Check, Copy } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import { buttonClass } from './button-style';
import { cx } from './cx';
import { Tooltip } from './Tooltip';
import { useCopy } from './use-copy';

export interface CopyButtonProps {
  text: string;
  /** The accessible name: what is copied, e.g. "Copy the command line". */
  label: string;
  /** Shows the word Copy beside the icon. */
  words?: boolean | undefined;
  className?: string | undefined;
}

export function CopyButton({ text, label, words = false, className }: CopyButtonProps) {
  const { t } = useTranslation('ui');
  const { copied, copy } = useCopy();
  const Icon = copied ? Check : Copy;
  const button = (
    <button
      type="button"
      aria-label={label}
      data-button="quiet"
      className={cx(buttonClass({ variant: 'quiet', size: 'sm', iconOnly: !words, off: false }), className)}
      onClick={() => void copy(text)}
    >
      <Icon className={cx('size-3.5', copied && 'text-ok')} aria-hidden />
      {words ? (copied ? t('action.copied') : t('action.copy')) : null}
    </button>
  );
  return (
    <>
      {words ? (
        button
      ) : (
        <Tooltip text={label} describe={false}>
          {button}
        </Tooltip>
      )}
      <output className="sr-only">{copied ? t('action.copied') : ''}</output>
    </>
  );
}
