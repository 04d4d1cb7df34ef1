import { useMemo, useSyncExternalStore } from 'react';
import type { Column } from './column';

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

/** The columns for which the window is wide enough; the same array until that changes. */
export function useVisibleColumns<Row>(columns: readonly Column<Row>[]): readonly Column<Row>[] {
  const hidden = useSyncExternalStore(onResize, () =>
    columns
      .filter((column) => column.hideBelow !== undefined && window.innerWidth < column.hideBelow)
      .map((column) => column.id)
      .join('\n'),
  );
  return useMemo(() => {
    const ids = new Set(hidden.split('\n'));
    return hidden === '' ? columns : columns.filter((column) => !ids.has(column.id));
  }, [columns, hidden]);
}
