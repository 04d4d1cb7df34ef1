import { mergeProps } from '@base-ui/react/merge-props';
import type { FocusEvent, HTMLAttributes, PointerEvent, ReactElement, ReactNode } from 'react';
import { Suspense, cloneElement, lazy, useEffect, useId, useRef, useState } from 'react';

export interface TooltipProps {
  /** Without a text there is no tooltip, and the child stays mounted when one comes or goes. */
  text: ReactNode;
  /** One element that takes the usual event props and `aria-describedby`. */
  children: ReactElement<HTMLAttributes<HTMLElement>>;
  /** False when the trigger's own name or text already says the same. */
  describe?: boolean | undefined;
  side?: 'top' | 'bottom' | 'left' | 'right' | undefined;
}

const TooltipPopup = lazy(() => import('./TooltipPopup'));

const OPEN_DELAY_MS = 500;
/** Long enough to move the pointer from the trigger onto the text (WCAG 1.4.13). */
const CLOSE_DELAY_MS = 120;

/**
 * Shows `text` beside its child on hover and keyboard focus; Esc and a press close it.
 * Nothing but the child and its hidden description is rendered until then, so rows may hold many.
 */
export function Tooltip({ text, children, describe: asked = true, side = 'top' }: TooltipProps) {
  const present = text !== undefined && text !== null && text !== '';
  const describe = asked && present;
  const descriptionId = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const show = (element: HTMLElement, delay: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAnchor(element), delay);
  };
  const hide = (delay: number) => {
    clearTimeout(timer.current);
    if (delay === 0) setAnchor(null);
    else timer.current = setTimeout(() => setAnchor(null), delay);
  };

  const trigger = mergeProps<'span'>(
    // oxlint-disable-next-line react/refs -- the handlers read the timer later, not during render
    {
      onPointerEnter: (event: PointerEvent<HTMLElement>) => {
        if (event.pointerType !== 'touch') show(event.currentTarget, OPEN_DELAY_MS);
      },
      onPointerLeave: () => hide(CLOSE_DELAY_MS),
      onPointerDown: () => hide(0),
      onFocus: (event: FocusEvent<HTMLElement>) => {
        if (event.currentTarget.matches(':focus-visible')) show(event.currentTarget, 0);
      },
      onBlur: () => hide(0),
      ...(describe ? { 'aria-describedby': descriptionId } : null),
    },
    children.props as HTMLAttributes<HTMLSpanElement>,
  );
  const describedBy = [describe ? descriptionId : '', children.props['aria-describedby'] ?? '']
    .filter(Boolean)
    .join(' ');

  return (
    <>
      {cloneElement(children, {
        ...(trigger as HTMLAttributes<HTMLElement>),
        ...(describedBy ? { 'aria-describedby': describedBy } : null),
      })}
      {describe ? (
        <span id={descriptionId} hidden>
          {text}
        </span>
      ) : null}
      {anchor && present ? (
        <Suspense fallback={null}>
          <TooltipPopup
            anchor={anchor}
            side={side}
            onHold={() => clearTimeout(timer.current)}
            onLeave={() => hide(CLOSE_DELAY_MS)}
            onClose={() => hide(0)}
          >
            {text}
          </TooltipPopup>
        </Suspense>
      ) : null}
    </>
  );
}
