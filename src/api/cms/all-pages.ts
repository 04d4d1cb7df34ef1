/** What a page of CloudMonitor's lists holds at most; where that is not published, others hold as many. */
export const LARGEST_PAGE = 100;
/** Stops a server that never stops giving pages. */
const MOST_PAGES = 50;

/**
 * All rows of a list, in its order. What comes up meanwhile may push a row onto the next page, so that each key counts once.
 * Rejects with what `readPage` rejects with.
 * @param readPage reads a page of `LARGEST_PAGE` rows; from 1
 */
export async function allPages<Row>(
  readPage: (page: number) => Promise<{ items: readonly Row[]; totalCount: number }>,
  keyOf: (row: Row) => string,
): Promise<Row[]> {
  const found = new Map<string, Row>();
  for (let page = 1; page <= MOST_PAGES; page++) {
    const { items, totalCount } = await readPage(page);
    for (const row of items) found.set(keyOf(row), row);
    if (items.length === 0 || page * LARGEST_PAGE >= totalCount) break;
  }
  return [...found.values()];
}
