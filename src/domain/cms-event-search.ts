/** How the service reads `SearchKeywords`: alternatives of words that must all be there (contract 9.6). */
export type Keywords = readonly (readonly string[])[];

/** `a and b`, `a or b`; `and` binds closer. Anything else is one word, blanks and all. Empty text: no alternatives. */
export function parseKeywords(text: string): Keywords {
  const parts = (from: string, word: 'and' | 'or') =>
    from
      .split(new RegExp(`\\s+${word}\\s+`, 'i'))
      .map((part) => part.trim())
      .filter((part) => part !== '');
  return parts(text, 'or').map((alternative) => parts(alternative, 'and').map((one) => one.toLowerCase()));
}

/** Whether a text has what is looked for; no alternatives at all let everything through. */
export function hasKeywords(text: string, keywords: Keywords): boolean {
  if (keywords.length === 0) return true;
  const lower = text.toLowerCase();
  return keywords.some((words) => words.every((word) => lower.includes(word)));
}
