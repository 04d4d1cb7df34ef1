import { describe, expect, it } from 'vitest';
import en from '@/i18n/locales/en/commands.json';
import zhHans from '@/i18n/locales/zh-Hans/commands.json';
import zhHant from '@/i18n/locales/zh-Hant/commands.json';

/** Sentences by key; the forms of a plural under one key, since Chinese has one where English has two. */
function sentences(words: object, path = ''): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [key, value] of Object.entries(words) as [string, unknown][]) {
    const name = path + key.replace(/_(zero|one|other)$/, '');
    if (typeof value === 'string') found.set(name, [...(found.get(name) ?? []), value]);
    else for (const [inner, texts] of sentences(value as object, `${name}.`)) found.set(inner, texts);
  }
  return found;
}

/** What a sentence may name; a form for one thing may leave the number out. */
function blanks(texts: readonly string[] | undefined): Set<string> {
  return new Set(
    texts?.flatMap((text) => [...text.matchAll(/\{\{(\w+)\}\}|<(\w+)\/?>/g)].map(([blank]) => blank)),
  );
}

describe.each(Object.entries({ 'zh-Hant': zhHant, 'zh-Hans': zhHans }))('the words in %s', (_, words) => {
  const english = sentences(en);
  const translated = sentences(words);

  it('J2: has every sentence of the English, and no other', () => {
    expect([...translated.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  it('J2: names only what the English names', () => {
    for (const [key, texts] of translated) {
      expect([...blanks(english.get(key))], key).toEqual(expect.arrayContaining([...blanks(texts)]));
    }
  });

  it('J2: is translated', () => {
    const hasWords = (text = '') => /[a-z]/i.test(text.replaceAll(/\{\{\w+\}\}/g, ''));
    const same = [...translated].filter(([key, [text]]) => hasWords(text) && text === english.get(key)?.[0]);
    expect(same).toEqual([]);
  });
});
