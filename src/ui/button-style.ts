import { cx } from './cx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'md' | 'sm';

const VARIANTS: Record<ButtonVariant, string> = {
  primary:
    'bg-inverse text-on-inverse font-semibold hover:bg-inverse-hover active:bg-[color-mix(in_oklab,var(--color-inverse)_70%,var(--color-bg))]',
  secondary: 'bg-field text-text font-medium hover:bg-press active:bg-border-strong',
  quiet:
    'bg-transparent text-text-muted font-medium hover:bg-hover hover:text-text active:bg-press active:text-text',
  danger:
    'bg-danger-solid text-on-danger font-semibold hover:bg-[color-mix(in_oklab,var(--color-danger-solid)_88%,var(--color-text))]',
};

const OFF: Record<ButtonVariant, string> = {
  primary: 'bg-field text-text-disabled font-semibold',
  secondary: 'bg-field text-text-disabled font-medium',
  quiet: 'bg-transparent text-text-disabled font-medium',
  danger: 'bg-field text-text-disabled font-semibold',
};

interface ButtonLook {
  variant: ButtonVariant;
  size: ButtonSize;
  iconOnly?: boolean;
  off: boolean;
}

/** The classes of anything that looks like a button, link or not. */
export function buttonClass({ variant, size, iconOnly = false, off }: ButtonLook): string {
  return cx(
    'inline-flex flex-none items-center justify-center rounded-sm whitespace-nowrap no-underline hover:no-underline transition-colors duration-(--duration-fast)',
    size === 'md' ? 'h-8 gap-[7px]' : 'h-[26px] gap-[5px] text-xs',
    iconOnly ? (size === 'md' ? 'w-8' : 'w-[26px]') : size === 'md' ? 'px-3' : 'px-[9px]',
    off ? OFF[variant] : VARIANTS[variant],
  );
}
