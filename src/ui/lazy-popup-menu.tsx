import { Suspense, lazy } from 'react';
import type { PopupMenuProps } from './PopupMenu';

const load = () => import('./PopupMenu');
const PopupMenu = lazy(load);

/** Call when a menu is likely to be asked for, so that it opens at once. */
export function preloadPopupMenu(): void {
  void load();
}

/** An open menu. The menu's code comes with the first one: no page needs it to be read. */
export function LazyPopupMenu(props: PopupMenuProps) {
  return (
    <Suspense fallback={null}>
      <PopupMenu {...props} />
    </Suspense>
  );
}
