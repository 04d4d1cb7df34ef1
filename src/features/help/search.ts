import { RECORD_ERROR_CODES } from '@/domain/record-errors';
import { HELP_IDS, type HelpId } from './entries';
import { type HelpTexts, withValues } from './help-text';

export interface HelpHit {
  id: HelpId;
  title: string;
  /** The line that holds the words, or the first. */
  excerpt: string;
}

/** The entries that hold every word of the text, those with a hit in their title first. Nothing for no words. */
export function searchHelp(
  texts: HelpTexts,
  values: Readonly<Record<string, string>>,
  text: string,
): HelpHit[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const hits = HELP_IDS.flatMap((id) => {
    const title = texts[id].title;
    const lines = texts[id].body.map(plain);
    const all = [title, ...lines].join('\n').toLowerCase();
    if (!words.every((word) => all.includes(word))) return [];
    const found = lines.find((line) => words.some((word) => line.toLowerCase().includes(word)));
    const inTitle = words.every((word) => title.toLowerCase().includes(word));
    return [{ id, title, excerpt: found ?? lines[0] ?? '', inTitle }];
  });
  return hits
    .toSorted((a, b) => Number(b.inTitle) - Number(a.inTitle))
    .map(({ id, title, excerpt }) => ({ id, title, excerpt }));

  function plain(line: string): string {
    if (line === '@recordErrors') return RECORD_ERROR_CODES.join(', ');
    return withValues(line, values)
      .replace(/^(?:[-$|] )/, '')
      .replace(/\s*\|\s*$/, '')
      .replaceAll(' | ', ', ')
      .replaceAll('`', '');
  }
}
