import { describe, expect, it } from 'vitest';
import { CATALOG, fieldsOf, TOPICS } from '@/api/catalog';
import type { Field } from '@/api/catalog/field';
import { LANGUAGES } from '@/i18n/languages';
import { ACTION_WORDS } from './use-action-words';

const notesOf = (field: Field): string[] => [
  ...(field.note ? [field.note] : []),
  ...(field.kind === 'group'
    ? field.fields.flatMap(notesOf)
    : field.kind === 'list'
      ? notesOf(field.item)
      : []),
];

describe.each(LANGUAGES)('the words of the explorer in %s', (language) => {
  it('J7: say of every action what it is for, and of no other', async () => {
    const { purposes } = (await ACTION_WORDS[language]()).default;
    const names = TOPICS.flatMap(({ actions }) => actions.map(({ name }) => name));
    expect(Object.keys(purposes).toSorted()).toEqual(names.toSorted());
    expect(Object.values(purposes).filter((text) => !text.trim())).toEqual([]);
  });

  it('J7: have every note of the fields, and no other', async () => {
    const { notes } = (await ACTION_WORDS[language]()).default;
    const used = new Set(CATALOG.flatMap((action) => fieldsOf(action).flatMap(notesOf)));
    expect(Object.keys(notes).toSorted()).toEqual([...used].toSorted());
  });
});
