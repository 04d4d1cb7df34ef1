import type { ReactNode } from 'react';
import { useTranslation } from '@/i18n/use-translation';
import { HELP_ENTRIES, HELP_IDS, HELP_SECTIONS, type HelpId } from './entries';
import type { HelpTexts } from './help-text';
import type { HelpHit } from './search';

/** Makes what opens an entry: a link on the page, a button in the drawer. */
export type EntryOpener = (id: HelpId, title: string) => ReactNode;

/** Every entry, by section. */
export function HelpIndex({ texts, opener }: { texts: HelpTexts; opener: EntryOpener }) {
  const { t } = useTranslation('help');
  return HELP_SECTIONS.map((section) => (
    <section key={section} aria-label={t(`section.${section}`)} className="mb-6 break-inside-avoid">
      <h2 className="mb-1.5 text-base">{t(`section.${section}`)}</h2>
      <ul className="flex flex-col gap-1">
        {HELP_IDS.filter((id) => HELP_ENTRIES[id].section === section).map((id) => (
          <li key={id}>{opener(id, texts[id].title)}</li>
        ))}
      </ul>
    </section>
  ));
}

const EXCERPT_LENGTH = 160;

/** What a search found. */
export function HelpHits({ hits, opener }: { hits: readonly HelpHit[]; opener: EntryOpener }) {
  const { t } = useTranslation('help');
  return (
    <ul className="flex flex-col gap-3">
      {hits.map(({ id, title, excerpt }) => (
        <li key={id}>
          <span className="font-semibold">{opener(id, title)}</span>
          <span className="ml-2 text-xs text-text-subtle">{t(`section.${HELP_ENTRIES[id].section}`)}</span>
          <p className="text-text-muted">
            {excerpt.length > EXCERPT_LENGTH ? `${excerpt.slice(0, EXCERPT_LENGTH)}…` : excerpt}
          </p>
        </li>
      ))}
    </ul>
  );
}
