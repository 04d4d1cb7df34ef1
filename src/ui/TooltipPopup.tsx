import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactNode } from 'react';

interface TooltipPopupProps {
  anchor: Element;
  side: 'top' | 'bottom' | 'left' | 'right';
  /** The pointer is on the text. */
  onHold(): void;
  onLeave(): void;
  onClose(): void;
  children: ReactNode;
}

/** An open tooltip. Loaded with its first use, so keep it out of static imports. */
export default function TooltipPopup({
  anchor,
  side,
  onHold,
  onLeave,
  onClose,
  children,
}: TooltipPopupProps) {
  return (
    <Tooltip.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Tooltip.Portal>
        <Tooltip.Positioner anchor={anchor} side={side} sideOffset={6} className="z-60">
          <Tooltip.Popup
            data-surface
            className="max-w-[260px] rounded-sm bg-bar px-[9px] py-1.5 text-xs text-on-bar"
            onPointerEnter={onHold}
            onPointerLeave={onLeave}
          >
            {children}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
