import type { HTMLAttributes, ReactElement } from 'react';
import { MenuTrigger } from './MenuTrigger';
import type { ChoiceOption } from './PopupMenu';

export type { ChoiceOption } from './PopupMenu';

export interface ChoiceMenuProps {
  trigger: ReactElement<HTMLAttributes<HTMLElement>>;
  value: string;
  options: readonly ChoiceOption[];
  onValueChange(value: string): void;
  align?: 'start' | 'end' | undefined;
}

/** One of many, in a menu with a tick. */
export function ChoiceMenu({ trigger, value, options, onValueChange, align = 'start' }: ChoiceMenuProps) {
  return (
    <MenuTrigger
      trigger={trigger}
      align={align}
      content={{ kind: 'choices', value, options, onValueChange }}
    />
  );
}
