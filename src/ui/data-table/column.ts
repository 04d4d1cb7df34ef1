import type { ReactNode } from 'react';

/** Keep the array of columns stable (useMemo): rows re-render only when it, the row or its selection changes. */
export interface Column<Row> {
  id: string;
  header: string;
  cell(row: Row): ReactNode;
  /** Pixels; columns that grow share what is left. Default `grow`. */
  width?: number | 'grow' | undefined;
  align?: 'end' | undefined;
  mono?: boolean | undefined;
  /** What is in the cell may reach over its edge, as the copy button of an ID does. */
  spills?: boolean | undefined;
  /** The order now; null when another column gives it. */
  sort?: 'asc' | 'desc' | null | undefined;
  onSort?: (() => void) | undefined;
  /** Left out in windows narrower than this, pixels. */
  hideBelow?: number | undefined;
}

const NARROWEST_GROWING_COLUMN = 120;
const CHECK_WIDTH = 36;
const MENU_WIDTH = 44;

/** The width below which the table scrolls sideways rather than squeeze its columns. */
export function minimumWidth<Row>(columns: readonly Column<Row>[], check: boolean, menu: boolean): number {
  const own = columns.map((column) =>
    typeof column.width === 'number' ? column.width : NARROWEST_GROWING_COLUMN,
  );
  return own.reduce((sum, width) => sum + width, (check ? CHECK_WIDTH : 0) + (menu ? MENU_WIDTH : 0));
}
