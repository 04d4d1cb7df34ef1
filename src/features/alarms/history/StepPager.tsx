import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useFormat } from '@/i18n/format';
import { useTranslation } from '@/i18n/use-translation';
import { Button } from '@/ui/Button';

export interface StepPagerProps {
  /** From 1. */
  page: number;
  size: number;
  /** Rows of this page. */
  shown: number;
  /** The service tells no total: a page that is short is the last. */
  isLast: boolean;
  onPage(page: number): void;
}

/** Steps through a list whose length nobody knows. */
export function StepPager({ page, size, shown, isLast, onPage }: StepPagerProps) {
  const { t } = useTranslation('alarmRules');
  const format = useFormat();
  const first = (page - 1) * size + 1;
  if (page === 1 && isLast) return <div className="h-3 flex-none" />;
  return (
    <nav aria-label={t('history.pages')} className="flex h-11 flex-none items-center gap-2 text-text-muted">
      <output>
        {shown === 0
          ? null
          : t('history.pageOf', { first: format.number(first), last: format.number(first + shown - 1) })}
      </output>
      <span className="flex-1" />
      <Button
        size="sm"
        variant="quiet"
        icon={ChevronLeft}
        aria-disabled={page === 1 || undefined}
        onClick={() => {
          if (page > 1) onPage(page - 1);
        }}
      >
        {t('history.prev')}
      </Button>
      <Button
        size="sm"
        variant="quiet"
        icon={ChevronRight}
        disabledReason={isLast ? t('history.noMore') : undefined}
        onClick={() => onPage(page + 1)}
      >
        {t('history.next')}
      </Button>
    </nav>
  );
}
