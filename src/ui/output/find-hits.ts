export interface LineHit {
  line: number;
  from: number;
  to: number;
}

const MOST_HITS = 9_999;

/** Where `query` stands in the lines, whatever the case; offsets in UTF-16 units of the line. */
export function findHits(lines: readonly string[], query: string): LineHit[] {
  if (query === '') return [];
  const pattern = new RegExp(query.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'), 'giu');
  const hits: LineHit[] = [];
  for (const [line, text] of lines.entries()) {
    for (const match of text.matchAll(pattern)) {
      hits.push({ line, from: match.index, to: match.index + match[0].length });
      if (hits.length >= MOST_HITS) return hits;
    }
  }
  return hits;
}
