import { useTranslation } from '@/i18n/use-translation';
import { useFormat } from '@/i18n/format';

/** How long something took in words; `–` while it is not known. The service tells times in whole seconds. */
export function useTook(): (from: number | null, to: number | null) => string {
  const { t } = useTranslation('invocations');
  const format = useFormat();
  return (from, to) => {
    if (from === null || to === null) return '–';
    return to - from < 1000 ? t('result.underASecond') : format.duration(to - from);
  };
}

export interface TookProps {
  /** Epoch ms; null: not known, or not over. */
  from: number | null;
  to: number | null;
  className?: string;
}

/** The same, for a cell of a table. */
export function Took({ from, to, className }: TookProps) {
  const took = useTook();
  return <span className={className}>{took(from, to)}</span>;
}
