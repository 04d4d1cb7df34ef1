import { Fragment } from 'react';
import type { Segment } from './parse-ansi';

export interface Hit {
  /** Offsets in the line's text, `to` exclusive. */
  from: number;
  to: number;
  current: boolean;
}

/** One line's segments, with search hits marked. */
export function AnsiLine({ segments, hits = [] }: { segments: readonly Segment[]; hits?: readonly Hit[] }) {
  let offset = 0;
  return segments.map((segment) => {
    const start = offset;
    offset += segment.text.length;
    const content = hits.length === 0 ? segment.text : markHits(segment.text, start, hits);
    return segment.className ? (
      <span key={start} className={segment.className}>
        {content}
      </span>
    ) : (
      <Fragment key={start}>{content}</Fragment>
    );
  });
}

function markHits(text: string, start: number, hits: readonly Hit[]) {
  const end = start + text.length;
  const parts = [];
  let at = start;
  for (const hit of hits) {
    const from = Math.max(hit.from, at);
    const to = Math.min(hit.to, end);
    if (from >= to) continue;
    if (from > at) parts.push(text.slice(at - start, from - start));
    parts.push(
      <mark key={from} data-current={hit.current ? '' : undefined}>
        {text.slice(from - start, to - start)}
      </mark>,
    );
    at = to;
  }
  parts.push(text.slice(at - start));
  return parts;
}
