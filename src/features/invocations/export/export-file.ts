import { BYTE_ORDER_MARK, csvRecord } from '@/domain/csv';
import { EXPORT_COLUMNS, type ExportRow } from './export-row';

export const EXPORT_FORMATS = ['csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const MIME: Record<ExportFormat, string> = { csv: 'text/csv', json: 'application/json' };
/** Work is cut into pieces of about this length, so that the page stays alive. */
const PIECE_MS = 12;

export interface ExportOptions {
  signal: AbortSignal;
  /** How many of the rows are written. */
  onProgress(written: number): void;
}

/** `t-hz01abc.csv`: what a name may hold beyond letters and digits would be a path elsewhere. */
export function exportFileName(name: string, format: ExportFormat): string {
  return `${name.replace(/[^\p{L}\p{N}_.-]+/gu, '-')}.${format}`;
}

/** One row of the file, worked out when it is its turn: decoding an output takes time. */
export type RowMaker = () => ExportRow;

/** The rows as a file. Columns that no row has a value for are left out. Rejects with the signal's reason when aborted. */
export async function exportFile(
  format: ExportFormat,
  makers: readonly RowMaker[],
  { signal, onProgress }: ExportOptions,
): Promise<Blob> {
  const rows: ExportRow[] = [];
  const parts: string[] = [];
  let pieceStart = performance.now();
  const breathe = async () => {
    signal.throwIfAborted();
    if (performance.now() - pieceStart < PIECE_MS) return;
    await new Promise((resolve) => setTimeout(resolve));
    pieceStart = performance.now();
  };

  for (const make of makers) {
    rows.push(make());
    await breathe();
  }
  const columns = EXPORT_COLUMNS.filter((column) =>
    rows.some((row) => row[column] !== undefined && row[column] !== null),
  );
  parts.push(format === 'csv' ? BYTE_ORDER_MARK + csvRecord(columns) : '[\n');
  for (const [index, row] of rows.entries()) {
    const isLast = index === rows.length - 1;
    parts.push(
      format === 'csv'
        ? csvRecord(columns.map((column) => row[column]))
        : `${JSON.stringify(Object.fromEntries(columns.map((column) => [column, row[column] ?? null])))}${isLast ? '' : ','}\n`,
    );
    onProgress(index + 1);
    await breathe();
  }
  if (format === 'json') parts.push(']\n');
  return new Blob(parts, { type: MIME[format] });
}
