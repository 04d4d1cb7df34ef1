/** Tells spreadsheets that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

export type CsvCell = string | number | null | undefined;

/**
 * A spreadsheet takes a cell that begins so for a formula, also in the full-width forms that East Asian versions read,
 * and such a formula may call programs. Tabs and line breaks at the start are skipped by some before they look.
 */
const FORMULA_START = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * One record with its line end (RFC 4180). Texts always stand in quotes, so that a semicolon or a tab in them cannot
 * begin a new cell either; one that would be a formula gets a leading apostrophe, as spreadsheets mark text. Numbers are
 * written bare, nothing for null and undefined.
 */
export function csvRecord(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: CsvCell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  const safe = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}
