import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { buttonClass } from './button-style';
import { cx } from './cx';
import { useFinalFocus } from './final-focus';
import { SCRIM } from './scrim';

export interface SheetProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: ReactNode;
  /** The clause after the title, in grey. */
  rest?: ReactNode;
  headerActions?: ReactNode;
  /** Scrolls by itself; lay it out in columns that fill the height. */
  children: ReactNode;
  footer?: ReactNode;
  initialFocus?: RefObject<HTMLElement | null> | (() => HTMLElement | null) | undefined;
  /** The widest it grows, pixels; default: all but 20 at each side. */
  maxWidth?: number | undefined;
  className?: string | undefined;
}

/** Work that deserves the whole window, from below: 34 px from the top, 20 from the sides. */
export function Sheet({
  open,
  onOpenChange,
  title,
  rest,
  headerActions,
  children,
  footer,
  initialFocus,
  maxWidth,
  className,
}: SheetProps) {
  const { t } = useTranslation('ui');
  const finalFocus = useFinalFocus();
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => onOpenChange(next)} disablePointerDismissal>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={SCRIM} />
        <BaseDialog.Popup
          {...(initialFocus ? { initialFocus } : null)}
          finalFocus={finalFocus}
          data-surface
          style={maxWidth ? { maxWidth } : undefined}
          className={cx(
            'fixed inset-x-5 top-[34px] bottom-0 z-41 mx-auto flex flex-col overflow-hidden rounded-t-lg bg-surface shadow-sheet outline-none [--table-ground:var(--color-surface)]',
            'transition-[opacity,translate] duration-(--duration) ease-out data-ending-style:translate-y-6 data-ending-style:opacity-0 data-starting-style:translate-y-6 data-starting-style:opacity-0',
            className,
          )}
        >
          <div className="flex flex-none items-center gap-4 pt-3.5 pr-4 pb-2.5 pl-6">
            <h1 className="min-w-0 flex-1 text-[24px]! leading-[30px]!">
              <BaseDialog.Title render={<span />}>
                {title}
                {rest ? <span className="font-normal text-text-subtle">{rest}</span> : null}
              </BaseDialog.Title>
            </h1>
            {headerActions}
            <BaseDialog.Close
              aria-label={t('action.close')}
              className={buttonClass({ variant: 'quiet', size: 'md', iconOnly: true, off: false })}
            >
              <X aria-hidden />
            </BaseDialog.Close>
          </div>
          <div className="flex min-h-0 flex-1 flex-col overflow-auto">{children}</div>
          {footer ? (
            <div className="flex flex-none items-center gap-2.5 pt-2.5 pr-4 pb-3 pl-6">{footer}</div>
          ) : null}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
