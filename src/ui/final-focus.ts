import { useState } from 'react';

/**
 * For `finalFocus` of what opens with its address: to whatever had the focus before, and when nothing had it (a link
 * that was opened directly) to the headline of the page below, so that the focus is never lost to the document. To nothing
 * where another page is about to take the place of this one: that page takes the focus itself, to the link that led here.
 */
export function useFinalFocus(): () => HTMLElement | boolean {
  const [cameFrom] = useState(() => document.activeElement);
  return () => {
    const lost = !cameFrom?.isConnected || cameFrom === document.body;
    return lost ? (document.querySelector<HTMLElement>('main h1[tabindex]') ?? false) : true;
  };
}
