import { BYTE_ORDER_MARK, csvRecord } from '@/domain/csv';
import type { Values } from '../chart/values-rows';

/** The charts' values for a spreadsheet: times in UTC, numbers bare and whole, units in the head. */
export function valuesCsv({ columns, rows }: Values, words: { time: string; partial: string }): string {
  const head = [
    `${words.time} (UTC)`,
    ...columns.map(({ title, unit }) => (unit ? `${title} (${unit})` : title)),
  ];
  const records = rows.map(({ at, partial, values }) => [
    `${new Date(at).toISOString().slice(0, 19)}Z${partial ? ` ${words.partial}` : ''}`,
    ...columns.map(({ id }) => values[id] ?? null),
  ]);
  return BYTE_ORDER_MARK + [head, ...records].map(csvRecord).join('');
}
