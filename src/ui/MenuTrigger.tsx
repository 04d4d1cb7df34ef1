import { mergeProps } from '@base-ui/react/merge-props';
import type { HTMLAttributes, KeyboardEvent, MouseEvent, ReactElement } from 'react';
import { cloneElement, useState } from 'react';
import { LazyPopupMenu, preloadPopupMenu } from './lazy-popup-menu';
import type { MenuContent } from './PopupMenu';

interface MenuTriggerProps {
  /** A button, of ours or plain. */
  trigger: ReactElement<HTMLAttributes<HTMLElement>>;
  align: 'start' | 'end';
  label?: string | undefined;
  content: MenuContent;
}

/** A button and the menu it opens. */
export function MenuTrigger({ trigger, align, label, content }: MenuTriggerProps) {
  const [opened, setOpened] = useState<{ origin: HTMLElement; byKeyboard: boolean } | null>(null);
  const refused = trigger.props['aria-disabled'] === true || 'disabledReason' in trigger.props;
  const open = (origin: HTMLElement, byKeyboard: boolean) => {
    if (!refused) setOpened({ origin, byKeyboard });
  };
  const props = mergeProps<'button'>(
    {
      'aria-haspopup': 'menu',
      'aria-expanded': opened !== null,
      onPointerEnter: preloadPopupMenu,
      onFocus: preloadPopupMenu,
      // A click without a pointer is Enter or Space.
      onClick: (event: MouseEvent<HTMLElement>) => open(event.currentTarget, event.detail === 0),
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        event.preventDefault();
        open(event.currentTarget, true);
      },
    },
    trigger.props as HTMLAttributes<HTMLButtonElement>,
  );
  return (
    <>
      {cloneElement(trigger, props as HTMLAttributes<HTMLElement>)}
      {opened ? (
        <LazyPopupMenu
          anchor={opened.origin}
          origin={opened.origin}
          atFirst={opened.byKeyboard}
          align={align}
          label={label}
          content={content}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </>
  );
}
