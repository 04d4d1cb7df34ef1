import { useTranslation } from '@/i18n/use-translation';
import { CliLine } from './CliLine';
import { CopyButton } from './CopyButton';
import { cx } from './cx';

export interface CliLinesProps {
  /** One call a line; nothing is shown when there is none. */
  lines: readonly string[];
  label: string;
  className?: string | undefined;
}

/** Several calls as command lines: the first in view, all of them to copy. */
export function CliLines({ lines: [first, ...others], label, className }: CliLinesProps) {
  const { t } = useTranslation('ui');
  if (first === undefined) return null;
  return (
    <div className={cx('flex min-w-0 items-center gap-2', className)}>
      <CliLine className="flex-1" label={label} line={first} />
      {others.length > 0 ? (
        <span className="flex flex-none items-center gap-1 whitespace-nowrap text-text-muted">
          {t('code.more', { count: others.length })}
          <CopyButton text={[first, ...others].join('\n')} label={t('code.copyAll')} />
        </span>
      ) : null}
    </div>
  );
}
