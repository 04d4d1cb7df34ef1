import { NavLink } from 'react-router-dom';
import { cx } from './cx';

export interface TabLink {
  to: string;
  label: string;
  /** As it is to be read, e.g. `1,234`. */
  count?: string | undefined;
}

export interface TabLinksProps {
  /** What the tabs divide. */
  label: string;
  tabs: readonly TabLink[];
  className?: string | undefined;
}

/** Tabs that are addresses: a row of links, of which one is where one is. The page below is the router's. */
export function TabLinks({ label, tabs, className }: TabLinksProps) {
  return (
    <nav
      aria-label={label}
      className={cx(
        'flex flex-none gap-[22px] overflow-x-auto shadow-[inset_0_-1px_0_var(--color-border)]',
        className,
      )}
    >
      {tabs.map(({ to, label: name, count }) => (
        <NavLink
          key={to}
          to={to}
          end
          className="inline-flex h-9 flex-none items-center gap-1.5 font-normal! whitespace-nowrap text-text-muted! no-underline! -outline-offset-2 hover:text-text! aria-[current=page]:font-semibold! aria-[current=page]:text-text! aria-[current=page]:shadow-[inset_0_-2px_0_var(--color-accent)]"
        >
          {name}
          {count === undefined ? null : <span className="text-xs font-normal text-text-subtle">{count}</span>}
        </NavLink>
      ))}
    </nav>
  );
}
