import type { ReactNode, RefObject } from 'react';
import { Suspense, lazy, useState } from 'react';

export interface DialogProps {
  open: boolean;
  onOpenChange(open: boolean): void;
  title: ReactNode;
  children: ReactNode;
  /** Buttons, the way back first. */
  footer?: ReactNode;
  /** Default: the first thing that can be focused. */
  initialFocus?: RefObject<HTMLElement | null> | undefined;
  /** Pixels; 440 by default. */
  width?: number | undefined;
  className?: string | undefined;
}

const DialogPopup = lazy(() => import('./DialogPopup'));

/** Asks or tells one thing. Nothing is loaded or mounted before it opens for the first time. */
export function Dialog(props: DialogProps) {
  const [used, setUsed] = useState(props.open);
  if (props.open && !used) setUsed(true);
  if (!used) return null;
  return (
    <Suspense fallback={null}>
      <DialogPopup {...props} />
    </Suspense>
  );
}
