import { Menu } from '@base-ui/react/menu';
import { cx } from '../cx';
import type { MenuEntry } from '../MenuItems';
import { MenuItems } from '../MenuItems';
import { POPUP, POSITIONER } from '../menu-style';

export interface OpenRowMenu {
  index: number;
  /** The kebab, or the point of a right click. */
  anchor: Element | { getBoundingClientRect(): DOMRect };
  /** Takes the focus back. */
  origin: HTMLElement;
}

interface RowMenuProps {
  menu: OpenRowMenu;
  label: string;
  entries: readonly MenuEntry[];
  onClose(): void;
}

/** One menu for all rows of a table, mounted while it is open. */
export function RowMenu({ menu, label, entries, onClose }: RowMenuProps) {
  return (
    <Menu.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Menu.Portal>
        <Menu.Positioner
          className={POSITIONER}
          anchor={menu.anchor}
          side="bottom"
          align={menu.anchor instanceof Element ? 'end' : 'start'}
          sideOffset={4}
        >
          <Menu.Popup aria-label={label} className={cx(POPUP, 'w-[252px]')} finalFocus={() => menu.origin}>
            <MenuItems entries={entries} />
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
