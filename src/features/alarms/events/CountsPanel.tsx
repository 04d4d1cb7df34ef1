import { useErrorText } from '@/api/use-error-text';
import type { CmsEventCount } from '@/api/cms/system-events';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';
import { cx } from '@/ui/cx';
import { Skeleton } from '@/ui/Skeleton';
import { TEXT } from '@/ui/tones';
import { statusIcon } from '@/ui/status-icons';
import { levelLook, useEventWords } from '../event-rules/use-event-words';

export interface CountsPanelProps {
  counts: readonly CmsEventCount[] | undefined;
  error: Error | null;
  isFetching: boolean;
  onRetry(): void;
  /** The name the list is of; null: all. */
  chosen: string | null;
  onChoose(name: string | null): void;
}

/** What happened how often; each line shows only its own. */
export function CountsPanel({ counts, error, isFetching, onRetry, chosen, onChoose }: CountsPanelProps) {
  const { t } = useTranslation('eventRules');
  const words = useEventWords();
  const format = useFormat();
  const errorText = useErrorText(error);
  const most = Math.max(1, ...(counts ?? []).map(({ Num }) => Num));
  return (
    <section
      aria-label={t('counts.title')}
      className="flex w-[240px] flex-none flex-col gap-1 overflow-auto pb-5"
    >
      <h2 className="pt-[7px] pb-1 text-xs! font-normal text-text-subtle">{t('counts.title')}</h2>
      {!counts ? (
        error ? (
          <div role="alert" className="flex flex-col items-start gap-2 text-text-muted">
            <span>
              {errorText.title} <span className="code">{errorText.code}</span>
            </span>
            <Button size="sm" busy={isFetching} onClick={onRetry}>
              {t('target.again')}
            </Button>
          </div>
        ) : (
          <>
            <Skeleton />
            <Skeleton />
            <Skeleton />
          </>
        )
      ) : counts.length === 0 ? (
        <p className="text-text-muted">{t('counts.none')}</p>
      ) : (
        counts.map(({ Name, Level, Status, Num }) => {
          const { tone, icon } = levelLook(Level);
          const Icon = statusIcon(icon);
          const isOn = Name === chosen;
          return (
            <button
              key={`${Name} ${Level} ${Status}`}
              type="button"
              aria-pressed={isOn}
              aria-label={t('counts.line', {
                level: words.level(Level),
                what: words.title(Name, Status),
                number: format.number(Num),
              })}
              title={Name}
              onClick={() => onChoose(isOn ? null : Name)}
              className={cx(
                'flex flex-col gap-1 rounded-sm px-2 py-[5px] text-left forced-colors:border',
                isOn ? 'bg-selected' : 'hover:bg-hover',
              )}
            >
              <span className="flex w-full items-start gap-1.5">
                <Icon className={cx('mt-px flex-none stroke-2', TEXT[tone])} aria-hidden />
                <span className={cx('min-w-0 flex-1', isOn && 'font-semibold')}>
                  {words.title(Name, Status)}
                </span>
                <span className="tabular-nums">{format.number(Num)}</span>
              </span>
              <span
                className="ml-[22px] block h-0.5 w-[calc(100%-22px)] rounded-[1px] bg-neutral-subtle"
                aria-hidden
              >
                <span
                  className="block h-full rounded-[1px] bg-neutral-solid"
                  style={{ width: `${Math.max(1, (Num / most) * 100)}%` }}
                />
              </span>
            </button>
          );
        })
      )}
    </section>
  );
}
