import { ChevronDown, ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';
import { ChoiceMenu } from './ChoiceMenu';
import { cx } from './cx';
import { pageNumbers } from './page-numbers';

export interface PagerProps {
  /** From 1. */
  page: number;
  pageSize: number;
  total: number;
  onPage(page: number): void;
  onPageSize?: ((size: number) => void) | undefined;
  pageSizes?: readonly number[] | undefined;
  className?: string | undefined;
}

const STEP =
  'inline-grid h-[26px] min-w-[26px] place-items-center rounded-[4px] px-1 text-text-muted hover:bg-hover aria-[current]:bg-field aria-[current]:font-semibold aria-[current]:text-text aria-disabled:bg-transparent aria-disabled:text-text-disabled';

export function Pager({
  page,
  pageSize,
  total,
  onPage,
  onPageSize,
  pageSizes = [10, 20, 50],
  className,
}: PagerProps) {
  const { t } = useTranslation('ui');
  const format = useFormat();
  const pages = Math.max(1, Math.ceil(total / pageSize));
  const first = (page - 1) * pageSize + 1;
  const range =
    total === 0
      ? t('pager.none')
      : t('pager.range', {
          first: format.number(first),
          last: format.number(Math.min(page * pageSize, total)),
          total: format.number(total),
        });
  return (
    <nav
      aria-label={t('pager.label')}
      className={cx('flex h-11 flex-none items-center gap-4 text-text-muted', className)}
    >
      <output>{range}</output>
      {onPageSize ? (
        <ChoiceMenu
          value={String(pageSize)}
          options={pageSizes.map((size) => ({
            value: String(size),
            label: t('pager.perPage', { count: size }),
          }))}
          onValueChange={(size) => onPageSize(Number(size))}
          trigger={
            <button
              type="button"
              aria-label={`${t('pager.perPageLabel')}: ${pageSize}`}
              className="inline-flex h-8 items-center gap-1.5 rounded-sm pr-[9px] pl-[11px] hover:bg-hover hover:text-text"
            >
              {t('pager.perPage', { count: pageSize })}
              <ChevronDown className="size-3.5 opacity-85" aria-hidden />
            </button>
          }
        />
      ) : null}
      {pages > 1 ? (
        <span className="ml-auto flex items-center gap-0.5">
          <Step label={t('pager.previous')} disabled={page <= 1} onPress={() => onPage(page - 1)}>
            <ChevronLeft aria-hidden />
          </Step>
          {pageNumbers(page, pages).map((number, index) =>
            number === null ? (
              <span
                key={`gap-${index}`}
                className="inline-grid h-[26px] min-w-[26px] place-items-center"
                aria-hidden
              >
                …
              </span>
            ) : (
              <Step
                key={number}
                label={t('pager.page', { page: number })}
                current={number === page}
                onPress={() => onPage(number)}
              >
                {format.number(number)}
              </Step>
            ),
          )}
          <Step label={t('pager.next')} disabled={page >= pages} onPress={() => onPage(page + 1)}>
            <ChevronRight aria-hidden />
          </Step>
        </span>
      ) : null}
    </nav>
  );
}

interface StepProps {
  label: string;
  onPress(): void;
  disabled?: boolean;
  current?: boolean;
  children: ReactNode;
}

/** Stays focusable at the ends, so that paging to the last page does not lose the focus. */
function Step({ label, onPress, disabled = false, current = false, children }: StepProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-current={current ? 'page' : undefined}
      aria-disabled={disabled || undefined}
      className={STEP}
      onClick={() => {
        if (!disabled && !current) onPress();
      }}
    >
      {children}
    </button>
  );
}
