import { useState } from 'react';
import { useApi } from '@/api/ApiContext';
import type { Contact } from '@/api/cms/contacts';
import { type ContactProblem, contactProblems } from '@/domain/contact';
import { useKeptDraft } from '../use-kept-draft';
import { contactDraftOf, EMPTY_CONTACT, isPut, putContactRequest, rebased, sameDraft } from './contact-form';
import { CONTACT_DRAFTS } from './contact-draft-store';
import { putContact, type PutOutcome } from './put-contact';
import { useContactWrite } from './queries';

/** What the account said when the form was about to be saved. */
export type Turn = Exclude<PutOutcome<Contact>['kind'], 'saved'>;

/**
 * The form of a contact, kept in this tab while it is not saved.
 * @param contact null for a new one
 */
export function useContactForm(region: string, contact: Contact | null) {
  const api = useApi();
  const key = contact?.Name ?? '';
  const [opened, setOpened] = useState(contact);
  const base = opened ? contactDraftOf(opened) : { ...EMPTY_CONTACT, name: key };
  const form = useKeptDraft(CONTACT_DRAFTS, key, base, sameDraft);
  const { draft, change, forget } = form;
  const [told, setTold] = useState<ReadonlySet<string>>(new Set());
  const [turn, setTurn] = useState<Turn | null>(null);
  const request = putContactRequest(region, draft);
  const put = useContactWrite(region, () =>
    putContact(api, request, opened, (there) => isPut(there, request)),
  );
  const problems = contactProblems(draft, contact === null);

  const settle = (outcome: PutOutcome<Contact>): boolean => {
    if (outcome.kind === 'saved') {
      forget();
      return true;
    }
    setTurn(outcome.kind);
    if (outcome.kind === 'changed') {
      setOpened(outcome.fresh);
      change(rebased(draft, base, contactDraftOf(outcome.fresh)));
    }
    if (outcome.kind === 'gone') setOpened(null);
    return false;
  };

  return {
    ...form,
    turn,
    request,
    busy: put.isPending,
    error: put.error,
    /** What is wrong with a field, if it is to be told now. */
    problemOf: (field: ContactProblem['field']): ContactProblem | undefined =>
      told.has(field) ? problems.find((problem) => problem.field === field) : undefined,
    tell: (field: ContactProblem['field']) => setTold((before) => new Set([...before, field])),
    change: (part: Parameters<typeof change>[0]) => {
      change(part);
      if (turn === 'taken' && part.name !== undefined) setTurn(null);
    },
    /** Looks, sends, and answers whether all is saved; never rejects. */
    save: async (): Promise<boolean> => {
      setTold(new Set(['name', 'description', 'SMS', 'Mail', 'DingWebHook', 'AliIM', 'channels']));
      if (problems.length > 0 || put.isPending) return false;
      setTurn(null);
      try {
        return settle(await put.mutateAsync(undefined));
      } catch {
        return false; // `error` tells it
      }
    },
  };
}
