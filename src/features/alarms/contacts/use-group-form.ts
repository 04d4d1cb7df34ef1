import { useState } from 'react';
import { useApi } from '@/api/ApiContext';
import type { Contact, ContactGroup } from '@/api/cms/contacts';
import { useKeptDraft } from '../use-kept-draft';
import {
  EMPTY_GROUP,
  groupDraftOf,
  groupProblems,
  isGroupPut,
  putGroupRequest,
  rebasedGroup,
  sameGroup,
} from './group-form';
import { GROUP_DRAFTS } from './group-draft-store';
import { putContactGroup, type PutOutcome } from './put-contact';
import { useContactWrite } from './queries';
import type { Turn } from './use-contact-form';

/**
 * The form of a contact group, kept in this tab while it is not saved.
 * @param group null for a new one
 */
export function useGroupForm(region: string, group: ContactGroup | null, contacts: readonly Contact[]) {
  const api = useApi();
  const key = group?.Name ?? '';
  const [isIn] = useState(() =>
    contacts.filter(({ ContactGroups }) => ContactGroups.includes(key)).map(({ Name }) => Name),
  );
  const [opened, setOpened] = useState(group);
  const base = opened ? groupDraftOf(opened, isIn) : { ...EMPTY_GROUP, name: key };
  const form = useKeptDraft(GROUP_DRAFTS, key, base, sameGroup);
  const { draft, change, forget } = form;
  const [told, setTold] = useState<ReadonlySet<string>>(new Set());
  const [turn, setTurn] = useState<Turn | null>(null);
  const request = putGroupRequest(region, draft);
  const put = useContactWrite(region, () =>
    putContactGroup(api, request, opened, (there) => isGroupPut(there, request)),
  );
  const problems = groupProblems(draft, group === null);

  const settle = (outcome: PutOutcome<ContactGroup>): boolean => {
    if (outcome.kind === 'saved') {
      forget();
      return true;
    }
    setTurn(outcome.kind);
    if (outcome.kind === 'changed') {
      setOpened(outcome.fresh);
      change(rebasedGroup(draft, base, groupDraftOf(outcome.fresh, [])));
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
    problemOf: <Field extends 'name' | 'description'>(field: Field) =>
      told.has(field) ? problems[field] : null,
    tell: (field: 'name' | 'description') => setTold((before) => new Set([...before, field])),
    change: (part: Parameters<typeof change>[0]) => {
      change(part);
      if (turn === 'taken' && part.name !== undefined) setTurn(null);
    },
    /** Looks, sends, and answers whether all is saved; never rejects. */
    save: async (): Promise<boolean> => {
      setTold(new Set(['name', 'description']));
      if (problems.name || problems.description || put.isPending) return false;
      setTurn(null);
      try {
        return settle(await put.mutateAsync(undefined));
      } catch {
        return false; // `error` tells it
      }
    },
  };
}
