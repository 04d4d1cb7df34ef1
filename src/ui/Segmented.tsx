import type { LucideIcon } from 'lucide-react';
import { useId } from 'react';
import { cx } from './cx';

export interface SegmentedOption<Value extends string> {
  value: Value;
  label: string;
  icon?: LucideIcon | undefined;
}

export interface SegmentedProps<Value extends string> {
  label: string;
  value: Value;
  onValueChange(value: NoInfer<Value>): void;
  options: readonly SegmentedOption<Value>[];
  className?: string | undefined;
}

/** One of a few, side by side. Native radios: one tab stop, arrows choose. */
export function Segmented<Value extends string>({
  label,
  value,
  onValueChange,
  options,
  className,
}: SegmentedProps<Value>) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={cx('inline-flex flex-none rounded-sm bg-field p-0.5', className)}
    >
      {options.map(({ value: option, label: text, icon: Icon }) => (
        <label
          key={option}
          className={cx(
            'relative inline-flex h-[26px] cursor-pointer items-center gap-1.5 rounded-[4px] px-[11px] whitespace-nowrap',
            'has-focus-visible:outline-2 has-focus-visible:outline-focus forced-colors:border',
            option === value
              ? 'bg-raised font-semibold text-text shadow-thumb forced-colors:outline-2 forced-colors:-outline-offset-2 forced-colors:outline-[Highlight]'
              : 'text-text-muted hover:text-text',
          )}
        >
          <input
            type="radio"
            className="absolute inset-0 m-0 cursor-pointer appearance-none opacity-0"
            name={name}
            checked={option === value}
            onChange={() => onValueChange(option)}
          />
          {Icon ? <Icon aria-hidden /> : null}
          {text}
        </label>
      ))}
    </div>
  );
}
