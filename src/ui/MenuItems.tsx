import { Menu } from '@base-ui/react/menu';
import type { LucideIcon } from 'lucide-react';
import { Link } from 'react-router-dom';
import { cx } from './cx';
import { Kbd } from './Kbd';
import { ITEM } from './menu-style';

export interface MenuAction {
  label: string;
  icon?: LucideIcon | undefined;
  /** Shown at the right; a table also listens for it on the focused row. One letter, `Enter` or `Del`. */
  shortcut?: string | undefined;
  danger?: boolean | undefined;
  /** The item stays, with its reason below. */
  disabledReason?: string | undefined;
  onSelect?: (() => void) | undefined;
  to?: string | undefined;
}
export type MenuEntry = MenuAction | 'separator';

/** The entries of a menu popup. */
export function MenuItems({ entries }: { entries: readonly MenuEntry[] }) {
  return entries.map((entry, index) =>
    entry === 'separator' ? (
      <Menu.Separator key={`separator-${index}`} className="h-[5px] forced-colors:border-b" />
    ) : (
      <MenuItem key={entry.label} entry={entry} />
    ),
  );
}

function MenuItem({ entry }: { entry: MenuAction }) {
  const { label, icon: Icon, shortcut, danger, disabledReason, onSelect, to } = entry;
  const off = Boolean(disabledReason);
  const className = cx(
    ITEM,
    off ? 'items-start py-1.5 text-text-subtle' : 'whitespace-nowrap',
    !off && (danger ? 'text-danger' : 'text-text'),
    'hover:no-underline',
  );
  const content = (
    <>
      {Icon ? (
        <Icon className={cx(!danger && !off && 'text-text-muted', off && 'mt-px')} aria-hidden />
      ) : null}
      {off ? (
        <span>
          {label}
          <small className="block text-xs leading-[15px] text-text-muted">{disabledReason}</small>
        </span>
      ) : (
        label
      )}
      {shortcut && !off ? (
        <Kbd className="ml-auto" aria-hidden>
          {shortcut}
        </Kbd>
      ) : null}
    </>
  );
  if (to !== undefined && !off) {
    return (
      <Menu.LinkItem className={className} label={label} closeOnClick render={<Link to={to} />}>
        {content}
      </Menu.LinkItem>
    );
  }
  return (
    <Menu.Item
      className={className}
      label={label}
      disabled={off}
      aria-keyshortcuts={shortcut}
      onClick={() => onSelect?.()}
    >
      {content}
    </Menu.Item>
  );
}
