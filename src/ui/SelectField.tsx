import { Select } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useId } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { cx } from './cx';
import { FieldFrame, describedBy } from './FieldFrame';
import { ITEM, POPUP, POSITIONER } from './menu-style';

export interface SelectOption<Value extends string> {
  value: Value;
  label: string;
  /** Why it cannot be chosen now; shown under the option. */
  disabledReason?: string | undefined;
}

export interface SelectFieldProps<Value extends string> {
  label: ReactNode;
  value: Value | null;
  onValueChange(value: NoInfer<Value>): void;
  options: readonly SelectOption<Value>[];
  hint?: ReactNode;
  help?: ReactNode;
  error?: ReactNode;
  placeholder?: string | undefined;
  disabled?: boolean | undefined;
  hiddenLabel?: boolean | undefined;
  className?: string | undefined;
}

export function SelectField<Value extends string>({
  label,
  value,
  onValueChange,
  options,
  hint,
  help,
  error,
  placeholder,
  disabled = false,
  hiddenLabel,
  className,
}: SelectFieldProps<Value>) {
  const { t } = useTranslation('ui');
  const id = useId();
  const chosen = options.find((option) => option.value === value);
  return (
    <FieldFrame
      id={id}
      label={label}
      hint={hint}
      help={help}
      error={error}
      hiddenLabel={hiddenLabel}
      className={className}
    >
      <Select.Root
        value={value}
        disabled={disabled}
        onValueChange={(next) => {
          if (next !== null) onValueChange(next);
        }}
      >
        <Select.Trigger
          id={id}
          aria-labelledby={`${id}label`}
          aria-describedby={describedBy(id, { hint, help, error })}
          aria-invalid={error ? true : undefined}
          className="field-box text-left"
          data-invalid={error ? '' : undefined}
          data-fixed={disabled ? '' : undefined}
        >
          <Select.Value className="min-w-0 flex-1 truncate">
            {() =>
              chosen?.label ?? (
                <span className="text-text-subtle">{placeholder ?? t('select.placeholder')}</span>
              )
            }
          </Select.Value>
          <ChevronDown className="size-3.5" aria-hidden />
        </Select.Trigger>
        <Select.Portal>
          <Select.Positioner className={POSITIONER} sideOffset={4} alignItemWithTrigger={false}>
            <Select.Popup className={cx(POPUP, 'min-w-(--anchor-width)')}>
              {options.map((option) => (
                <Select.Item
                  key={option.value}
                  value={option.value}
                  label={option.label}
                  disabled={Boolean(option.disabledReason)}
                  className={cx(ITEM, option.disabledReason ? 'py-1.5 text-text-subtle' : 'text-text')}
                >
                  <span className="min-w-0 flex-1">
                    <Select.ItemText>{option.label}</Select.ItemText>
                    {option.disabledReason ? (
                      <small className="block text-xs text-text-muted">{option.disabledReason}</small>
                    ) : null}
                  </span>
                  <Select.ItemIndicator>
                    <Check className="size-3.5 text-accent" aria-hidden />
                  </Select.ItemIndicator>
                </Select.Item>
              ))}
            </Select.Popup>
          </Select.Positioner>
        </Select.Portal>
      </Select.Root>
    </FieldFrame>
  );
}
