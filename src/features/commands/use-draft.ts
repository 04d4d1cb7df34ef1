import { useEffect, useRef, useState } from 'react';
import { type UseFormReturn, useForm, useWatch } from 'react-hook-form';
import { type Attempt, nextAttempt } from '@/api/attempt';
import { newClientToken } from '@/api/rpc';
import type { CommandDraft } from '@/domain/command-draft';
import { createRequest, type CreateRequest, FORM_LIMITS } from './command-form';
import { draftResolver } from './draft-resolver';
import { type DraftKind, forgetDraft, keepDraft, readDraft } from './draft-store';

const RESOLVER = draftResolver(FORM_LIMITS);

export interface Draft {
  form: UseFormReturn<CommandDraft>;
  values: CommandDraft;
  /** Whether leaving would lose something that was typed. */
  unsaved: boolean;
  /** Whether the form opened with what an earlier visit of this tab had left. */
  restored: boolean;
  /** The request to send for what the form holds; the same again for the same content (contract 1.9). */
  attempt(): CreateRequest & { ClientToken: string };
  /** Back to the untouched form. */
  discard(): void;
  /** The work is saved or given up: nothing is kept any longer. */
  forget(): void;
}

/**
 * The form of a new command, kept in this tab while it has something in it.
 * @param start what the form opens with if nothing was kept; differs from `base` when it starts from a sample
 */
export function useDraft(region: string, kind: DraftKind, base: CommandDraft, start: CommandDraft): Draft {
  const [kept] = useState(() => readDraft(region, kind));
  const [restored, setRestored] = useState(kept !== null);
  const lastAttempt = useRef<Attempt | undefined>(kept?.attempt);
  const over = useRef(false);
  const form = useForm<CommandDraft>({
    defaultValues: kept?.draft ?? start,
    resolver: RESOLVER,
    mode: 'onTouched',
  });
  const values = { ...base, ...useWatch({ control: form.control }) };
  const unsaved = !sameDraft(values, base) && !sameDraft(values, start);

  const text = JSON.stringify(values);
  useEffect(() => {
    if (over.current) return;
    const draft = JSON.parse(text) as CommandDraft;
    if (unsaved) keepDraft(region, kind, withAttempt(draft, lastAttempt.current));
    else forgetDraft(region, kind);
  }, [kind, region, text, unsaved]);

  return {
    form,
    values,
    unsaved,
    restored,
    attempt: () => {
      const draft = form.getValues();
      const request = createRequest(region, draft);
      lastAttempt.current = nextAttempt(lastAttempt.current, request, newClientToken);
      keepDraft(region, kind, withAttempt(draft, lastAttempt.current));
      return { ...request, ClientToken: lastAttempt.current.token };
    },
    discard: () => {
      lastAttempt.current = undefined;
      forgetDraft(region, kind);
      setRestored(false);
      form.reset(base);
    },
    forget: () => {
      over.current = true;
      forgetDraft(region, kind);
    },
  };
}

function withAttempt(draft: CommandDraft, attempt: Attempt | undefined) {
  return attempt === undefined ? { draft } : { draft, attempt };
}

function sameDraft(a: CommandDraft, b: CommandDraft): boolean {
  return (Object.keys(b) as (keyof CommandDraft)[]).every((field) => a[field] === b[field]);
}
