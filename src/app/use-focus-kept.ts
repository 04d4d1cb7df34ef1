import { useEffect } from 'react';

/**
 * Focus is never lost: when the focused control leaves the page (a button that has nothing left to do, a row that is
 * deleted) and nobody takes the focus over, the page's headline gets it. Without this it would fall to the document, and
 * a keyboard would start again from the top of the frame.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let last: Element | null = null;
    let frame = 0;
    const remember = ({ target }: FocusEvent) => (last = target as Element);
    const isLost = () => document.activeElement === document.body && last !== null && !last.isConnected;
    // Two frames: a dialog that closes hands the focus back a moment after it is gone.
    const check = () => {
      if (frame !== 0 || !isLost()) return;
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => {
          frame = 0;
          if (isLost()) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
        });
      });
    };
    const observer = new MutationObserver(check);
    document.addEventListener('focusin', remember);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, []);
}
