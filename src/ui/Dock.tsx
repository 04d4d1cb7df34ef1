import { X } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { cx } from './cx';
import { IconButton } from './IconButton';

export interface DockProps {
  /** The name of the region for screen readers. */
  label: string;
  title: ReactNode;
  onClose(): void;
  children: ReactNode;
  headerActions?: ReactNode;
  /** Pixels, 316 to 400. */
  width?: number | undefined;
  className?: string | undefined;
}

/** A panel beside the list, not over it: lay it in a flex row and the list reflows. */
export function Dock({ label, title, onClose, children, headerActions, width = 360, className }: DockProps) {
  const { t } = useTranslation('ui');
  const panel = useRef<HTMLElement>(null);
  const [cameFrom] = useState(() => document.activeElement);
  // Closed from inside, it would leave the focus nowhere.
  useLayoutEffect(() => {
    const shown = panel.current;
    return () => {
      if (cameFrom instanceof HTMLElement && shown?.contains(document.activeElement)) cameFrom.focus();
    };
  }, [cameFrom]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc closes from anywhere inside
    <aside
      ref={panel}
      aria-label={label}
      style={{ width }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) {
          event.preventDefault();
          onClose();
        }
      }}
      className={cx(
        'flex flex-none flex-col gap-3.5 overflow-auto rounded-tl-lg bg-panel px-5 pt-[18px] pb-4 forced-colors:border-l',
        className,
      )}
    >
      <div className="flex items-start gap-2">
        <h2 className="min-w-0 flex-1 text-xl break-words">{title}</h2>
        {headerActions}
        <IconButton size="sm" icon={X} label={t('action.close')} onClick={onClose} />
      </div>
      {children}
    </aside>
  );
}
