import type { ReactNode } from 'react';

/** A stretch of text to set apart; offsets in UTF-16 units, `to` exclusive. */
export interface TextMark {
  from: number;
  to: number;
  /** Default: the look of a parameter. */
  className?: string | undefined;
}

/** Cuts `text`, whose first unit stands at `offset` of the whole, at the marks that touch it. */
export function markText(text: string, offset: number, marks: readonly TextMark[]): ReactNode[] {
  const end = offset + text.length;
  const parts: ReactNode[] = [];
  let at = offset;
  for (const mark of marks) {
    const from = Math.max(mark.from, at);
    const to = Math.min(mark.to, end);
    if (from >= to) continue;
    if (from > at) parts.push(text.slice(at - offset, from - offset));
    parts.push(
      <span key={from} className={mark.className ?? 'param'}>
        {text.slice(from - offset, to - offset)}
      </span>,
    );
    at = to;
  }
  if (at < end) parts.push(text.slice(at - offset));
  return parts;
}
