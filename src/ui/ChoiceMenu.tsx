import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { ReactElement } from 'react';
import { cx } from './cx';
import { ITEM, POPUP, POSITIONER } from './menu-style';

export interface ChoiceOption {
  value: string;
  label: string;
  count?: number | undefined;
}

export interface ChoiceMenuProps {
  trigger: ReactElement<Record<string, unknown>>;
  value: string;
  options: readonly ChoiceOption[];
  onValueChange(value: string): void;
  align?: 'start' | 'end' | undefined;
}

/** One of many, in a menu with a tick. */
export function ChoiceMenu({ trigger, value, options, onValueChange, align = 'start' }: ChoiceMenuProps) {
  return (
    <Menu.Root>
      <Menu.Trigger render={trigger} />
      <Menu.Portal>
        <Menu.Positioner className={POSITIONER} align={align} sideOffset={4}>
          <Menu.Popup className={cx(POPUP, 'min-w-[180px]')}>
            <Menu.RadioGroup value={value} onValueChange={(next: string) => onValueChange(next)}>
              {options.map((option) => (
                <Menu.RadioItem
                  key={option.value}
                  value={option.value}
                  label={option.label}
                  closeOnClick
                  className={ITEM}
                >
                  <span className="w-3.5 flex-none">
                    <Menu.RadioItemIndicator>
                      <Check className="size-3.5 text-accent" aria-hidden />
                    </Menu.RadioItemIndicator>
                  </span>
                  {option.label}
                  {option.count === undefined ? null : (
                    <span className="ml-auto pl-4 text-text-muted">{option.count}</span>
                  )}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
