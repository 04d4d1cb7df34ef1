import i18next, { type FlatNamespace, type TFunction } from 'i18next';
import { useSyncExternalStore } from 'react';

/** A component's words: a function that gives them, and the language they are in. */
export interface Translation<Namespaces extends FlatNamespace | readonly FlatNamespace[]> {
  /** The same function until the language changes. */
  t: TFunction<Namespaces>;
  i18n: { readonly language: string };
}

const listeners = new Set<() => void>();
i18next.on('languageChanged', () => {
  for (const listener of listeners) listener();
});

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const languageNow = () => i18next.language;

/**
 * The words of the namespaces in the language of the page, for components; a key without a namespace of its own is of the
 * first one. All words of a language are there before anything renders, so nothing waits, and one function serves every
 * component that asks for the same ones: a row of a table has many, and rows come and go with every scroll.
 */
export function useTranslation<const Namespaces extends FlatNamespace | readonly FlatNamespace[] = 'frame'>(
  namespaces?: Namespaces,
): Translation<Namespaces> {
  const language = useSyncExternalStore(subscribe, languageNow);
  const asked: FlatNamespace | readonly FlatNamespace[] = namespaces ?? 'frame';
  const first = typeof asked === 'string' ? asked : (asked[0] ?? 'frame');
  return translationIn(language, first) as unknown as Translation<Namespaces>;
}

type AnyTranslation = Translation<'frame'>;
/** What a `TFunction` is but for its types. */
type Look = (key: string, ...values: unknown[]) => string;

const made = new Map<string, Map<string, AnyTranslation>>();

function translationIn(language: string, namespace: FlatNamespace): AnyTranslation {
  let ofLanguage = made.get(language);
  if (!ofLanguage) made.set(language, (ofLanguage = new Map()));
  let translation = ofLanguage.get(namespace);
  if (!translation) {
    const look = i18next.getFixedT(language, namespace) as unknown as Look;
    translation = { t: remembering(look) as unknown as TFunction, i18n: { language } };
    ofLanguage.set(namespace, translation);
  }
  return translation;
}

/** Words are looked up once. Those into which only texts are put are kept with holes, in which the texts are set. */
function remembering(look: Look): Look {
  const found = new Map<string, string>();
  const holed = new Map<string, readonly string[] | null>();
  const withHoles = (key: string, names: readonly string[]): readonly string[] | null => {
    const id = `${key} ${names.join(' ')}`;
    let parts = holed.get(id);
    if (parts === undefined) {
      const words = look(key, Object.fromEntries(names.map((name) => [name, hole(name)])));
      parts = names.every((name) => words.includes(hole(name))) ? words.split(HOLE) : null;
      holed.set(id, parts);
    }
    return parts;
  };
  return (key, ...values) => {
    if (typeof key !== 'string') return look(key, ...values);
    if (values.length === 0) {
      let words = found.get(key);
      if (words === undefined) found.set(key, (words = look(key)));
      return words;
    }
    const [given] = values;
    if (values.length > 1 || !isTexts(given)) return look(key, ...values);
    const parts = withHoles(key, Object.keys(given));
    return parts
      ? parts.map((part, index) => (index % 2 === 0 ? part : given[part])).join('')
      : look(key, given);
  };
}

/** Neither words nor names have it. */
const HOLE = '\u0000';
const hole = (name: string) => HOLE + name + HOLE;

/** Options of i18next that are texts too, and choose the words. */
const OPTIONS = ['context', 'defaultValue', 'keyPrefix', 'lng', 'ns'];

function isTexts(values: unknown): values is Record<string, string> {
  return (
    typeof values === 'object' &&
    values !== null &&
    Object.entries(values).every(([name, value]) => typeof value === 'string' && !OPTIONS.includes(name))
  );
}
