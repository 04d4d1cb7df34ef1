/** Rows that come in as they scroll into view. */
export interface SparseRows<Row> {
  count: number;
  /** Undefined while the row is not here yet. */
  at(index: number): Row | undefined;
  /** Called with the first and last index in view, to fetch what is missing. */
  onRange(first: number, last: number): void;
}

export type Rows<Row> = readonly Row[] | SparseRows<Row>;

export function toSparse<Row>(rows: Rows<Row>): SparseRows<Row> {
  if (!isArray(rows)) return rows;
  return { count: rows.length, at: (index) => rows[index], onRange: () => undefined };
}

/** `Array.isArray` does not narrow readonly arrays. */
function isArray<Row>(rows: Rows<Row>): rows is readonly Row[] {
  return Array.isArray(rows);
}
