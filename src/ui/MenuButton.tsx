import { Menu } from '@base-ui/react/menu';
import { ChevronDown, Ellipsis } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { isValidElement } from 'react';
import { buttonClass } from './button-style';
import { cx } from './cx';
import type { MenuEntry } from './MenuItems';
import { MenuItems } from './MenuItems';
import { POPUP, POSITIONER } from './menu-style';

export type { MenuEntry } from './MenuItems';

export interface MenuButtonProps {
  /** The name of the button when its trigger shows no words. */
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
    <Menu.Root>
      <MenuTrigger label={label} trigger={trigger} className={className} />
      <Menu.Portal>
        <Menu.Positioner className={POSITIONER} align={align} sideOffset={4}>
          <Menu.Popup className={cx(POPUP, 'w-[252px]')}>
            {header}
            <MenuItems entries={entries} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function MenuTrigger({ label, trigger, className }: Pick<MenuButtonProps, 'label' | 'trigger' | 'className'>) {
  if (isValidElement(trigger) && trigger.type !== 'span') {
    return <Menu.Trigger render={trigger as ReactElement<Record<string, unknown>>} className={className} />;
  }
  if (trigger === undefined || trigger === null) {
    return (
      <Menu.Trigger aria-label={label} className={cx('kebab', className)}>
        <Ellipsis aria-hidden />
      </Menu.Trigger>
    );
  }
  return (
    <Menu.Trigger
      aria-label={typeof trigger === 'string' ? undefined : label}
      className={cx(buttonClass({ variant: 'quiet', size: 'md', off: false }), className)}
    >
      {trigger}
      <ChevronDown className="size-3.5" aria-hidden />
    </Menu.Trigger>
  );
}
