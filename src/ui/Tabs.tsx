import { Tabs as BaseTabs } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { useFormat } from '@/i18n/format';
import { cx } from './cx';

export interface TabItem<Value extends string> {
  value: Value;
  label: string;
  count?: number | undefined;
}

export interface TabsProps<Value extends string> {
  label: string;
  value: Value;
  onValueChange(value: NoInfer<Value>): void;
  tabs: readonly TabItem<Value>[];
  /** At the end of the row of tabs, e.g. a search over what they show. */
  aside?: ReactNode;
  /** The panels: one TabPanel for each tab. */
  children?: ReactNode;
  className?: string | undefined;
}

export function Tabs<Value extends string>({
  label,
  value,
  onValueChange,
  tabs,
  aside,
  children,
  className,
}: TabsProps<Value>) {
  const { number } = useFormat();
  return (
    <BaseTabs.Root
      value={value}
      onValueChange={(next: Value) => onValueChange(next)}
      className={cx('flex min-h-0 flex-col', className)}
    >
      <div className="flex flex-none items-center gap-4 shadow-[inset_0_-1px_0_var(--color-border)]">
        <BaseTabs.List aria-label={label} className="flex flex-none gap-[22px]">
          {tabs.map((tab) => (
            <BaseTabs.Tab
              key={tab.value}
              value={tab.value}
              className="inline-flex h-9 items-center gap-1.5 border-0 whitespace-nowrap text-text-muted hover:text-text aria-selected:font-semibold aria-selected:text-text aria-selected:shadow-[inset_0_-2px_0_var(--color-accent)]"
            >
              {tab.label}
              {tab.count === undefined ? null : (
                <span className="text-xs font-normal text-text-subtle">{number(tab.count)}</span>
              )}
            </BaseTabs.Tab>
          ))}
        </BaseTabs.List>
        {aside ? <div className="flex min-w-0 flex-1 items-center justify-end">{aside}</div> : null}
      </div>
      {children}
    </BaseTabs.Root>
  );
}

export interface TabPanelProps {
  value: string;
  children: ReactNode;
  className?: string | undefined;
}

/** Inside `Tabs`; mounted only while its tab is chosen. */
export function TabPanel({ value, children, className }: TabPanelProps) {
  return (
    <BaseTabs.Panel value={value} className={cx('outline-offset-4', className)}>
      {children}
    </BaseTabs.Panel>
  );
}
