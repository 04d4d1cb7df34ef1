import type { FieldErrors, Resolver } from 'react-hook-form';
import { type CommandDraft, draftProblems } from '@/domain/command-draft';
import type { Limits } from '@/domain/limits';

/**
 * Lets react-hook-form judge a draft by the domain's rules, so that form and service refuse the same things.
 * Only whether a field is wrong is kept here; the words are made where they are shown, in the language of the moment.
 */
export function draftResolver(
  limits: Limits,
  fields?: readonly (keyof CommandDraft)[],
): Resolver<CommandDraft> {
  return (draft) => {
    const errors: FieldErrors<CommandDraft> = {};
    for (const { field, kind } of draftProblems(draft, limits)) {
      if (fields?.includes(field) !== false) errors[field] ??= { type: kind };
    }
    return Object.keys(errors).length === 0 ? { values: draft, errors: {} } : { values: {}, errors };
  };
}
