import { ChevronDown, X } from 'lucide-react';
import { useTranslation } from '@/i18n/use-translation';
import type { ChoiceOption } from './ChoiceMenu';
import { ChoiceMenu } from './ChoiceMenu';
import { cx } from './cx';

export interface FilterChipProps {
  label: string;
  /** null: any. */
  value: string | null;
  anyLabel: string;
  options: readonly ChoiceOption[];
  onValueChange(value: string | null): void;
  className?: string | undefined;
}

/** No option may be the empty string: it stands for "any" inside the menu. */
const ANY = '';

/** "Type any ▾"; when on, tinted, with a button that takes it off. */
export function FilterChip({ label, value, anyLabel, options, onValueChange, className }: FilterChipProps) {
  const { t } = useTranslation('ui');
  const on = value !== null;
  const shown = on ? (options.find((option) => option.value === value)?.label ?? value) : anyLabel;
  return (
    <span
      className={cx(
        'inline-flex h-8 flex-none items-center rounded-sm whitespace-nowrap',
        on ? 'bg-accent-subtle text-accent' : 'text-text-muted hover:bg-hover hover:text-text',
        className,
      )}
    >
      <ChoiceMenu
        value={value ?? ANY}
        options={[{ value: ANY, label: anyLabel }, ...options]}
        onValueChange={(next) => onValueChange(next === ANY ? null : next)}
        trigger={
          <button
            type="button"
            aria-label={t('filter.label', { label, value: shown })}
            className={cx(
              'inline-flex h-8 items-center gap-1.5 rounded-sm pl-[11px]',
              on ? 'pr-1.5' : 'pr-[9px]',
            )}
          >
            {label}
            <b className={cx(!on && 'text-text')}>{shown}</b>
            {on ? null : <ChevronDown className="size-3.5 opacity-85" aria-hidden />}
          </button>
        }
      />
      {on ? (
        <button
          type="button"
          aria-label={t('filter.clear', { label })}
          className="mr-1 inline-grid size-6 place-items-center rounded-[4px] hover:bg-[color-mix(in_oklab,var(--color-accent)_14%,transparent)]"
          onClick={() => onValueChange(null)}
        >
          <X className="size-3.5 opacity-85" aria-hidden />
        </button>
      ) : null}
    </span>
  );
}
