import { useEffect, useRef, useState } from 'react';
import { type Attempt, nextAttempt } from '@/api/attempt';
import { newClientToken } from '@/api/rpc';
import { serverNow } from '@/api/server-clock';
import { type CreationDraft, type CreationField, creationProblems } from '@/domain/instance-creation';
import { forgetCreation, keepCreation } from '../draft-store';
import type { Opening } from './opening';
import type { FieldRefusal } from './refusal';

export type CreationForm = ReturnType<typeof useCreationForm>;

/** The form of new instances, kept in this tab while it has something in it; the password only as long as it is open. */
export function useCreationForm(region: string, opening: Opening) {
  const [draft, setDraft] = useState(opening.draft);
  const [password, setPassword] = useState('');
  const [restored, setRestored] = useState(opening.restored);
  const [attempt, setAttempt] = useState(opening.attempt);
  const [touched, setTouched] = useState<ReadonlySet<CreationField>>(new Set());
  const [showAll, setShowAll] = useState(false);
  const [refused, setRefused] = useState<FieldRefusal | null>(null);
  const over = useRef(false);
  const unsaved = JSON.stringify(draft) !== JSON.stringify(opening.base) || password !== '';

  const keep = (latest: Attempt | undefined) => {
    if (over.current) return;
    if (!unsaved && latest === undefined) forgetCreation(region);
    else keepCreation(region, latest === undefined ? { draft } : { draft, attempt: latest });
  };
  useEffect(() => keep(attempt));

  const problems = creationProblems(draft, password, serverNow());
  const told = problems.filter(({ field }) => showAll || touched.has(field));

  return {
    draft,
    password,
    problems,
    /** Those that are to be told now. */
    told,
    restored,
    unsaved,
    /** What was sent, now or before a reload, and has no answer yet. */
    attempt,
    refused,
    change: (change: Partial<CreationDraft>) => {
      setDraft((now) => ({ ...now, ...change }));
      if (refused?.field && Object.hasOwn(change, refused.field)) setRefused(null);
    },
    changePassword: (next: string) => {
      setPassword(next);
      if (refused?.field === 'password') setRefused(null);
    },
    /** The field was left: from now on it says what is wrong with it. */
    leave: (field: CreationField) => setTouched((now) => (now.has(field) ? now : new Set(now).add(field))),
    showAll: () => setShowAll(true),
    setRefused,
    /** Notes that a request is about to be sent, and gives its ClientToken: the same for the same request. */
    begin: (request: object): string => {
      const next = nextAttempt(attempt, request, newClientToken);
      setAttempt(next);
      // At once: the page may be reloaded before it is drawn again.
      keep(next);
      return next.token;
    },
    /** Nothing was made: the same again is a new attempt. */
    settle: () => {
      setAttempt(undefined);
      keep(undefined);
    },
    /** Back to the untouched form. */
    discard: () => {
      setDraft(opening.base);
      setPassword('');
      setAttempt(undefined);
      setRestored(false);
      setRefused(null);
      setTouched(new Set());
      setShowAll(false);
    },
    /** It is done, or given up: nothing is kept any longer. */
    forget: () => {
      over.current = true;
      forgetCreation(region);
    },
  };
}
