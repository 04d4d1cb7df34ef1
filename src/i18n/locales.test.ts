import { describe, expect, it } from 'vitest';
import { NAMESPACES } from './i18n';
import { LANGUAGES, type Language } from './languages';
import { resources as en } from './locales/en/index';
import { resources as hans } from './locales/zh-Hans/index';
import { resources as hant } from './locales/zh-Hant/index';

const ALL: Record<Language, Record<string, object>> = { en, 'zh-Hant': hant, 'zh-Hans': hans };

/** `a.b.c` → text, for every text of a namespace. */
function flatten(words: object, prefix = ''): Map<string, unknown> {
  const flat = new Map<string, unknown>();
  for (const [key, value] of Object.entries(words)) {
    const path = prefix ? `${prefix}.${key}` : key;
    if (typeof value === 'object' && value !== null)
      for (const [inner, text] of flatten(value, path)) flat.set(inner, text);
    else flat.set(path, value);
  }
  return flat;
}

/** Chinese has one plural form, English two: the forms of a text count as one key. */
const withoutPlural = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');
const keysOf = (words: object) => [...new Set([...flatten(words).keys()].map(withoutPlural))].sort();
const placeholdersOf = (text: unknown) =>
  [...String(text).matchAll(/\{\{\s*([^},\s]+)|<\/?(\w+)/g)]
    .map(([, name, tag]) => name ?? `<${tag}>`)
    .sort();

describe.each(NAMESPACES)('namespace %s', (namespace) => {
  it.each(LANGUAGES)('J2: has every key in %s', (language) => {
    expect(keysOf(ALL[language][namespace] ?? {})).toEqual(keysOf(en[namespace]));
  });

  it.each(LANGUAGES)('J2: has no empty text in %s', (language) => {
    const empty = [...flatten(ALL[language][namespace] ?? {})].filter(
      ([, text]) => typeof text !== 'string' || !text.trim(),
    );
    expect(empty).toEqual([]);
  });

  it.each(LANGUAGES)('J2: has the plural forms that %s needs', (language) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const flat = flatten(ALL[language][namespace] ?? {});
    const missing = [...flat.keys()]
      .filter((key) => key !== withoutPlural(key))
      .flatMap((key) => forms.map((form) => `${withoutPlural(key)}_${form}`))
      .filter((key) => !flat.has(key));
    expect([...new Set(missing)]).toEqual([]);
  });

  it.each(LANGUAGES.slice(1))('J2: keeps the placeholders in %s', (language) => {
    const english = flatten(en[namespace]);
    const differing = [...flatten(ALL[language][namespace] ?? {})].filter(([key, text]) => {
      const original = english.get(key) ?? english.get(`${withoutPlural(key)}_other`);
      return JSON.stringify(placeholdersOf(text)) !== JSON.stringify(placeholdersOf(original));
    });
    expect(differing).toEqual([]);
  });
});
