import type { ReactElement } from 'react';
import { cloneElement, Fragment } from 'react';

export interface RichProps {
  /** A translated sentence with `<name/>` or `<name>words</name>` where an element belongs. */
  text: string;
  /** The elements by name; the words between the tags become their children. */
  parts: Readonly<Record<string, ReactElement>>;
}

const TAG = /<(\w+)\/>|<(\w+)>(.*?)<\/\2>/gs;

/**
 * A sentence with elements in it, so that each language puts them where its grammar wants them. Only the names given are
 * tags; everything else is text. (i18next's own Trans brings an HTML parser of five kilobytes for this.)
 */
export function Rich({ text, parts }: RichProps) {
  const pieces: (string | ReactElement)[] = [];
  let copied = 0;
  for (const match of text.matchAll(TAG)) {
    const part = parts[match[1] ?? match[2] ?? ''];
    if (!part) continue;
    pieces.push(text.slice(copied, match.index));
    pieces.push(match[3] ? cloneElement(part, {}, match[3]) : part);
    copied = match.index + match[0].length;
  }
  pieces.push(text.slice(copied));
  return pieces.map((piece, index) => <Fragment key={index}>{piece}</Fragment>);
}
