import type { SparseRows } from './row-source';

export interface Selection<Row> {
  selected: ReadonlySet<string>;
  onChange(next: Set<string>): void;
  /** Why a row cannot be selected; null when it can. */
  disabledReason?: ((row: Row) => string | null) | undefined;
  /** The row's name, for its box. */
  labelFor(row: Row): string;
}

interface Table<Row> {
  source: SparseRows<Row>;
  rowKey(row: Row): string;
  selection: Selection<Row>;
}

/** Keys of the rows from one index to another, either way round, that are here and can be selected. */
function selectableKeys<Row>({ source, rowKey, selection }: Table<Row>, from: number, to: number): string[] {
  const keys: string[] = [];
  const last = Math.min(Math.max(from, to), source.count - 1);
  for (let index = Math.max(0, Math.min(from, to)); index <= last; index++) {
    const row = source.at(index);
    if (row !== undefined && !selection.disabledReason?.(row)) keys.push(rowKey(row));
  }
  return keys;
}

/** `base` with every selectable row of the range added or taken away. */
export function withRange<Row>(
  table: Table<Row>,
  base: ReadonlySet<string>,
  from: number,
  to: number,
  on: boolean,
): Set<string> {
  const next = new Set(base);
  for (const key of selectableKeys(table, from, to)) {
    if (on) next.add(key);
    else next.delete(key);
  }
  return next;
}

/** What the box in the head shows for the rows that are here; null when none of them can be selected. */
export function pageState<Row>(table: Table<Row>): 'all' | 'mixed' | 'none' | null {
  if (table.selection.selected.size === 0) return hasSelectable(table) ? 'none' : null;
  const keys = selectableKeys(table, 0, table.source.count - 1);
  if (keys.length === 0) return null;
  const chosen = keys.filter((key) => table.selection.selected.has(key)).length;
  return chosen === 0 ? 'none' : chosen === keys.length ? 'all' : 'mixed';
}

function hasSelectable<Row>({ source, selection }: Table<Row>): boolean {
  for (let index = 0; index < source.count; index++) {
    const row = source.at(index);
    if (row !== undefined && !selection.disabledReason?.(row)) return true;
  }
  return false;
}
