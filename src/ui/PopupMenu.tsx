import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { cx } from './cx';
import type { MenuEntry } from './MenuItems';
import { MenuItems } from './MenuItems';
import { ITEM, POPUP, POSITIONER } from './menu-style';

export interface ChoiceOption {
  value: string;
  label: string;
  count?: number | undefined;
}

export type MenuContent =
  | { kind: 'entries'; entries: readonly MenuEntry[]; header?: ReactNode }
  | {
      kind: 'choices';
      value: string;
      options: readonly ChoiceOption[];
      onValueChange(value: string): void;
    };

export interface PopupMenuProps {
  /** The trigger, or the point of a right click. */
  anchor: Element | { getBoundingClientRect(): DOMRect };
  /** Takes the focus back. */
  origin: HTMLElement;
  /** Default: the name of `origin`. */
  label?: string | undefined;
  align: 'start' | 'end';
  /** Starts on the first entry, as the keyboard expects. */
  atFirst: boolean;
  onClose(): void;
  content: MenuContent;
}

/** An open menu; mounted while it is open. Loaded with its first use, so keep it out of static imports. */
export default function PopupMenu({
  anchor,
  origin,
  label,
  align,
  atFirst,
  onClose,
  content,
}: PopupMenuProps) {
  const popup = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!atFirst) return;
    const frame = requestAnimationFrame(() => {
      popup.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [atFirst]);
  return (
    <Menu.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Menu.Portal>
        <Menu.Positioner className={POSITIONER} anchor={anchor} side="bottom" align={align} sideOffset={4}>
          <Menu.Popup
            ref={popup}
            aria-label={label ?? origin.getAttribute('aria-label') ?? origin.textContent ?? undefined}
            className={cx(POPUP, content.kind === 'entries' ? 'w-[252px]' : 'min-w-[180px]')}
            finalFocus={() => origin}
          >
            {content.kind === 'entries' ? (
              <>
                {content.header}
                <MenuItems entries={content.entries} />
              </>
            ) : (
              <Choices {...content} />
            )}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Choices({ value, options, onValueChange }: Extract<MenuContent, { kind: 'choices' }>) {
  return (
    <Menu.RadioGroup value={value} onValueChange={(next: string) => onValueChange(next)}>
      {options.map((option) => (
        <Menu.RadioItem
          key={option.value}
          value={option.value}
          label={option.label}
          closeOnClick
          className={cx(ITEM, 'whitespace-nowrap text-text')}
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
  );
}
