import { ChevronDown } from 'lucide-react';
import type { HTMLAttributes, ReactElement, ReactNode } from 'react';
import { isValidElement } from 'react';
import { buttonClass } from './button-style';
import { cx } from './cx';
import type { MenuEntry } from './MenuItems';
import { MenuTrigger } from './MenuTrigger';

export type { MenuEntry } from './MenuItems';

export interface MenuButtonProps {
  /** The name of the menu, and of the button when its trigger shows no words. */
  label: string;
  entries: readonly MenuEntry[];
  /** A button element of ours, words for a quiet button with an arrow, or nothing for the three dots. */
  trigger?: ReactElement | ReactNode;
  align?: 'start' | 'end' | undefined;
  /** Stands above the entries, e.g. who is signed in. */
  header?: ReactNode;
  className?: string | undefined;
}

export function MenuButton({ label, entries, trigger, align = 'end', header, className }: MenuButtonProps) {
  return (
    <MenuTrigger
      trigger={triggerElement(label, trigger, className)}
      align={align}
      label={label}
      content={{ kind: 'entries', entries, header }}
    />
  );
}

function triggerElement(
  label: string,
  trigger: ReactNode,
  className: string | undefined,
): ReactElement<HTMLAttributes<HTMLElement>> {
  if (isValidElement<HTMLAttributes<HTMLElement>>(trigger) && trigger.type !== 'span') return trigger;
  if (trigger === undefined || trigger === null) {
    return <button type="button" aria-label={label} className={cx('kebab', className)} />;
  }
  return (
    <button
      type="button"
      aria-label={typeof trigger === 'string' ? undefined : label}
      data-button="quiet"
      className={cx(buttonClass({ variant: 'quiet', size: 'md', off: false }), className)}
    >
      {trigger}
      <ChevronDown className="size-3.5" aria-hidden />
    </button>
  );
}
