/**
 * The numbers a pager shows, null for a gap: always the ends, the current page and its neighbours,
 * and never a gap that would hide a single page.
 */
export function pageNumbers(page: number, pages: number): (number | null)[] {
  const shown = [1, 2, 3, page - 1, page, page + 1, pages].filter((n) => n >= 1 && n <= pages);
  const sorted = [...new Set(shown)].sort((a, b) => a - b);
  const result: (number | null)[] = [];
  for (const number of sorted) {
    const previous = result.at(-1) ?? 0;
    if (number - previous === 2) result.push(number - 1);
    else if (number - previous > 2) result.push(null);
    result.push(number);
  }
  return result;
}
