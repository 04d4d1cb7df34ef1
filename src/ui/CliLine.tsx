import { useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { CopyButton } from './CopyButton';
import { cx } from './cx';

export interface CliLineProps {
  /** The command as one would type it. */
  line: string;
  /** The name of the block; default "Command line". */
  label?: string | undefined;
  className?: string | undefined;
}

/** The call as a command line: one line, clipped; a press shows all of it. */
export function CliLine({ line, label, className }: CliLineProps) {
  const { t } = useTranslation('ui');
  const [full, setFull] = useState(false);
  const name = label ?? t('code.cli');
  return (
    <div
      role="group"
      aria-label={name}
      className={cx(
        'code flex min-h-8 min-w-0 gap-2.5 rounded-sm bg-panel pr-1 pl-3 leading-[18px]',
        full ? 'items-start py-[3px]' : 'items-center',
        className,
      )}
    >
      <span className={cx('text-text-subtle select-none', full && 'py-1')} aria-hidden>
        $
      </span>
      <button
        type="button"
        aria-expanded={full}
        aria-label={line}
        title={full ? t('action.showLess') : t('action.showAll')}
        className={cx(
          'min-w-0 flex-1 text-left select-text forced-colors:border-0',
          full ? 'max-h-40 overflow-auto py-1 break-all whitespace-pre-wrap' : 'truncate',
        )}
        onClick={() => {
          if (!window.getSelection()?.toString()) setFull(!full);
        }}
      >
        {line}
      </button>
      <CopyButton text={line} label={`${t('action.copy')}: ${name}`} words />
    </div>
  );
}
