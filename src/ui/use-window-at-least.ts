import { useSyncExternalStore } from 'react';

/** Whether the window is at least so wide, pixels. */
export function useWindowAtLeast(width: number): boolean {
  return useSyncExternalStore(onResize, () => window.innerWidth >= width);
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}
