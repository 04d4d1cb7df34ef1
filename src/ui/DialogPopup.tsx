import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { cx } from './cx';
import type { DialogProps } from './Dialog';
import { SCRIM } from './scrim';

/** The dialog itself. Loaded with its first use, so keep it out of static imports. */
export default function DialogPopup({
  open,
  onOpenChange,
  title,
  children,
  footer,
  initialFocus,
  width = 440,
  className,
}: DialogProps) {
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop forceRender className={cx(SCRIM, 'z-44!')} />
        <BaseDialog.Popup
          {...(initialFocus ? { initialFocus } : null)}
          data-surface
          style={{ width }}
          className={cx(
            'fixed top-1/2 left-1/2 z-45 flex max-h-[calc(100dvh-64px)] max-w-[calc(100vw-40px)] -translate-x-1/2 -translate-y-1/2 flex-col gap-3 rounded-lg bg-surface pt-5 pb-4 shadow-pop outline-none',
            'transition-[opacity,scale] duration-(--duration) data-ending-style:scale-98 data-ending-style:opacity-0 data-starting-style:scale-98 data-starting-style:opacity-0',
            className,
          )}
        >
          <BaseDialog.Title className="px-5 text-[18px] leading-6 font-semibold">{title}</BaseDialog.Title>
          <div className="flex min-h-0 flex-col gap-3 overflow-auto px-5">{children}</div>
          {footer ? <div className="mt-1 flex flex-none justify-end gap-2 px-5">{footer}</div> : null}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
