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

/** Words into which nothing is put are looked up once. */
function remembering(look: Look): Look {
  const found = new Map<string, string>();
  return (key, ...values) => {
    if (values.length > 0 || typeof key !== 'string') return look(key, ...values);
    let words = found.get(key);
    if (words === undefined) found.set(key, (words = look(key)));
    return words;
  };
}
